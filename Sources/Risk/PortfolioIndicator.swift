/// A figure about the whole portfolio that rules can watch.
public struct PortfolioIndicator: Sendable {
    /// The name in rules and JSON.
    public let name: String
    public let unit: Indicator.Unit
    /// What people call it.
    public let title: AlertRule.Words
    /// Whether the value needs the largest customers, which only a look at all of them tells.
    public let needsLargest: Bool
    /// The value from the sums over all customers, what happened to the data, and the largest customers if known.
    let compute: @Sendable (PortfolioTotals, DataQuality, Concentration?) -> IndicatorValue?

    private init(
        _ name: String, _ unit: Indicator.Unit, fr: String, en: String, needsLargest: Bool = false,
        _ compute: @escaping @Sendable (PortfolioTotals, DataQuality, Concentration?) -> IndicatorValue?
    ) {
        self.name = name
        self.unit = unit
        self.title = AlertRule.Words(french: fr, english: en)
        self.needsLargest = needsLargest
        self.compute = compute
    }

    /// Every one; shares are over the residual of open items.
    public static let all: [PortfolioIndicator] = [
        .init("exposure", .amount, fr: "encours", en: "exposure") { totals, _, _ in .amount(totals.exposure) },
        .init("overdueAmount", .amount, fr: "échu", en: "overdue") { totals, _, _ in .amount(totals.overdue) },
        .init("overdueShare", .share, fr: "part échue", en: "overdue share") { totals, _, _ in
            share(totals.overdue, totals)
        },
        .init("uninsuredExposure", .amount, fr: "encours non couvert", en: "uninsured exposure") { totals, _, _ in
            .amount(totals.uninsured)
        },
        .init("uninsuredShare", .share, fr: "part non couverte", en: "uninsured share") { totals, _, _ in
            share(totals.uninsured, totals)
        },
        .init("disputeShare", .share, fr: "part en litige", en: "disputed share") { totals, _, _ in
            share(totals.disputed, totals)
        },
        .init("unallocatedCash", .amount, fr: "encaissements non affectés", en: "unallocated cash") { totals, _, _ in
            .amount(totals.unallocatedCash)
        },
        .init("dso", .days, fr: "DSO", en: "DSO") { totals, _, _ in totals.dso.map { .number($0) } },
        .init("bestPossibleDso", .days, fr: "meilleur DSO possible", en: "best possible DSO") { totals, _, _ in
            totals.bestPossibleDso.map { .number($0) }
        },
        .init("averageDaysDelinquent", .days, fr: "jours de retard moyens", en: "average days delinquent") {
            totals, _, _ in totals.averageDaysDelinquent.map { .number($0) }
        },
        .init("herfindahl", .share, fr: "indice de Herfindahl", en: "Herfindahl index") { totals, _, _ in
            totals.herfindahl.map { .number($0) }
        },
        .init(
            "top1Share", .share, fr: "part du premier client", en: "share of the largest customer", needsLargest: true
        ) { _, _, largest in
            largest?.share(ofLargest: 1).map { .number($0) }
        },
        .init(
            "top5Share", .share, fr: "part des 5 premiers clients", en: "share of the 5 largest customers",
            needsLargest: true
        ) {
            _, _, largest in largest?.share(ofLargest: 5).map { .number($0) }
        },
        .init(
            "top10Share", .share, fr: "part des 10 premiers clients", en: "share of the 10 largest customers",
            needsLargest: true
        ) {
            _, _, largest in largest?.share(ofLargest: 10).map { .number($0) }
        },
        .init("customers", .count, fr: "clients", en: "customers") { totals, _, _ in count(totals.customers) },
        .init("conflicts", .count, fr: "documents contradictoires", en: "contradicting documents") { _, quality, _ in
            count(quality.conflicts)
        },
        .init("rejectedFiles", .count, fr: "fichiers refusés", en: "refused files") { _, quality, _ in
            count(quality.rejectedFiles)
        },
        .init("refusedRows", .count, fr: "lignes refusées", en: "refused rows") { _, quality, _ in
            count(quality.refusedRows)
        },
        .init(
            "balanceDifferences", .count, fr: "clients en écart avec la balance âgée",
            en: "customers that differ from the aged balance"
        ) { _, quality, _ in
            quality.balanceDifferences.map { count($0) }
        },
        .init("estimatedDueDates", .count, fr: "échéances estimées", en: "estimated due dates") { totals, _, _ in
            count(totals.estimatedDueDates)
        },
        .init("otherCurrencyItems", .count, fr: "pièces en autre devise", en: "items in other currencies") {
            totals, _, _ in count(totals.otherCurrencyItems)
        },
        .init("identityConflicts", .count, fr: "conflits d'identité", en: "identity conflicts") { totals, _, _ in
            count(totals.identityConflicts)
        },
    ]

    /// The place of a name in `all`.
    public static func index(of name: String) -> Int? { all.firstIndex { $0.name == name } }

    /// The values in the order of `all`; those that need the largest customers are nil without them.
    public static func values(
        _ totals: PortfolioTotals, _ quality: DataQuality, _ largest: Concentration? = nil
    ) -> [IndicatorValue?] {
        all.map { $0.compute(totals, quality, largest) }
    }

    private static func share(_ part: Int64, _ totals: PortfolioTotals) -> IndicatorValue? {
        totals.positive > 0 ? .number(Double(part) / Double(totals.positive)) : nil
    }

    private static func count(_ count: Int) -> IndicatorValue { .number(Double(count)) }
}
