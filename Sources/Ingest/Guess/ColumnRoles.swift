import Receivables

/// Which column of an unknown table is what: by its name where that is known and its values agree, else by its values.
struct ColumnRoles {
    private let sample: TableSample
    let columns: [ColumnEvidence]
    private(set) var places: [TableField: Int] = [:]
    /// Fields whose column no name pointed at.
    private(set) var byValues: [TableField] = []
    let isPayments: Bool
    let isAgeing: Bool
    /// Money in and out, as a bank or a cash book writes it: not every row is a customer's.
    let isAccount: Bool
    /// Entries of a journal or ledger: not every row is a customer's, and a credit need not be a credit note.
    let isLedger: Bool
    private(set) var buckets: [String] = []

    init(_ sample: TableSample) {
        self.sample = sample
        let meaning = HeaderMeaning(sample.names)
        let hasStatus = meaning.headings.contains(.status)
        columns = sample.names.indices.map { place in
            let isStatus = !hasStatus && HeadingKey(sample.names[place]).isDecision
            return ColumnEvidence(sample, place, meaning.headings[place] ?? (isStatus ? .status : nil))
        }
        isAgeing = ColumnRoles.isAgeing(columns)
        isLedger = !isAgeing && ColumnRoles.isLedger(columns, sample)
        isPayments = !isAgeing && !isLedger && ColumnRoles.isPayments(columns, sample)
        isAccount = isPayments && ColumnRoles.goesBothWays(columns, sample)
        let best = TableColumns(meaning)
        for column in columns where best.contains(column.place) { takeByName(column) }
        for column in columns where !best.contains(column.place) { takeByName(column) }
        if isAgeing {
            buckets = columns.filter { $0.heading == .bucket || $0.heading == .notDue }.map(\.name)
        }
        if isLedger { takeAuxiliary() }
        takeByValues()
    }

    subscript(_ field: TableField) -> ColumnEvidence? { places[field].map { columns[$0] } }

    /// Columns that nothing was made of.
    var unused: [ColumnEvidence] {
        let used = Set(places.values)
        return columns.filter { !used.contains($0.place) && !$0.name.isEmpty && !buckets.contains($0.name) }
    }

    // MARK: What the table is

    private static func isAgeing(_ columns: [ColumnEvidence]) -> Bool {
        let headings = Set(columns.compactMap(\.heading))
        let buckets = columns.count { $0.heading == .bucket || $0.heading == .notDue }
        return buckets >= 2 && headings.isDisjoint(with: [.invoiceNumber, .number, .invoice])
    }

    private static func isLedger(_ columns: [ColumnEvidence], _ sample: TableSample) -> Bool {
        let headings = Set(columns.compactMap(\.heading))
        guard headings.isSuperset(of: [.debit, .credit]) || headings.contains(.sense) && headings.contains(.journal)
        else {
            return false
        }
        return !headings.isDisjoint(with: [.journal, .lettering])
            || columns.contains { $0.namesAccounts && LedgerAccounts.areOfChart(sample.values($0.place)) }
    }

    /// Money received: a day and an amount, with what only payments have and nothing that only invoices have.
    private static func isPayments(_ columns: [ColumnEvidence], _ sample: TableSample) -> Bool {
        let headings = Set(columns.compactMap(\.heading))
        let invoice: Set<Heading> = [.due, .net, .open, .terms, .amountWithVAT, .precedes]
        let payment: Set<Heading> = [
            .paymentDate, .paymentReference, .iban, .payer, .paymentMode, .invoice, .reference, .paid,
        ]
        if !headings.isDisjoint(with: invoice) { return false }
        if columns.contains(where: \.isOfCards) { return true }
        if !headings.isDisjoint(with: [.invoiceDate, .invoiceNumber]) { return false }
        if !headings.isDisjoint(with: payment) { return true }
        return columns.contains { $0.isMostly(.iban) } || isStatement(columns, sample)
    }

    /// A list of invoices has a number on every row: days, texts and amounts without one are the movements of an account.
    private static func isStatement(_ columns: [ColumnEvidence], _ sample: TableSample) -> Bool {
        let isNumbered = columns.contains { $0.heading == .number || $0.canNumber(rows: sample.rows.count) }
        return !isNumbered && columns.contains { $0.isMostly(.date) } && columns.contains { $0.heading == .label }
            && columns.contains { [.debit, .credit].contains($0.heading) || $0.isMostly(.amount) && $0.has(.decimals) }
    }

    private static func goesBothWays(_ columns: [ColumnEvidence], _ sample: TableSample) -> Bool {
        if Set(columns.compactMap(\.heading)).isSuperset(of: [.debit, .credit]) { return true }
        return columns.contains { column in
            guard column.isMostly(.amount), column.has(.decimals) else { return false }
            let signs = Set(sample.values(column.place).compactMap { CellShape.number($0)?.coefficient.signum() })
            return signs.isSuperset(of: [-1, 1])
        }
    }

    // MARK: By name

    private mutating func takeByName(_ column: ColumnEvidence) {
        guard !column.name.isEmpty, let heading = column.heading, !isOwnAccount(column) else { return }
        for field in fields(of: heading, column) where places[field] == nil && column.allows(field) {
            places[field] = column.place
            return
        }
    }

    /// A statement repeats whose account it is of.
    private func isOwnAccount(_ column: ColumnEvidence) -> Bool {
        isAccount && (column.heading == .code || column.heading == .customer) && column.filled > 1 && column.isConstant
    }

    /// What a heading can be here, most likely first.
    private func fields(of heading: Heading, _ column: ColumnEvidence) -> [TableField] {
        switch heading {
        // The other side of a movement may be anybody the company pays.
        case .customer: isAccount && !column.namesCustomers ? [.payer] : [.customer]
        case .code: [.code]
        case .siren: [.siren]
        case .siret: [.siret]
        case .vatNumber: [.vatNumber]
        case .country: [.country]
        case .payer: isPayments && !isAccount ? [.customer, .payer] : [.payer]
        case .iban: isPayments ? [.iban] : []
        case .number: isPayments ? [.reference] : [.number]
        case .invoiceNumber, .invoice: isPayments ? [.invoices] : [.number]
        case .date: isPayments ? [.date] : isAgeing ? [.listed] : [.issued]
        case .invoiceDate: isPayments ? [] : [.issued]
        case .paymentDate: isPayments ? [.date] : [.settled]
        case .bookingDate: isPayments ? [.date] : []
        case .due: [.due]
        case .terms: [.terms]
        case .precedes: [.precedes]
        case .amount: isPayments ? [.amount] : [.total]
        case .amountWithVAT: isPayments ? [.amount] : [.total]
        case .net: [.net]
        case .vat: [.vat]
        case .open: isAgeing ? [.total] : [.open]
        case .paid: isPayments ? [.amount] : [.paid]
        case .debit: [.debit]
        case .credit: [.credit]
        case .lineAmount: [.total]
        case .currency: [.currency]
        case .type, .sense: [.type]
        case .status: isPayments || isAgeing ? [] : [.status]
        case .reference, .paymentReference: [.reference]
        case .label: isAccount ? [] : [.label]
        default: []
        }
    }

    // MARK: By values

    private mutating func takeByValues() {
        take(.siren) { $0.isMostly(.siren) }
        take(.siret) { $0.isMostly(.siret) }
        take(.vatNumber) { $0.isMostly(.vat) }
        if isPayments { take(.iban) { $0.isMostly(.iban) } }
        take(.currency) { $0.isMostly(.currency) }
        if isPayments {
            takeFirst(.date) { $0.isMostly(.date) }
            if places[.debit] == nil, places[.credit] == nil { takeAmount(.amount) }
            take(.invoices) { $0.isMostly(.documentNumber) && $0.namesInvoices }
            let count = sample.rows.count
            take(.reference) { $0.canNumber(rows: count) && (!$0.isMostly(.amount) || $0.isKey) }
            if isAccount { takeText() }
        } else if !isAgeing {
            takeDays()
            takeNumber()
            takeSums()
        }
        takeWho()
    }

    private var free: [ColumnEvidence] {
        let used = Set(places.values)
        return columns.filter { !used.contains($0.place) && $0.filled > 0 && !$0.name.isEmpty && !$0.isBesides }
    }

    private mutating func take(_ field: TableField, where fits: (ColumnEvidence) -> Bool) {
        guard places[field] == nil, let column = free.first(where: fits) else { return }
        places[field] = column.place
        byValues.append(field)
    }

    private mutating func takeFirst(_ field: TableField, where fits: (ColumnEvidence) -> Bool) {
        take(field, where: fits)
    }

    /// Of two columns of dates the earlier is the invoice's, the later the due date.
    private mutating func takeDays() {
        takeFirst(.issued) { $0.isMostly(.date) }
        guard let issued = places[.issued] else { return }
        let sample = sample
        take(.due) { $0.isMostly(.date) && ColumnRoles.isLater($0.place, than: issued, in: sample) }
    }

    /// Whether a column's days are those of another or later, but for one in ten.
    private static func isLater(_ place: Int, than issued: Int, in sample: TableSample) -> Bool {
        let pairs = sample.rows.indices.compactMap { row -> (Day, Day)? in
            guard let first = day(sample.value(row, issued)), let second = day(sample.value(row, place)) else {
                return nil
            }
            return (first, second)
        }
        return pairs.count > 0 && pairs.count { $0.0 <= $0.1 } * 10 >= pairs.count * 9
    }

    /// A date by its form alone, day first: enough to compare two columns.
    private static func day(_ text: String) -> Day? {
        if let day = Day(iso: text.prefix(10)) ?? Day(compact: text) { return day }
        guard let parts = CellShape.parts(ofDate: text) else { return nil }
        return Day(year: parts[2] < 100 ? 2000 + parts[2] : parts[2], month: parts[1], day: parts[0])
    }

    private mutating func takeNumber() {
        let count = sample.rows.count
        take(.number) { $0.canNumber(rows: count) }
    }

    /// Of several texts of a movement the longest tells most: who paid, and for which invoice.
    private mutating func takeText() {
        let free = Set(free.map(\.place))
        let texts = columns.filter {
            $0.heading == .label || free.contains($0.place) && $0.isMostly(.name) && $0.isText
        }
        guard places[.label] == nil, let longest = texts.max(by: { $0.length < $1.length }) else { return }
        places[.label] = longest.place
        if longest.heading != .label { byValues.append(.label) }
    }

    /// Where two columns add up to a third, these are net, VAT and total; else the largest column of amounts.
    private mutating func takeSums() {
        let hasSum =
            [TableField.total, .debit, .open].contains { places[$0] != nil }
            || places[.net] != nil && places[.vat] != nil
        guard !hasSum else { return }
        let amounts = free.filter { $0.isMostly(.amount) && $0.has(.decimals) }
        for total in amounts {
            for net in amounts where net.place != total.place {
                for vat in amounts where vat.place != net.place && vat.place != total.place {
                    guard adds(net.place, vat.place, total.place) else { continue }
                    for (field, column) in [(TableField.total, total), (.net, net), (.vat, vat)]
                    where places[field] == nil {
                        places[field] = column.place
                        byValues.append(field)
                    }
                    return
                }
            }
        }
        takeLargest(.total)
    }

    /// The amount with VAT is the largest of several.
    private mutating func takeLargest(_ field: TableField) {
        let sums = free.filter { $0.isMostly(.amount) && $0.has(.decimals) }.map { ($0, size($0.place)) }
        guard let largest = sums.max(by: { $0.1 < $1.1 }) else { return takeAmount(field) }
        take(field) { $0.place == largest.0.place }
    }

    /// What a column's numbers come to without their signs, in hundredths.
    private func size(_ place: Int) -> Int64 {
        sample.rows.indices.reduce(0) { $0.addingBounded(units($1, place)?.bounded ?? 0) }
    }

    private func units(_ row: Int, _ place: Int) -> Int64? {
        guard let number = CellShape.number(sample.value(row, place)), number.scale <= 18 else { return nil }
        return ExactDecimal(coefficient: number.coefficient, scale: number.scale).minorUnits(decimals: 2)?.value
    }

    private func adds(_ net: Int, _ vat: Int, _ total: Int) -> Bool {
        var compared = 0
        var equal = 0
        for row in sample.rows.indices.prefix(100) {
            guard let net = units(row, net), let vat = units(row, vat), let total = units(row, total) else { continue }
            compared += 1
            // The larger of the two is the net amount: VAT is a fraction of it.
            if net &+ vat == total, net.magnitude >= vat.magnitude { equal += 1 }
        }
        return compared > 0 && equal * 10 >= compared * 9
    }

    private mutating func takeAmount(_ field: TableField) {
        take(field) { $0.isMostly(.amount) && $0.has(.decimals) }
        take(field) { $0.isMostly(.amount) && !$0.isMostly(.siren) && !$0.isKey && !$0.isDistinct }
        take(field) { $0.isMostly(.amount) && !$0.isMostly(.siren) && !$0.isKey }
    }

    /// Beside the account that gathers all customers, the auxiliary says which one it is.
    private mutating func takeAuxiliary() {
        if let code = places[.code], sample.values(code).contains(where: { PartyText.isCollective($0) }),
            let auxiliary = columns.first(where: { $0.heading == .code && $0.place != code && $0.filled > 0 })
        {
            places[.code] = auxiliary.place
        }
        take(.customer) { $0.heading == nil && $0.namesHolders && $0.has(.name) && !$0.isConstant }
    }

    private mutating func takeWho() {
        let known = [TableField.customer, .code, .siren, .siret, .vatNumber].contains { places[$0] != nil }
        // What a bank writes of a movement is no name: its fee would become a customer.
        guard !known, !isAccount else { return }
        // What is known to be something else, as a means of payment or a status, is nobody's name.
        take(.customer) { $0.canName && $0.namesSomeone }
        take(.customer) { $0.canName }
        if places[.customer] == nil {
            take(.code) { $0.isUnknownOrParty && $0.isMostly(.documentNumber) && !$0.isDistinct && !$0.has(.decimals) }
        }
    }
}
