import Testing

@testable import Receivables

@Suite struct DayTests {
    @Test(
        "a written date survives reading and writing",
        arguments: [
            "1970-01-01", "2000-02-29", "2024-02-29", "2026-11-23", "1999-12-31", "0001-01-01", "9999-12-31",
        ])
    func roundTrip(_ text: String) throws {
        #expect(try #require(Day(iso: text)).description == text)
    }

    @Test(
        "a date that does not exist is not silently moved to another",
        arguments: [
            "2026-02-29", "2026-02-31", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-01", "20260101",
            "2026-01-01 ", "", "2026/01/01", "0000-01-01",
        ])
    func impossible(_ text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test func `every day of eight centuries has its own number and comes back`() throws {
        var expected = try #require(Day(year: 1600, month: 1, day: 1)).number
        for year in 1600..<2400 {
            for month in 1...12 {
                for day in 1...Day.length(ofMonth: month, year: year) {
                    let date = try #require(Day(year: year, month: month, day: day))
                    #expect(date.number == expected)
                    let parts = date.parts
                    #expect(parts.year == year && parts.month == month && parts.day == day)
                    expected += 1
                }
            }
        }
    }

    @Test(
        "weeks are those of ISO 8601",
        arguments: [
            ("2026-11-23", 2026, 48, 1), ("2026-01-01", 2026, 1, 4), ("2027-01-03", 2026, 53, 7),
            ("2024-12-30", 2025, 1, 1),
        ])
    func weeks(_ text: String, _ year: Int, _ week: Int, _ weekday: Int) throws {
        let day = try #require(Day(iso: text))
        #expect(day.week.year == year && day.week.week == week && day.weekday == weekday)
        #expect(Day(weekYear: year, week: week) == day.startOfWeek)
    }

    @Test(
        "45 days end of month is one of two lawful days, by setting",
        arguments: [
            ("2026-01-20", "2026-03-31", "2026-03-17"), ("2026-02-10", "2026-03-31", "2026-04-14"),
            ("2024-01-15", "2024-02-29", "2024-03-16"),
        ])
    func endOfMonth(_ issued: String, _ daysFirst: String, _ monthFirst: String) throws {
        let day = try #require(Day(iso: issued))
        #expect(PaymentTerms(days: 45, endOfMonth: .daysThenMonthEnd).due(from: day).description == daysFirst)
        #expect(PaymentTerms(days: 45, endOfMonth: .monthEndThenDays).due(from: day).description == monthFirst)
    }

    @Test(
        "a month later is the same day or the month's last",
        arguments: [
            ("2026-01-31", 1, "2026-02-28"), ("2024-02-29", 12, "2025-02-28"), ("2026-03-15", -3, "2025-12-15"),
        ])
    func months(_ start: String, _ months: Int, _ end: String) throws {
        #expect(try #require(Day(iso: start)).adding(months: months).description == end)
    }
}
