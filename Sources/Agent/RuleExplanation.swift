import Receivables
import Risk

/// Why a rule fires or does not, for a person and for programs.
struct RuleExplanation {
    let finding: RuleFinding
    /// Nil for the portfolio.
    let customer: Customer?
    let day: Day
    let words: Wording

    private var rule: AlertRule { finding.rule }
    private var why: String { rule.why.text(in: words.language) }

    private func say(_ french: String, _ english: String) -> String { words.language == .french ? french : english }

    // MARK: For people

    var text: String {
        var lines = ["\(rule.name)  (\(why))", subject, "", verdict.sentence(in: words.language), ""]
        lines += [say("Niveaux, du plus doux au plus grave :", "Levels, mildest first:")]
        lines += finding.levels.map(line)
        lines += group(say("Doivent tous tenir aussi :", "Must all hold besides:"), finding.all)
        lines += group(say("L'un doit tenir aussi :", "One must hold besides:"), finding.any)
        lines += hold + people
        return lines.joined(separator: "\n") + "\n"
    }

    private var subject: String {
        let name = customer.map { "\(Message.shown($0.name)) (\($0.key))" } ?? say("Tout le portefeuille", "Portfolio")
        return name + say(", au ", ", as of ") + words.day(day)
    }

    private func line(_ level: RuleFinding.Level) -> String {
        var text =
            "  \(mark(level.condition)) \(level.severity.word(in: words.language))\(say(" : ", ": "))\(sentence(level.condition))"
        if level.stay.condition != level.condition.condition {
            text += say(" ; reste tant que la valeur est ", "; stays while ") + side(level.stay)
        }
        return text
    }

    private func group(_ title: String, _ conditions: [ConditionFinding]) -> [String] {
        guard !conditions.isEmpty else { return [] }
        return [title] + conditions.map { "  \(mark($0)) \(sentence($0))" }
    }

    private func mark(_ finding: ConditionFinding) -> String {
        finding.holds ? say("[oui]", "[yes]") : say("[non]", "[no] ")
    }

    private var hold: [String] {
        let hold = rule.hold > 0 ? [say("Doit durer : ", "Must last: ") + words.days(rule.hold)] : []
        let again = say("Redit à chaque hausse de la valeur.", "Told again at each rise of the value.")
        return hold + (rule.tellsRises ? [again] : [])
    }

    private var people: [String] {
        var lines: [String] = []
        if !rule.audience.isEmpty { lines.append(say("Pour : ", "For: ") + rule.audience.joined(separator: ", ")) }
        if let alert = finding.state.alert { lines.append(say("Alerte : ", "Alert: ") + alert) }
        if let note = finding.state.acknowledged {
            lines.append(say("Vue par : ", "Seen by: ") + Message.shown(note))
        }
        return lines
    }

    /// `encours = 1 200,00 € ; au-dessus de 1 000,00 € (80 % de limite assurée)`.
    private func sentence(_ finding: ConditionFinding) -> String {
        let place = finding.condition.indicator
        let value = finding.value.map { words.value($0, unit(place)) } ?? say("inconnu", "not known")
        return "\(title(place)) = \(value)\(say(" ; ", "; "))\(side(finding))"
    }

    /// What a condition asks for: `au-dessus de 1 000,00 € (limite assurée)`.
    private func side(_ finding: ConditionFinding) -> String {
        let condition = finding.condition
        let value = finding.threshold.map { words.value($0, unit(condition.indicator)) }
        let threshold = value ?? say("un seuil inconnu", "a threshold not known")
        var text = say(
            Elision.joined(word(condition.comparison) + " ", threshold), word(condition.comparison) + " " + threshold)
        guard case .part(let share, let other) = condition.threshold else { return text }
        let part = words.value(.number(share.approximate), .share)
        text +=
            share == ExactDecimal("1")
            ? " (\(title(other)))"
            : say(" (\(Elision.joined(part + " de ", title(other))))", " (\(part) of \(title(other)))")
        return text
    }

    private func word(_ comparison: Condition.Comparison) -> String {
        switch comparison {
        case .above: say("au-dessus de", "above")
        case .below: say("au-dessous de", "below")
        case .atLeast: say("au moins", "at least")
        case .atMost: say("au plus", "at most")
        case .is: say("égal à", "is")
        }
    }

    private func title(_ place: Int) -> String {
        let title = rule.scope == .customer ? Indicator.all[place].title : PortfolioIndicator.all[place].title
        return title.text(in: words.language)
    }

    private func unit(_ place: Int) -> Indicator.Unit {
        rule.scope == .customer ? Indicator.all[place].unit : PortfolioIndicator.all[place].unit
    }

    private func name(_ place: Int) -> String {
        rule.scope == .customer ? Indicator.all[place].name : PortfolioIndicator.all[place].name
    }

    // MARK: The verdict

    private var verdict: Message {
        let since = finding.state.since.map { words.day($0) } ?? words.day(day)
        let value = finding.levels.first?.condition.value.map { words.value($0, rule.unit) } ?? "—"
        var arguments = ["indicator": rule.title.text(in: words.language), "value": value, "since": since]
        switch finding.verdict {
        case .firing(let severity):
            arguments["severity"] = severity.word(in: words.language)
            return Message(.findingFiring, arguments)
        case .lingering(let severity):
            arguments["severity"] = severity.word(in: words.language)
            return Message(.findingLingering, arguments)
        case .waiting(let until):
            arguments["day"] = words.day(until)
            return Message(.findingWaiting, arguments)
        case .silenced(let other): return Message(.findingSilenced, ["rule": other])
        case .hindered(let condition?): return Message(.findingHindered, ["condition": sentence(condition)])
        case .hindered(nil): return Message(.findingNoneOfAny)
        case .quiet: return Message(.findingQuiet, arguments)
        case .unknown:
            arguments["indicator"] = unknowns.joined(separator: say(", ", ", "))
            return Message(.findingUnknown, arguments)
        }
    }

    /// What is not known of what the rule compares, by title.
    private var unknowns: [String] {
        var titles: [String] = []
        for finding in finding.levels.map(\.condition) {
            let other: String? = if case .part(_, let place) = finding.condition.threshold { title(place) } else { nil }
            let missing = finding.value == nil ? title(finding.condition.indicator) : other
            if let missing, !titles.contains(missing) { titles.append(missing) }
        }
        return titles
    }

    // MARK: For programs

    var json: [UInt8] {
        var writer = JSONWriter(reserving: 1024)
        writer.beginObject()
        writer.member("version", 1)
        writer.member("rule", rule.name)
        writer.member("scope", rule.scope.rawValue)
        writer.member("why", why)
        writer.member("asOf", day)
        writer.member("customer", customer?.key)
        writer.member("name", customer?.name)
        writer.member("currency", words.currency.code)
        writer.member("verdict", verdict.code)
        writer.member("message", verdict.sentence(in: words.language))
        write(finding.state, to: &writer)
        writer.member("holdDays", rule.hold)
        writer.member("unless", rule.unless)
        writer.member("again", rule.tellsRises ? "rise" : nil)
        if case .waiting(let until) = finding.verdict { writer.member("raisedOn", until) }
        writer.key("levels")
        writer.beginArray()
        for level in finding.levels { write(level, to: &writer) }
        writer.endArray()
        write("all", finding.all, to: &writer)
        write("any", finding.any, to: &writer)
        writer.key("audience")
        writer.beginArray()
        for reader in rule.audience { writer.string(reader) }
        writer.endArray()
        writer.endObject()
        writer.newline()
        return writer.bytes
    }

    private func write(_ state: AlertState, to writer: inout JSONWriter) {
        writer.key("state")
        writer.beginObject()
        writer.member("name", state.severity != nil ? "raised" : state.since != nil ? "pending" : "inactive")
        writer.member("severity", state.severity?.rawValue)
        writer.member("since", state.since)
        writer.member("alert", state.alert)
        writer.member("acknowledged", state.acknowledged)
        writer.endObject()
    }

    private func write(_ level: RuleFinding.Level, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("severity", level.severity.rawValue)
        writer.key("raises")
        write(level.condition, to: &writer)
        writer.key("stays")
        write(level.stay, to: &writer)
        writer.endObject()
    }

    private func write(_ key: StaticString, _ conditions: [ConditionFinding], to writer: inout JSONWriter) {
        writer.key(key)
        writer.beginArray()
        for condition in conditions { write(condition, to: &writer) }
        writer.endArray()
    }

    private func write(_ finding: ConditionFinding, to writer: inout JSONWriter) {
        let condition = finding.condition
        writer.beginObject()
        writer.member("indicator", name(condition.indicator))
        writer.member("unit", unit(condition.indicator).rawValue)
        writer.value("value", finding.value, words.currency)
        writer.member("comparison", condition.comparison.rawValue)
        writer.value("threshold", finding.threshold, words.currency)
        if case .part(let share, let other) = condition.threshold {
            writer.member("share", share)
            writer.member("of", name(other))
        }
        writer.key("holds")
        writer.boolean(finding.holds)
        writer.endObject()
    }
}

extension Workspace {
    /// What `vigie rules explain` prints: of a customer rule for one customer, of a portfolio rule for none. Nothing
    /// where no customer matches, and the candidates where several do.
    public func explain(
        rule name: String, customer text: String?, json: Bool
    ) throws(Halt) -> (output: [UInt8], candidates: [String]) {
        let rule = try rule(name)
        guard let day = book.day else { return ([], []) }
        let explain = { (customer: Customer?, values: [IndicatorValue?], subject: String) in
            let state = book.alerts.state(subject, rule.name)
            let finding = rule.examine(values, state, on: day, isSilenced: book.isSilenced(rule.unless, subject))
            let explanation = RuleExplanation(finding: finding, customer: customer, day: day, words: book.wording)
            return json ? explanation.json : Array(explanation.text.utf8)
        }
        switch (rule.scope, text) {
        case (.portfolio, nil):
            return (explain(nil, book.portfolioValues, AlertBook.portfolio), [])
        case (.customer, let text?):
            return answer(text) { id in
                guard let standing = book.standings[id] else { return [] }
                return explain(book.account(of: id).customer, book.values(of: id), standing.key)
            }
        case (.customer, nil): throw Halt(Message(.ruleNeedsCustomer, ["name": name]), .usage)
        case (.portfolio, _?): throw Halt(Message(.ruleNeedsNoCustomer, ["name": name]), .usage)
        }
    }

    private func rule(_ name: String) throws(Halt) -> AlertRule {
        let rules = book.rules.alerts
        if let rule = rules.rule(named: name) { return rule }
        let names = (rules.customer + rules.portfolio).map(\.name)
        guard let near = Spelling.nearest(to: name, among: names) else {
            throw Halt(Message(.ruleUnknown, ["name": name]), .usage)
        }
        throw Halt(Message(.ruleUnknownNear, ["name": name, "near": near]), .usage)
    }
}

extension Book {
    /// The portfolio's figures of the day, those about its largest customers included.
    fileprivate var portfolioValues: [IndicatorValue?] {
        day.map { PortfolioIndicator.values(portfolio(on: $0, largest)) } ?? []
    }
}
