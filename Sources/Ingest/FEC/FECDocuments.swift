import Receivables

/// Turns the customer rows of a FEC into invoices, credit notes and payments.
///
/// * In a cash journal a credit is a payment, a debit is one taken back or paid back.
/// * Elsewhere a debit is an invoice and a credit is a credit note; the rows of one piece for one customer add up.
/// * The lettering of an account ties the payments and credit notes of a group to its invoices, balanced or not.
///
/// Whatever the reading, the documents' effects on a customer add up to the debit − credit of its rows.
struct FECDocuments {
    private let entries: [FECEntry]
    private let journals: FECJournals
    private let currency: Currency
    private var parties: [PartyKey: Party] = [:]
    private var kinds: [String: FECJournalKind] = [:]

    private struct PartyKey: Hashable {
        let account: String
        let auxiliary: String
        let name: String
    }

    private struct PieceKey: Hashable {
        let journal: String
        let account: String
        let auxiliary: String
        let piece: String
        let date: Day
        /// Entries without a usable reference stand alone, by their line.
        let line: Int
    }

    /// A lettering code means something only within its account and auxiliary.
    private struct GroupKey: Hashable {
        let account: String
        let auxiliary: String
        let code: String
    }

    /// Rows that make one document.
    private struct Piece {
        var first: FECEntry
        var effect: Int64
        var group: GroupKey?
        var isNamed: Bool
    }

    init(_ entries: [FECEntry], _ journals: FECJournals, _ currency: Currency) {
        self.entries = entries
        self.journals = journals
        self.currency = currency
    }

    mutating func make() -> [Document] {
        let pieces = pieces()
        let numbers = FECNumbers(pieces.map { FECNumbers.Piece($0.first, effect: $0.effect, isNamed: $0.isNamed) })
        var invoicesOfGroup: [GroupKey: [String]] = [:]
        for (index, piece) in pieces.enumerated() where piece.effect > 0 {
            if let group = piece.group { invoicesOfGroup[group, default: []].append(numbers[index].text) }
        }
        var documents: [Document] = []
        for (index, piece) in pieces.enumerated() where piece.effect != 0 {
            let settles = piece.group.flatMap { invoicesOfGroup[$0] } ?? []
            documents.append(.invoice(invoice(piece, numbers[index], settles)))
        }
        for entry in entries where kind(entry.journal) == .cash {
            let settles = FECDocuments.group(entry).flatMap { invoicesOfGroup[$0] } ?? []
            documents.append(.payment(payment(entry, settles)))
        }
        documents.sort { ($0.line ?? 0) < ($1.line ?? 0) }
        PaymentOrdinals.number(&documents)
        return documents
    }

    private mutating func kind(_ journal: String) -> FECJournalKind {
        if let kind = kinds[journal] { return kind }
        let kind = journals.kind(journal)
        kinds[journal] = kind
        return kind
    }

    private static func group(_ entry: FECEntry) -> GroupKey? {
        guard !entry.lettering.isEmpty else { return nil }
        return GroupKey(account: entry.account, auxiliary: entry.auxiliary, code: entry.lettering)
    }

    /// The rows outside cash journals, those of one piece of one customer added up, in file order.
    private mutating func pieces() -> [Piece] {
        var pieces: [Piece] = []
        var places: [PieceKey: Int] = [:]
        for entry in entries where kind(entry.journal) != .cash {
            let isNamed = FECNumbers.isReference(entry.piece)
            let key = PieceKey(
                journal: entry.journal, account: entry.account, auxiliary: entry.auxiliary, piece: entry.piece,
                date: entry.pieceDate, line: isNamed ? 0 : entry.line)
            if let place = places[key] {
                let (sum, overflow) = pieces[place].effect.addingReportingOverflow(entry.effect)
                guard !overflow else { continue }
                pieces[place].effect = sum
                pieces[place].group = pieces[place].group ?? FECDocuments.group(entry)
            } else {
                places[key] = pieces.count
                pieces.append(
                    Piece(first: entry, effect: entry.effect, group: FECDocuments.group(entry), isNamed: isNamed))
            }
        }
        return pieces
    }

    private mutating func party(_ entry: FECEntry) -> Party {
        let key = PartyKey(account: entry.account, auxiliary: entry.auxiliary, name: entry.auxiliaryName)
        if let party = parties[key] { return party }
        let name = entry.auxiliary.isEmpty && entry.auxiliaryName.isEmpty ? entry.accountName : entry.auxiliaryName
        let party = Party(name: name.isEmpty ? nil : name, code: entry.customerCode)
        parties[key] = party
        return party
    }

    private mutating func invoice(_ piece: Piece, _ number: FECNumbers.Number, _ settles: [String]) -> Invoice {
        let entry = piece.first
        let isCredit = piece.effect < 0
        let kind = kind(entry.journal)
        var warnings: [Message] = []
        if let remark = number.remark { warnings.append(remark) }
        if kind == .opening { warnings.append(Message(.fecOpening)) }
        if kind == .other, isCredit { warnings.append(Message(.fecOtherCredit, ["value": entry.journal])) }
        let precedes = isCredit ? settles.map { DocumentReference(number: $0) } : []
        let isPlain = warnings.isEmpty && precedes.isEmpty
        return Invoice(
            number: number.text, type: isCredit ? .creditNote : .invoice, issued: entry.pieceDate,
            due: entry.due.map { DueDate($0) }, currency: currency,
            payable: piece.effect.bounded, buyer: party(entry),
            details: isPlain ? .none : InvoiceDetails(precedes: precedes, warnings: warnings),
            line: Int32(truncatingIfNeeded: entry.line))
    }

    private mutating func payment(_ entry: FECEntry, _ settles: [String]) -> Payment {
        let isReceived = entry.effect < 0
        let words = Identifiers.folded(entry.label)
        let isRefund = words.contains("rembours") || words.contains("refund")
        return Payment(
            kind: isReceived ? .payment : isRefund ? .refund : .return,
            reference: FECNumbers.reference(of: entry), date: entry.date,
            amount: entry.effect.bounded, currency: currency, payer: party(entry),
            remittance: settles.map { RemittanceReference(number: $0) },
            text: entry.label.isEmpty ? nil : entry.label, line: Int32(truncatingIfNeeded: entry.line))
    }
}
