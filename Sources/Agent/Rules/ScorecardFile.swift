import Receivables
import Risk

/// `rules/scorecard.yaml`.
struct ScorecardFile {
    let scorecard: Scorecard

    init(text: String, currency: Currency) throws(Halt) {
        var root = try YAMLTable(file: "rules/scorecard.yaml", text: text)
        var factors: [Scorecard.Factor] = []
        for var table in try root.tables("factors") { factors.append(try ScorecardFile.factor(&table)) }
        var caps: [Scorecard.Cap] = []
        for var table in try root.tables("caps") {
            guard let points = try table.decimal("points") else { throw table.missing("points") }
            let condition = try table.condition(.customer, currency: currency)
            try table.finish()
            caps.append(Scorecard.Cap(condition: condition, points: points.approximate))
        }
        var bands: [Scorecard.Band] = []
        for var table in try root.tables("grades") { bands.append(try ScorecardFile.band(&table)) }
        guard !factors.isEmpty else { throw root.missing("factors") }
        guard let worst = bands.last, worst.from == 0 else { throw root.missing("grades") }
        scorecard = Scorecard(
            factors: factors, caps: caps, bands: bands,
            credibility: try root.decimal("credibility")?.approximate ?? 5,
            average: try root.decimal("average")?.approximate ?? 60)
        try root.finish()
    }

    private static func factor(_ table: inout YAMLTable) throws(Halt) -> Scorecard.Factor {
        let place = try IndicatorNames.customer.place(of: try table.required("indicator"), in: table)
        guard let weight = try table.decimal("weight"), weight.coefficient > 0 else { throw table.missing("weight") }
        var scale: [Scorecard.Point] = []
        for var point in try table.tables("scale") {
            guard let value = try point.decimal("at"), let points = try point.decimal("points") else {
                throw point.missing("at")
            }
            try point.finish()
            scale.append(Scorecard.Point(value: value.approximate, points: points.approximate))
        }
        guard scale.count > 1, zip(scale, scale.dropFirst()).allSatisfy({ $0.value < $1.value }) else {
            throw table.bad("scale", "…", "at: 1, 2, 3…")
        }
        try table.finish()
        return Scorecard.Factor(indicator: place, weight: weight.approximate, scale: scale)
    }

    private static func band(_ table: inout YAMLTable) throws(Halt) -> Scorecard.Band {
        let grade = try table.required("grade")
        guard let from = try table.decimal("from"), let probability = try table.decimal("probability") else {
            throw table.missing("from")
        }
        try table.finish()
        return Scorecard.Band(grade: grade, from: from.approximate, probability: probability.approximate)
    }
}
