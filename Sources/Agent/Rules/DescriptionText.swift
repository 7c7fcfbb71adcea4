import Ingest
import Receivables

/// Reads a file of `rules/csv/`: how one package writes one of its exports.
struct DescriptionText {
    private static let keys = [
        "source", "about", "kind", "row", "recognise", "separator", "encoding", "decimalMark", "dates", "sign",
        "currency", "lines", "columns", "buckets", "types", "skip", "only", "groupedByCustomer", "listed",
    ]

    /// The description in a document. `name` is what it is called where it does not say itself.
    func description(_ document: RuleNode, name: String) throws(Halt) -> TableDescription {
        let top = try document.mapping(DescriptionText.keys)
        let recognise = try top.required("recognise").mapping(["headers", "without", "file"])
        let headers = try recognise.required("headers").items().map { (item) throws(Halt) in try item.texts() }
        var description = TableDescription(
            name: try top["source"]?.text() ?? name,
            kind: try top["kind"]?.choice(TableDescription.Kind.allCases) ?? .movements,
            row: try top["row"]?.choice(TableDescription.Row.allCases) ?? .invoice, headers: headers,
            without: try recognise["without"]?.texts() ?? [],
            file: try recognise["file"].map(DescriptionText.pattern),
            columns: try DescriptionText.columns(try top.required("columns")))
        try readWriting(top, into: &description)
        try readMeaning(top, into: &description)
        try DescriptionCheck(description, top).run()
        return description
    }

    /// How cells are written.
    private func readWriting(_ top: RuleMapping, into description: inout TableDescription) throws(Halt) {
        description.separator = try top["separator"]?.choice(SeparatorWord.allCases).byte
        description.encoding = try top["encoding"]?.choice(TextEncoding.allCases)
        description.decimalMark = try top["decimalMark"]?.choice(TableDescription.DecimalMark.allCases)
        description.dates = try top["dates"]?.choice(TableDescription.DateOrder.allCases)
        description.sign = try top["sign"]?.choice(TableDescription.Sign.allCases) ?? .owed
        description.currency = try top["currency"]?.currency()
    }

    /// What rows are.
    private func readMeaning(_ top: RuleMapping, into description: inout TableDescription) throws(Halt) {
        description.lines = try top["lines"]?.choice(TableDescription.LineTotal.allCases) ?? .sum
        description.isGroupedByCustomer = try top["groupedByCustomer"]?.flag() ?? false
        description.buckets = try top["buckets"]?.texts() ?? []
        description.listedInName = try top["listed"].map(DescriptionText.pattern)
        if let types = top["types"] { description.types = try DescriptionText.types(types) }
        description.skips = try DescriptionText.words(top["skip"])
        description.only = try DescriptionText.words(top["only"])
    }

    /// Words by the column they stand in.
    private static func words(_ node: RuleNode?) throws(Halt) -> [TableDescription.Words] {
        var words: [TableDescription.Words] = []
        for entry in try node?.entries().entries ?? [] {
            words.append(TableDescription.Words(column: entry.key, words: try entry.value.texts()))
        }
        return words
    }

    private static func pattern(_ node: RuleNode) throws(Halt) -> NamePattern {
        let text = try node.text()
        guard let pattern = NamePattern(text) else {
            throw node.failure(.descriptionPattern, ["value": text, "open": "{", "close": "}"])
        }
        return pattern
    }

    private static func columns(_ node: RuleNode) throws(Halt) -> [TableField: [String]] {
        var columns: [TableField: [String]] = [:]
        for entry in try node.mapping(TableField.allCases.map(\.rawValue)).entries where !entry.value.isEmpty {
            if let field = TableField(rawValue: entry.key) { columns[field] = try entry.value.texts() }
        }
        return columns
    }

    private static func types(_ node: RuleNode) throws(Halt) -> [String: TableDescription.Meaning] {
        var types: [String: TableDescription.Meaning] = [:]
        for entry in try node.mapping(TableDescription.Meaning.allCases.map(\.rawValue)).entries {
            guard let meaning = TableDescription.Meaning(rawValue: entry.key) else { continue }
            for word in try entry.value.texts() { types[Identifiers.folded(word)] = meaning }
        }
        return types
    }
}

/// A separator as a description names it.
enum SeparatorWord: String, CaseIterable {
    case semicolon, comma, tab, bar

    var byte: UInt8 {
        switch self {
        case .semicolon: 0x3B
        case .comma: 0x2C
        case .tab: 0x09
        case .bar: 0x7C
        }
    }

    init?(byte: UInt8) {
        guard let word = SeparatorWord.allCases.first(where: { $0.byte == byte }) else { return nil }
        self = word
    }
}

/// Whether a description says all that its kind of table needs, and nothing that has no meaning there.
private struct DescriptionCheck {
    private let description: TableDescription
    private let top: RuleMapping

    init(_ description: TableDescription, _ top: RuleMapping) {
        self.description = description
        self.top = top
    }

    func run() throws(Halt) {
        switch description.kind {
        case .movements: try checkMovements()
        case .openItems:
            try need(.number)
            try needWho()
            try need(.open, .debit, .total)
            try needDay()
        case .agedBalance:
            try needWho()
            if description.buckets.isEmpty { try need(.total) }
        }
        if description.kind != .movements { try refuse("row", "lines") }
        if description.kind != .agedBalance { try refuse("buckets") }
        if description.kind == .movements { try refuse("listed") }
    }

    private func checkMovements() throws(Halt) {
        switch description.row {
        case .invoice, .line:
            try need(.number)
            try need(.issued)
            try needWho()
            try need(.total, .debit, .net, .open)
        case .payment:
            try need(.date)
            try need(.amount, .total, .debit, .credit)
            // A bank's text may tell who pays which invoice.
            if description.columns[.invoices] == nil, description.columns[.label] == nil { try needWho() }
        }
    }

    private func need(_ fields: TableField...) throws(Halt) {
        guard !fields.contains(where: { description.columns[$0] != nil }), let first = fields.first else { return }
        throw missing(first)
    }

    private func needWho() throws(Halt) {
        let who: [TableField] = [.customer, .code, .siren, .siret, .vatNumber, .payer]
        if description.isGroupedByCustomer || who.contains(where: { description.columns[$0] != nil }) { return }
        throw missing(.customer)
    }

    private func needDay() throws(Halt) {
        if description.columns[.listed] != nil || description.listedInName?.hasDay == true { return }
        throw top.owner.failure(.descriptionNoDay)
    }

    private func refuse(_ keys: String...) throws(Halt) {
        for key in keys {
            guard let node = top[key] else { continue }
            throw node.failure(.descriptionUnused, ["key": key, "kind": description.kind.rawValue])
        }
    }

    private func missing(_ field: TableField) -> Halt {
        let kind = description.kind == .movements ? description.row.rawValue : description.kind.rawValue
        return (top["columns"] ?? top.owner).failure(
            .descriptionMissingColumn, ["field": field.rawValue, "kind": kind])
    }
}
