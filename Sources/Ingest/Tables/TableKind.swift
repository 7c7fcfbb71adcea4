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
    /// No kind fits.
    case unknown
}

/// The columns of a table by meaning.
struct TableColumns {
    private let places: [Heading: Int]
    let known: Int
    /// Amounts in the currency of their row, and for each the column that has it in the company's own.
    private let foreign: Set<Heading>
    private let own: [Heading: Int]

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
    }

    init(_ places: [Heading: Int]) {
        self.places = places
        self.known = places.count
        self.foreign = []
        self.own = places
    }

    subscript(_ heading: Heading) -> Int? { places[heading] }

    /// Whether amounts stand both in the currency of their row and in the company's own.
    var hasForeignAmounts: Bool { !foreign.isEmpty }

    /// Where to look for an amount: the first of these meanings that has a column.
    func amount(_ headings: Heading...) -> AmountPlaces {
        let first = headings.lazy.compactMap { places[$0] }.first
        guard hasForeignAmounts else { return AmountPlaces(always: first, inOwnCurrency: nil) }
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

    var isEmpty: Bool { always == nil && inOwnCurrency == nil }
    /// The column to name where the amount is missing.
    var first: Int? { always ?? inOwnCurrency }
}

extension TableColumns {
    /// Which kind of table this is.
    var verdict: TableVerdict {
        if fitsEvents { return .kind(.events) }
        let invoices = fitsInvoices
        let payments = fitsPayments
        if invoices, payments { return invoicesOrPayments }
        if invoices { return .kind(.invoices) }
        if payments { return .kind(.payments) }
        if has(.bucket, .notDue), !has(.invoiceNumber, .number) { return .ageing }
        return limitsOrCustomers
    }

    private var namesSomeone: Bool { has(.customer, .code, .siren, .siret, .vatNumber) }

    /// Rows that say what happened; decisions are known by who took them, ratings by their value.
    private var fitsEvents: Bool {
        guard has(.date, .from, .invoiceDate), !has(.insurer, .policy) else { return false }
        if has(.event) { return namesSomeone || has(.invoice, .invoiceNumber, .number) }
        guard namesSomeone else { return false }
        if has(.by), has(.internalLimit, .creditLimit, .insuredLimit, .amount, .terms) { return true }
        return isRatings && !has(.amount, .amountWithVAT, .number, .invoiceNumber)
    }

    /// A rating by its own name; or a `note` beside a registered number or its source, and nothing else that would make it
    /// a remark.
    private var isRatings: Bool {
        if has(.value) { return true }
        return has(.note) && has(.siren, .siret, .source)
            && !has(.invoice, .open, .paid, .debit, .credit, .due, .terms, .reference, .paymentReference, .payer)
            && !has(.status, .type, .net, .vat)
    }

    private var fitsInvoices: Bool {
        has(.number, .invoiceNumber, .invoice) && has(.date, .invoiceDate) && namesSomeone
            && (has(.amount, .amountWithVAT, .open, .debit, .lineAmount) || has(.net) && has(.vat))
    }

    private var fitsPayments: Bool {
        has(.date, .paymentDate) && has(.amount, .paid, .credit) && !has(.insurer, .policy)
            && (has(.reference, .paymentReference, .invoice, .invoiceNumber, .payer, .iban)
                || has(.paymentDate) && namesSomeone)
    }

    /// Only an invoice has a due date, a total with VAT or a rest to pay; only a payment has a payment date, a
    /// cheque number or a payer's IBAN. A list that has both is the invoices and how they were settled.
    private var invoicesOrPayments: TableVerdict {
        if has(.due, .invoiceDate, .open, .net, .amountWithVAT, .precedes, .lineAmount) { return .kind(.invoices) }
        let invoice = has(.number, .invoiceNumber, .terms)
        let payment = has(.paymentDate, .paymentReference, .iban, .payer) || has(.reference) && !invoice
        if invoice != payment { return .kind(invoice ? .invoices : .payments) }
        return .ambiguous(.invoices, .payments)
    }

    private var limitsOrCustomers: TableVerdict {
        guard namesSomeone else { return .unknown }
        let aboutLimits = count(.insurer, .policy, .insuredLimit, .share, .extensionDays, .declarationDays, .creditDays)
        let aboutCustomers = count(.terms, .parent, .sector, .segment, .salesOwner, .margin, .internalLimit)
        let hasLimit = has(.insuredLimit, .creditLimit) || has(.amount, .amountWithVAT) && has(.insurer, .policy)
        if hasLimit, aboutLimits > 0, aboutCustomers == 0 || !has(.internalLimit) { return .kind(.limits) }
        if hasLimit, aboutCustomers == 0 { return .ambiguous(.limits, .customers) }
        guard !has(.amount, .date, .invoiceDate, .paymentDate, .due) else { return .unknown }
        let identity = count(.customer, .code, .siren, .siret, .vatNumber)
        return identity + aboutCustomers >= 2 ? .kind(.customers) : .unknown
    }
}
