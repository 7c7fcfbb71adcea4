import Receivables

/// The columns of a FEC (LPF art. A47 A-1), with those of the treasury regimes, of the amount-and-sense variant, and
/// those that packages put behind the legal ones.
enum FECColumn: String, CaseIterable {
    case journal = "journalcode"
    case journalName = "journallib"
    case entryNumber = "ecriturenum"
    case entryDate = "ecrituredate"
    case account = "comptenum"
    case accountName = "comptelib"
    case auxiliary = "compauxnum"
    case auxiliaryName = "compauxlib"
    case piece = "pieceref"
    case pieceDate = "piecedate"
    case label = "ecriturelib"
    case debit, credit
    case lettering = "ecriturelet"
    case letteringDate = "datelet"
    case validated = "validdate"
    case foreignAmount = "montantdevise"
    case foreignCurrency = "idevise"
    case paid = "daterglt"
    case means = "modereglt"
    case operation = "natop"
    case customer = "idclient"
    case amount = "montant"
    case sense = "sens"
    case due = "datelimitreglmt"
    case invoiceNumber = "numfacture"

    /// Other names of the columns that no law names.
    private static let synonyms: [String: FECColumn] = [
        "datelimitereglement": .due, "datelimitereglt": .due, "dateecheance": .due, "datedecheance": .due,
        "dateech": .due, "echeance": .due, "duedate": .due, "numerofacture": .invoiceNumber,
        "numerodefacture": .invoiceNumber, "nfacture": .invoiceNumber, "invoicenumber": .invoiceNumber,
    ]

    /// The column with this name: case, spaces and punctuation do not matter, and a typing error does not either where
    /// only one column is that near (`EcrtureLet`).
    init?(name: String) {
        let key = Identifiers.folded(name).filter { $0 != " " }
        if let exact = FECColumn(rawValue: key) ?? FECColumn.synonyms[key] {
            self = exact
            return
        }
        guard key.utf8.count >= 7 else { return nil }
        let near = FECColumn.allCases.compactMap { column -> (column: FECColumn, distance: Int)? in
            guard abs(column.rawValue.utf8.count - key.utf8.count) <= 2 else { return nil }
            return (column, FECColumn.distance(Array(key.utf8), Array(column.rawValue.utf8)))
        }
        guard let best = near.map(\.distance).min(), best <= 2 else { return nil }
        let nearest = near.filter { $0.distance == best }
        guard nearest.count == 1, let column = nearest.first?.column, column.rawValue.utf8.count >= 7 else {
            return nil
        }
        self = column
    }

    /// Levenshtein distance, capped in use by the short names.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var previous = Array(0...right.count)
        for (row, byte) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                let replaced = previous[column] + (byte == other ? 0 : 1)
                current.append(min(replaced, min(previous[column + 1], current[column]) + 1))
            }
            previous = current
        }
        return previous[right.count]
    }
}

/// The header of a FEC.
struct FECHeader {
    let separator: UInt8
    let row: ScannedRow
    let places: [FECColumn: Int]
    /// Columns with a name; a trailing separator makes one more cell.
    let count: Int

    subscript(_ column: FECColumn) -> Int? { places[column] }

    var isComplete: Bool { missing.isEmpty }

    /// Required columns that are not there, by their official names.
    var missing: [String] {
        var missing: [String] = []
        for (column, name) in FECHeader.required where places[column] == nil { missing.append(name) }
        if places[.debit] == nil || places[.credit] == nil, places[.amount] == nil || places[.sense] == nil {
            missing.append("Debit, Credit")
        }
        return missing
    }

    private static let required: [(FECColumn, String)] = [
        (.journal, "JournalCode"), (.entryDate, "EcritureDate"), (.account, "CompteNum"), (.piece, "PieceRef"),
    ]

    /// The header in the first row that is not blank, under the separator that gives the most known columns; nil where
    /// this is no FEC.
    static func find(in text: DecodedText) -> FECHeader? {
        let found = [0x09, 0x7C, 0x3B, 0x2C].compactMap { find(in: text, separator: $0) }
        return found.max { $0.places.count < $1.places.count }
    }

    private static func find(in text: DecodedText, separator: UInt8) -> FECHeader? {
        var scanner = TableScanner(text, separator: separator, quoting: .withinLine)
        var row = ScannedRow()
        repeat {
            guard (try? scanner.next(&row)) == true else { return nil }
        } while row.start == row.end && row.line < 10
        var names = row.cells.map { scanner.text($0) }
        while names.last?.isEmpty == true { names.removeLast() }
        var places: [FECColumn: Int] = [:]
        for (index, name) in names.enumerated() {
            if let column = FECColumn(name: name), places[column] == nil { places[column] = index }
        }
        // Five of the official names, the unmistakable ones among them, are no coincidence.
        guard places.count >= 5, places[.account] != nil, places[.entryDate] != nil else { return nil }
        return FECHeader(separator: separator, row: row, places: places, count: names.count)
    }
}
