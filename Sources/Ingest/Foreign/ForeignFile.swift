import Receivables

/// What people drop by mistake, told from its first bytes.
enum ForeignFile {
    /// The reason not to take it; nil where it is nothing of this list.
    static func refusal(_ bytes: [UInt8]) -> Refusal? {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return zip(bytes) }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]),
            contains(bytes[...], "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0")
        {
            return Refusal(.workbookProtected)
        }
        for (signature, template, what) in signatures where bytes.starts(with: signature) {
            return Refusal(template, ["what": what])
        }
        let head = bytes.prefix(4096)
        if isWebPage(head) { return Refusal(.foreignWebTable) }
        if contains(head, "urn:schemas-microsoft-com:office:spreadsheet") {
            return Refusal(.foreignWorkbook, ["what": "Excel 2003 XML"])
        }
        if let what = statement(head) { return Refusal(.foreignStatement, ["what": what]) }
        if isMail(head) { return Refusal(.foreignMail) }
        return isEBCDIC(head) ? Refusal(.foreignEBCDIC) : nil
    }

    private static let signatures: [([UInt8], MessageTemplate, String)] = [
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .foreignWorkbook, "Excel 97-2003, .xls"),
        ([0x09, 0x08, 0x10, 0x00], .foreignWorkbook, "Excel 5, .xls"),
        ([0x1F, 0x8B], .foreignArchive, "gzip"), ([0x42, 0x5A, 0x68], .foreignArchive, "bzip2"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], .foreignArchive, "xz"), ([0x28, 0xB5, 0x2F, 0xFD], .foreignArchive, "zstd"),
        ([0x37, 0x7A, 0xBC, 0xAF], .foreignArchive, "7z"), ([0x52, 0x61, 0x72, 0x21], .foreignArchive, "rar"),
        ([0x50, 0x4B, 0x05, 0x06], .foreignArchive, "zip"),
        ([0x89, 0x50, 0x4E, 0x47], .foreignImage, "PNG"), ([0xFF, 0xD8, 0xFF], .foreignImage, "JPEG"),
        ([0x49, 0x49, 0x2A, 0x00], .foreignImage, "TIFF"), ([0x4D, 0x4D, 0x00, 0x2A], .foreignImage, "TIFF"),
        ([0x47, 0x49, 0x46, 0x38], .foreignImage, "GIF"), (Array("{\\rtf".utf8), .foreignText, "RTF"),
        ([0x30, 0x80, 0x06, 0x09], .foreignSigned, "PKCS#7"),
    ]

    /// Office documents are zip archives that hold certain names.
    private static func zip(_ bytes: [UInt8]) -> Refusal {
        let head = bytes.prefix(1 << 16)
        let tail = bytes.suffix(1 << 16)
        func holds(_ text: String) -> Bool { contains(head, text) || contains(tail, text) }
        if holds("xl/workbook.bin") { return Refusal(.foreignWorkbook, ["what": "Excel, .xlsb"]) }
        if holds("opendocument.spreadsheet") { return Refusal(.foreignWorkbook, ["what": "LibreOffice, .ods"]) }
        if holds("word/document") { return Refusal(.foreignText, ["what": "Word, .docx"]) }
        if holds("opendocument.text") { return Refusal(.foreignText, ["what": "LibreOffice, .odt"]) }
        return Refusal(.foreignArchive, ["what": "zip"])
    }

    private static func isWebPage(_ head: ArraySlice<UInt8>) -> Bool {
        let text = start(head, 2048)
        guard text.hasPrefix("<") else { return false }
        return ["<html", "<!doctype html", "<table", "<meta ", "<style", "<head", "<body"].contains {
            text.hasPrefix($0)
        }
            || text.hasPrefix("<!--") && text.contains("<html")
    }

    /// The beginning in small letters, without a byte order mark, leading blanks and carriage returns.
    private static func start(_ head: ArraySlice<UInt8>, _ length: Int) -> String {
        let plain = head.prefix(length).drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        return String(
            decoding: plain.filter { $0 != 0x0D }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    /// Exports of a bank's portal for home accounting.
    private static func statement(_ head: ArraySlice<UInt8>) -> String? {
        let text = start(head, 1024)
        if ["!type:", "!account", "!option:"].contains(where: { text.hasPrefix($0) }) { return "QIF" }
        let isOFX = text.hasPrefix("ofxheader") || text.hasPrefix("<ofx>")
        return isOFX || text.hasPrefix("<?") && text.contains("<ofx>") ? "OFX" : nil
    }

    private static func isMail(_ head: ArraySlice<UInt8>) -> Bool {
        let text = start(head, 4096)
        let begins = ["received:", "return-path:", "from:", "delivered-to:", "mime-version:", "x-"].contains {
            text.hasPrefix($0)
        }
        return begins && text.contains("\nsubject:") && (text.contains("\nfrom:") || text.hasPrefix("from:"))
    }

    /// Letters, figures, blanks and line ends of EBCDIC make up nearly all of it, and nothing reads as ASCII text.
    private static func isEBCDIC(_ head: ArraySlice<UInt8>) -> Bool {
        guard head.count >= 40 else { return false }
        var (likely, spaces, ascii) = (0, 0, 0)
        for byte in head {
            switch byte {
            case 0x40: (likely, spaces) = (likely + 1, spaces + 1)
            case 0xF0...0xF9, 0xC1...0xC9, 0xD1...0xD9, 0xE2...0xE9, 0x81...0x89, 0x91...0x99, 0xA2...0xA9: likely += 1
            case 0x15, 0x25, 0x0D, 0x4B, 0x4F, 0x5E, 0x60, 0x61, 0x6B, 0x7A, 0x05: likely += 1
            case 0x20, 0x30...0x39: ascii += 1
            default: break
            }
        }
        return likely * 10 >= head.count * 9 && ascii * 20 < head.count && spaces > 0
    }

    static func contains(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
        let wanted = Array(text.utf8)
        guard let first = wanted.first, bytes.count >= wanted.count else { return false }
        var place = bytes.startIndex
        while let next = bytes[place...].firstIndex(of: first) {
            if bytes[next...].starts(with: wanted) { return true }
            place = next + 1
        }
        return false
    }
}

/// Knows what is no format of ours, only to say what it is and what to export instead.
struct ForeignFileImporter: Importer {
    let name = "foreign"

    func identifies(_ file: SourceFile) -> Bool { ForeignFile.refusal(file.bytes) != nil }

    func read(_ file: SourceFile, _ context: ReadingContext) throws(Refusal) -> Reading {
        throw ForeignFile.refusal(file.bytes) ?? Refusal(.unknownFormat, ["file": file.name])
    }
}
