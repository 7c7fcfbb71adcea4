public import Receivables

/// A description proposed for an unknown table, and what it is unsure of.
public struct TableGuess: Sendable {
    public let description: TableDescription
    /// What a person should look at, the whole table first.
    public let doubts: [Message]
    /// What is to be said beside a column or key of the description, by its key.
    public let remarks: [String: Message]

    /// Looks at a file and proposes how to read it. Throws where it is no table, or one that nothing can be made of.
    public init(_ file: SourceFile, name: String, _ context: ReadingContext) throws(Refusal) {
        let file = try WorkbookTable.text(of: file, context)
        let text = try DecodedText(file.bytes)
        guard let sample = TableSample(text) else { throw Refusal(.guessNoTable) }
        var draft = GuessDraft(sample, name: name, fileName: file.name)
        try draft.describe()
        draft.compare(file, context)
        description = draft.description
        doubts = draft.doubts
        remarks = draft.remarks
    }
}

/// The proposal as it is put together.
struct GuessDraft {
    let sample: TableSample
    let roles: ColumnRoles
    private let fileName: String
    var description: TableDescription
    private(set) var doubts: [Message] = []
    var remarks: [String: Message] = [:]

    init(_ sample: TableSample, name: String, fileName: String) {
        self.sample = sample
        self.fileName = fileName
        roles = ColumnRoles(sample)
        description = TableDescription(name: name, headers: [], columns: [:])
    }

    mutating func describe() throws(Refusal) {
        try checkSubject()
        decideKind()
        decideColumns()
        try checkNeeds()
        decideWriting()
        decideDates()
        decideMark()
        decideSign()
        if roles.isLedger { try decideAccounts() }
        try decideTypes()
        decideLines()
        decideHeaders()
        tellUnused()
    }

    // MARK: What the rows are

    /// Limits have amounts and days as invoices do, and are read by their own names only.
    private func checkSubject() throws(Refusal) {
        let limits: Set<Heading> = [
            .insurer, .policy, .insuredLimit, .share, .creditDays, .extensionDays, .declarationDays,
        ]
        let documents: Set<Heading> = [.number, .invoiceNumber, .invoice, .due]
        let headings = Set(roles.columns.compactMap(\.heading))
        guard headings.isDisjoint(with: documents),
            let column = roles.columns.first(where: { $0.heading.map(limits.contains) ?? false })
        else { return }
        throw Refusal(.guessLimits, ["column": column.name], line: sample.headerLine)
    }

    private mutating func decideKind() {
        if roles.isAgeing {
            description.kind = .agedBalance
            description.buckets = roles.buckets
            description.listedInName = GuessDraft.pattern(fileName)
        } else if roles.isPayments {
            description.row = .payment
        } else if roles[.open] != nil, roles[.total] == nil {
            decideListing()
        }
        let hasGroups = sample.titleRows > 0 && sample.titleRows * 20 >= sample.rows.count
        if hasGroups, roles[.customer] == nil {
            description.isGroupedByCustomer = true
            remarks["groupedByCustomer"] = Message(.guessGrouped)
        }
    }

    /// What is open and nothing of what was asked for: a listing of a day, where the file says which day.
    private mutating func decideListing() {
        if let pattern = GuessDraft.pattern(fileName) {
            description.kind = .openItems
            description.listedInName = pattern
            remarks["kind"] = Message(.guessListing)
        } else {
            remarks["kind"] = Message(.guessListingNoDay)
        }
    }

    /// A pattern for names like this one with the day in its place; nil where the name holds no day.
    static func pattern(_ name: String) -> NamePattern? {
        let base = name.split(separator: "/").last.map { String($0) } ?? name
        let characters = Array(base)
        for start in characters.indices {
            for (width, form) in [(10, "{yyyy}-{mm}-{dd}"), (10, "{dd}-{mm}-{yyyy}"), (8, "{yyyy}{mm}{dd}")] {
                guard start + width <= characters.count else { continue }
                let before = start > 0 ? characters[start - 1] : " "
                let after = start + width < characters.count ? characters[start + width] : " "
                guard !before.isNumber, !after.isNumber else { continue }
                var shape = form
                if width == 10 {
                    let mark = characters[form.hasPrefix("{yyyy}") ? start + 4 : start + 2]
                    guard "-_.".contains(mark) else { continue }
                    shape = form.replacing("-", with: String(mark))
                }
                let piece = String(characters[start..<(start + width)])
                guard let exact = NamePattern(shape), let day = exact.day(in: piece),
                    (1990...2100).contains(day.parts.year)
                else { continue }
                return NamePattern("*" + shape + "*")
            }
        }
        return nil
    }

    private mutating func decideColumns() {
        for (field, place) in roles.places {
            let name = sample.names[place]
            // The second of two columns with one name can only be told by its place.
            let isFirst = sample.names.firstIndex { Identifiers.folded($0) == Identifiers.folded(name) } == place
            description.columns[field] = [isFirst ? name : "#\(place + 1)"]
            if roles.byValues.contains(field) {
                remarks[field.rawValue] = Message(.guessByValues, ["column": name, "field": field.rawValue])
            }
        }
    }

    /// Throws for the first thing without which no row can be booked.
    private func checkNeeds() throws(Refusal) {
        let who: [TableField] = [.customer, .code, .siren, .siret, .vatNumber, .payer]
        let needs: [[TableField]] =
            switch (description.kind, description.row) {
            case (.agedBalance, _): [who]
            case (.openItems, _): [[.number], who, [.open, .debit, .total]]
            case (.movements, .payment):
                [[.date], [.amount, .total, .debit, .credit], who + [.invoices, .label]]
            case (.movements, _): [[.number], [.issued], who, [.total, .debit, .net, .open]]
            }
        for fields in needs where !fields.contains(where: { description.columns[$0] != nil }) {
            if description.isGroupedByCustomer, fields == who { continue }
            throw missing(fields[0])
        }
    }

    private func missing(_ field: TableField) -> Refusal {
        let found = sample.names.filter { !$0.isEmpty }.joined(separator: ", ")
        return Refusal(.guessMissing, ["field": field.rawValue, "found": found], line: sample.headerLine)
    }

    // MARK: How cells are written

    private mutating func decideWriting() {
        description.separator = sample.separator
        guard sample.encoding != .utf8, sample.encoding != .utf16 else { return }
        description.encoding = sample.encoding
        remarks["encoding"] = Message(.guessEncoding, ["encoding": sample.encoding.rawValue])
    }

    /// Day or month first, by a part above 12 in any column of dates; France's order where none has one.
    private mutating func decideDates() {
        var (dayFirst, monthFirst, isOpen) = (0, 0, false)
        for field in TableField.dates {
            guard let column = roles[field] else { continue }
            for text in sample.values(column.place) {
                guard let parts = CellShape.parts(ofDate: text), parts[0] <= 31 else { continue }
                isOpen = true
                if parts[0] > 12 { dayFirst += 1 } else if parts[1] > 12 { monthFirst += 1 }
            }
        }
        guard isOpen else { return }
        description.dates = monthFirst > dayFirst ? .monthFirst : .dayFirst
        if dayFirst == 0, monthFirst == 0 {
            remarks["dates"] = Message(.guessDatesOpen)
        } else if dayFirst > 0, monthFirst > 0 {
            let counts = ["dayFirst": "\(dayFirst)", "monthFirst": "\(monthFirst)"]
            remarks["dates"] = Message(.guessDatesMixed, counts)
        }
    }

    private var amountFields: [TableField] { [.total, .net, .vat, .open, .paid, .debit, .credit, .amount] }

    /// Every number of the columns of amounts, and of the buckets.
    private var numbers: [NumberText] {
        let columns =
            amountFields.compactMap { roles[$0]?.place }
            + roles.columns.filter { roles.buckets.contains($0.name) }.map(\.place)
        return columns.flatMap { sample.values($0).compactMap { CellShape.number($0) } }
    }

    private mutating func decideMark() {
        var (commas, points, open) = (0, 0, 0)
        for number in numbers {
            switch number.point {
            case .comma: commas += 1
            case .point: points += 1
            case .commaOrThousands, .pointOrThousands: open += 1
            case .none: break
            }
        }
        if commas > 0, points > 0 {
            remarks["decimalMark"] = Message(.guessMarkMixed, ["commas": "\(commas)", "points": "\(points)"])
        } else if commas > 0 {
            description.decimalMark = .comma
        } else if points > 0 {
            description.decimalMark = .point
        } else if open > 0 {
            description.decimalMark = .comma
            remarks["decimalMark"] = Message(.guessMarkOpen)
        }
    }

    /// Nearly all amounts negative: the export counts from the other side.
    private mutating func decideSign() {
        guard let column = roles[.total] ?? roles[.open] ?? roles[.amount] else { return }
        let numbers = sample.values(column.place).compactMap { CellShape.number($0)?.coefficient }.filter { $0 != 0 }
        guard numbers.count >= 2, numbers.count(where: { $0 < 0 }) * 10 >= numbers.count * 8 else { return }
        description.sign = .reversed
        remarks["sign"] = Message(.guessSign, ["column": column.name])
    }

    // MARK: What words mean

    private mutating func decideTypes() throws(Refusal) {
        skipDrafts()
        if roles.isLedger, try decideJournals() { return }
        guard let column = roles[.type] else { return }
        let words = Set(sample.values(column.place))
        guard words.count <= 30 else {
            description.columns[.type] = nil
            return
        }
        let meanings = words.map { ($0, GuessDraft.meaning($0, isSense: column.heading == .sense, roles)) }
        // Money in and out tells itself what it is; a bank's own words for it would only leave receipts out.
        guard !roles.isAccount || meanings.allSatisfy({ $0.1 != nil }) else {
            description.columns[.type] = nil
            return
        }
        // The usual words need no list, except that a list must be whole once one of them is not usual.
        let isUsual = meanings.allSatisfy { word, meaning in
            meaning != nil && (InvoiceType(word: word) != nil || Payment.Kind(word: word) != nil)
        }
        guard !isUsual || column.heading == .sense else { return }
        for (word, meaning) in meanings { description.types[Identifiers.folded(word)] = meaning ?? .skip }
        let unknown = meanings.filter { $0.1 == nil }.map(\.0).sorted()
        remarks["types"] =
            unknown.isEmpty
            ? Message(.guessTypes) : Message(.guessTypesUnknown, ["words": unknown.joined(separator: ", ")])
    }

    private static func meaning(
        _ word: String, isSense: Bool, _ roles: ColumnRoles
    ) -> TableDescription.Meaning? {
        if isSense {
            switch Identifiers.folded(word) {
            case "d", "debit", "+", "1", "+1": return .invoice
            case "c", "credit", "-", "-1": return roles.isPayments ? .payment : .creditNote
            default: return nil
            }
        }
        if let type = InvoiceType(word: word) { return TableDescription.Meaning(type) }
        return Payment.Kind(word: word).map { TableDescription.Meaning($0) }
    }

    /// Drafts, quotes and cancelled documents are no receivables, and a payment that failed or was given back is none.
    private mutating func skipDrafts() {
        guard let column = roles.columns.first(where: { $0.heading == .status }), column.filled > 0 else { return }
        let words = Set(sample.values(column.place)).filter { word in
            let folded = Identifiers.folded(word)
            let isLeft =
                roles.isPayments
                ? PaymentStatus(word: word) == .notReceived || Payment.Kind(word: word) == .refund
                : InvoiceStatus(word: word) == .notReceivable
            return isLeft || GuessDraft.drafts.contains { folded.hasPrefix($0) }
                || roles.isPayments && GuessDraft.pending.contains { folded.hasPrefix($0) }
        }
        guard !words.isEmpty else { return }
        description.skips = [TableDescription.Words(column: column.name, words: words.sorted())]
        remarks["skip"] = Message(.guessSkip, ["words": words.sorted().joined(separator: ", ")])
    }

    private static let drafts = [
        "brouillon", "draft", "devis", "quote", "proforma", "pro forma", "annul", "void", "cancel",
    ]

    /// Of a payment, that it has not come yet; an invoice that waits for it is owed.
    private static let pending = ["en attente", "attente", "pending", "on hold", "waiting"]

    // MARK: Rows of one invoice

    /// Numbers that repeat with the same day: a row is a line of an invoice.
    private mutating func decideLines() {
        guard description.kind == .movements, description.row == .invoice,
            let number = roles[.number], let issued = roles[.issued]
        else { return }
        var groups: [String: [Int]] = [:]
        for row in sample.rows.indices {
            let key = sample.value(row, number.place)
            if !key.isEmpty { groups[key, default: []].append(row) }
        }
        let repeated = groups.values.filter { $0.count > 1 }
        guard !repeated.isEmpty, repeated.reduce(0, { $0 + $1.count }) * 5 >= sample.rows.count else { return }
        let isOneDay = repeated.allSatisfy { rows in Set(rows.map { sample.value($0, issued.place) }).count == 1 }
        guard isOneDay, roles[.debit] == nil else { return }
        description.row = .line
        let repeatsTotal = roles[.total].map { total in
            repeated.allSatisfy { rows in Set(rows.map { sample.value($0, total.place) }).count == 1 }
        }
        let hasLineAmount = roles.columns.contains { [.quantity, .unitPrice, .lineAmount].contains($0.heading) }
        description.lines = repeatsTotal == true ? .take : .sum
        remarks["row"] = Message(repeatsTotal == true && !hasLineAmount ? .guessLinesOpen : .guessLines)
    }

    // MARK: What it is known by

    private mutating func decideHeaders() {
        let names = roles.places.sorted { $0.value < $1.value }.map { sample.names[$0.value] } + filters
        let buckets = description.buckets.prefix(2)
        var seen: Set<String> = []
        description.headers = (names + buckets)
            .filter { !$0.isEmpty && seen.insert(Identifiers.folded($0)).inserted }.map { [$0] }
        if description.headers.count < 3 { remarks["recognise"] = Message(.guessFewHeaders) }
    }

    /// Columns that tell rows apart, beside those that fill fields.
    private var filters: [String] {
        description.only.map(\.column) + (description.columns[.type] ?? []).filter { !$0.hasPrefix("#") }
    }

    private mutating func tellUnused() {
        let unused = roles.unused.map(\.name).filter { !filters.contains($0) }
        if !unused.isEmpty { doubts.append(Message(.guessUnused, ["columns": unused.joined(separator: ", ")])) }
        if description.kind == .movements, description.row != .payment, roles[.due] == nil, roles[.terms] == nil {
            doubts.append(Message(.guessNoDue))
        }
        if roles.isAccount { doubts.append(Message(.guessAccount)) }
        if description.columns[.code] == nil, description.columns[.siren] == nil, description.columns[.siret] == nil,
            description.columns[.vatNumber] == nil, description.columns[.customer] != nil
        {
            doubts.append(Message(.guessNameOnly))
        }
    }

    /// Says so where the file is read already without this description.
    mutating func compare(_ file: SourceFile, _ context: ReadingContext) {
        guard let known = Importers.importer(for: file, describedBy: context.descriptions), known.name != "csv" else {
            return
        }
        doubts.insert(Message(.guessAlreadyRead, ["importer": known.name]), at: 0)
    }
}
