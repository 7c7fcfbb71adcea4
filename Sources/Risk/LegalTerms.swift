import Receivables

/// The law's caps on payment terms between companies (Code de commerce L441-10 and L441-11).
public struct LegalTerms: Sendable, Hashable {
    /// Longest term in days from the invoice.
    public var days: Int
    /// The other cap a contract may use, in days with end of month, in either reading; nil where not used.
    public var endOfMonthDays: Int?
    /// Shorter caps by sector, in days from the invoice, such as 30 for transport; sectors as in the customer file.
    public var sectors: [String: Int]

    public init(days: Int = 60, endOfMonthDays: Int? = 45, sectors: [String: Int] = [:]) {
        self.days = days
        self.endOfMonthDays = endOfMonthDays
        self.sectors = sectors
    }

    /// The latest lawful due date of an invoice issued on `issued` to a customer of `sector`.
    func latestDue(issued: Day, sector: String?) -> Day {
        if let own = sector.flatMap({ sectors[$0.lowercased()] }) { return issued.adding(days: own) }
        let plain = issued.adding(days: days)
        guard let endOfMonthDays else { return plain }
        let readings: [PaymentTerms.EndOfMonth] = [.daysThenMonthEnd, .monthEndThenDays]
        let ends = readings.map { PaymentTerms(days: endOfMonthDays, endOfMonth: $0).due(from: issued) }
        return max(plain, ends[0], ends[1])
    }
}
