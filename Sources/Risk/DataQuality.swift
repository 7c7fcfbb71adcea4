public import Receivables

/// What happened to the data that nobody should overlook, counted by the agent over the last days: what was mended or
/// looked at weeks ago must not keep an alert firing for ever.
public struct DataQuality: Sendable, Hashable {
    /// Documents kept out because they contradict a booked one.
    public var conflicts = 0
    /// Files that could not be taken at all.
    public var rejectedFiles = 0
    /// Rows of tables that could not be taken.
    public var refusedRows = 0
    /// Documents booked with a remark. What is said of a file as a whole is not in it: the same documents in one file or
    /// in ten give the same portfolio.
    public var warnings = 0
    /// Files taken with a remark on the whole of them: a column nobody understood, statuses that were left out.
    public var remarkedFiles = 0
    /// Customers in whom the last aged balance and the portfolio differ; nil where there was no balance.
    public var balanceDifferences: Int?

    public init() {}
}

extension DataQuality {
    /// Days that count, the day itself included.
    public static let window = 30

    mutating func add(_ other: DataQuality) {
        conflicts += other.conflicts
        rejectedFiles += other.rejectedFiles
        refusedRows += other.refusedRows
        warnings += other.warnings
        remarkedFiles += other.remarkedFiles
        balanceDifferences = other.balanceDifferences ?? balanceDifferences
    }
}

/// What happened to the data, by the day it happened.
public struct DataQualityLog: Sendable, Hashable {
    private var days: [Day: DataQuality] = [:]

    public init() {}

    /// Adds what a file of this day brought.
    public mutating func add(_ quality: DataQuality, on day: Day) {
        guard quality != DataQuality() else { return }
        days[day, default: DataQuality()].add(quality)
    }

    /// The sums over the last `DataQuality.window` days up to `day`; of aged balances, the last one.
    public func recent(on day: Day) -> DataQuality {
        var sum = DataQuality()
        for (other, quality) in days.sorted(by: { $0.key < $1.key })
        where (0..<DataQuality.window).contains(day - other) {
            sum.add(quality)
        }
        return sum
    }
}
