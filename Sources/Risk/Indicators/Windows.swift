import Receivables

/// The stretches of days that indicators look back over; the day itself is the last of each.
extension Day {
    /// The last `count` calendar months: from the day after the same day of the month `count` months earlier, or after
    /// that month's last day where it is shorter. Twelve months to 23 November 2026 begin on 24 November 2025.
    func last(months count: Int) -> ClosedRange<Day> { min(self, adding(months: -count).adding(days: 1))...self }

    /// The last `count` days: from `count` − 1 days earlier.
    func last(days count: Int) -> ClosedRange<Day> { min(self, adding(days: 1 - count))...self }

    /// The `count` days that end `skipped` days earlier.
    func last(days count: Int, before skipped: Int) -> ClosedRange<Day> { adding(days: -skipped).last(days: count) }
}
