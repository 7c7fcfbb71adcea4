import Receivables
import Reporting
import Risk

/// The views other programs read, written from the book: `portfolio/portfolio.json`, `alerts/active.json`,
/// `alerts/vigie.prom`.
struct PublishedViews {
    static let portfolioName = FileName("portfolio.json")
    static let activeName = FileName("active.json")
    static let metricsName = FileName("vigie.prom")

    private let book: Book

    init(_ book: Book) { self.book = book }

    func write(to home: Home) throws(SystemError) {
        try writePortfolio(home)
        try AtomicFile.write(active, to: PublishedViews.activeName, in: home.alerts, durable: false)
        try AtomicFile.write(metrics, to: PublishedViews.metricsName, in: home.alerts, durable: false)
    }

    private func writePortfolio(_ home: Home) throws(SystemError) {
        var file = try AtomicFile(PublishedViews.portfolioName, in: home.portfolio, durable: true)
        let view = PortfolioView(book)
        var next: Promise<[UInt8]>? = Promise { view.piece(0) }
        for place in 1...view.pieces {
            guard let piece = next?.result() else { break }
            // The next is worked out while this one is written.
            next = place < view.pieces ? Promise { view.piece(place) } : nil
            try file.append(piece)
        }
        try file.publish()
    }

    /// What fires now: the last line of each alert, with since when and who acknowledged it.
    var active: [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("version", 1)
        writer.member("asOf", book.day)
        writer.member("sequence", book.alerts.sequence)
        writer.key("alerts")
        writer.beginArray()
        for (subject, lines) in book.alerts.lines.sorted(by: { $0.key < $1.key }) {
            for (rule, line) in lines.sorted(by: { $0.key < $1.key }) {
                let state = book.alerts.state(subject, rule)
                writer.beginObject()
                writer.member("alert", state.alert)
                writer.member("since", state.since)
                writer.member("acknowledged", state.acknowledged)
                writer.key("last")
                writer.raw(line)
                writer.endObject()
            }
        }
        writer.endArray()
        writer.endObject()
        writer.newline()
        return writer.bytes
    }

    /// For the textfile collector of a Prometheus node exporter.
    var metrics: [UInt8] {
        var text = ""
        func gauge(_ name: String, _ help: String, _ values: [(labels: String, value: String)]) {
            text += "# HELP vigie_\(name) \(help)\n# TYPE vigie_\(name) gauge\n"
            for value in values { text += "vigie_\(name)\(value.labels) \(value.value)\n" }
        }
        let currency = book.wording.currency
        func amount(_ units: Int64) -> [(labels: String, value: String)] {
            [("{currency=\"\(currency.code)\"}", Money(minorUnits: units, currency: currency).decimalText)]
        }
        gauge("exposure", "What customers owe, less unallocated credits.", amount(book.totals.exposure))
        gauge("overdue", "What is past its due date.", amount(book.totals.overdue))
        gauge("uninsured_exposure", "Exposure that no insured limit covers.", amount(book.totals.uninsured))
        gauge("customers", "Customers with at least one document.", [("", String(book.totals.customers))])
        gauge("documents", "Documents booked.", [("", String(book.ledger.documentCount))])
        gauge("rejected_files", "Files refused in the last 30 days.", [("", String(book.quality.rejectedFiles))])
        gauge(
            "conflicts", "Documents kept out in the last 30 days because they contradict a booked one.",
            [("", String(book.quality.conflicts))])
        if let differences = book.quality.balanceDifferences {
            gauge(
                "balance_differences", "Customers in whom the last aged balance and the portfolio differ.",
                [("", String(differences))])
        }
        gauge("warnings", "Documents booked with a remark in the last 30 days.", [("", String(book.quality.warnings))])
        let firing = Severity.allCases.map { severity in
            let count = book.alerts.states.values.reduce(0) { $0 + $1.values.count { $0.severity == severity } }
            return ("{severity=\"\(severity.rawValue)\"}", String(count))
        }
        gauge("alerts_firing", "Alerts that fire now.", firing)
        gauge(
            "as_of_day", "The civil day judged last, in days since 1970-01-01.", [("", String(book.day?.number ?? 0))])
        return Array(text.utf8)
    }
}
