import Receivables
import Risk

/// An indicator as `explain` shows it: its value, how it is worked out, and everything that went into it.
struct WorkedFigure {
    private let indicator: Indicator
    private let value: IndicatorValue?
    private let working: Working
    private let words: Wording

    /// Items named one by one; of more the rest is counted and summed.
    private static let most = 20

    init(_ indicator: Indicator, _ value: IndicatorValue?, _ working: Working, _ words: Wording) {
        self.indicator = indicator
        self.value = value
        self.working = working
        self.words = words
    }

    private var isFrench: Bool { words.language == .french }

    /// The figure and its formula, then a line for each part.
    var lines: [String] {
        let shown = value.map { figure($0, indicator.unit) } ?? (isFrench ? "inconnu" : "unknown")
        let title = indicator.title.text(in: words.language)
        let formula = working.formula.map { " = \($0.text(in: words.language))" } ?? ""
        return ["  \(indicator.name) = \(shown)", "      \(title)\(formula)"]
            + working.parts.flatMap { part in self.part(part).map { "      \($0)" } }
    }

    private func part(_ part: Working.Part) -> [String] {
        switch part {
        case .figure(let title, let value, let unit):
            return ["\(title.text(in: words.language))\(isFrench ? " : " : ": ")\(figure(value, unit))"]
        case .window(let days):
            if days.lowerBound == days.upperBound { return [(isFrench ? "le " : "on ") + words.day(days.lowerBound)] }
            let from = words.day(days.lowerBound)
            let to = words.day(days.upperBound)
            return [isFrench ? "du \(from) au \(to)" : "from \(from) to \(to)"]
        case .items(let items):
            return items.prefix(WorkedFigure.most).map { "· " + item($0) } + rest(items.dropFirst(WorkedFigure.most))
        }
    }

    /// A mean of days with a decimal, which messages leave out.
    private func figure(_ value: IndicatorValue, _ unit: Indicator.Unit) -> String {
        guard unit == .days, case .number(let days) = value, days != days.rounded() else {
            return words.value(value, unit)
        }
        return "\(words.decimal(days, 1))\u{A0}\(isFrench ? "jours" : "days")"
    }

    private func item(_ item: Working.Item) -> String {
        let decision = item.decision.map { EventWords.decision($0, words.language) }
        let name = [item.name.isEmpty ? nil : Message.shown(item.name), decision].compactMap { $0 }
        var text = [name.joined(separator: " ")]
        if let amount = item.amount { text.append(words.amount(amount)) }
        text += item.dates.map { "\(word($0.meaning)) \(words.day($0.day))" }
        if let days = item.days { text.append(words.days(days)) }
        return text.joined(separator: "  ")
    }

    private func rest(_ items: ArraySlice<Working.Item>) -> [String] {
        guard !items.isEmpty else { return [] }
        let sum = words.amount(items.reduce(0) { $0 + ($1.amount ?? 0) })
        return [isFrench ? "· et \(items.count) autres, \(sum) en tout" : "· and \(items.count) more, \(sum) in all"]
    }

    private func word(_ meaning: Working.Dated.Meaning) -> String {
        switch meaning {
        case .issued: isFrench ? "émise le" : "issued"
        case .due: isFrench ? "échéance" : "due"
        case .settled: isFrench ? "soldée le" : "settled"
        case .dated: isFrench ? "le" : "on"
        case .until: isFrench ? "jusqu'au" : "until"
        }
    }
}
