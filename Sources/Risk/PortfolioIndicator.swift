/// A figure about the whole portfolio that rules can watch.
public struct PortfolioIndicator: Sendable {
    /// The name in rules and JSON.
    public let name: String
    public let unit: Indicator.Unit
    /// What people call it.
    public let title: AlertRule.Words
    /// Whether the value needs the largest customers, which only a look at all of them tells.
    public let needsLargest: Bool
    /// The value; nil where what it needs is not known.
    let compute: @Sendable (PortfolioPosition) -> IndicatorValue?

    private init(
        _ name: String, _ unit: Indicator.Unit, fr: String, en: String, needsLargest: Bool = false,
        _ compute: @escaping @Sendable (PortfolioPosition) -> IndicatorValue?
    ) {
        self.name = name
        self.unit = unit
        self.title = AlertRule.Words(french: fr, english: en)
        self.needsLargest = needsLargest
        self.compute = compute
    }

    private static func amount(
        _ name: String, fr: String, en: String, _ compute: @escaping @Sendable (PortfolioPosition) -> Int64?
    ) -> PortfolioIndicator {
        PortfolioIndicator(name, .amount, fr: fr, en: en) { compute($0).map { .amount($0) } }
    }

    private static func number(
        _ name: String, _ unit: Indicator.Unit, fr: String, en: String,
        _ compute: @escaping @Sendable (PortfolioPosition) -> Double?
    ) -> PortfolioIndicator {
        PortfolioIndicator(name, unit, fr: fr, en: en) { compute($0).map { .number($0) } }
    }

    private static func count(
        _ name: String, fr: String, en: String, _ compute: @escaping @Sendable (PortfolioPosition) -> Int
    ) -> PortfolioIndicator {
        PortfolioIndicator(name, .count, fr: fr, en: en) { .number(Double(compute($0))) }
    }

    private static func top(_ count: Int, fr: String, en: String) -> PortfolioIndicator {
        PortfolioIndicator("top\(count)Share", .share, fr: fr, en: en, needsLargest: true) {
            $0.largest?.share(ofLargest: count).map { .number($0) }
        }
    }

    /// Every one; shares are over the residual of open items.
    public static let all: [PortfolioIndicator] = position + risk + quality

    private static let position: [PortfolioIndicator] = [
        amount("exposure", fr: "encours", en: "exposure") { $0.totals.exposure },
        amount("overdueAmount", fr: "échu", en: "overdue") { $0.totals.overdue },
        number("overdueShare", .share, fr: "part échue", en: "overdue share") { $0.share($0.totals.overdue) },
        number("overdue30Share", .share, fr: "part échue à plus de 30 jours", en: "share overdue by more than 30 days")
        {
            $0.share($0.totals.overdueBeyond[0])
        },
        number("overdue60Share", .share, fr: "part échue à plus de 60 jours", en: "share overdue by more than 60 days")
        {
            $0.share($0.totals.overdueBeyond[1])
        },
        number("overdue90Share", .share, fr: "part échue à plus de 90 jours", en: "share overdue by more than 90 days")
        {
            $0.share($0.totals.overdueBeyond[2])
        },
        number("disputeShare", .share, fr: "part en litige", en: "disputed share") { $0.share($0.totals.disputed) },
        amount("unallocatedCash", fr: "encaissements non affectés", en: "unallocated cash") {
            $0.totals.unallocatedCash
        },
        number("unverifiedShare", .share, fr: "part jamais vérifiée", en: "share never verified") {
            $0.share($0.totals.unverified)
        },
        amount("invoiced90", fr: "facturé sur 90 jours", en: "invoiced in 90 days") { $0.totals.invoiced90 },
        amount("exposure90DaysAgo", fr: "encours il y a 90 jours", en: "exposure 90 days ago") { $0.totals.opening },
        number("dso", .days, fr: "DSO", en: "DSO") { $0.dso },
        number("simpleDso", .days, fr: "DSO simple", en: "simple DSO") { $0.simpleDso },
        number("bestPossibleDso", .days, fr: "meilleur DSO possible", en: "best possible DSO") {
            $0.bestPossibleDso
        },
        number("averageDaysDelinquent", .days, fr: "part du DSO due aux retards", en: "average days delinquent") {
            $0.averageDaysDelinquent
        },
        number(
            "collectionEffectiveness", .share, fr: "efficacité du recouvrement", en: "collection effectiveness"
        ) {
            $0.collectionEffectiveness
        },
    ]

    private static let risk: [PortfolioIndicator] = [
        amount("uninsuredExposure", fr: "encours non couvert", en: "uninsured exposure") { $0.totals.uninsured },
        number("uninsuredShare", .share, fr: "part non couverte", en: "uninsured share") {
            $0.share($0.totals.uninsured)
        },
        amount("expectedLoss", fr: "perte attendue à un an", en: "expected loss within a year") { $0.expectedLoss },
        amount("provision", fr: "provision pour pertes attendues", en: "provision for expected losses") {
            $0.policy.provisions.total($0.totals.buckets)
        },
        number("herfindahl", .share, fr: "indice de Herfindahl", en: "Herfindahl index") { $0.totals.herfindahl },
        top(1, fr: "part du premier client", en: "share of the largest customer"),
        top(5, fr: "part des 5 premiers clients", en: "share of the 5 largest customers"),
        top(10, fr: "part des 10 premiers clients", en: "share of the 10 largest customers"),
        count("customers", fr: "clients", en: "customers") { $0.totals.customers },
    ]

    private static let quality: [PortfolioIndicator] = [
        count("conflicts", fr: "documents contradictoires", en: "contradicting documents") { $0.quality.conflicts },
        count("rejectedFiles", fr: "fichiers refusés", en: "refused files") { $0.quality.rejectedFiles },
        count("refusedRows", fr: "lignes refusées", en: "refused rows") { $0.quality.refusedRows },
        count("warnings", fr: "documents avec remarque", en: "documents with a remark") { $0.quality.warnings },
        count("estimatedDueDates", fr: "échéances estimées", en: "estimated due dates") {
            $0.totals.estimatedDueDates
        },
        count("otherCurrencyItems", fr: "pièces en autre devise", en: "items in other currencies") {
            $0.totals.otherCurrencyItems
        },
        PortfolioIndicator(
            "balanceDifferences", .count, fr: "clients en écart avec la balance âgée",
            en: "customers that differ from the aged balance"
        ) {
            $0.quality.balanceDifferences.map { .number(Double($0)) }
        },
        count("identityConflicts", fr: "conflits d'identité", en: "identity conflicts") {
            $0.totals.identityConflicts
        },
        count("guessedCustomers", fr: "clients rattachés par le nom seul", en: "customers attached by name alone") {
            $0.totals.guessedCustomers
        },
    ]

    /// The place of a name in `all`.
    public static func index(of name: String) -> Int? { all.firstIndex { $0.name == name } }

    /// The values in the order of `all`; those that need the largest customers are nil without them.
    public static func values(_ position: PortfolioPosition) -> [IndicatorValue?] {
        all.map { $0.compute(position) }
    }

    /// The same with nil for all but those at `places`.
    public static func values(_ position: PortfolioPosition, only places: [Int]) -> [IndicatorValue?] {
        var values = [IndicatorValue?](repeating: nil, count: all.count)
        for place in places { values[place] = all[place].compute(position) }
        return values
    }
}
