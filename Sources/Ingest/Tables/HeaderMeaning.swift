import Receivables

/// What the names of a header mean together: some tell only beside others.
struct HeaderMeaning {
    let keys: [HeadingKey]
    /// The meaning of each column; nil for a name not in the vocabulary.
    private(set) var headings: [Heading?]
    /// Columns of amounts in the currency that the row's own column names.
    private(set) var foreign: Set<Int> = []
    /// A column of amounts in thousands, which would be read a thousand times too small.
    private(set) var thousands: Int?

    init(_ names: [String]) {
        keys = names.map { HeadingKey($0) }
        headings = names.map { Heading(name: $0) }
        takeForeignAmounts()
        settlePayable()
        settleDeposits()
        settleBalances()
        settleAccounts()
        settleTitle()
        settleDecision()
        thousands = names.indices.first { headings[$0] == nil && Heading(inThousands: names[$0]) != nil }
    }

    /// Whether a column speaks better for its meaning than one before it: a number that people write before a key of
    /// some database, the day a limit begins before the day it was decided, a customer before its contact.
    func isBetter(_ place: Int, than known: Int) -> Bool {
        guard let heading = headings[place] else { return false }
        if [.customer, .siren, .siret, .vatNumber, .nationalNumber].contains(heading) {
            return CustomerColumns.rank(keys[place], heading) < CustomerColumns.rank(keys[known], heading)
        }
        if let lesser = HeaderMeaning.lesser[heading] {
            return lesser.contains(keys[known].key) && !lesser.contains(keys[place].key)
        }
        return HeaderMeaning.numbers.contains(heading) && keys[known].isInternal && keys[place].isReference
    }

    /// The currencies that headings name, by column.
    var currencies: [Int: Currency] {
        var currencies: [Int: Currency] = [:]
        for (place, key) in keys.enumerated() { currencies[place] = key.currency }
        return currencies
    }

    private static let numbers: Set<Heading> = [.invoiceNumber, .number, .invoice]

    private static let lesser: [Heading: Set<String>] = [
        .from: ["datedecision", "decisiondate"], .code: ["nocompte"], .invoiceDate: ["postingdate"],
    ]

    /// The day of a decision, which need not be the one it takes effect on.
    static func isDecisionDay(_ key: HeadingKey) -> Bool { lesser[.from]?.contains(key.key) ?? false }

    private func has(_ wanted: Heading...) -> Bool {
        headings.contains { heading in heading.map { wanted.contains($0) } ?? false }
    }

    /// `Montant TTC, devise d'origine` is an amount only beside a column that says of which currency.
    private mutating func takeForeignAmounts() {
        guard has(.currency) else { return }
        for (place, key) in keys.enumerated() where headings[place] == nil {
            guard let amount = Heading(foreign: key) else { continue }
            headings[place] = amount
            foreign.insert(place)
        }
    }

    /// *Net à payer* beside the total with VAT is what the invoice asks for, whichever stands first. What falls due is the
    /// amount where no other is stated.
    private mutating func settlePayable() {
        let totals = keys.indices.filter { headings[$0] == .amountWithVAT }
        let asked = totals.filter { HeaderMeaning.asked.contains(keys[$0].key) }
        if asked.count < totals.count { for place in asked { headings[place] = .payable } }
        guard !has(.amount, .amountWithVAT, .lineAmount, .net, .debit, .credit) else { return }
        for place in keys.indices where headings[place] == .part { headings[place] = .amount }
    }

    private static let asked: Set<String> = [
        "netapayer", "montantnetapayer", "netapayerttc", "montantnetapayerttc", "montantapayer", "montantaregler",
        "totalapayer", "netaregler",
    ]

    /// *Acompte* beside *Réglé* is what was paid before it; beside *Total réglé* it is a part of that.
    private mutating func settleDeposits() {
        let paid = keys.indices.filter { headings[$0] == .paid }
        let deposits = paid.filter { keys[$0].isDeposit }
        guard deposits.count < paid.count else { return }
        let isWhole = paid.contains { keys[$0].saysTotal && !keys[$0].isDeposit }
        for place in deposits { headings[place] = isWhole ? .other : .deposit }
    }

    /// Beside debits and credits a balance runs on from row to row; elsewhere it is what is left open of the row.
    private mutating func settleBalances() {
        let runs = has(.debit) && has(.credit) && !has(.amount, .amountWithVAT, .lineAmount)
        let isElsewhere = has(.open)
        for (place, heading) in headings.enumerated() where heading == .balance {
            headings[place] = runs || isElsewhere ? .other : .open
        }
    }

    /// A bank calls the holder's own account by name and number; in other tables these are the customer's.
    private mutating func settleAccounts() {
        guard isStatement else { return }
        let isBank = keys.contains { HeaderMeaning.counterparties.contains($0.key) }
        for (place, key) in keys.enumerated() {
            switch (headings[place], key.key) {
            case (.customer, "accountname"), (.code, "nocompte"): headings[place] = .other
            case (.code, "compte"), (.code, "account"), (.code, "accountno"):
                if isBank { headings[place] = .other }
            default: continue
            }
        }
    }

    /// Days and amounts, and nothing that only lists of documents, limits or events have.
    private var isStatement: Bool {
        has(.date, .paymentDate, .bookingDate) && has(.amount, .paid, .debit, .credit)
            && !has(.number, .invoiceNumber, .invoice, .due, .open, .event, .action, .by, .value, .insurer, .policy)
    }

    /// What banks call the other side of a movement.
    private static let counterparties: Set<String> = [
        "contrepartie", "nomcontrepartie", "counterparty", "counterpartyname", "partnername",
    ]

    /// Beside an account, *Intitulé* is its holder's name, unless it may be what an invoice is about.
    private mutating func settleTitle() {
        guard !has(.customer), has(.code, .siren, .siret) else { return }
        guard let title = keys.firstIndex(where: { $0.key == "intitule" }) else { return }
        let isAboutDocuments = has(.date, .invoiceDate, .due, .paymentDate, .bookingDate)
        guard !isAboutDocuments || headings.count(where: { $0 == .label }) > 1 else { return }
        headings[title] = .customer
    }

    /// What an insurer decided may be called by any name. A limit that is read as granted because nobody knew the column
    /// that ends it would be cover that is not there.
    private mutating func settleDecision() {
        guard has(.insurer, .policy, .insuredLimit) else { return }
        for place in keys.indices where headings[place] == nil && keys[place].isDecision { headings[place] = .status }
    }

    /// All columns of one meaning, where more than the first counts.
    func places(of heading: Heading) -> [Int] { headings.indices.filter { headings[$0] == heading } }
}
