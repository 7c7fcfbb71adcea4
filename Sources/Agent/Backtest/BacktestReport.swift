import Receivables
import Risk

/// What a backtest found, for people and for other programs.
public struct BacktestReport {
    let result: BacktestResult
    let discrimination: BacktestResult.Discrimination
    let grades: [BacktestResult.GradeRecord]
    /// Nil where the rules were not followed.
    let rules: [BacktestResult.RuleRecord]?
    let seed: UInt64
    let rounds: Int
    let words: Wording

    init(
        _ result: BacktestResult, card: Scorecard, seed: UInt64, rounds: Int, _ words: Wording, followsRules: Bool
    ) {
        self.result = result
        discrimination = result.discrimination(seed: seed, rounds: rounds)
        grades = result.calibration(card)
        rules = followsRules ? result.ruleRecords : nil
        self.seed = seed
        self.rounds = rounds
        self.words = words
    }

    func count(_ outcome: Judgement.Outcome) -> Int { result.judgements.count { $0.outcome == outcome } }
}

// MARK: For other programs

extension BacktestReport {
    /// The report as one JSON object; with `listing`, every invoice judged and every alert raised as well.
    public func json(listing: Bool) -> [UInt8] {
        var writer = JSONWriter(reserving: listing ? 1 << 20 : 1 << 14)
        writer.beginObject()
        writer.member("version", 1)
        writer.member("from", result.from)
        writer.member("to", result.to)
        writer.member("lateDays", result.lateDays)
        counts(&writer)
        areas(&writer)
        gradeRecords(&writer)
        ruleRecords(&writer)
        if listing {
            judgements(&writer)
            alerts(&writer)
        }
        writer.endObject()
        writer.newline()
        return writer.bytes
    }

    private func counts(_ writer: inout JSONWriter) {
        writer.key("invoices")
        writer.beginObject()
        writer.member("judged", result.decided.count)
        for outcome in Judgement.Outcome.allCases {
            writer.key(dynamic: outcome.rawValue)
            writer.integer(count(outcome))
        }
        writer.member("customers", discrimination.customers)
        writer.member("undatedDecisions", result.undated)
        writer.endObject()
    }

    private func areas(_ writer: inout JSONWriter) {
        writer.key("areaUnderCurve")
        writer.beginObject()
        writer.member("seed", seed)
        writer.member("rounds", rounds)
        area("score", discrimination.score)
        area("customerAverage", discrimination.customerAverage)
        area("portfolioRate", discrimination.portfolioRate)
        area("gain", discrimination.gain)
        writer.endObject()

        func area(_ key: StaticString, _ area: BacktestResult.Discrimination.Area) {
            writer.key(key)
            writer.beginObject()
            writer.ratio("value", area.area)
            writer.ratio("low", area.interval?.low)
            writer.ratio("high", area.interval?.high)
            writer.endObject()
        }
    }

    private func gradeRecords(_ writer: inout JSONWriter) {
        writer.key("grades")
        writer.beginArray()
        for grade in grades {
            writer.beginObject()
            writer.member("grade", grade.grade)
            writer.member("invoices", grade.invoices)
            writer.member("late", grade.late)
            writer.ratio("lateRate", grade.lateRate)
            writer.ratio("statedLateRate", grade.statedLate)
            writer.member("followed", grade.followed)
            writer.member("defaulted", grade.defaulted)
            writer.ratio("defaultRate", grade.defaultRate)
            writer.ratio("statedDefaultProbability", grade.probability)
            writer.endObject()
        }
        writer.endArray()
    }

    private func ruleRecords(_ writer: inout JSONWriter) {
        guard let rules else { return }
        writer.key("customersInTrouble")
        writer.beginObject()
        writer.member("customers", result.warned.customers)
        writer.member("alertedBefore", result.warned.before)
        writer.endObject()
        writer.key("rules")
        writer.beginArray()
        for rule in rules {
            writer.beginObject()
            writer.member("rule", rule.rule)
            writer.member("raised", rule.raised)
            writer.member("followed", rule.followed)
            writer.member("forNothing", rule.forNothing)
            writer.member("undecided", rule.raised - rule.followed - rule.forNothing)
            writer.ratio("precision", rule.precision)
            writer.member("medianLeadDays", rule.leadDays)
            writer.member("beforeFirst", rule.beforeFirst)
            writer.member("medianLeadDaysBeforeFirst", rule.firstLeadDays)
            writer.endObject()
        }
        writer.endArray()
    }

    private func judgements(_ writer: inout JSONWriter) {
        writer.key("judgements")
        writer.beginArray()
        for judgement in result.judgements {
            writer.beginObject()
            writer.member("number", judgement.number)
            writer.member("customer", judgement.customer)
            writer.member("issued", judgement.issued)
            writer.member("due", judgement.due)
            writer.member("amount", judgement.amount, words.currency)
            writer.member("currency", words.currency.code)
            writer.member("settled", judgement.settled)
            writer.member("outcome", judgement.outcome.rawValue)
            writer.key("score")
            writer.number(judgement.score, decimals: 1)
            writer.member("grade", judgement.grade)
            writer.ratio("customerAverage", judgement.customerAverage)
            writer.ratio("portfolioRate", judgement.portfolioRate)
            writer.endObject()
        }
        writer.endArray()
    }

    private func alerts(_ writer: inout JSONWriter) {
        guard rules != nil else { return }
        writer.key("alerts")
        writer.beginArray()
        for alert in result.alerts {
            writer.beginObject()
            writer.member("day", alert.day)
            writer.member("rule", alert.rule)
            writer.member("severity", alert.severity.rawValue)
            writer.member("customer", alert.customer)
            writer.member("firstTrouble", alert.firstTrouble)
            writer.member("nextTrouble", alert.nextTrouble)
            writer.member("daysBeforeNext", alert.daysBeforeNext)
            writer.member("daysBeforeFirst", alert.daysBeforeFirst)
            writer.flag("undecided", !alert.isDecided)
            writer.endObject()
        }
        writer.endArray()
    }
}

extension JSONWriter {
    /// A figure to twelve decimals; left out where unknown.
    fileprivate mutating func ratio(_ key: StaticString, _ value: Double?) {
        guard let value else { return }
        self.key(key)
        number(value, decimals: 12)
    }
}
