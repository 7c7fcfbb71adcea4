extension Sequence where Element == Int64 {
    /// The sum; nil where it exceeds 64 bits: a file may state any number of numbers of any size.
    var exactSum: Int64? {
        var sum: Int64 = 0
        for value in self {
            let (next, overflow) = sum.addingReportingOverflow(value)
            guard !overflow else { return nil }
            sum = next
        }
        return sum
    }
}

extension Int64 {
    /// The sum, or the end of the range where it exceeds that: the ledger refuses such an amount as too large.
    func addingBounded(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? .min : .max) : sum
    }

    /// The difference, bounded likewise.
    func subtractingBounded(_ other: Int64) -> Int64 {
        let (difference, overflow) = subtractingReportingOverflow(other)
        return overflow ? (other < 0 ? .max : .min) : difference
    }

    /// Without its sign; the one number whose opposite does not fit becomes the nearest.
    var bounded: Int64 { Int64(clamping: magnitude) }
}
