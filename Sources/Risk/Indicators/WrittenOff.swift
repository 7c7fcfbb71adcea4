import Receivables

extension Indicator {
    /// Σ written off in the last 12 months, minor units: what was lost on this customer. Never missing.
    static let writtenOff = Indicator(
        "writtenOff", .amount, fr: "passé en perte", en: "written off",
        basis: .writeOffs,
        how: (french: "Σ passé en perte dans les 12 derniers mois", english: "Σ written off in the last 12 months"),
        from: { [.window($0.day.last(months: 12)), .items($0.losses.map { Working.Item($0, $0.amount) })] }
    ) {
        .amount($0.losses.reduce(0) { $0 + $1.amount })
    }
}

extension Position {
    /// What was written off in the last 12 months.
    var losses: [Credit] {
        let year = day.last(months: 12)
        return account.credits.filter {
            $0.kind == .writeOff && $0.currency == policy.baseCurrency && year.contains($0.date)
        }
    }
}
