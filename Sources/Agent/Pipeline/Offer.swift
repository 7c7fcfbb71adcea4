import Ingest
import Receivables

/// What the ledger made of the documents of one file.
struct Offer: Sendable {
    /// Documents that are booked or add to a booked one: what the journal keeps.
    private(set) var accepted: [Document] = []
    /// Documents not taken, with the reason.
    var refused: [(document: Document, message: Message)] = []
    /// Why the first document was set aside: it speaks for the file.
    private(set) var setAside: Message?
    /// Where the first of those already booked came from.
    private var known: Origin?
    var counts = FileFacts.Counts()

    /// Posts every document of a reading.
    static func make(_ documents: [Document], to ledger: inout Ledger) -> Offer {
        var offer = Offer()
        // The same list while all are accepted: a second one of a million would be counted up and down one by one.
        var isWhole = true
        ledger.post(documents) { places, posting in
            let isAccepted = offer.take(documents[places], posting)
            if isWhole, !isAccepted {
                offer.accepted = Array(documents[..<places.lowerBound])
                isWhole = false
            } else if !isWhole, isAccepted {
                offer.accepted += documents[places]
            }
        }
        if isWhole { offer.accepted = documents }
        return offer
    }

    /// What contradicts a booked document.
    private static let conflicts: [MessageTemplate] = [.amountConflict, .buyerConflict, .rateConflict]

    /// Notes what became of documents; whether they were accepted.
    private mutating func take(_ documents: ArraySlice<Document>, _ posting: Posting) -> Bool {
        switch posting {
        case .booked:
            counts.booked += documents.count
            counts.warnings += documents.count { $0.hasWarnings }
            return true
        case .alreadyBooked(let origin):
            counts.alreadyBooked += documents.count
            known = known ?? origin
            return true
        case .setAside(let message):
            setAside = setAside ?? message
            counts.setAside += documents.count
        case .refused(let message):
            for document in documents {
                let placed = Message(
                    message.template, message.arguments, line: document.line.map { Int($0) }, field: message.field)
                refused.append((document, placed))
            }
            counts.refused += documents.count
            if Offer.conflicts.contains(message.template) { counts.conflicts += documents.count }
        }
        return false
    }

    /// What becomes of the file, with the sentence that says why where nothing was booked.
    func outcome(of reading: Reading) -> (FileFacts.Outcome, Message?) {
        if counts.booked > 0 { return (.taken, nil) }
        if let origin = known {
            return (.duplicate, Message(.alreadyBooked, ["file": origin.place]))
        }
        if let reason = setAside { return (.setAside, reason) }
        if let first = refused.first { return (.rejected, first.message) }
        if let first = reading.firstFault { return (.rejected, first) }
        // A header without rows, and nothing more to come: more likely a broken export than an empty month.
        if reading.looksUnfinished, let reason = reading.warnings.first { return (.rejected, reason) }
        return (.setAside, reading.warnings.first ?? Message(.nothingToBook))
    }
}

extension Reading {
    /// What is to be said of the file and of each of its documents; a remark that many rows share is said once.
    var remarks: [Message] {
        var seen: Set<Message> = []
        return warnings
            + documents.lazy.filter(\.hasWarnings).flatMap { document in
                document.warnings.map { warning in
                    let line = warning.line ?? document.line.map { Int($0) }
                    return Message(warning.template, warning.arguments, line: line, field: warning.field)
                }
            }.filter { seen.insert(Message($0.template, $0.arguments, field: $0.field)).inserted }
    }

    /// A table's rows that the ledger refused, found again by their line so that they can be written out to mend.
    func rows(of refused: [(document: Document, message: Message)]) -> [RefusedRow] {
        refusedRows
            + refused.compactMap { item in
                guard let line = item.document.line, let text = rowText(line: Int(line)) else { return nil }
                return RefusedRow(line: Int(line), text: text, message: item.message)
            }
    }
}
