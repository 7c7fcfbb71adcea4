import Receivables

/// The law's caps on payment terms between companies (Code de commerce L441-10 and L441-11).
public struct LegalTerms: Sendable, Hashable {
    /// Longest term in days from the invoice.
    public var days: Int
    /// The other cap a contract may use, in days with end of month, in either reading; nil where not used.
    public var endOfMonthDays: Int?
    /// Shorter caps by sector, in days from the invoice, such as 30 for transport; sectors as in the customer file,
    /// whatever their capitals and accents.
    public var sectors: [String: Int]

    public init(days: Int = 60, endOfMonthDays: Int? = 45, sectors: [String: Int] = [:]) {
        self.days = days
        self.endOfMonthDays = endOfMonthDays
        self.sectors = Dictionary(sectors.map { (Identifiers.folded($0.key), $0.value) }) { min($0, $1) }
    }

    /// The longest term a customer may be given.
    public struct Longest: Sendable, Hashable {
        /// In days from the invoice.
        let days: Int
        /// The other way to count, in days with end of month, where there is one.
        let endOfMonthDays: Int?

        /// `60 jours, ou 45 jours fin de mois`.
        func words(_ wording: Wording) -> String {
            guard let endOfMonthDays else { return wording.days(days) }
            let other = wording.days(endOfMonthDays)
            return wording.language == .french
                ? "\(wording.days(days)), ou \(other) fin de mois" : "\(wording.days(days)), or \(other) end of month"
        }
    }

    /// The cap that applies to a customer of a sector.
    func longest(forSector sector: String?) -> Longest {
        let own = cap(ofSector: sector)
        return Longest(days: own ?? days, endOfMonthDays: own == nil ? endOfMonthDays : nil)
    }

    /// Days by which a due date is beyond the cap for a customer of a sector; 0 where it is lawful.
    func daysBeyond(due: Day, issued: Day, cap: Int?) -> Int {
        let plain = issued.adding(days: cap ?? days)
        guard due > plain else { return 0 }
        guard cap == nil, let endOfMonthDays else { return due - plain }
        let first = PaymentTerms(days: endOfMonthDays, endOfMonth: .daysThenMonthEnd).due(from: issued)
        guard due > first else { return 0 }
        let second = PaymentTerms(days: endOfMonthDays, endOfMonth: .monthEndThenDays).due(from: issued)
        return max(0, due - max(plain, first, second))
    }

    /// The cap of a sector of its own, in days from the invoice; nil where the general ones apply.
    func cap(ofSector sector: String?) -> Int? { sector.flatMap { sectors[Identifiers.folded($0)] } }
}
