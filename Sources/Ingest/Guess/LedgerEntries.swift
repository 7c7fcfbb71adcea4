import Receivables

/// What the rows of a journal or ledger book, by their journal as in the FEC, where there is one, or by their words.
struct LedgerEntries {
    private let sample: TableSample
    private let journal: Int?
    private let label: Int?
    private let debit: Int?
    private let credit: Int?
    private var journals = FECJournals()
    /// Whether accounts of the bank or of sales stand beside the customers'.
    let hasGeneral: Bool

    init(_ columns: [ColumnEvidence], _ sample: TableSample) {
        func place(_ heading: Heading) -> Int? { columns.first { $0.heading == heading }?.place }
        self.sample = sample
        journal = place(.journal)
        label = place(.label)
        debit = place(.debit)
        credit = place(.credit)
        let accounts = columns.first {
            $0.namesAccounts && LedgerAccounts.isGeneral(sample.values($0.place))
        }
        hasGeneral = accounts != nil
        for row in sample.rows.indices {
            _ = journals.add(
                FECPosting(
                    journal: code(row), journalName: code(row), number: "", date: "",
                    account: accounts.map { sample.value(row, $0.place) } ?? "", auxiliary: "", piece: "", effect: 0))
        }
    }

    /// A journal's code without the figure that counts several of a kind: `BQ1`.
    private func code(_ row: Int) -> String { journal.map { LedgerEntries.code(sample.value(row, $0)) } ?? "" }

    private static func code(_ journal: String) -> String {
        var code = Substring(journal)
        while let last = code.last, last.isNumber { code = code.dropLast() }
        return code.isEmpty ? journal : String(code)
    }

    func isCredit(_ row: Int) -> Bool { isFilled(row, credit) }
    private func isDebit(_ row: Int) -> Bool { isFilled(row, debit) }

    private func isFilled(_ row: Int, _ place: Int?) -> Bool {
        guard let place, let number = CellShape.number(sample.value(row, place)) else { return false }
        return number.coefficient != 0
    }

    /// What the rows of a journal make of the customers' accounts among them.
    func kind(ofJournal journal: String, rows: [Int]) -> FECKind {
        let known = journals.kind(LedgerEntries.code(journal))
        guard known == .other, rows.allSatisfy({ !isDebit($0) }) else { return known }
        return rows.count { speaksOfPayment($0) } * 2 > rows.count ? .cash : .other
    }

    private func words(_ row: Int) -> [String] {
        label.map { Identifiers.folded(sample.value(row, $0)).split(separator: " ").map(String.init) } ?? []
    }

    private func speaksOfPayment(_ row: Int) -> Bool {
        words(row).contains { $0.utf8.count > 1 && Payment.Kind(word: $0) == .payment }
    }

    private func speaksOfInvoice(_ row: Int) -> Bool {
        words(row).contains { InvoiceType(word: $0) == .invoice }
    }

    /// +1 for a row as only a customer's is: a sale in debit, money received in credit. −1 for the opposite.
    func effect(ofRow row: Int) -> Int {
        let side = (isDebit(row) ? 1 : 0) - (isCredit(row) ? 1 : 0)
        guard journal != nil else { return speaksOfInvoice(row) ? side : 0 }
        switch journals.kind(code(row)) {
        case .sales: return side
        case .cash: return -side
        case .opening, .other: return 0
        }
    }
}
