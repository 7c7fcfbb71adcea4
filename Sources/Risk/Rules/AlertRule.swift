public import Receivables

/// One rule of `rules/alerts.yaml`: what is watched, from which threshold each severity begins, when it clears, who
/// is told what.
public struct AlertRule: Sendable, Hashable {
    /// What the rule is judged on.
    public enum Scope: String, Sendable, CaseIterable { case customer, portfolio }

    /// A severity, the condition that gives it and the one that keeps it, all on the rule's indicator.
    public struct Level: Sendable, Hashable {
        public let severity: Severity
        public let condition: Condition
        /// Holds while a severity once told must stay: no stricter than `condition`, so that an oscillation about
        /// the threshold is told once.
        public let stay: Condition

        public init(severity: Severity, condition: Condition, stay: Condition? = nil) {
            self.severity = severity
            self.condition = condition
            self.stay = stay ?? condition
        }
    }

    /// Words in each language; in messages with placeholders in braces.
    public struct Words: Sendable, Hashable {
        public let french: String
        public let english: String

        public init(french: String, english: String) {
            self.french = french
            self.english = english
        }

        public func text(in language: Language) -> String { language == .french ? french : english }
    }

    public let name: String
    public let scope: Scope
    /// The indicator it is about, its place in the scope's list.
    public let indicator: Int
    /// Mildest first, one at least, each severity once.
    public let levels: [Level]
    /// Must all hold besides.
    public let all: [Condition]
    /// One of these must hold besides, where there are any.
    public let any: [Condition]
    /// Days it must last before it is told; 0: at once.
    public let hold: Int
    /// A rule of the same scope, written before this one, that says more: while it fires this one does not.
    public let unless: String?
    /// While it fires, each rise of its value is told again (`again: rise`): of what is counted, where one more is one more
    /// thing to do.
    public let tellsRises: Bool
    /// Whether its indicator counts days since something that can happen again. Known beforehand: it is asked of every rule
    /// and customer.
    let countsOccasions: Bool
    /// Whether anything it looks at is short while an amount has no rate. Known beforehand, too.
    let restsOnRates: Bool
    public let audience: [String]
    public let message: Words
    public let action: Words?
    /// Why the rule exists.
    public let why: Words

    public init(
        name: String, scope: Scope, indicator: Int, levels: [Level], all: [Condition] = [], any: [Condition] = [],
        hold: Int = 0, unless: String? = nil, tellsRises: Bool = false, audience: [String] = [], message: Words,
        action: Words? = nil, why: Words = Words(french: "", english: "")
    ) {
        precondition(!levels.isEmpty, "a rule has at least one level")
        self.name = name
        self.scope = scope
        self.indicator = indicator
        self.levels = levels
        self.all = all
        self.any = any
        self.hold = hold
        self.unless = unless
        self.tellsRises = tellsRises
        countsOccasions = scope == .customer && Indicator.sinceOccasions.contains(indicator)
        let conditions = levels.flatMap { [$0.condition, $0.stay] } + all + any
        restsOnRates =
            scope == .customer && !conditions.flatMap(\.places).allSatisfy { Indicator.withoutRates.contains($0) }
        self.audience = audience
        self.message = message
        self.action = action
        self.why = why
    }

    /// The unit of the rule's indicator.
    public var unit: Indicator.Unit {
        scope == .customer ? Indicator.all[indicator].unit : PortfolioIndicator.all[indicator].unit
    }

    /// The name of the rule's indicator.
    public var indicatorName: String {
        scope == .customer ? Indicator.all[indicator].name : PortfolioIndicator.all[indicator].name
    }

    /// What people call the rule's indicator.
    public var title: Words {
        scope == .customer ? Indicator.all[indicator].title : PortfolioIndicator.all[indicator].title
    }

    /// Whether it is about the customer's group.
    public var isAboutGroup: Bool { scope == .customer && Indicator.groupPlaces.contains(indicator) }

    /// Whether any value it looks at may move with another company of the group.
    var concernsGroups: Bool {
        scope == .customer && conditions.flatMap(\.places).contains { Indicator.dependsOnGroup($0) }
    }

    /// Every one that decides whether it fires.
    var conditions: [Condition] { levels.flatMap { [$0.condition, $0.stay] } + all + any }

    /// Whether it is about the largest customers of the portfolio, which only a look at all of them tells.
    public var needsLargest: Bool { scope == .portfolio && PortfolioIndicator.all[indicator].needsLargest }

    /// The place in `levels` of the severity to be told on these values, given the one told last; nil for none. Where the
    /// values are short (`AlertRule.judge`) a severity that was told stays, and what held besides when it was told is
    /// taken to hold where a rate would tell.
    func level(_ values: [IndicatorValue?], told: Int?, isShort: Bool = false) -> Int? {
        let reached = levels.lastIndex { $0.condition.holds(values) }
        if isShort, let told { return besides(values, isShort: true) ? max(reached ?? told, told) : nil }
        let kept = told.flatMap { levels[...$0].lastIndex { $0.stay.holds(values) } }
        guard reached != nil || kept != nil, besides(values) else { return nil }
        guard let reached, let kept else { return reached ?? kept }
        return max(reached, kept)
    }

    private func besides(_ values: [IndicatorValue?], isShort: Bool = false) -> Bool {
        func holds(_ condition: Condition) -> Bool { condition.holds(values) || isShort && condition.restsOnRates }
        return all.allSatisfy(holds) && (any.isEmpty || any.contains(where: holds))
    }
}
