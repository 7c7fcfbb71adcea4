import Receivables

extension Indicator {
    /// Days since the decision in force reduced, refused or cancelled the limit; 0 on its first day. Missing where the
    /// decision in force is a grant or states no first day.
    static let limitCutDays = Indicator(
        "limitCutDays", .days, fr: "jours depuis la réduction de la limite", en: "days since the limit was cut",
        basis: .cover
    ) { position in
        guard let cover = position.cover, cover.status != .granted, let begins = cover.begins else { return nil }
        return .number(Double(position.day - begins))
    }
}
