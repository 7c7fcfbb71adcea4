import CLinux
import Glibc
import Receivables

/// The work of the process that tells one destination: reads the journal behind the agent, sends what is wanted, and
/// remembers on disk how far it came.
///
/// * It never holds the agent up: the agent only nudges it by a byte on its standard input after a commit, and closes
///   that when it ends. Only records whose lines stand in `alerts/alerts.jsonl` are sent: those are on the disk.
/// * Delivery is at least once: what is remembered is written after each delivery, so that a crash repeats one at
///   most. Alert ids tell a repetition.
/// * What fails is tried again, first after a second, then seldomer, a minute at most; nothing overtakes it.
/// * What the receiver refuses for good is kept in `portfolio/notify/<name>.refused.jsonl`, and the next is sent.
public struct Courier {
    /// The hidden command of the executable that does this.
    public static let command = "deliver"
    /// Events of one delivery to an Alertmanager or a file; a webhook gets each by itself.
    private static let batch = 200
    private static let longestPause = 60_000
    private static let silence = 600_000

    private let destination: Destination
    private let home: Home
    private let memoryFolder: Directory
    private let trail: AlertTrail
    private let clock: Clock
    private let language: Language
    /// How long to go on once the agent has ended, in milliseconds.
    private let patience: Int
    private var carrier: Carrier
    private var memory: Remembered
    private var savedAt = Clock.monotonic()
    private var isSaved = true
    private var nextRepeat = 0
    private var failures = 0
    private var problem = ""
    private var saidAt = 0
    private var notBefore = 0
    /// When to give up; nil while the agent is there.
    private var end: Int?
    private let log: (String) -> Void

    /// Tells the destination called `name` until standard input ends and, then, everything is told or so many seconds
    /// have passed.
    public static func run(
        home path: String, name: String, seconds: Int, log: @escaping (String) -> Void
    ) throws(Halt) {
        let settings = try Settings(text: try RulesFolder(home: path).required(Settings.fileName))
        guard let destination = settings.notify.first(where: { $0.name == name }) else { return }
        let home = try Home(path: path, writing: false)
        let lock = try halting { () throws(SystemError) -> Descriptor in try Courier.lock(name, home) }
        var courier = try Courier(destination, settings, home, seconds, log)
        try courier.run()
        _ = consume lock
    }

    /// Waits for a courier of an earlier agent to end, so that there is one a destination.
    private static func lock(_ name: String, _ home: Home) throws(SystemError) -> Descriptor {
        let folder = try home.portfolio.openOrCreate(Remembered.folder)
        let file = FileName(Array((name + ".lock").utf8)) ?? FileName("_.lock")
        let descriptor = try folder.openFile(file, O_RDWR | O_CREAT)
        let number = descriptor.number
        _ = try naming(.lock, folder.shown(file)) { () throws(Errno) in try retrying { vigie_flock(number, LOCK_EX) } }
        return descriptor
    }

    private init(
        _ destination: Destination, _ settings: Settings, _ home: Home, _ seconds: Int,
        _ log: @escaping (String) -> Void
    ) throws(Halt) {
        memoryFolder = try halting { () throws(SystemError) in try home.portfolio.openOrCreate(Remembered.folder) }
        clock = try Clock(zone: settings.timeZone)
        let folder = memoryFolder
        memory = try halting { () throws(SystemError) in
            try Remembered(destination.name, in: folder) ?? Remembered()
        }
        self.destination = destination
        self.home = home
        self.log = log
        trail = AlertTrail(journal: home.journal)
        language = settings.language
        patience = seconds * 1000
        carrier = Carrier(destination, home)
    }

    private mutating func run() throws(Halt) {
        while true {
            let isIdle = try step()
            if let end, isIdle || Clock.monotonic() >= end { break }
            wait(until: isIdle ? idleDeadline : notBefore)
        }
        try save(durable: false)
        try reportRest()
    }

    /// Sends what can be sent now; true where nothing is left to send.
    private mutating func step() throws(Halt) -> Bool {
        guard Clock.monotonic() >= notBefore else { return false }
        if try !confirm() { return false }
        let last = try halting { () throws(SystemError) in try AlertFile.readMark(home.alerts) }
        let limit = if case .webhook = destination.kind { 1 } else { Courier.batch }
        let (events, place) = try trail.read(
            from: memory.place, through: last, limit: limit, destination.wants)
        guard !events.isEmpty else {
            try pass(place)
            return true
        }
        guard try deliver(events) else { return false }
        memory.place = place
        try save(durable: true)
        return false
    }

    /// Moves on where nothing was wanted; noted on disk now and then only, being found again at a small cost.
    private mutating func pass(_ place: TrailPlace) throws(Halt) {
        guard place != memory.place else { return }
        memory.place = place
        isSaved = false
        if Clock.monotonic() - savedAt > 10_000 { try save(durable: false) }
    }

    private mutating func save(durable: Bool) throws(Halt) {
        guard durable || !isSaved else { return }
        let (memory, folder, name) = (self.memory, memoryFolder, destination.name)
        try halting { () throws(SystemError) in try memory.write(name, in: folder, durable: durable) }
        savedAt = Clock.monotonic()
        isSaved = true
    }

    // MARK: Sending

    private mutating func deliver(_ events: [ToldEvent]) throws(Halt) -> Bool {
        switch destination.kind {
        case .file(let file): return try settle(carrier.append(events.map(\.line), to: file), events)
        case .webhook(let address): return try post(events, to: address)
        case .alertmanager(let address): return try announce(events, to: address + "/api/v2/alerts")
        }
    }

    /// Each line by itself, with its id for a receiver that has seen it already.
    private mutating func post(_ events: [ToldEvent], to address: String) throws(Halt) -> Bool {
        for event in events {
            let delivery = carrier.post(
                event.line, to: address, headers: ["Idempotency-Key: \(event.id)"], milliseconds: timeLeft)
            guard try settle(delivery, [event]) else { return false }
        }
        return true
    }

    /// What the events come to, as one request: an alert that began and ended meanwhile is sent as ended.
    private mutating func announce(_ events: [ToldEvent], to address: String) throws(Halt) -> Bool {
        var open = memory.open
        var ended: [(alert: OpenAlert, at: String)] = []
        var touched: Set<String> = []
        for event in events {
            if let over = open.take(event, atLeast: destination.minimumSeverity) { ended.append((over, event.at)) }
            touched.insert(event.alert)
        }
        let firing = open.inOrder.filter { touched.contains($0.id) }.map(\.alert)
        // Labels that fire again have not ended.
        let labels = Set(firing.map(\.labels))
        let over = ended.filter { !labels.contains($0.alert.labels) }
        guard !firing.isEmpty || !over.isEmpty else { return true }
        let body = message(firing, ended: over)
        let delivery = carrier.post(body, to: address, milliseconds: timeLeft)
        if case .refused = delivery, events.count > 1 {
            // An Alertmanager takes the others of a request it complains about: one by one shows which it is.
            for event in events { guard try announce([event], to: address) else { return false } }
            return true
        }
        guard try settle(delivery, events) else { return false }
        memory.open = open
        return true
    }

    private func message(_ firing: [OpenAlert], ended: [(alert: OpenAlert, at: String)] = []) -> [UInt8] {
        let expiry = Instant(
            nanoseconds: clock.now().nanoseconds + Int64(destination.expiresHours) * 3_600_000_000_000)
        let endsAt = clock.zone.timestamp(expiry)
        var writer = JSONWriter(reserving: 4096)
        writer.beginArray()
        for item in ended { item.alert.write(endsAt: item.at, generatorURL: destination.generatorURL, to: &writer) }
        for alert in firing { alert.write(endsAt: endsAt, generatorURL: destination.generatorURL, to: &writer) }
        writer.endArray()
        return writer.bytes
    }

    /// Tells an Alertmanager again what fires, since it forgets when it is restarted; false where it does not answer.
    private mutating func confirm() throws(Halt) -> Bool {
        guard case .alertmanager(let address) = destination.kind, Clock.monotonic() >= nextRepeat else { return true }
        var rest = memory.open.inOrder.map(\.alert)[...]
        while !rest.isEmpty {
            let body = message(Array(rest.prefix(Courier.batch)))
            let delivery = carrier.post(body, to: address + "/api/v2/alerts", milliseconds: timeLeft)
            if case .later = delivery { return try settle(delivery, []) }
            rest = rest.dropFirst(Courier.batch)
        }
        nextRepeat = Clock.monotonic() + destination.repeatSeconds * 1000
        return true
    }

    /// Takes note of how it went; true where the next thing may be sent.
    private mutating func settle(_ delivery: Delivery, _ events: [ToldEvent]) throws(Halt) -> Bool {
        switch delivery {
        case .done: recover()
        case .refused(let problem): try setAside(events, problem)
        case .later(let problem, let seconds):
            fail(problem, seconds)
            return false
        }
        return true
    }

    private mutating func fail(_ problem: String, _ seconds: Int) {
        // Another problem is news, but not every minute: some name the milliseconds they took.
        let isNews = problem != self.problem && Clock.monotonic() - saidAt > Courier.silence
        if failures == 0 || isNews {
            say(Message(.notifyFailing, ["name": destination.name, "problem": problem]))
            saidAt = Clock.monotonic()
        }
        self.problem = problem
        let pause = min(Courier.longestPause, 1000 << min(failures, 6))
        failures += 1
        notBefore = Clock.monotonic() + max(pause, seconds * 1000)
    }

    private mutating func recover() {
        if failures > 0 { say(Message(.notifyRecovered, ["name": destination.name])) }
        failures = 0
        notBefore = 0
    }

    /// Keeps what the receiver refuses, for a person to look at.
    private mutating func setAside(_ events: [ToldEvent], _ problem: String) throws(Halt) {
        let name = FileName(Array((destination.name + ".refused.jsonl").utf8)) ?? FileName("_.refused.jsonl")
        let folder = memoryFolder
        try halting { () throws(SystemError) in
            let file = try AlertFile.openWhole(name, in: folder)
            try naming(.write, folder.shown(name)) { () throws(Errno) in
                for event in events { try AlertFile.append(event.line + [0x0A], to: file) }
                try file.syncData()
            }
        }
        for event in events {
            say(
                Message(
                    .notifyRefused,
                    ["name": destination.name, "id": event.id, "problem": problem, "path": folder.shown(name)]))
        }
    }

    // MARK: Waiting

    private var timeLeft: Int { end.map { max(1, $0 - Clock.monotonic()) } ?? .max }

    private var idleDeadline: Int {
        if case .alertmanager = destination.kind { nextRepeat } else { .max }
    }

    /// Until a nudge, the end of the agent, or the time given. While something failed a nudge changes nothing.
    private mutating func wait(until deadline: Int) {
        let isPaused = deadline == notBefore && failures > 0
        while true {
            let now = Clock.monotonic()
            let until = min(deadline, end ?? .max)
            guard now < until else { return }
            if end != nil {
                usleep(UInt32(min(until - now, 50)) * 1000)
                continue
            }
            guard listen(milliseconds: min(until - now, 60_000)) || end != nil else { continue }
            // The agent has ended: one more attempt at once, and then as often as there is time for.
            if end != nil { return hurry() }
            if !isPaused { return }
        }
    }

    private mutating func hurry() {
        notBefore = 0
        failures = min(failures, 1)
    }

    /// True where the agent nudged or ended.
    private mutating func listen(milliseconds: Int) -> Bool {
        var descriptor = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
        guard unsafe poll(&descriptor, 1, Int32(milliseconds)) > 0 else { return false }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let capacity = bytes.count
        let count = unsafe bytes.withUnsafeMutableBytes { unsafe read(0, $0.baseAddress, capacity) }
        if count == 0 || count < 0 && errno != EINTR && errno != EAGAIN { end = Clock.monotonic() + patience }
        return true
    }

    // MARK: Saying

    private func say(_ message: Message) { log(message.text(in: language)) }

    /// At the end: what could not be told, and when it will be.
    private func reportRest() throws(Halt) {
        let last = try halting { () throws(SystemError) in try AlertFile.readMark(home.alerts) }
        let rest = try trail.read(from: memory.place, through: last, limit: .max, destination.wants).events.count
        guard rest > 0 else { return }
        let arguments = ["name": destination.name, "count": String(rest), "problem": problem]
        say(Message(.notifyRest, arguments))
    }
}
