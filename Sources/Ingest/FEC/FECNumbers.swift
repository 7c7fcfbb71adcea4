import Receivables

/// Gives every piece of a FEC a number that no other piece of its year and direction has: the ledger knows an invoice
/// by its number.
///
/// 1. PieceRef, where it names one piece.
/// 2. PieceRef, customer and date, where several customers or days share it (`01/2027` for a month's takings).
/// 3. Journal, date and a fingerprint of the row, where there is no reference (`RAN`, `0000000`, empty).
struct FECNumbers {
    struct Piece {
        let entry: FECEntry
        let isCredit: Bool
        let isNamed: Bool

        init(_ entry: FECEntry, effect: Int64, isNamed: Bool) {
            self.entry = entry
            self.isCredit = effect < 0
            self.isNamed = isNamed
        }
    }

    struct Number {
        let text: String
        let remark: Message?
    }

    private struct Place: Hashable {
        let text: String
        let year: Int
        let isCredit: Bool
    }

    private var numbers: [Number] = []

    subscript(_ index: Int) -> Number { numbers[index] }

    init(_ pieces: [Piece]) {
        var uses: [Place: Int] = [:]
        for piece in pieces where piece.isNamed { uses[FECNumbers.place(piece.entry.piece, piece), default: 0] += 1 }
        var taken: Set<Place> = []
        for piece in pieces {
            var number = FECNumbers.number(of: piece, uses)
            var ordinal = 1
            while !taken.insert(FECNumbers.place(number.text, piece)).inserted {
                ordinal += 1
                let base = FECNumbers.number(of: piece, uses)
                number = Number(text: "\(base.text)-\(ordinal)", remark: base.remark)
            }
            numbers.append(number)
        }
    }

    private static func place(_ text: String, _ piece: Piece) -> Place {
        Place(text: text, year: piece.entry.pieceDate.parts.year, isCredit: piece.isCredit)
    }

    private static func number(of piece: Piece, _ uses: [Place: Int]) -> Number {
        let entry = piece.entry
        let facts = ["value": entry.piece]
        guard piece.isNamed else {
            return Number(text: synthetic(entry), remark: Message(.fecPieceMissing, facts, field: "PieceRef"))
        }
        guard uses[place(entry.piece, piece)] ?? 0 > 1 else { return Number(text: entry.piece, remark: nil) }
        let text = "\(entry.piece)/\(entry.customerCode)/\(compact(entry.pieceDate))"
        return Number(text: text, remark: Message(.fecPieceRepeated, facts, field: "PieceRef"))
    }

    private static func synthetic(_ entry: FECEntry) -> String {
        let content = "\(entry.number)|\(entry.account)|\(entry.auxiliary)|\(entry.label)|\(entry.effect)"
        return "\(entry.journal)-\(compact(entry.pieceDate))-\(fingerprint(content))"
    }

    /// What a payment is known by: its piece, its entry, or where the package numbers neither, its own content.
    static func reference(of entry: FECEntry) -> String {
        if isReference(entry.piece) { return entry.piece }
        return isReference(entry.number) ? "\(entry.journal) \(entry.number)" : synthetic(entry)
    }

    static func compact(_ day: Day) -> String { day.description.filter { $0 != "-" } }

    /// Eight hexadecimal digits of FNV-1a: the same row gives the same number in every export.
    private static func fingerprint(_ text: String) -> String {
        var hash: UInt32 = 0x811C_9DC5
        for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        let digits = String(hash, radix: 16, uppercase: true)
        return String(repeating: "0", count: 8 - digits.utf8.count) + digits
    }

    /// Whether a PieceRef refers to anything: it has a digit other than zero, or is a word of its own.
    static func isReference(_ piece: String) -> Bool {
        let folded = Identifiers.folded(piece)
        guard !folded.isEmpty, !placeholders.contains(folded) else { return false }
        return folded.utf8.contains { $0 != 0x30 && $0 != 0x20 }
    }

    private static let placeholders: Set<String> = [
        "ran", "an", "ano", "a nouveau", "a nouveaux", "report", "report a nouveau", "solde", "soldes", "reprise", "od",
        "divers", "sans", "neant", "na", "n a", "nc", "x",
    ]
}
