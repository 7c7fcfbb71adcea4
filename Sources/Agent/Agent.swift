import Ingest
public import Receivables
import Synchronization

/// The agent: takes what lies in an inbox once, or watches it until it is told to stop.
public struct Agent {
    /// How to run.
    public struct Options: Sendable {
        public var home: String
        /// Take what is there, then end.
        public var once: Bool
        /// Judge as of this day instead of today.
        public var asOf: Day?
        /// Only with `once`: a line of progress now and then on standard error.
        public var progress: @Sendable (String) -> Void

        public init(
            home: String, once: Bool, asOf: Day? = nil, progress: @escaping @Sendable (String) -> Void = { _ in }
        ) {
            self.home = home
            self.once = once
            self.asOf = asOf
            self.progress = progress
        }
    }

    /// Runs until done or told to stop by SIGTERM or SIGINT. Throws why it cannot start or go on.
    public static func run(_ options: Options) throws(Halt) -> RunTally {
        let signals = try halting { () throws(SystemError) in try SignalQueue() }
        let home = try Home(path: options.home)
        let rules = try Rules(home: options.home)
        let clock = try Clock(zone: rules.settings.timeZone)
        var book = Book(rules: rules)
        let store = try Store.open(
            home, reading: rules.settings.reading, into: &book, reviewedOn: options.asOf ?? clock.today())
        if let cut = store.recovery {
            options.progress(cut.sentence(in: rules.settings.language))
            let known = book.known
            try halting { () throws(SystemError) in
                try store.returnUnknown(to: try home.root.open(Home.inboxName), known)
            }
        }
        let (notify, last) = (rules.settings.notify, store.durableSequence)
        try halting { () throws(SystemError) in try Couriers.prepare(notify, book, last: last, home) }
        Understanding.warmUp(rules.settings.reading)
        let pipeline = Pipeline(store: store, book: consume book, clock: clock, day: options.asOf)
        var watch = try Watchman(pipeline, home, signals, clock, options)
        let tally = try watch.run()
        Agent.last.withLock { $0 = watch.book }
        return tally
    }

    /// The book of the run that ended last. The process is about to end: to take a large ledger apart piece by piece
    /// would be work for nobody.
    private static let last = Mutex<Book?>(nil)
}
