import Receivables

/// The statuses of an invoice in the French reform: the closed list of the CDAR schematron V1.4.0.03.
enum FrenchStatus {
    /// What a code means for a receivable; nil for one that is not in the list, which parties may agree on.
    static func meaning(of code: String) -> StatusNotice.Meaning? {
        switch code {
        case "200"..."204", "209", "214", "224", "228": .transport
        // Steps of other flows (e-reporting, directory) and 500 Recevable: an invoice they name is as it was.
        case "250", "251", "300", "301", "400", "401", "500", "601": .transport
        case "205": .approved
        case "206": .partlyApproved
        case "207", "208": .disputed
        case "210", "213", "221", "501": .rejected
        case "211": .paymentSent
        case "212": .paid
        case "220": .cancelled
        case "225", "226", "227": .payeeChanged
        default: nil
        }
    }

    /// BR-FR-CDV-15.
    static func wantsReason(_ code: String) -> Bool { ["206", "207", "208", "210", "213", "501"].contains(code) }

    /// The type of the amounts that count: MEN cashed, MPA paid.
    static func amountType(of meaning: StatusNotice.Meaning) -> String? {
        switch meaning {
        case .paid: "MEN"
        case .paymentSent: "MPA"
        default: nil
        }
    }
}
