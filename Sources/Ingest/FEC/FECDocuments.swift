import Receivables

/// Turns the customer rows of a FEC into invoices, credit notes and payments.
///
/// * Of cash (`FECKinds`) a credit is a payment, a debit is one that came back or was paid back (`FECReturns`).
/// * Elsewhere a debit is an invoice and a credit is a credit note; the rows of one piece for one customer add up.
/// * What an entry only moves between the accounts of one customer is neither (`FECTransfers`).
/// * The lettering of an account ties the payments and credit notes of a group to its invoices, balanced or not, and
///   refunds to its credit notes; what moved to another account takes its invoices into the letterings of that.
/// * What an opening journal brings forward is marked as such (`FECOpenings`): the ledger knows it from a sale.
///
/// Whatever the reading, the documents' effects on a customer add up to the debit − credit of its rows.
struct FECDocuments {
    private let journals: FECJournals
    private let currency: Currency
    private var opened: [FECEntry] = []
    private var cash: [FECEntry] = []
    private var sold: [FECEntry] = []
    private let moves: [FECTransfers.Move]
    /// The days of the first row outside openings and of the last row.
    private let first: Day?
    private let last: Day?
    private let returns: FECReturns
    private var invoices = FECLettered()
    private var creditNotes = FECLettered()
    private var parties: [PartyKey: Party] = [:]

    private struct PartyKey: Hashable {
        let account: String
        let auxiliary: String
        let name: String
    }

    /// A document to be of invoices, credit notes and openings, with its lettering.
    private struct Item {
        let entry: FECEntry
        let number: FECNumbers.Number
        let effect: Int64
        let issued: Day
        var due: Day?
        var schedule: [Instalment] = []
        let letterings: [FECLettering]
        var opening: Opening?
    }

    /// Consumes the rows: of a large file there are not to be two copies.
    init(_ rows: consuming [FECEntry], _ journals: FECJournals, _ currency: Currency) {
        var entries = rows
        var kinds = FECKinds(journals, entries)
        for place in entries.indices { kinds.classify(&entries[place]) }
        let transfers = FECTransfers(entries, journals)
        for entry in transfers.entries {
            switch entry.kind {
            case .opening: opened.append(entry)
            case .cash: cash.append(entry)
            case .sales, .other: sold.append(entry)
            }
        }
        self.journals = journals
        self.currency = currency
        moves = transfers.moves
        first = entries.lazy.filter { $0.kind != .opening }.map(\.date).min()
        last = entries.lazy.map(\.date).max()
        returns = FECReturns(cash)
    }

    mutating func make() -> [Document] {
        let items = soldItems() + openingItems()
        for item in items {
            if item.effect > 0 { invoices.add(item.number.text, to: item.letterings) }
            if item.effect < 0 { creditNotes.add(item.number.text, to: item.letterings) }
        }
        followMoves(items)
        var documents: [Document] = []
        for item in items where item.effect != 0 { documents.append(.invoice(invoice(item))) }
        for entry in cash { documents.append(.payment(payment(entry))) }
        documents.sort { ($0.line ?? 0) < ($1.line ?? 0) }
        PaymentOrdinals.number(&documents)
        return documents
    }

    private func soldItems() -> [Item] {
        let pieces = FECPieces(sold).all
        let numbers = FECNumbers(pieces)
        return pieces.enumerated().map { index, piece in
            Item(
                entry: piece.first, number: numbers[index], effect: piece.effect, issued: piece.first.pieceDate,
                due: piece.due, schedule: piece.schedule, letterings: piece.letterings)
        }
    }

    private func openingItems() -> [Item] {
        guard !opened.isEmpty, let last else { return [] }
        return FECOpenings(opened, sold, journals, first: first, last: last).states.map { state in
            Item(
                entry: state.first, number: state.number, effect: state.effect, issued: state.issued,
                due: state.first.due, letterings: state.rows.compactMap(FECLettering.init), opening: state.opening)
        }
    }

    /// The invoices of what moved, by lettering or by piece, belong to the letterings of where it came to.
    private mutating func followMoves(_ items: [Item]) {
        guard !moves.isEmpty else { return }
        let named = Dictionary(
            items.filter { $0.effect > 0 }.map { ("\($0.entry.customerCode)|\($0.entry.piece)", $0.number.text) },
            uniquingKeysWith: { first, _ in first })
        for move in moves {
            let letterings = move.to.compactMap(FECLettering.init)
            for entry in move.from {
                let lettered = FECLettering(entry).map { invoices[$0] } ?? []
                let piece = lettered.isEmpty ? named["\(entry.customerCode)|\(entry.piece)"] : nil
                for number in lettered + (piece.map { [$0] } ?? []) { invoices.add(number, to: letterings) }
            }
        }
    }

    private mutating func party(_ entry: FECEntry) -> Party {
        let key = PartyKey(account: entry.account, auxiliary: entry.auxiliary, name: entry.auxiliaryName)
        if let party = parties[key] { return party }
        let name = entry.auxiliary.isEmpty && entry.auxiliaryName.isEmpty ? entry.accountName : entry.auxiliaryName
        let party = Party(name: name.isEmpty ? nil : name, code: entry.customerCode)
        parties[key] = party
        return party
    }

    private mutating func invoice(_ item: Item) -> Invoice {
        let entry = item.entry
        let isCredit = item.effect < 0
        var warnings: [Message] = []
        if let remark = item.number.remark { warnings.append(remark) }
        if entry.kind == .other, isCredit { warnings.append(Message(.fecOtherCredit, ["value": entry.journal])) }
        let settled = isCredit ? item.letterings.flatMap { invoices[$0] } : []
        let isPlain = warnings.isEmpty && settled.isEmpty && item.schedule.isEmpty && item.opening == nil
        return Invoice(
            number: item.number.text, type: isCredit ? .creditNote : .invoice, issued: item.issued,
            due: item.due.map { DueDate($0) }, currency: currency,
            payable: item.effect.bounded, buyer: party(entry),
            details: isPlain
                ? .none
                : InvoiceDetails(
                    precedes: settled.map { DocumentReference(number: $0) }, instalments: item.schedule,
                    warnings: warnings, opening: item.opening),
            line: Int32(truncatingIfNeeded: entry.line))
    }

    private mutating func payment(_ entry: FECEntry) -> Payment {
        let kind: Payment.Kind = entry.effect < 0 ? .payment : returns.isReturn(entry) ? .return : .refund
        return Payment(
            kind: kind, reference: FECNumbers.reference(of: entry), date: entry.date,
            amount: entry.effect.bounded, currency: currency, payer: party(entry),
            remittance: settled(by: entry, kind).map { RemittanceReference(number: $0) },
            text: entry.label.isEmpty ? nil : entry.label, isFromBooks: true,
            line: Int32(truncatingIfNeeded: entry.line))
    }

    /// The documents that cash settles: those lettered with it, or the invoice its row names.
    private func settled(by entry: FECEntry, _ kind: Payment.Kind) -> [String] {
        let lettering = FECLettering(entry)
        let lettered = lettering.map { (kind == .refund ? creditNotes[$0] : []) + invoices[$0] } ?? []
        return lettered.isEmpty && FECNumbers.isReference(entry.invoiceNumber) ? [entry.invoiceNumber] : lettered
    }
}
