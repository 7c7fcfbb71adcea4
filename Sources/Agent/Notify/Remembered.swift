import Receivables

/// What is known of one destination between two starts: how far it was told and, for an Alertmanager, what fires
/// there. `portfolio/notify/<name>.json`, replaced whole after each delivery.
struct Remembered: Sendable, Hashable {
    var place = TrailPlace()
    var open = OpenAlerts()

    static let folder = FileName("notify")

    static func name(of destination: String) -> FileName {
        FileName(Array((destination + ".json").utf8)) ?? FileName("_.json")
    }

    init() {}

    /// Nil where there is none, or none that can be read.
    init?(_ destination: String, in folder: Directory) throws(SystemError) {
        let name = Remembered.name(of: destination)
        guard let size = try folder.status(of: name)?.size else { return nil }
        let file = try folder.openFile(name, 0)
        let bytes = try naming(.read, folder.shown(name)) { () throws(Errno) in try file.read(count: size) }
        do throws(JSONReader.Failure) { try read(bytes) } catch { return nil }
    }

    func write(_ destination: String, in folder: Directory, durable: Bool) throws(SystemError) {
        try AtomicFile.write(bytes, to: Remembered.name(of: destination), in: folder, durable: durable)
    }

    private var bytes: [UInt8] {
        var writer = JSONWriter(reserving: 1024)
        writer.beginObject()
        writer.member("version", 1)
        writer.member("sequence", place.sequence)
        writer.member("lines", place.lines)
        writer.member("segment", place.segment)
        writer.member("offset", place.offset)
        writer.key("open")
        writer.beginObject()
        for (id, alert) in open.inOrder {
            writer.key(dynamic: id)
            writer.beginObject()
            writer.key("labels")
            writer.raw(alert.labels)
            writer.key("annotations")
            writer.raw(alert.annotations)
            writer.member("startsAt", alert.startsAt)
            writer.endObject()
        }
        writer.endObject()
        writer.endObject()
        writer.newline()
        return writer.bytes
    }

    private mutating func read(_ bytes: [UInt8]) throws(JSONReader.Failure) {
        var reader = JSONReader(bytes)
        try reader.object { (reader, key) throws(JSONReader.Failure) in
            switch key {
            case "sequence": place.sequence = try reader.integer()
            case "lines": place.lines = try reader.integer()
            case "segment": place.segment = try reader.string()
            case "offset": place.offset = try reader.integer()
            case "open":
                try reader.object { (reader, id) throws(JSONReader.Failure) in
                    open.add(try Remembered.alert(&reader, bytes), as: id)
                }
            default: try reader.skipValue()
            }
        }
    }

    private static func alert(_ reader: inout JSONReader, _ bytes: [UInt8]) throws(JSONReader.Failure) -> OpenAlert {
        var alert = OpenAlert(labels: [], annotations: [], startsAt: "")
        try reader.object { (reader, key) throws(JSONReader.Failure) in
            _ = try reader.peek()
            let start = reader.position
            if key == "startsAt" { return alert.startsAt = try reader.string() }
            try reader.skipValue()
            if key == "labels" { alert.labels = Array(bytes[start..<reader.position]) }
            if key == "annotations" { alert.annotations = Array(bytes[start..<reader.position]) }
        }
        return alert
    }
}
