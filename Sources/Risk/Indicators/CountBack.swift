import Receivables

/// Days of sales outstanding by count-back (*méthode par épuisement*): how far back one must go for invoicing to make up
/// what is owed.
///
/// From the day, back by calendar month: a month whose invoicing is less than what is left of the amount counts with
/// all its days, the month of the day itself with the days up to it; the month that makes up the rest counts in
/// proportion, days × left / invoiced. At a month's end this is the table that every credit manager keeps; within a
/// month the current one counts for what has passed of it.
enum CountBack {
    /// How many calendar months are kept, that of the day included.
    static let months = 24

    /// 0 where nothing of the `amount` is owed; nil where all the months together do not make it up. `invoiced` is by
    /// calendar month back from that of `day`; all in minor units.
    static func days(_ amount: Int64, _ invoiced: some Sequence<Int64>, on day: Day) -> Double? {
        guard amount > 0 else { return 0 }
        var left = amount
        var days = 0
        var month = day.startOfMonth...day
        for sales in invoiced {
            let length = month.upperBound - month.lowerBound + 1
            if sales >= left { return Double(days) + Double(length) * Double(left) / Double(sales) }
            left -= sales
            days += length
            let last = month.lowerBound.adding(days: -1)
            month = last.startOfMonth...last
        }
        return nil
    }
}
