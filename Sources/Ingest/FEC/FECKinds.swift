import Receivables

/// What each customer row of a FEC books: the accounts of its entry say it first, its journal where they do not.
///
/// 1. An opening: of an opening journal; or an entry against equity that is called an opening or stands on the first
///    day of the books; or one of that day, called so, of a journal for everything.
/// 2. Cash: against bank or till; a credit against a third party (a payment platform) outside sales journals.
/// 3. A sale: against class 7 or VAT alone. Where one entry sells and is paid, its debits are the sale.
struct FECKinds {
    private let journals: FECJournals
    /// The day of the first entries, where it begins a month.
    private let first: Day?
    private var known: [String: FECKind] = [:]

    init(_ journals: FECJournals, _ entries: [FECEntry]) {
        self.journals = journals
        let day = entries.map(\.date).min()
        first = day == day?.startOfMonth ? day : nil
    }

    /// Gives the entry its kind. A sale goes by the number of its invoice, where the export states that by itself; some
    /// cut it short where PieceRef has it whole.
    mutating func classify(_ entry: inout FECEntry) {
        entry.kind = kind(of: entry)
        guard entry.kind == .sales || entry.kind == .opening, FECNumbers.isReference(entry.invoiceNumber),
            !entry.piece.hasPrefix(entry.invoiceNumber)
        else { return }
        entry.piece = entry.invoiceNumber
    }

    private mutating func kind(of entry: FECEntry) -> FECKind {
        let journal = kind(of: entry.journal)
        let traits = journals.transactions[entry.transaction]
        if journal == .opening || isOpening(entry, traits, journal) { return .opening }
        if traits.contains(.cash) { return traits.contains(.sales) && !isPaid(entry) ? .sales : .cash }
        if traits.contains(.sales) { return .sales }
        if traits.contains(.thirdParty), journal != .sales, isPaid(entry) { return .cash }
        let sells = !traits.isDisjoint(with: [.income, .tax]) && !traits.contains(.expense)
        return sells ? .sales : journal
    }

    private func isPaid(_ entry: FECEntry) -> Bool { entry.effect < 0 || FECReturns.speaks(entry.words) }

    private mutating func kind(of journal: String) -> FECKind {
        if let kind = known[journal] { return kind }
        let kind = journals.kind(journal)
        known[journal] = kind
        return kind
    }

    private func isOpening(_ entry: FECEntry, _ traits: FECTraits, _ journal: FECKind) -> Bool {
        guard traits.contains(.balanced), traits.isDisjoint(with: [.sales, .income, .expense]) else { return false }
        let isFirst = entry.date == first
        if traits.contains(.equity) { return isFirst || FECKinds.saysOpening(entry) }
        guard isFirst, journal == .other, traits.isDisjoint(with: [.cash, .tax, .thirdParty]) else { return false }
        return FECKinds.saysOpening(entry)
    }

    private static func saysOpening(_ entry: FECEntry) -> Bool {
        FECJournals.isOpeningName(entry.piece) || FECJournals.isOpeningName(entry.number)
            || FECJournals.saysOpening(entry.words)
    }
}
