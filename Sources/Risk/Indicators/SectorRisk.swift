public import Receivables

extension Indicator {
    /// The risk of the customer's sector, 0 (none) … 100 (worst), from `sectorRisk` of company.yaml. The sector is the
    /// customer file's, else the activity a register states (NAF). Missing where the table does not name it.
    static let sectorRisk = Indicator(
        "sectorRisk", .count, fr: "risque du secteur", en: "sector risk",
        how: (
            french: "rules/company.yaml, sectorRisk, pour le secteur du client",
            english: "rules/company.yaml, sectorRisk, for the customer's sector"
        )
    ) { position in
        position.policy.sectorRisk(of: position.account, on: position.day).map { .number($0.risk) }
    }
}

extension Policy {
    /// The sector's risk with the name it was found under and where that name comes from.
    public func sectorRisk(of account: Account, on day: Day) -> (risk: Double, sector: String, isStated: Bool)? {
        if let stated = account.customer.record?.sector, let risk = sectorRisk(named: stated) {
            return (risk, stated, true)
        }
        guard let activity = account.lastEvent(.register, on: day)?.register?.activity else { return nil }
        return sectorRisk(named: activity).map { ($0, activity, false) }
    }

    /// By name as in the customer file; a NAF code also by its first digits (`49.41A`, `49.41`, `49`).
    private func sectorRisk(named sector: String) -> Double? {
        let name = Identifiers.folded(sector)
        if let risk = sectorRisks[name] { return risk }
        guard name.first?.isNumber ?? false else { return nil }
        return (2..<max(2, name.count)).reversed().lazy.compactMap { length in
            sectorRisks[Identifiers.folded(String(name.prefix(length)))]
        }.first
    }
}
