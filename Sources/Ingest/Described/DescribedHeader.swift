import Receivables

/// Finds a described table's header line and the places of its columns.
enum DescribedHeader {
    static func find(_ description: TableDescription, in text: DecodedText) -> (TableHeader, DescribedColumns)? {
        let separators: [UInt8] = description.separator.map { [$0] } ?? [0x3B, 0x2C, 0x09, 0x7C]
        for separator in separators {
            if let found = find(description, in: text, separator) { return found }
        }
        return nil
    }

    private static func find(
        _ description: TableDescription, in text: DecodedText, _ separator: UInt8
    ) -> (TableHeader, DescribedColumns)? {
        let wanted = description.headers.map { Set($0.map { Identifiers.folded($0) }) }
        let unwanted = Set(description.without.map(Identifiers.folded))
        var scanner = TableScanner(text, separator: separator)
        var row = ScannedRow()
        for _ in 0..<TableHeader.preambleLimit {
            guard (try? scanner.next(&row)) == true else { return nil }
            guard row.cells.count >= 2 else { continue }
            let names = row.cells.map { scanner.text($0) }
            let folded = names.map { Identifiers.folded($0) }
            guard wanted.allSatisfy({ !$0.isDisjoint(with: folded) }), unwanted.isDisjoint(with: folded) else {
                continue
            }
            let columns = DescribedColumns(description, folded)
            return (TableHeader(row, separator: separator, names: names, columns: columns.headings), columns)
        }
        return nil
    }
}

/// The places of a description's columns in one file.
struct DescribedColumns {
    private var places: [TableField: Int] = [:]
    /// Columns of the buckets of an aged balance, in order; nil where the file lacks one.
    private(set) var buckets: [Int?] = []
    private(set) var skips: [(place: Int, words: WordSet)] = []
    private(set) var only: [(place: Int, words: WordSet)] = []

    /// `names`: the header's names, folded.
    init(_ description: TableDescription, _ names: [String]) {
        for (field, wanted) in description.columns {
            places[field] = wanted.lazy.compactMap { DescribedColumns.place($0, names) }.first
        }
        buckets = DescribedColumns.places(ofBuckets: description.buckets, names)
        skips = DescribedColumns.places(description.skips, names)
        only = DescribedColumns.places(description.only, names)
    }

    /// The place of a column by its name; `#2` is the second one, for columns without a title.
    private static func place(_ name: String, _ names: [String]) -> Int? {
        if name.hasPrefix("#"), let number = Int(name.dropFirst()) {
            return (1...names.count).contains(number) ? number - 1 : nil
        }
        return names.firstIndex(of: Identifiers.folded(name))
    }

    /// The places of buckets, each once: `1-30`, `1 à 30 jours` and `1 to 30 days` are the same.
    private static func places(ofBuckets buckets: [String], _ names: [String]) -> [Int?] {
        var taken: Set<Int> = []
        return buckets.map { bucket in
            let name = Identifiers.folded(bucket)
            let place =
                names.firstIndex(of: name)
                ?? ages(name).flatMap { wanted in names.firstIndex { ages($0) == wanted } }
            return place.flatMap { taken.insert($0).inserted ? $0 : nil }
        }
    }

    /// The numbers of a name that says nothing but ages.
    private static func ages(_ name: String) -> [Int]? {
        let words = name.split(separator: " ")
        let ages = words.compactMap { Int($0) }
        let isAge = words.allSatisfy { Int($0) != nil || HeadingKey.ageingWords.contains(String($0)) }
        return isAge && !ages.isEmpty ? ages : nil
    }

    /// Words by the place of their column; a column that the file lacks asks for nothing.
    private static func places(
        _ filters: [TableDescription.Words], _ names: [String]
    ) -> [(place: Int, words: WordSet)] {
        filters.compactMap { filter in
            names.firstIndex(of: Identifiers.folded(filter.column)).map { ($0, WordSet(filter.words)) }
        }
    }

    subscript(_ field: TableField) -> Int? { places[field] }

    func first(_ fields: TableField...) -> Int? { fields.lazy.compactMap { places[$0] }.first }

    /// The same places by the meanings that synonyms have, for what all tables share.
    var headings: TableColumns {
        var headings: [Heading: Int] = [:]
        for (field, place) in places { headings[field.heading] = min(headings[field.heading] ?? place, place) }
        return TableColumns(headings)
    }
}

/// Words, case, accents and punctuation apart; those that ended in `*` as beginnings.
struct WordSet {
    private let words: Set<String>
    private let beginnings: [String]

    init(_ texts: [String]) {
        words = Set(texts.filter { !$0.hasSuffix("*") }.map { Identifiers.folded($0) })
        beginnings = texts.filter { $0.hasSuffix("*") }.map { Identifiers.folded(String($0.dropLast())) }
    }

    func contains(_ text: String) -> Bool {
        let folded = Identifiers.folded(text)
        return words.contains(folded) || beginnings.contains { folded.hasPrefix($0) }
    }
}
