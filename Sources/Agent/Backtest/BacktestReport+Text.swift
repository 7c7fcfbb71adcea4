import Receivables
import Risk

extension BacktestReport {
    /// The report for people, in the language of the home; with `listing`, a line for each invoice and each alert.
    public func text(listing: Bool) -> [UInt8] {
        var lines = head + [""] + areaLines + [""] + gradeLines
        if let rules { lines += [""] + ruleLines(rules) }
        if listing { lines += [""] + judgementLines + [""] + alertLines }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    private func say(_ french: String, _ english: String) -> String { words.language == .french ? french : english }

    // MARK: What was judged

    private var head: [String] {
        let late = result.lateDays == 0 ? say("en retard", "late") : lateWords
        var lines = [
            say("Rejeu du", "Replay from") + " \(words.day(result.from)) \(say("au", "to")) \(words.day(result.to))",
            say("Factures jugées : ", "Invoices judged: ")
                + "\(result.decided.count) (\(discrimination.customers) \(say("clients", "customers"))), "
                + say("dont payées ", "of which paid ")
                + "\(late) : \(count(.late))".replacing(
                    " : ", with: say(" : ", ": ")) + " (\(share(count(.late), result.decided.count)))",
        ]
        let rest = [
            (count(.open), say("ouvertes et pas encore en retard", "open and not late yet")),
            (count(.disputed), say("en litige", "in dispute")),
            (count(.unpaid), say("soldées sans règlement ou retirées", "settled without cash or withdrawn")),
            (result.undated, say("décisions d'assurance sans date, ignorées", "insurer's decisions without a date")),
        ].filter { $0.0 > 0 }
        if !rest.isEmpty {
            lines.append(
                say("Hors jugement : ", "Not judged: ") + rest.map { "\($0.0) \($0.1)" }.joined(separator: ", "))
        }
        return lines
    }

    private var lateWords: String {
        say("plus de \(words.days(result.lateDays)) en retard", "more than \(words.days(result.lateDays)) late")
    }

    private func share(_ part: Int, _ whole: Int) -> String {
        whole > 0 ? percent(Double(part) / Double(whole)) : "—"
    }

    private func percent(_ value: Double?) -> String {
        value.map { words.value(.number($0), .share) } ?? "—"
    }

    // MARK: How well

    private var areaLines: [String] {
        let found = discrimination
        return [
            say(
                "Aire sous la courbe ROC (1 : parfait, 0,5 : hasard), intervalle à 95 % par tirage de clients",
                "Area under the ROC curve (1: perfect, 0.5: chance), 95% interval by drawing customers")
                + " (\(say("graine", "seed")) \(seed), \(rounds) \(say("tirages", "draws")))",
            line(say("note", "score"), found.score),
            line(say("retard moyen passé du client", "customer's past average days late"), found.customerAverage),
            line(say("taux de retard passé de tous", "late rate of all so far"), found.portfolioRate),
            line(say("gain de la note sur le retard moyen", "score's gain over the average"), found.gain),
        ]
    }

    private func line(_ title: String, _ area: BacktestResult.Discrimination.Area) -> String {
        let value = area.area.map { words.decimal($0, 4) } ?? "—"
        let interval = area.interval.map { "  [\(words.decimal($0.low, 4)) ; \(words.decimal($0.high, 4))]" } ?? ""
        return "  " + padded(title, 42) + value + interval
    }

    private var gradeLines: [String] {
        let head = [
            say("classe", "grade"), say("factures", "invoices"), say("en retard", "late"),
            say("annoncé", "stated"), say("défauts (90 j)", "defaults (90 d)"), say("proba. à un an", "1-year prob."),
        ]
        let rows = grades.map { grade in
            [
                grade.grade, "\(grade.invoices)", percent(grade.lateRate), percent(grade.statedLate),
                percent(grade.defaultRate), percent(grade.probability),
            ]
        }
        return [say("Par classe, le jour de la facture", "By grade on the day of the invoice")] + table([head] + rows)
    }

    // MARK: Alerts

    private func ruleLines(_ rules: [BacktestResult.RuleRecord]) -> [String] {
        let warned = result.warned
        let head = [
            say("règle", "rule"), say("déclenchées", "raised"), say("suivies", "followed"),
            say("pour rien", "for nothing"), say("précision", "precision"), say("avance (j)", "lead (d)"),
            say("avant le 1er", "before the first"), say("avance (j)", "lead (d)"),
        ]
        let rows = rules.filter { $0.raised > 0 }.map { rule in
            [
                rule.rule, "\(rule.raised)", "\(rule.followed)", "\(rule.forNothing)", percent(rule.precision),
                rule.leadDays.map(String.init) ?? "—", "\(rule.beforeFirst)",
                rule.firstLeadDays.map(String.init) ?? "—",
            ]
        }
        let silent = rules.filter { $0.raised == 0 }.map(\.rule)
        let title = say(
            "Alertes : suivies d'un retard ou d'une perte du client sous 180 jours, ou déclenchées pour rien",
            "Alerts: followed by a late invoice or a loss of the customer within 180 days, or for nothing")
        let sum = say(
            "Clients un jour en retard ou en perte : \(warned.customers), dont \(warned.before) signalés avant.",
            "Customers ever late or lost: \(warned.customers), of which \(warned.before) alerted before.")
        let rest =
            silent.isEmpty ? [] : [say("Jamais déclenchées : ", "Never raised: ") + silent.joined(separator: ", ")]
        return [title] + table([head] + rows) + [sum] + rest
    }

    // MARK: Lists

    private var judgementLines: [String] {
        result.judgements.map { judgement in
            let paid = judgement.settled.map { "\(say("payée le", "paid on")) \(words.day($0))" } ?? ""
            return
                "\(words.day(judgement.issued))  \(judgement.customer)  \(Message.shown(judgement.number))  \(words.amount(judgement.amount))  \(say("échéance", "due")) \(words.day(judgement.due))  \(words.decimal(judgement.score, 1)) \(judgement.grade)  \(title(of: judgement.outcome))  \(paid)"
        }
    }

    private func title(of outcome: Judgement.Outcome) -> String {
        switch outcome {
        case .onTime: say("à temps", "in time")
        case .late: say("en retard", "late")
        case .open: say("ouverte", "open")
        case .disputed: say("en litige", "in dispute")
        case .unpaid: say("sans règlement", "without cash")
        }
    }

    private var alertLines: [String] {
        result.alerts.map { alert in
            let lead =
                alert.daysBeforeNext.map { say("\(words.days($0)) avant", "\(words.days($0)) before") }
                ?? (alert.isDecided ? say("pour rien", "for nothing") : say("pas encore tranché", "not decided yet"))
            return
                "\(words.day(alert.day))  \(alert.severity.word(in: words.language))  \(alert.rule)  \(Message.shown(alert.name))  \(lead)"
        }
    }

    // MARK: Columns

    private func table(_ rows: [[String]]) -> [String] {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = row.enumerated().map { column, cell in
                column == 0 ? padded(cell, widths[0]) : padded(cell, widths[column], left: true)
            }
            return "  " + cells.joined(separator: "  ")
        }
    }

    private func padded(_ text: String, _ width: Int, left: Bool = false) -> String {
        let spaces = String(repeating: " ", count: max(0, width - text.count))
        return left ? spaces + text : text + spaces
    }
}
