import ArchiveReading
import Receivables
import XMLReading

/// The sheets of an Excel workbook that people see, as cells. ECMA-376 part 1, SpreadsheetML.
struct Workbook {
    let sheets: [Sheet]

    /// Known by its content: a zip archive with parts of a workbook, of which a copy that stopped may show only some.
    static func isOne(_ bytes: [UInt8]) -> Bool {
        guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return false }
        let ends = [bytes.prefix(1 << 16), bytes.suffix(1 << 16)]
        func holds(_ part: String) -> Bool { ends.contains { ForeignFile.contains($0, part) } }
        return !holds("xl/workbook.bin")
            && ["xl/workbook", "xl/worksheets/", "xl/theme/", "xl/styles"].contains(where: holds)
    }

    /// Unpacks a workbook. `limit`: the most bytes that each part, and the text of each sheet, may come to.
    init(_ bytes: [UInt8], limit: Int) throws(Refusal) {
        do throws(WorkbookFault) {
            sheets = try Workbook.sheets(WorkbookParts(bytes, limit: limit))
        } catch {
            throw error.refusal
        }
    }

    private static func sheets(_ parts: borrowing WorkbookParts) throws(WorkbookFault) -> [Sheet] {
        let contents = try WorkbookContents(parts)
        let texts = try SharedTexts(parts.part(contents.sharedTexts))
        let formats = try CellFormats(parts.part(contents.styles), from1904: contents.countsFrom1904)
        var sheets: [Sheet] = []
        for (name, path) in contents.sheets {
            guard let part = try parts.part(path) else { throw .archive(.damaged(path)) }
            sheets.append(try Sheet(name: name, part, texts, formats, limit: parts.limit))
        }
        return sheets
    }
}

/// The XML parts of a workbook.
struct WorkbookParts: ~Copyable {
    private let archive: ZipArchive
    let limit: Int

    init(_ bytes: [UInt8], limit: Int) throws(WorkbookFault) {
        do throws(ArchiveFault) {
            archive = try ZipArchive(bytes)
        } catch {
            throw .archive(error)
        }
        self.limit = limit
    }

    /// The bytes of a part; nil where there is none of this name.
    func part(_ path: String?) throws(WorkbookFault) -> [UInt8]? {
        guard let path else { return nil }
        do throws(ArchiveFault) {
            return try archive.content(of: path, limit: limit)
        } catch {
            throw .archive(error)
        }
    }
}

/// Which sheets there are, and where their parts lie.
private struct WorkbookContents {
    private(set) var sheets: [(name: String, path: String)] = []
    private(set) var sharedTexts: String?
    private(set) var styles: String?
    private(set) var countsFrom1904 = false

    init(_ parts: borrowing WorkbookParts) throws(WorkbookFault) {
        let root = try WorkbookContents.relations(of: "", parts)
        let path = root.first { $0.type == "officeDocument" }?.path ?? "xl/workbook.xml"
        guard let book = try parts.part(path) else { throw .archive(.damaged(path)) }
        let relations = try WorkbookContents.relations(of: path, parts)
        sharedTexts = relations.first { $0.type == "sharedStrings" }?.path
        styles = relations.first { $0.type == "styles" }?.path
        try WorkbookFault.reading(book) { (xml) throws(XMLFailure) in
            while let step = try xml.next() {
                guard case .begin(let element) = step else { continue }
                if element == "workbookPr" { countsFrom1904 = ["1", "true"].contains(xml.attribute("date1904")) }
                guard element == "sheet", xml.attribute("state") ?? "visible" == "visible",
                    let id = xml.attribute("id"),
                    let relation = relations.first(where: { $0.id == id && $0.type == "worksheet" })
                else { continue }
                sheets.append((xml.attribute("name") ?? id, relation.path))
            }
        }
    }

    private struct Relation {
        let id: String
        /// The last part of the type's URI, which is the same in the strict and the transitional form.
        let type: String
        let path: String
    }

    private static func relations(
        of path: String, _ parts: borrowing WorkbookParts
    ) throws(WorkbookFault) -> [Relation] {
        let folders = path.split(separator: "/").dropLast().map(String.init)
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        let file = (folders + ["_rels", name + ".rels"]).joined(separator: "/")
        guard let part = try parts.part(file) else { return [] }
        var relations: [Relation] = []
        try WorkbookFault.reading(part) { (xml) throws(XMLFailure) in
            while let step = try xml.next() {
                guard case .begin("Relationship") = step, let id = xml.attribute("Id"),
                    let type = xml.attribute("Type")?.split(separator: "/").last, let target = xml.attribute("Target")
                else { continue }
                let isAbsolute = target.hasPrefix("/")
                let steps = target.split(separator: "/").map(String.init)
                relations.append(
                    Relation(
                        id: id, type: String(type),
                        path: ((isAbsolute ? [] : folders) + steps).joined(separator: "/")))
            }
        }
        return relations
    }
}

/// Why a workbook cannot be read.
enum WorkbookFault: Error {
    case archive(ArchiveFault)
    case xml(XMLFailure)
    case tooLarge(limit: Int)

    var refusal: Refusal {
        switch self {
        case .archive(.encrypted): Refusal(.workbookProtected)
        case .archive(.damaged(let reason)): Refusal(.workbookDamaged, ["reason": reason])
        case .archive(.tooLarge(let limit)), .tooLarge(let limit):
            Refusal(.workbookTooLarge, ["limit": String(limit >> 20)])
        case .xml(let failure): Refusal(failure)
        }
    }

    /// Reads a part's XML.
    static func reading(
        _ part: [UInt8], _ body: (inout XMLPull) throws(XMLFailure) -> Void
    ) throws(WorkbookFault) {
        do throws(XMLFailure) {
            var xml = try XMLPull(part)
            try body(&xml)
        } catch {
            throw .xml(error)
        }
    }
}
