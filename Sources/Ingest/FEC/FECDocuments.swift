import Receivables

/// Turns the customer rows of a FEC into invoices, credit notes and payments.
///
/// * In a cash journal a credit is a payment, a debit is one taken back or paid back.
/// * Elsewhere a debit is an invoice and a credit is a credit note; the rows of one piece for one customer add up.
/// * The lettering of an account ties the payments and credit notes of a group to its invoices, balanced or not.
/// * What an opening journal brings forward is marked as such (`FECOpenings`): the ledger knows it from a sale.
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

    /// A document to be of invoices, credit notes and openings, with its lettering.
    private struct Item {
        let entry: FECEntry
        let number: FECNumbers.Number
        let effect: Int64
        let issued: Day
        let groups: [GroupKey]
        var opening: Opening?
    }

    init(_ entries: [FECEntry], _ journals: FECJournals, _ currency: Currency) {
        self.entries = entries
        self.journals = journals
        self.currency = currency
    }

    mutating func make() -> [Document] {
        let items = soldItems() + openingItems()
        var invoicesOfGroup: [GroupKey: [String]] = [:]
        for item in items where item.effect > 0 {
            for group in item.groups where invoicesOfGroup[group]?.contains(item.number.text) != true {
                invoicesOfGroup[group, default: []].append(item.number.text)
            }
        }
        var documents: [Document] = []
        for item in items where item.effect != 0 {
            documents.append(.invoice(invoice(item, item.groups.flatMap { invoicesOfGroup[$0] ?? [] })))
        }
        for entry in entries where kind(entry.journal) == .cash {
            let settles = FECDocuments.group(entry).flatMap { invoicesOfGroup[$0] } ?? []
            documents.append(.payment(payment(entry, settles)))
        }
        documents.sort { ($0.line ?? 0) < ($1.line ?? 0) }
        PaymentOrdinals.number(&documents)
        return documents
    }

    private mutating func soldItems() -> [Item] {
        let pieces = pieces()
        let numbers = FECNumbers(pieces.map { FECNumbers.Piece($0.first, effect: $0.effect, isNamed: $0.isNamed) })
        return pieces.enumerated().map { index, piece in
            Item(
                entry: piece.first, number: numbers[index], effect: piece.effect, issued: piece.first.pieceDate,
                groups: piece.group.map { [$0] } ?? [])
        }
    }

    private mutating func openingItems() -> [Item] {
        let opened = entries.filter { kind($0.journal) == .opening }
        guard !opened.isEmpty else { return [] }
        let ordinary = entries.filter { kind($0.journal) != .opening }
        let openings = FECOpenings(
            opened, ordinary.filter { kind($0.journal) != .cash }, journals, first: ordinary.map(\.date).min(),
            last: entries.map(\.date).max() ?? opened[0].date)
        return openings.states.map { state in
            Item(
                entry: state.first, number: state.number, effect: state.effect, issued: state.issued,
                groups: state.rows.compactMap(FECDocuments.group), opening: state.opening)
        }
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

    /// The rows outside cash and opening journals, those of one piece of one customer added up, in file order.
    private mutating func pieces() -> [Piece] {
        var pieces: [Piece] = []
        var places: [PieceKey: Int] = [:]
        for entry in entries where kind(entry.journal) != .cash && kind(entry.journal) != .opening {
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

    private mutating func invoice(_ item: Item, _ settles: [String]) -> Invoice {
        let entry = item.entry
        let isCredit = item.effect < 0
        var warnings: [Message] = []
        if let remark = item.number.remark { warnings.append(remark) }
        if kind(entry.journal) == .other, isCredit {
            warnings.append(Message(.fecOtherCredit, ["value": entry.journal]))
        }
        let precedes = isCredit ? settles.map { DocumentReference(number: $0) } : []
        let isPlain = warnings.isEmpty && precedes.isEmpty && item.opening == nil
        return Invoice(
            number: item.number.text, type: isCredit ? .creditNote : .invoice, issued: item.issued,
            due: entry.due.map { DueDate($0) }, currency: currency,
            payable: item.effect.bounded, buyer: party(entry),
            details: isPlain
                ? .none : InvoiceDetails(precedes: precedes, warnings: warnings, opening: item.opening),
            line: Int32(truncatingIfNeeded: entry.line))
    }

    private mutating func payment(_ entry: FECEntry, _ settles: [String]) -> Payment {
        Payment(
            kind: Payment.Kind(entry: entry.effect, label: entry.label),
            reference: FECNumbers.reference(of: entry), date: entry.date,
            amount: entry.effect.bounded, currency: currency, payer: party(entry),
            remittance: settles.map { RemittanceReference(number: $0) },
            text: entry.label.isEmpty ? nil : entry.label, isFromBooks: true,
            line: Int32(truncatingIfNeeded: entry.line))
    }
}
