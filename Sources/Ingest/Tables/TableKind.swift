import Receivables

/// What the rows of a table are. The header alone decides.
enum TableKind: Equatable {
    case invoices, payments, limits, customers, events
}

/// What the header leaves to decide.
enum TableVerdict: Equatable {
    case kind(TableKind)
    /// Both fit; the columns that would settle it are named in the refusal.
    case ambiguous(TableKind, TableKind)
    /// A *balance âgée*: sums by age, no documents.
    case ageing
    /// Entries of accounts: not every row is a customer's, and a credit may be a payment as well as a credit note.
    case ledger
    /// An insurer's table without the limits.
    case limitless
    /// Amounts in the column of this place are in thousands.
    case thousands(Int)
    /// No kind fits.
    case unknown
}

/// The columns of a table by meaning.
struct TableColumns {
    private var places: [Heading: Int]
    let known: Int
    /// Amounts in the currency of their row, and for each the column that has it in the company's own.
    private let foreign: Set<Heading>
    private let own: [Heading: Int]
    /// A column of amounts in thousands.
    private let thousands: Int?
    /// The currencies that headings name, by column.
    private var currencies: [Int: Currency] = [:]

    /// The first column of each meaning counts, unless a later one speaks better for it.
    init(_ meaning: HeaderMeaning) {
        var places: [Heading: Int] = [:]
        var foreign: [Heading: Int] = [:]
        for (index, heading) in meaning.headings.enumerated() {
            guard let heading else { continue }
            if meaning.foreign.contains(index) {
                foreign[heading] = foreign[heading] ?? index
            } else if places[heading].map({ meaning.isBetter(index, than: $0) }) ?? true {
                places[heading] = index
            }
        }
        self.own = places
        self.foreign = Set(foreign.keys)
        self.places = places.merging(foreign) { $1 }
        self.known = meaning.headings.count { $0 != nil }
        self.thousands = meaning.thousands
        self.currencies = meaning.currencies
    }

    init(_ places: [Heading: Int]) {
        self.places = places
        self.known = places.count
        self.foreign = []
        self.own = places
        self.thousands = nil
    }

    subscript(_ heading: Heading) -> Int? { places[heading] }

    /// Takes another column for whoever a row is about, or none.
    mutating func settle(_ heading: Heading, _ place: Int?) { places[heading] = place }

    /// Whether amounts stand both in the currency of their row and in the company's own.
    var hasForeignAmounts: Bool { !foreign.isEmpty }

    /// Where to look for an amount: the first of these meanings that has a column.
    func amount(_ headings: Heading...) -> AmountPlaces {
        let first = headings.lazy.compactMap { places[$0] }.first
        guard hasForeignAmounts else {
            return AmountPlaces(always: first, inOwnCurrency: nil, currency: first.flatMap { currencies[$0] })
        }
        let stated = headings.lazy.filter { foreign.contains($0) }.compactMap { places[$0] }.first
        return AmountPlaces(always: stated, inOwnCurrency: headings.lazy.compactMap { own[$0] }.first)
    }

    func contains(_ place: Int) -> Bool { places.values.contains(place) }

    /// The first of these meanings that has a column.
    func first(_ headings: Heading...) -> Int? {
        for heading in headings { if let place = places[heading] { return place } }
        return nil
    }

    func has(_ headings: Heading...) -> Bool { headings.contains { places[$0] != nil } }
    func count(_ headings: Heading...) -> Int { headings.count { places[$0] != nil } }
}

/// The columns that may hold one amount of a row.
struct AmountPlaces {
    /// In the currency of the row, whatever it is.
    let always: Int?
    /// In the company's currency: right only for a row in it.
    let inOwnCurrency: Int?
    /// The currency that the heading of `always` names: right only for a row in it.
    var currency: Currency?

    static let none = AmountPlaces(always: nil, inOwnCurrency: nil)
    var isEmpty: Bool { always == nil && inOwnCurrency == nil }
    /// The column to name where the amount is missing.
    var first: Int? { always ?? inOwnCurrency }
}

extension TableColumns {
    /// Which kind of table this is.
    var verdict: TableVerdict {
        if let thousands { return .thousands(thousands) }
        if fitsEvents { return .kind(.events) }
        let documents = invoicesOrPayments
        if isLedger || documents == .kind(.invoices) && has(.sense) { return .ledger }
        if let documents { return documents }
        if has(.bucket, .notDue), !has(.invoiceNumber, .number, .invoiceDate, .due) { return .ageing }
        return limitsOrCustomers
    }

    private var namesSomeone: Bool { has(.customer, .code, .siren, .siret, .vatNumber, .nationalNumber) }

    // MARK: - Events

    /// Rows that say what happened; decisions are known by who took them, ratings by their value.
    private var fitsEvents: Bool {
        guard has(.date, .from, .invoiceDate), !has(.insurer, .policy) else { return false }
        if has(.event) { return namesSomeone || has(.invoice, .invoiceNumber, .number) }
        // Packages write beside each invoice who entered it and what can be done with it.
        if has(.number, .invoiceNumber), has(.due, .amountWithVAT, .net, .open, .lineAmount) { return false }
        if has(.action) { return namesSomeone || has(.invoice, .invoiceNumber, .number) }
        guard namesSomeone, !fitsInvoices else { return false }
        return isDecisions || isRatings && !has(.amount, .amountWithVAT, .number, .invoiceNumber)
    }

    /// A limit and who decided it; a plain amount or terms only where nothing shows a list of invoices or payments.
    private var isDecisions: Bool {
        if has(.internalLimit, .creditLimit, .insuredLimit) { return has(.by, .user) }
        return has(.by) && has(.amount, .terms)
            && !has(.number, .invoiceNumber, .invoice, .due, .reference, .paymentReference)
            && !has(.paymentDate, .bookingDate, .paymentMode, .payer, .iban)
    }

    /// A rating by its own name; or a `note` beside a registered number or its source, and nothing else that would make it
    /// a remark.
    private var isRatings: Bool {
        if has(.value) { return true }
        return has(.note) && has(.siren, .siret, .source)
            && !has(.invoice, .open, .paid, .debit, .credit, .due, .terms, .reference, .paymentReference, .payer)
            && !has(.status, .type, .net, .vat)
    }

    // MARK: - Invoices and payments

    /// Invoices, payments or either; nil where it is neither.
    private var invoicesOrPayments: TableVerdict? {
        switch (fitsInvoices, fitsPayments) {
        case (true, true): moreLikely
        case (true, false): .kind(.invoices)
        case (false, true): .kind(.payments)
        case (false, false): nil
        }
    }

    private var fitsInvoices: Bool {
        has(.number, .invoiceNumber, .invoice) && namesSomeone
            && (has(.date, .invoiceDate) || has(.bookingDate) && (has(.due) || statesInvoices))
            && (has(.amount, .amountWithVAT, .open, .debit, .lineAmount) || has(.net) && has(.vat))
    }

    /// Amounts that only invoices have, or the invoice a credit note corrects.
    private var statesInvoices: Bool { has(.open, .net, .amountWithVAT, .precedes, .lineAmount) }

    private var fitsPayments: Bool {
        has(.date, .paymentDate, .bookingDate) && has(.amount, .paid, .credit) && !has(.insurer, .policy)
            && (has(.reference, .paymentReference, .invoice, .invoiceNumber, .payer, .iban)
                || has(.paymentDate, .bookingDate) && namesSomeone)
    }

    /// The number of a receipt, the invoice it pays and how.
    private var isReceipts: Bool { has(.number) && has(.invoice, .invoiceNumber) && has(.paymentMode) }

    /// Only an invoice has a due date, a total with VAT or a rest to pay; only a payment has a payment date, a
    /// cheque number or a payer's IBAN. A list that has both is the invoices and how they were settled. The means of
    /// payment stands beside either, and a receipt may have the due date of a bill.
    private var moreLikely: TableVerdict {
        if statesInvoices { return .kind(.invoices) }
        if isReceipts { return has(.invoiceDate) ? .ambiguous(.invoices, .payments) : .kind(.payments) }
        if has(.due, .invoiceDate) { return .kind(.invoices) }
        let invoice = has(.number, .invoiceNumber, .terms)
        let payment =
            has(.paymentDate, .bookingDate, .paymentReference, .iban, .payer)
            || has(.paymentMode) && !has(.terms, .vat, .type) || has(.reference) && !invoice
        if invoice != payment { return .kind(invoice ? .invoices : .payments) }
        return .ambiguous(.invoices, .payments)
    }

    /// Debits and credits by journal, or with what settles what.
    private var isLedger: Bool {
        has(.debit, .credit) && has(.journal, .lettering) && has(.date, .invoiceDate, .bookingDate) && namesSomeone
    }

    // MARK: - Limits and customers

    private var limitsOrCustomers: TableVerdict {
        guard namesSomeone else { return .unknown }
        let aboutLimits = count(.insurer, .policy, .insuredLimit, .share, .extensionDays, .declarationDays, .creditDays)
        let aboutCustomers = count(.terms, .parent, .sector, .segment, .salesOwner, .margin, .internalLimit)
        let hasLimit = has(.insuredLimit, .creditLimit) || has(.amount, .amountWithVAT) && has(.insurer, .policy)
        if hasLimit, aboutLimits > 0, aboutCustomers == 0 || !has(.internalLimit) { return .kind(.limits) }
        if hasLimit, aboutCustomers == 0 { return .ambiguous(.limits, .customers) }
        if aboutCustomers == 0, has(.insurer) || has(.policy) && (aboutLimits > 1 || has(.from, .to)) {
            return .limitless
        }
        guard !has(.amount, .date, .invoiceDate, .paymentDate, .bookingDate, .due) else { return .unknown }
        let identity = count(.customer, .code, .siren, .siret, .vatNumber)
        return identity + aboutCustomers >= 2 ? .kind(.customers) : .unknown
    }
}
