import Receivables
import XMLReading

/// How the numbers of cells are shown, as far as it changes what they are: days, and codes with leading zeros.
struct CellFormats {
    enum Meaning {
        case number
        /// A number of days since an epoch.
        case date
        /// A code, with zeros before it up to this many digits.
        case padded(Int)
    }

    /// By the place a cell names as its style.
    private var meanings: [Meaning] = []
    private let epoch: Day

    /// Days of Excel count from 1900, with a 29 February that year did not have, or from 1904.
    private static let epoch1900 = Day(year: 1899, month: 12, day: 30)
    private static let epoch1904 = Day(year: 1904, month: 1, day: 1)

    init(_ part: [UInt8]?, from1904: Bool) throws(WorkbookFault) {
        epoch = (from1904 ? CellFormats.epoch1904 : CellFormats.epoch1900) ?? Day(number: 0)
        guard let part else { return }
        try WorkbookFault.reading(part) { (xml) throws(XMLFailure) in
            var own: [String: Meaning] = [:]
            var isInCells = false
            while let step = try xml.next() {
                switch step {
                case .begin("numFmt"):
                    if let id = xml.attribute("numFmtId"), let code = xml.attribute("formatCode") {
                        own[id] = CellFormats.meaning(ofCode: code)
                    }
                case .begin("cellXfs"): isInCells = true
                case .end("cellXfs"): isInCells = false
                case .begin("xf") where isInCells:
                    let id = xml.attribute("numFmtId") ?? "0"
                    meanings.append(own[id] ?? CellFormats.meaning(builtIn: Int(id) ?? 0))
                default: break
                }
            }
        }
    }

    /// What a number in a cell of this style is.
    func meaning(of style: Int?) -> Meaning {
        guard let style, meanings.indices.contains(style) else { return .number }
        return meanings[style]
    }

    /// The day a number of days stands for; nil outside the years anybody writes, and for a time without a day.
    func day(_ serial: String) -> Day? {
        guard let days = Int(serial.prefix { $0 != "." }), (1...200_000).contains(days) else { return nil }
        return epoch.adding(days: epoch == CellFormats.epoch1900 && days < 60 ? days + 1 : days)
    }

    /// ECMA-376 part 1, 18.8.30, and those of East Asian editions: 14 to 17 and 22 hold a day.
    private static func meaning(builtIn id: Int) -> Meaning {
        [14, 15, 16, 17, 22].contains(id) || (27...36).contains(id) || (50...58).contains(id) ? .date : .number
    }

    /// A format of the workbook's own: one with a day or a year in it outside texts and conditions is a date.
    private static func meaning(ofCode code: String) -> Meaning {
        if !code.isEmpty, code.allSatisfy({ $0 == "0" }) { return .padded(code.count) }
        var (isQuoted, isBracketed, isEscaped) = (false, false, false)
        for letter in code.lowercased() {
            if isEscaped {
                isEscaped = false
                continue
            }
            switch letter {
            case "\\", "_", "*": isEscaped = !isQuoted && !isBracketed
            case "\"": isQuoted.toggle()
            case "[" where !isQuoted: isBracketed = true
            case "]" where !isQuoted: isBracketed = false
            // j and a: day and year in formats of French editions.
            case "d", "y",
                "j" where !isQuoted && !isBracketed:
                return .date
            default: break
            }
        }
        return .number
    }
}
