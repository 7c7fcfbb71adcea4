import Receivables

/// Gives every piece of a FEC a number that no other piece of its year and direction has: the ledger knows an invoice
/// by its number.
///
/// 1. PieceRef, where it names one piece. Of several it is the sale's, of several sales that of the first day: what a
///    later export enters under the reference (an indemnity, another customer) leaves the number as it was.
/// 2. PieceRef, customer and date of the others, and of all where none is the first (`01/2027` for a month's takings).
/// 3. Journal, date and a fingerprint of the row, where there is no reference (`RAN`, `0000000`, empty).
struct FECNumbers {
    struct Number {
        let text: String
        let remark: Message?
    }

    private struct Place: Hashable {
        let text: String
        let year: Int
        let isCredit: Bool

        init(_ text: String, _ piece: FECPiece) {
            (self.text, year, isCredit) = (text, piece.first.pieceDate.parts.year, piece.effect < 0)
        }
    }

    /// What has a reference for its number: the place of the piece among all, nil where several are of one rank.
    private struct Holder {
        var place: Int?
        var rank: Rank

        mutating func meet(_ place: Int, _ rank: Rank) {
            if rank < self.rank {
                self = Holder(place: place, rank: rank)
            } else if rank == self.rank {
                self.place = nil
            }
        }
    }

    private struct Rank: Comparable {
        let isSale: Bool
        let date: Day

        init(_ piece: FECPiece) { (isSale, date) = (piece.first.kind == .sales, piece.first.pieceDate) }

        static func < (left: Rank, right: Rank) -> Bool {
            left.isSale == right.isSale ? left.date < right.date : left.isSale
        }
    }

    private var numbers: [Number] = []

    subscript(_ index: Int) -> Number { numbers[index] }

    init(_ pieces: [FECPiece]) {
        let holders = FECNumbers.holders(pieces)
        var taken: Set<Place> = []
        for (index, piece) in pieces.enumerated() {
            let base = FECNumbers.number(
                of: piece, isHolder: holders[Place(piece.first.piece, piece)]?.place == index)
            var number = base
            var ordinal = 1
            while !taken.insert(Place(number.text, piece)).inserted {
                ordinal += 1
                number = Number(text: "\(base.text)-\(ordinal)", remark: base.remark)
            }
            numbers.append(number)
        }
    }

    private static func holders(_ pieces: [FECPiece]) -> [Place: Holder] {
        var holders: [Place: Holder] = [:]
        for (index, piece) in pieces.enumerated() where piece.isNamed {
            let (place, rank) = (Place(piece.first.piece, piece), Rank(piece))
            if holders[place] == nil {
                holders[place] = Holder(place: index, rank: rank)
            } else {
                holders[place]?.meet(index, rank)
            }
        }
        return holders
    }

    private static func number(of piece: FECPiece, isHolder: Bool) -> Number {
        let entry = piece.first
        let facts = ["value": entry.piece]
        guard piece.isNamed else {
            return Number(text: synthetic(entry), remark: Message(.fecPieceMissing, facts, field: "PieceRef"))
        }
        guard !isHolder else { return Number(text: entry.piece, remark: nil) }
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
