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
    /// Keeps the compiler from leaving out the reads that only fetch.
    private var fetched = 0

    /// Posts every document of a reading.
    static func make(_ documents: [Document], to ledger: inout Ledger) -> Offer {
        var offer = Offer()
        ledger.reserve(documents.count)
        // The same list while all are accepted: a second one of a million would be counted up and down one by one.
        var isWhole = true
        for (place, document) in documents.enumerated() {
            if documents.count > 1000, place % 32 == 0 {
                offer.fetched &+= ledger.fetchPlaces(of: documents[place..<min(place + 32, documents.count)])
            }
            let isAccepted = offer.take(document, ledger.post(document))
            if isWhole, !isAccepted {
                offer.accepted = Array(documents[..<place])
                isWhole = false
            } else if !isWhole, isAccepted {
                offer.accepted.append(document)
            }
        }
        if isWhole { offer.accepted = documents }
        return offer
    }

    /// What contradicts a booked document.
    private static let conflicts: [MessageTemplate] = [.amountConflict, .buyerConflict, .rateConflict]

    /// Notes what became of a document; whether it was accepted.
    private mutating func take(_ document: Document, _ posting: Posting) -> Bool {
        switch posting {
        case .booked:
            counts.booked += 1
            if !document.warnings.isEmpty { counts.warnings += 1 }
            return true
        case .alreadyBooked(let origin):
            counts.alreadyBooked += 1
            known = known ?? origin
            return true
        case .setAside(let message):
            setAside = setAside ?? message
            counts.setAside += 1
        case .refused(let message):
            let placed = Message(
                message.template, message.arguments, line: document.line.map { Int($0) }, field: message.field)
            refused.append((document, placed))
            counts.refused += 1
            if Offer.conflicts.contains(message.template) { counts.conflicts += 1 }
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
            + documents.flatMap { document in
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
