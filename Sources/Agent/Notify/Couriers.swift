import Glibc
import Receivables

/// The couriers of all destinations, looked after by the agent's loop: started, nudged, started again where one ended,
/// and let go at the end. Nothing here waits but `finish`.
struct Couriers: ~Copyable {
    private let home: Home
    private var destinations: [Destination] = []
    private var running: [CourierProcess] = []
    /// Of earlier rules: they end by themselves.
    private var released: [CourierProcess] = []
    private var nextStart = 0

    /// Seconds a courier goes on after a run that takes what is there and ends.
    static let patienceOnce = 10
    /// The same after an agent that watched: the next start is not far.
    static let patience = 3
    private static let restartPause = 10_000

    init(_ home: Home) { self.home = home }

    /// Begins the memory of destinations that have none, or that know of records the journal does not have: they are
    /// told what happens from now on, and an Alertmanager what fires now.
    static func prepare(_ destinations: [Destination], _ book: Book, last: Int, _ home: Home) throws(SystemError) {
        guard !destinations.isEmpty else { return }
        let folder = try home.portfolio.openOrCreate(Remembered.folder)
        for destination in destinations {
            if let known = try Remembered(destination.name, in: folder), known.place.sequence <= last { continue }
            var memory = Remembered()
            memory.place.sequence = last
            if case .alertmanager = destination.kind { memory.open = open(destination, book) }
            try memory.write(destination.name, in: folder, durable: true)
        }
    }

    private static func open(_ destination: Destination, _ book: Book) -> OpenAlerts {
        var open = OpenAlerts()
        for line in book.alerts.lines.values.flatMap(\.values) {
            guard let event = ToldEvent(line), destination.wants(event) else { continue }
            _ = open.take(event, atLeast: destination.minimumSeverity)
        }
        return open
    }

    /// Starts couriers for these destinations and lets those of others go.
    mutating func start(_ destinations: [Destination], patience: Int = Couriers.patience) {
        for courier in running { courier.release() }
        released += running
        self.destinations = destinations
        running = destinations.compactMap { start($0, patience) }
    }

    private func start(_ destination: Destination, _ patience: Int) -> CourierProcess? {
        do throws(Errno) {
            return try CourierProcess(destination, home: home.path, patience: patience)
        } catch {
            return nil
        }
    }

    /// After a commit.
    func nudge() { for courier in running { _ = courier.nudge() } }

    /// Starts again what has ended; now and then only, since what ended one courier may end the next.
    mutating func revive() {
        released.removeAll { $0.reap() }
        guard Clock.monotonic() >= nextStart, !destinations.isEmpty else { return }
        running.removeAll { $0.reap() }
        let alive = Set(running.map(\.destination.name))
        let missing = destinations.filter { !alive.contains($0.name) }
        guard !missing.isEmpty else { return }
        nextStart = Clock.monotonic() + Couriers.restartPause
        running += missing.compactMap { start($0, Couriers.patience) }
    }

    /// Lets all go and waits until they have told what they can, a second longer than their patience at most.
    mutating func finish(patience: Int) {
        let all = running + released
        for courier in all { courier.release() }
        let end = Clock.monotonic() + (patience + 1) * 1000
        while Clock.monotonic() < end, !all.allSatisfy({ $0.reap() }) { usleep(10_000) }
        for courier in all { courier.kill() }
        running = []
        released = []
    }
}
