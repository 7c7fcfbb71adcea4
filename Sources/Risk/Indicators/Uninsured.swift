extension Indicator {
    /// True where something is owed and no limit above 0 is in force, named or unnamed. Never missing.
    static let uninsured = Indicator("uninsured", .flag, fr: "sans limite assurée", en: "no insured limit") {
        .flag($0.exposure > 0 && ($0.cover?.limit ?? 0) == 0)
    }
}
