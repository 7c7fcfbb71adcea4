extension Indicator {
    /// True where something is owed and no limit above 0 is in force, named, unnamed or of the group (which
    /// `Measures.values(within:in:)` sees to). Never missing.
    static let uninsured = Indicator("uninsured", .flag, fr: "sans limite assurée", en: "no insured limit") {
        .flag($0.exposure > 0 && ($0.cover?.limit ?? 0) == 0)
    }
}
