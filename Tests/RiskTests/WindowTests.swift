import Receivables
import Testing

@testable import Risk

@Suite struct WindowTests {
    @Test(
        "twelve months count a day too many or too few",
        arguments: [
            ("2026-11-23", 12, "2025-11-24"), ("2026-11-23", 3, "2026-08-24"), ("2026-03-31", 1, "2026-03-01"),
            ("2028-02-29", 12, "2027-03-01"), ("2029-02-28", 12, "2028-02-29"), ("2026-01-01", 12, "2025-01-02"),
        ])
    func months(_ day: String, _ count: Int, _ first: String) {
        #expect(Sample.day(day).last(months: count).lowerBound == Sample.day(first))
        #expect(Sample.day(day).last(months: count).upperBound == Sample.day(day))
    }

    @Test("ninety days are eighty-nine, or overlap with the 360 before")
    func days() {
        #expect(Sample.today.last(days: 90) == Sample.day("2026-08-26")...Sample.today)
        #expect(Sample.today.last(days: 360, before: 90) == Sample.day("2025-08-31")...Sample.day("2026-08-25"))
        #expect(Sample.today.last(days: 1) == Sample.today...Sample.today)
    }

    @Test("counting back at a month's end is not the table a credit manager keeps")
    func countBack() {
        let end = Sample.day("2026-11-30")
        // November 30 days, October 31, then 40 of September's 100: 12 of its 30 days.
        #expect(CountBack.days(240, [120, 80, 100], on: end) == 73.0)
        #expect(CountBack.days(120, [120, 80], on: end) == 30)
        #expect(CountBack.days(121, [120, 0, 4], on: end) == 68.5)
        #expect(CountBack.days(0, [], on: end) == 0)
        #expect(CountBack.days(-5, [1], on: end) == 0)
        #expect(CountBack.days(205, [120, 80], on: end) == nil)
        // On the first of March the month so far is one day; February of a leap year has 29.
        #expect(CountBack.days(30, [0, 30], on: Sample.day("2028-03-01")) == 30.0)
    }
}
