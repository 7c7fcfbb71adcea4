import Receivables

extension Indicator {
    /// True where the last word of a company register is that the company has ceased or was struck off. Never missing: no
    /// news is false.
    static let ceased = Indicator(
        "ceased", .flag, fr: "entreprise cessée", en: "company ceased",
        how: (french: "dernière nouvelle d'un registre des entreprises", english: "the last word of a company register")
    ) { position in
        .flag(!(position.account.lastEvent(.register, on: position.day)?.register?.isActive ?? true))
    }
}
