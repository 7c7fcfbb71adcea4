import CLinux
import Glibc
import Receivables

/// Waits for files and hands them to the pipeline one by one: the loop of the agent, on one thread.
///
/// Each turn: wait for an event, a deadline or a signal; note what arrived; take what is due, in groups that share
/// one commit; and when nothing waits, write the published views. A signal to stop ends the turn after the file at
/// hand and its commit.
struct Watchman: ~Copyable {
    private var pipeline: Pipeline
    private var watcher: InboxWatcher
    private var settling: Settling
    private var clock: Clock
    private let options: Agent.Options
    private var nextMidnight: Int
    private var isStopping = false
    private var mustScan = true
    private var mustReload = false
    /// When views were written last; before the first time, when the agent started.
    private var publishedAt = Clock.monotonic()
    /// Milliseconds the last publication took. Before the first it is taken to be long: with a large portfolio the
    /// first file of a burst must not make the others wait for it.
    private var publishCost = Watchman.longPublication + 1
    /// When a file was taken last.
    private var takenAt = Int.min / 2
    private var lastProgress = 0
    /// What a run that is to end could not take, as shown to people.
    private var left: Set<String> = []
    /// How often in a row each folder could not be looked into, by its path.
    private var problems: [String: Int] = [:]
    /// How often in a row writing the views failed.
    private var publishFailures = 0
    /// In this turn a table was looked at a moment too early: those that arrived after it must not overtake it, or
    /// alerts would depend on the speed of the machine.
    private var isHolding = false
    private var couriers: Couriers
    private var manager = ServiceManager()

    init(
        _ pipeline: consuming Pipeline, _ home: Home, _ signals: consuming SignalQueue, _ clock: Clock,
        _ options: Agent.Options
    ) throws(Halt) {
        let settings = pipeline.book.rules.settings
        let usesInotify = unsafe getenv("VIGIE_NO_INOTIFY") == nil
        watcher = try InboxWatcher(
            home, subfolders: settings.sources, signals: signals, usesInotify: usesInotify,
            rescanInterval: settings.rescanMilliseconds)
        settling = Settling(settings.settling)
        self.pipeline = pipeline
        self.clock = clock
        self.options = options
        nextMidnight = Watchman.midnight(clock)
        couriers = Couriers(home)
    }

    mutating func run() throws(Halt) -> RunTally {
        if !options.once { couriers.start(destinations) }
        scan()
        if settling.isEmpty { pipeline.reviewIfNeeded() } else { pipeline.deferReview() }
        try commit()
        manager.ready()
        while !isStopping {
            try turn()
            if options.once, settling.isEmpty, !mustScan { break }
        }
        manager.stopping()
        pipeline.reviewIfDeferred()
        try commit()
        try publish()
        tellTheRest()
        var result = pipeline.result
        result.left = left.count
        return result
    }

    var book: Book { pipeline.book }

    private var destinations: [Destination] { pipeline.book.rules.settings.notify }

    /// A run that takes what is there starts its couriers only now, and gives them more time.
    private mutating func tellTheRest() {
        let patience = options.once ? Couriers.patienceOnce : Couriers.patience
        if options.once { couriers.start(destinations, patience: patience) }
        couriers.finish(patience: patience)
    }

    private mutating func turn() throws(Halt) {
        if mustScan { scan() }
        manager.live()
        if !options.once { couriers.revive() }
        take(watcher.wait(until: deadline))
        try reloadIfAsked()
        if Clock.monotonic() >= nextMidnight {
            nextMidnight = Watchman.midnight(clock)
            pipeline.reviewIfNeeded()
            try commit()
        }
        try takeReady()
        if !options.once || settling.isEmpty && !mustScan {
            pipeline.reviewIfDeferred()
            if pipeline.hasWork { try commit() }
        }
        if settling.nextDeadline ?? .max > Clock.monotonic(), !pipeline.defersReview, mayPublish { try publish() }
    }

    private mutating func take(_ wakeup: InboxWatcher.Wakeup) {
        for arrival in wakeup.arrivals { settling.note(arrival, at: Clock.monotonic()) }
        if wakeup.needsScan { mustScan = true }
        if wakeup.signals.terminate { isStopping = true }
        if wakeup.signals.reload { mustReload = true }
    }

    /// SIGHUP: the alert file is opened again, and the rules are read again; bad ones change nothing. Between two files,
    /// when nothing waits to be committed.
    private mutating func reloadIfAsked() throws(Halt) {
        guard mustReload else { return }
        mustReload = false
        manager.reloading()
        defer { manager.ready() }
        if pipeline.hasWork { try commit() }
        pipeline.store.reopen()
        do throws(Halt) {
            let rules = try Rules(home: options.home)
            if rules.fingerprint != pipeline.book.rules.fingerprint { try follow(rules) }
        } catch {
            say(error.message)
        }
    }

    /// Goes on with other rules, in everything they say. What can fail comes first.
    private mutating func follow(_ rules: Rules) throws(Halt) {
        let settings = rules.settings
        let before = destinations
        let book = try pipeline.anotherBook(for: rules)
        try watcher.follow(subfolders: settings.sources, rescanInterval: settings.rescanMilliseconds)
        clock = try Clock(zone: settings.timeZone)
        nextMidnight = Watchman.midnight(clock)
        settling.policy = settings.settling
        mustScan = true
        pipeline.follow(rules, book, clock)
        if destinations != before { try changeCouriers() }
    }

    private mutating func changeCouriers() throws(Halt) {
        let (book, last, home) = (pipeline.book, pipeline.store.durableSequence, pipeline.store.home)
        try halting { () throws(SystemError) in
            try Couriers.prepare(book.rules.settings.notify, book, last: last, home)
        }
        if !options.once { couriers.start(destinations) }
    }

    private mutating func scan() {
        mustScan = false
        let found = watcher.scan()
        let now = Clock.monotonic()
        let wall = clock.wallMilliseconds
        for item in found {
            let age = wall - Int(item.status.modified / 1_000_000)
            settling.found(item.entry, Settling.Stamp(item.status), age: age, at: now)
        }
        problems = problems.filter { path, _ in watcher.problems.contains { $0.path == path } }
        for problem in watcher.problems {
            problems[problem.path, default: 0] += 1
            say(problem, atTry: problems[problem.path] ?? 1)
            if options.once { left.insert(problem.path) }
        }
    }

    private func say(_ message: Message) {
        options.progress(message.sentence(in: pipeline.book.rules.settings.language))
    }

    /// What was decided of a file that was taken: its reader would not look for it anywhere.
    private func say(_ remark: Pipeline.FileRemark) {
        let language = pipeline.book.rules.settings.language
        let line = remark.message.line.map { language == .french ? "ligne \($0) : " : "line \($0): " } ?? ""
        options.progress(remark.file + (language == .french ? " : " : ": ") + line + remark.message.text(in: language))
    }

    /// Says what is in the way at the first time, then ever more seldom: a line for each try would fill a log.
    private func say(_ problem: SystemError, atTry count: Int) {
        if count & (count - 1) == 0 { say(problem.message) }
    }

    // MARK: Taking

    private mutating func takeReady() throws(Halt) {
        var ready = settling.ready(at: Clock.monotonic())[...]
        isHolding = false
        var group: [InboxEntry] = []
        var ahead = lookahead(ready)
        let fingerprint = pipeline.book.rules.fingerprint
        while let entry = ready.popFirst() {
            let finding = ahead?.next()
            manager.live()
            let isCurrent = pipeline.book.rules.fingerprint == fingerprint
            if isHolding {
                settling.putBack(entry, at: Clock.monotonic())
            } else if try take(entry, isCurrent ? finding : nil) {
                group.append(entry)
            }
            guard ready.isEmpty || pipeline.isFull else { continue }
            try commit()
            for entry in group { settling.forget(entry) }
            group = []
            report(left: ready.count)
            if !ready.isEmpty { take(watcher.wait(until: 0)) }
            try reloadIfAsked()
            if isStopping { return }
        }
        if pipeline.hasWork { try commit() }
        for entry in group { settling.forget(entry) }
    }

    /// For a backlog, a second thread that reads ahead; nil where a folder is gone.
    private func lookahead(_ entries: ArraySlice<InboxEntry>) -> Lookahead? {
        guard entries.count >= Lookahead.worthwhile else { return nil }
        let places = entries.compactMap { entry in watcher.directory(of: entry).map { (entry: entry, folder: $0) } }
        return places.count == entries.count ? Lookahead(places, pipeline.reader) : nil
    }

    /// True where the entry is dealt with.
    private mutating func take(
        _ entry: InboxEntry, _ finding: Lookahead.Finding?, waits: Bool = true
    ) throws(Halt) -> Bool {
        guard let folder = watcher.directory(of: entry) else { return true }
        let now = Clock.monotonic()
        var assured = Settling.Assurance.tentative
        // Lent to the closure by exchange: a copy of all that waits, for each file, would be quadratic.
        var settling = Settling(self.settling.policy)
        swap(&settling, &self.settling)
        let wall = clock.wallMilliseconds
        func age(of status: FileStatus) -> Int { wall - Int(status.modified / 1_000_000) }
        let verdict = pipeline.take(entry, in: folder, finding, waits: waits) { status in
            assured = settling.assurance(of: entry, Settling.Stamp(status), age: age(of: status), at: now)
            return assured
        }
        swap(&settling, &self.settling)
        switch verdict {
        case .done:
            takenAt = now
            for remark in pipeline.takeRemarks() { say(remark) }
            return true
        case .tooEarly(let wanted):
            self.settling.postpone(entry, until: wanted, at: now)
            if wanted == .quiet { isHolding = true }
            return false
        case .written:
            switch self.settling.wait(forWriterOf: entry, at: now) {
            case .wait: break
            case .waitAndSay: say(Message(.intakeWritten, ["file": entry.shown]))
            case .takeAnyway: return try take(entry, nil, waits: false)
            }
            return false
        case .blocked(let error):
            let count = self.settling.block(entry, at: now)
            say(error, atTry: count)
            return leaves(entry, afterTry: count)
        }
    }

    /// True where a run that is to end tried often enough: the file stays where it is.
    private mutating func leaves(_ entry: InboxEntry, afterTry count: Int) -> Bool {
        guard options.once, count >= Watchman.tries || left.contains(entry.shown) else { return false }
        if left.insert(entry.shown).inserted {
            say(Message(.intakeLeft, ["file": entry.shown, "count": String(count)]))
        }
        return true
    }

    private static let tries = 3

    /// Tries again every second while the disk is full or a permission is missing; what waits is kept. A run that is
    /// to end cannot wait.
    private mutating func commit() throws(Halt) {
        var count = 0
        while true {
            do throws(SystemError) {
                try pipeline.commit()
                couriers.nudge()
                return
            } catch {
                guard !options.once, !isStopping, error.mayPass else { throw Halt(error) }
                count += 1
                say(error, atTry: count)
                manager.live()
                take(watcher.wait(until: Clock.monotonic() + 1000))
                sleepBriefly()
            }
        }
    }

    private func sleepBriefly() { usleep(200_000) }

    // MARK: Publishing

    private var mayPublish: Bool { pipeline.store.isBehind && Clock.monotonic() >= publicationDue }

    /// When views may be written: so seldom that it takes a twentieth of the time at most; and where it takes long,
    /// only in a pause of the files, which must not wait for it, or after a minute without one.
    private var publicationDue: Int {
        guard publishFailures == 0 else { return publishedAt + min(250 << min(publishFailures, 8), 60_000) }
        let seldom = publishedAt + publishCost * 20
        guard publishCost > Watchman.longPublication else { return seldom }
        return max(seldom, min(takenAt + Watchman.pause, publishedAt + 60_000))
    }

    private static let pause = 300
    private static let longPublication = 10

    private mutating func publish() throws(Halt) {
        guard pipeline.store.isBehind else { return }
        let start = Clock.monotonic()
        do throws(SystemError) {
            try pipeline.publish()
            publishFailures = 0
        } catch {
            guard !options.once, !isStopping, error.mayPass else { throw Halt(error) }
            publishFailures += 1
            say(error, atTry: publishFailures)
        }
        publishedAt = Clock.monotonic()
        publishCost = max(publishedAt - start, 5)
    }

    private var deadline: Int? {
        var next = min(settling.nextDeadline ?? .max, nextMidnight)
        if pipeline.store.isBehind { next = min(next, publicationDue) }
        next = min(next, manager.deadline)
        if mustScan || options.once && settling.isEmpty { next = 0 }
        return next
    }

    private mutating func report(left: Int) {
        let now = Clock.monotonic()
        guard left > 0, now - lastProgress > 2000 else { return }
        lastProgress = now
        let tally = pipeline.result
        let french = pipeline.book.rules.settings.language == .french
        let done = tally.taken + tally.setAside + tally.duplicates + tally.rejected
        options.progress(french ? "\(done) fichiers traités, \(left) à traiter" : "\(done) files done, \(left) to go")
    }

    /// The next civil midnight on the monotonic clock, looked at again at least every hour since the wall clock may
    /// be set.
    private static func midnight(_ clock: Clock) -> Int {
        let now = clock.now()
        let milliseconds = Int((clock.zone.nextMidnight(after: now).nanoseconds - now.nanoseconds) / 1_000_000)
        return Clock.monotonic() + min(milliseconds + 5, 3_600_000)
    }
}

extension Clock {
    /// The wall clock in milliseconds since 1970, as file times are.
    var wallMilliseconds: Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
