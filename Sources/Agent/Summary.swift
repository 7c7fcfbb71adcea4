import Receivables
import Risk

/// The forms of the weekly summary.
public enum SummaryFormat: String, Sendable, CaseIterable {
    case markdown, json
}

/// The weekly summary, from the state as it is: position, insurance, whom to act on, data quality. The same numbers in
/// every form.
struct Summary {
    let book: Book
    let words: Wording

    /// A customer of the summary.
    private struct Row {
        let key: String
        let name: String
        let exposure: Int64
        let overdue: Int64
        let oldest: Int
        let limit: Int64?
        let grade: String
        /// What is in currencies without a rate, and so in no figure here.
        let uncounted: Uncounted
        /// What may be lost: the overdue, or what exceeds cover, whichever is more.
        let atRisk: Int64
        let actions: [String]
    }

    init(_ book: Book) {
        self.book = book
        words = book.wording
    }

    func rendered(_ format: SummaryFormat) -> [UInt8] {
        switch format {
        case .markdown: Array(markdown.utf8)
        case .json: json
        }
    }

    func say(_ french: String, _ english: String) -> String { words.language == .french ? french : english }

    private var rows: [Row] {
        let current = book.currentWords()
        let day = book.day ?? Day(number: 0)
        return book.shownCustomers.map { id, standing in
            let account = book.account(of: id)
            let measures = standing.measures
            var limit: Int64?
            if case .amount(let units) = measures["insuredLimit"] { limit = units }
            let covered = book.groups.role(of: id)?.share?.limit ?? limit ?? 0
            let told = (current[standing.key] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
            return Row(
                key: standing.key, name: account.customer.name, exposure: measures.amount("exposure"),
                overdue: measures.amount("overdueAmount"), oldest: Int(measures["oldestOverdueDays"]?.approximate ?? 0),
                limit: limit, grade: standing.score.grade,
                uncounted: standing.measures.isIncomplete
                    ? Uncounted(account, on: day, book.rules.settings.policy) : .nothing,
                atRisk: max(measures.amount("overdueAmount"), measures.amount("exposure") - covered),
                actions: told.map { alert in [alert.message, alert.action].compactMap(\.self).joined(separator: " ") })
        }
        .sorted { ($1.atRisk, $0.key) < ($0.atRisk, $1.key) }
    }

    private var week: String {
        let week = (book.day ?? Day(number: 0)).week
        return "\(week.year)-W\(week.week < 10 ? "0" : "")\(week.week)"
    }

    // MARK: Markdown

    private var markdown: String {
        let rows = self.rows
        let totals = book.totals
        let day = book.day.map { words.day($0) } ?? "—"
        var text = "# \(say("Poste clients, semaine", "Receivables, week")) \(week)\n\n"
        text += say("Situation au \(day).", "As of \(day).") + "\n\n"
        text += "## \(say("Position", "Position"))\n\n"
        text += table(
            [
                say("Encours", "Exposure"), say("Échu", "Overdue"), say("En litige", "In dispute"),
                say("Non couvert", "Not covered"), say("Clients", "Customers"),
            ],
            [
                [
                    words.amount(totals.exposure), words.amount(totals.overdue), words.amount(totals.disputed),
                    words.amount(totals.uninsured), String(totals.customers),
                ]
            ])
        text += "\n" + table(bucketNames, [totals.buckets.map { words.amount($0) }])
        text += "\n" + keyFigures
        let rates = book.exchangeAnswers.map { "- \(escaped(book.exchangeWords.line($0.currency, $0.answer)))\n" }
        if !rates.isEmpty { text += "\n\(say("Converti aux cours :", "Converted at:"))\n\n" + rates.joined() }
        text += groups
        text += "\n## \(say("À traiter aujourd'hui", "Act on today"))\n\n"
        let urgent = rows.filter { !$0.actions.isEmpty }
        text += urgent.isEmpty ? say("Rien.", "Nothing.") + "\n" : ""
        for row in urgent.prefix(20) {
            text += "### \(escaped(row.name)) — \(words.amount(row.atRisk)) \(say("à risque", "at risk"))\n\n"
            text += row.actions.map { "- \(escaped($0))\n" }.joined() + "\n"
        }
        text += "\n## \(say("Clients", "Customers"))\n\n"
        text += table(
            [
                say("Client", "Customer"), say("Encours", "Exposure"), say("Échu", "Overdue"),
                say("Retard", "Days late"),
                say("Limite assurée", "Insured limit"), say("Classe", "Grade"),
            ],
            rows.map(cells))
        text += verificationSection
        text += "\n## \(say("Qualité des données", "Data quality"))\n\n"
        text += quality.map { "- \($0.label)\(say(" : ", ": "))\($0.count)\n" }.joined()
        return text
    }

    /// A line of the table of customers; what has no rate is shown in its own currency.
    private func cells(_ row: Row) -> [String] {
        let isIncomplete = row.uncounted != .nothing
        let owed = [words.amount(row.exposure)] + row.uncounted.owed.map { words.amount($0.minorUnits, $0.currency) }
        let limits =
            [row.limit.map { words.amount($0) }].compactMap(\.self)
            + row.uncounted.limits.map { words.amount($0.minorUnits, $0.currency) }
        return [
            escaped(row.name) + (isIncomplete ? say(" (incomplet)", " (incomplete)") : ""),
            owed.joined(separator: " + "),
            words.amount(row.overdue), String(row.oldest), limits.isEmpty ? "—" : limits.joined(separator: " + "),
            row.grade,
        ]
    }

    private var portfolio: PortfolioPosition { book.portfolio(on: book.day ?? Day(number: 0), book.largest) }

    /// Every known figure of the portfolio, then what is set aside by bucket.
    private var keyFigures: String {
        let values = zip(PortfolioIndicator.all, PortfolioIndicator.values(portfolio))
        let rows = values.compactMap { indicator, value in
            value.map { [indicator.title.text(in: words.language), words.value($0, indicator.unit)] }
        }
        let provisions = portfolio.provisions.map { words.amount($0) }
        return "## \(say("Chiffres clés", "Key figures"))\n\n"
            + table([say("Indicateur", "Indicator"), say("Valeur", "Value")], rows)
            + "\n### \(say("Provision par ancienneté", "Provision by ageing"))\n\n" + table(bucketNames, [provisions])
    }

    private var quality: [(key: StaticString, label: String, count: Int)] {
        [
            ("estimatedDueDates", say("échéances estimées", "estimated due dates"), book.totals.estimatedDueDates),
            ("conflicts", say("conflits", "conflicts"), book.quality.conflicts),
            ("rejectedFiles", say("fichiers refusés", "files refused"), book.quality.rejectedFiles),
            ("refusedRows", say("lignes ou documents refusés", "rows or documents refused"), book.quality.refusedRows),
            (
                "remarkedFiles", say("fichiers pris avec remarque", "files taken with a remark"),
                book.quality.remarkedFiles
            ),
            (
                "otherCurrencyItems", say("postes en autre devise", "items in other currencies"),
                book.totals.otherCurrencyItems
            ),
            ("identityConflicts", say("conflits d'identité", "identity conflicts"), book.totals.identityConflicts),
        ]
    }

    /// Groups by exposure, where there are any.
    private var groups: String {
        let standings = book.groups.standings.values.sorted {
            ($1.measures.exposure, $0.group.key) < ($0.measures.exposure, $1.group.key)
        }
        guard !standings.isEmpty else { return "" }
        let head = [
            say("Groupe", "Group"), say("Sociétés", "Companies"), say("Encours", "Exposure"), say("Échu", "Overdue"),
            say("Limite assurée", "Insured limit"), say("Limite interne", "Internal limit"),
        ]
        let lines = standings.map { standing in
            let measures = standing.measures
            let limits = [measures.insuredLimit, measures.internalLimit].map { $0.map { words.amount($0) } ?? "—" }
            return [
                escaped(standing.group.name), String(measures.members), words.amount(measures.exposure),
                words.amount(measures.overdue),
            ] + limits
        }
        return "\n## \(say("Groupes", "Groups"))\n\n" + table(head, lines)
    }

    private var bucketNames: [String] {
        let bounds = book.rules.settings.policy.ageingBounds
        let lower = [1] + bounds.map { $0 + 1 }
        let ranges = bounds.enumerated().map { "\(lower[$0.offset])–\($0.element) \(say("j", "d"))" }
        return [say("Non échu", "Not due")] + ranges + ["> \(bounds.last ?? 0) \(say("j", "d"))"]
    }

    func table(_ head: [String], _ rows: [[String]]) -> String {
        let line = { (cells: [String]) in "| " + cells.joined(separator: " | ") + " |\n" }
        return line(head) + line(head.map { _ in "---" }) + rows.map(line).joined()
    }

    /// Names come from files: nothing in them may act as markup.
    func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, letter in
            if "\\`*_{}[]<>#|".contains(letter) { result += "\\" }
            result.append(letter == "\n" ? " " : letter)
        }
    }

    // MARK: JSON

    private var json: [UInt8] {
        let currency = words.currency
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("version", 1)
        writer.member("week", week)
        writer.member("asOf", book.day)
        writer.member("currency", currency.code)
        writer.member("exposure", book.totals.exposure, currency)
        writer.member("overdue", book.totals.overdue, currency)
        writer.member("disputed", book.totals.disputed, currency)
        writer.member("uninsuredExposure", book.totals.uninsured, currency)
        writer.key("ageing")
        writer.ageing(book.totals.buckets, book.rules.settings.policy.ageingBounds, currency)
        writer.portfolioIndicators(portfolio, currency)
        writer.provisions(portfolio, currency)
        writer.key("customers")
        writer.beginArray()
        for row in rows {
            writer.beginObject()
            writer.member("key", row.key)
            writer.member("name", row.name)
            writer.member("exposure", row.exposure, currency)
            writer.member("overdue", row.overdue, currency)
            writer.member("oldestOverdueDays", row.oldest)
            writer.member("insuredLimit", row.limit, currency)
            writer.member("grade", row.grade)
            writer.member("atRisk", row.atRisk, currency)
            writer.key("actions")
            writer.beginArray()
            for action in row.actions { writer.string(action) }
            writer.endArray()
            writer.endObject()
        }
        writer.endArray()
        writer.member("unverifiedExposure", book.totals.unverified, currency)
        writer.key("verification")
        writer.unverified(book.verificationRows)
        writer.rates(book.exchangeAnswers, currency)
        writer.key("groups")
        writer.groups(book)
        writer.key("dataQuality")
        writer.beginObject()
        for item in quality { writer.member(item.key, item.count) }
        writer.endObject()
        writer.endObject()
        writer.newline()
        return writer.bytes
    }
}
