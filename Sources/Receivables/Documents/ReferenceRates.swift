/// The euro's reference rates of one day, as the European Central Bank publishes them.
public struct ReferenceRates: Hashable, Sendable {
    /// The day they are of: they hold from it until the next.
    public var day: Day
    /// Units of each currency for one euro, above 0. Currencies without a rate that day are not in it.
    public var perEuro: [Currency: ExactDecimal]
    public var warnings: [Message]
    /// The row of the table it was read from.
    public var line: Int32?

    public init(day: Day, perEuro: [Currency: ExactDecimal], warnings: [Message] = [], line: Int32? = nil) {
        self.day = day
        self.perEuro = perEuro
        self.warnings = warnings
        self.line = line
    }

    /// Whether a rate can be one: above 0, and within bounds that keep conversions inside 128 bits.
    public static func isPlausible(_ rate: ExactDecimal) -> Bool {
        rate.coefficient > 0 && rate.coefficient <= 1_000_000_000_000 && rate.scale <= 9
    }
}
