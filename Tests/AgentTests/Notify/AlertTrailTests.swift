import Receivables
import Risk
import Testing

@testable import Agent

/// A journal over two months: records with none, one or several alert lines.
private struct Fixture {
    let scratch: Scratch
    let trail: AlertTrail
    static let linesOfRecord = [0, 1, 3, 0, 2, 5, 0]
    static let ids = linesOfRecord.enumerated().flatMap { record, count in (0..<count).map { "\(record + 1)-\($0)" } }

    init() throws {
        scratch = try Scratch()
        trail = AlertTrail(journal: try Directory(path: scratch.path))
        var journal = try Journal(trail.journal)
        for (index, count) in Fixture.linesOfRecord.enumerated() {
            let lines = (0..<count).map { Fixture.line("\(index + 1)-\($0)") }
            let alerts = lines.isEmpty ? "" : ",\"alerts\":[\(lines.joined(separator: ","))]"
            let day: Day = index < 4 ? .november : .december
            journal.append(Array("{\"kind\":\"file\",\"documents\":[{\"alerts\":[1]}]\(alerts)}".utf8), on: day)
            try journal.commit()
        }
    }

    static func line(_ id: String) -> String {
        """
        {"id":"\(id)","alert":"\(id)","at":"2026-11-23T08:00:00+01:00","event":"raised","rule":"r",\
        "severity":"warning","audience":["sales"],"message":"é"}
        """
    }

    func read(
        from place: TrailPlace, through last: Int = 7, limit: Int = .max, _ wants: (ToldEvent) -> Bool = { _ in true }
    ) throws -> (ids: [String], end: TrailPlace) {
        let (events, end) = try trail.read(from: place, through: last, limit: limit, wants)
        return (events.map(\.id), end)
    }
}

@Suite struct AlertTrailTests {
    @Test("an event is lost or repeated where a delivery stops", arguments: 1...12)
    func resume(_ limit: Int) throws {
        let fixture = try Fixture()
        var place = TrailPlace()
        var all: [String] = []
        while true {
            let (ids, end) = try fixture.read(from: place, limit: limit)
            if ids.isEmpty { break }
            #expect(ids.count <= limit)
            all += ids
            place = end
        }
        #expect(all == Fixture.ids)
        #expect(place.sequence == 7)
    }

    @Test("what is not yet on the disk is told, or what is is not", arguments: 0...7)
    func bound(_ last: Int) throws {
        let fixture = try Fixture()
        let (ids, end) = try fixture.read(from: TrailPlace(), through: last)
        let count = Fixture.linesOfRecord.prefix(last).reduce(0, +)
        #expect(ids == Array(Fixture.ids.prefix(count)))
        let (rest, _) = try fixture.read(from: end)
        #expect(rest == Array(Fixture.ids.dropFirst(count)))
    }

    @Test("a place of another journal loses or repeats events", arguments: [1, 100, 1_000_000])
    func lost(_ offset: Int) throws {
        let fixture = try Fixture()
        var place = try fixture.read(from: TrailPlace(), through: 3).end
        place.offset += offset == 1_000_000 ? -place.offset + 7 : offset
        #expect(try fixture.read(from: place).ids == Array(Fixture.ids.dropFirst(4)))
    }

    @Test func `a place that only knows its record is found again`() throws {
        let fixture = try Fixture()
        #expect(try fixture.read(from: TrailPlace(sequence: 5)).ids == Array(Fixture.ids.dropFirst(6)))
    }

    @Test func `what is not wanted is passed over and not looked at again`() throws {
        let fixture = try Fixture()
        let (ids, end) = try fixture.read(from: TrailPlace()) { $0.id.hasPrefix("3") }
        #expect(ids == ["3-0", "3-1", "3-2"])
        #expect(end.sequence == 7)
    }

    @Test func `what is remembered of a destination is read back as it was`() throws {
        let fixture = try Fixture()
        var memory = Remembered()
        memory.place = try fixture.read(from: TrailPlace(), limit: 2).end
        let event = try #require(ToldEvent(Array(Fixture.line("a").utf8)))
        _ = memory.open.take(event, atLeast: .info)
        let folder = try Directory(path: fixture.scratch.path)
        try memory.write("equipe", in: folder, durable: true)
        #expect(try Remembered("equipe", in: folder) == memory)
        #expect(try Remembered("autre", in: folder) == nil)
    }
}

/// What an Alertmanager is told of one alert, step by step.
@Suite struct OpenAlertsTests {
    private func event(_ kind: String, _ severity: String, from previous: String? = nil, name: String = "Alpha")
        throws -> ToldEvent
    {
        let before = previous.map { "\"previousSeverity\":\"\($0)\"," } ?? ""
        return try #require(
            ToldEvent(
                Array(
                    """
                    {"id":"\(kind)","alert":"a","at":"2026-11-23T08:00:00+01:00","event":"\(kind)","rule":"r",\
                    "severity":"\(severity)",\(before)"customer":{"key":"k","name":"\(name)"},"audience":["sales"],\
                    "value":1200.50,"currency":"EUR","message":"m"}
                    """.utf8)))
    }

    private func text(_ bytes: [UInt8]?) -> String { String(decoding: bytes ?? [], as: UTF8.self) }

    @Test func `a graver alert ends the milder one under the labels it had`() throws {
        var open = OpenAlerts()
        #expect(open.take(try event("raised", "info"), atLeast: .info) == nil)
        let ended = open.take(try event("escalated", "critical", from: "info"), atLeast: .info)
        let labels = text(ended?.labels)
        #expect(labels.contains("\"severity\":\"info\""))
        #expect(
            open.inOrder.map { text($0.alert.labels) } == [
                """
                {"alertname":"r","severity":"critical","scope":"customer","customer":"k","customer_name":"Alpha",\
                "audience":"sales"}
                """
            ])
        let annotations = text(open.inOrder.first?.alert.annotations)
        #expect(annotations.contains("\"value\":\"1200.50\""))
    }

    @Test func `a customer that changed its name does not leave an alert behind that never ends`() throws {
        var open = OpenAlerts()
        _ = open.take(try event("raised", "info"), atLeast: .info)
        let ended = open.take(try event("resolved", "info", name: "Alpha SAS"), atLeast: .info)
        let labels = text(ended?.labels)
        #expect(labels.contains("\"customer_name\":\"Alpha\""))
        #expect(open.byAlert.isEmpty)
    }

    @Test func `what became milder than asked for ends, and an acknowledgement ends nothing`() throws {
        var open = OpenAlerts()
        _ = open.take(try event("raised", "critical"), atLeast: .warning)
        #expect(open.take(try event("acknowledged", "critical"), atLeast: .warning) == nil)
        #expect(open.byAlert.count == 1)
        #expect(open.take(try event("eased", "info", from: "critical"), atLeast: .warning) != nil)
        #expect(open.byAlert.isEmpty)
    }

    @Test(
        "an event reaches a destination it is not for, or misses the one it is for",
        arguments: [
            ([], "info", "raised", "info", nil, true), (["sales"], "info", "raised", "info", nil, true),
            (["finance"], "info", "raised", "info", nil, false), ([], "warning", "raised", "info", nil, false),
            ([], "warning", "eased", "info", "warning", true), ([], "warning", "resolved", "warning", nil, true),
        ] as [([String], String, String, String, String?, Bool)])
    func routing(
        _ audiences: [String], _ minimum: String, _ kind: String, _ severity: String, _ previous: String?,
        _ wanted: Bool
    ) throws {
        var destination = Destination(name: "d", kind: .file("d.jsonl"))
        destination.audiences = audiences
        destination.minimumSeverity = try #require(Severity(rawValue: minimum))
        #expect(destination.wants(try event(kind, severity, from: previous)) == wanted)
    }
}
