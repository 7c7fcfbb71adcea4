import Receivables

/// XIMPORT.TXT, the fixed-width exchange file of Ciel, EBP and Sage: 138 characters a line, without a header.
///
/// Layout (https://openflyers.com/en/doc/Accounting-export-template-CielXimport), lengths in characters: movement 5,
/// journal 2, date 8 (YYYYMMDD), due date 8, piece 12, account 11, label 25, amount 13, sense 1, reconciliation 12,
/// analytic code 6, name of the account 34, euro 1. The character sets are CP850 and Windows-1252.
struct XImportImporter: Importer {
    let name = "ximport"

    func identifies(_ file: SourceFile) -> Bool {
        let lines = TextLine.head(file, 20)
        guard !lines.isEmpty else { return false }
        let fitting = lines.count { XImportImporter.fits(Array($0.text.unicodeScalars)) }
        return fitting * 4 >= lines.count * 3
    }

    /// Figures, days and a sense stand where the layout has them.
    private static func fits(_ line: [Unicode.Scalar]) -> Bool {
        guard (85...160).contains(line.count) else { return false }
        let number = text(line, 0, 5)
        guard !number.isEmpty, number.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return false }
        guard Day(compact: text(line, 7, 8)) != nil, ["C", "D"].contains(text(line, 84, 1)) else { return false }
        return ExactDecimal(text(line, 71, 13).replacing(",", with: ".")) != nil
    }

    /// A field without the blanks around it; short where the line was trimmed.
    private static func text(_ line: [Unicode.Scalar], _ start: Int, _ length: Int) -> String {
        guard start < line.count else { return "" }
        var text = ""
        for scalar in line[start..<min(line.count, start + length)] { text.unicodeScalars.append(scalar) }
        let front = text.drop { $0 == " " }
        return String(front.reversed().drop { $0 == " " }.reversed())
    }

    func read(_ file: SourceFile, _ context: ReadingContext) throws(Refusal) -> Reading {
        let decoded = try DecodedText(file.bytes)
        var book = EntryBook(context)
        let lines = TextLine.all(decoded)
        for line in lines where !line.text.isEmpty && line.text != "\u{1A}" {
            XImportImporter.take(line, &book)
        }
        // A line that ends before its sense was cut off.
        let isTorn = (lines.last?.text.unicodeScalars.count).map { (2..<85).contains($0) } ?? false
        return book.reading(looksUnfinished: isTorn)
    }

    private static func take(_ line: TextLine, _ book: inout EntryBook) {
        let scalars = Array(line.text.unicodeScalars)
        guard scalars.count >= 85 else {
            let facts = ["found": "\(scalars.count)", "expected": "138"]
            return book.refuse(RowFault(.entriesShortLine, facts), line)
        }
        var row = EntryRow(
            number: text(scalars, 0, 5), journal: text(scalars, 5, 2), account: text(scalars, 35, 11),
            accountName: text(scalars, 103, 34), piece: text(scalars, 23, 12), label: text(scalars, 46, 25),
            amount: text(scalars, 71, 13), sense: text(scalars, 84, 1))
        row.date = (text(scalars, 7, 8), Day(compact: text(scalars, 7, 8)))
        row.due = Day(compact: text(scalars, 15, 8))
        book.take(row, line)
    }
}

/// Sage 100's fixed-width file (PNM): a journal of 3 characters, a day as DDMMYY, the kind of piece, then the general
/// account. It names no customer and its layout differs between versions: refused by name.
struct PNMImporter: Importer {
    let name = "pnm"

    func identifies(_ file: SourceFile) -> Bool {
        let lines = TextLine.head(file, 20).filter { $0.text.unicodeScalars.count > 60 }
        guard !lines.isEmpty else { return false }
        return lines.count { PNMImporter.fits(Array($0.text.unicodeScalars)) } * 4 >= lines.count * 3
    }

    private static func fits(_ line: [Unicode.Scalar]) -> Bool {
        guard (80...200).contains(line.count) else { return false }
        func digits(_ start: Int, _ count: Int) -> Int? {
            line[start..<(start + count)].reduce(Optional(0)) { number, scalar in
                guard let number, ("0"..."9").contains(scalar) else { return nil }
                return number * 10 + Int(scalar.value) - 0x30
            }
        }
        guard let day = digits(3, 2), let month = digits(5, 2), let year = digits(7, 2), digits(11, 3) != nil else {
            return false
        }
        let isLetters = line[9..<11].allSatisfy { $0 == " " || $0.properties.isUppercase }
        return isLetters && line[0].properties.isAlphabetic && Day(year: 2000 + year, month: month, day: day) != nil
            && !line.contains { $0 == ";" || $0 == "\t" || $0 == "|" }
    }

    func read(_ file: SourceFile, _ context: ReadingContext) throws(Refusal) -> Reading { throw Refusal(.foreignPNM) }
}
