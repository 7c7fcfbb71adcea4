import Receivables
import Risk

/// Reads `rules/scorecard.yaml`.
struct ScorecardText {
    /// Of amounts in caps.
    let currency: Currency

    func scorecard(_ document: RuleNode) throws(Halt) -> Scorecard {
        let top = try document.mapping(["factors", "caps", "grades", "credibility", "average", "segments"])
        return Scorecard(
            factors: try top.required("factors").list().map(factor),
            caps: try top["caps"]?.list().map(cap) ?? [],
            bands: try bands(try top.required("grades")),
            credibility: try top["credibility"]?.decimal(from: 0, to: 1000).approximate
                ?? Scorecard.standardCredibility,
            average: try top.required("average").decimal(from: 0, to: 100).approximate,
            segments: try segments(top["segments"]))
    }

    private var conditions: ConditionText { ConditionText(scope: .customer, currency: currency) }

    private func factor(_ node: RuleNode) throws(Halt) -> Scorecard.Factor {
        let mapping = try node.mapping(["indicator", "weight", "scale"])
        let name = try mapping.required("indicator")
        let indicator = try conditions.indicator(name)
        if indicator == Indicator.index(of: "concentrationShare") {
            throw name.failure(.rulesStored, ["name": try name.text()])
        }
        if indicator == Indicator.index(of: "verificationOverdueDays") {
            throw name.failure(.rulesGraded, ["name": try name.text()])
        }
        if Indicator.followsScore(indicator) { throw name.failure(.rulesCircular, ["name": try name.text()]) }
        let weight = try mapping.required("weight")
        let value = try weight.decimal(from: 0, to: 1000).approximate
        return Scorecard.Factor(
            indicator: indicator, weight: value, scale: try scale(try mapping.required("scale"), indicator))
    }

    private func scale(_ node: RuleNode, _ indicator: Int) throws(Halt) -> [Scorecard.Point] {
        let isAmount = Indicator.all[indicator].unit == .amount
        let points = try node.list().map { (item) throws(Halt) in
            let mapping = try item.mapping(["at", "points"])
            let at = try mapping.required("at")
            let value = isAmount ? Double(try at.amount(currency, signed: true)) : try at.decimal().approximate
            return Scorecard.Point(
                value: value, points: try mapping.required("points").decimal(from: 0, to: 100).approximate)
        }
        guard !points.isEmpty else { throw node.failure(.rulesMissingKey, ["key": "at"]) }
        for (left, right) in zip(points, points.dropFirst()) where left.value >= right.value {
            throw node.failure(.rulesAscending, ["key": "scale"])
        }
        return points
    }

    private func cap(_ node: RuleNode) throws(Halt) -> Scorecard.Cap {
        let mapping = try node.mapping(["indicator", "points"] + ConditionText.comparisons)
        let name = try mapping.required("indicator")
        let indicator = try conditions.indicator(name)
        if indicator == Indicator.index(of: "concentrationShare") {
            throw name.failure(.rulesStored, ["name": try name.text()])
        }
        if Indicator.followsScore(indicator) { throw name.failure(.rulesCircular, ["name": try name.text()]) }
        return Scorecard.Cap(
            condition: try conditions.comparison(mapping, on: indicator).condition,
            points: try mapping.required("points").decimal(from: 0, to: 100).approximate)
    }

    private func bands(_ node: RuleNode) throws(Halt) -> [Scorecard.Band] {
        let bands = try node.list().map { (item) throws(Halt) in
            let mapping = try item.mapping(["grade", "from", "probability", "late"])
            return Scorecard.Band(
                grade: try mapping.required("grade").text(),
                from: try mapping.required("from").decimal(from: 0, to: 100).approximate,
                probability: try mapping.required("probability").decimal(from: 0, to: 1).approximate,
                late: try mapping["late"]?.decimal(from: 0, to: 1).approximate)
        }
        let descends = zip(bands, bands.dropFirst()).allSatisfy { $0.from > $1.from }
        guard descends, bands.last?.from == 0 else { throw node.failure(.rulesBands) }
        return bands
    }

    private func segments(_ node: RuleNode?) throws(Halt) -> [String: Double] {
        guard let node else { return [:] }
        var segments: [String: Double] = [:]
        for entry in try node.entries().entries {
            segments[entry.key] = try entry.value.decimal(from: 0, to: 100).approximate
        }
        return segments
    }
}
