import Ingest
import Receivables
import Risk

/// `rules/company.yaml`: who we are, our credit policy, and how the inbox is watched.
struct Settings: Sendable {
    var company = Company()
    var policy = Policy()
    var language = Language.french
    var timeZone = "Europe/Paris"
    var reading = ReadingContext()
    /// Invoices and payments older than this many months are folded: a matter of memory, of no figure.
    var foldAfterMonths = 36
    /// A file that does not look complete is final once it has not changed for this long.
    var settleMilliseconds = 2000
    /// A table that looks complete is taken this long after it was closed.
    var quietMilliseconds = 250
    var rescanMilliseconds = 30_000
    /// Folders of the inbox that are watched besides.
    var sources: [String] = []
    /// Departments that alerts can be for, by the names rules use.
    var audiences = ["finance", "sales", "customer service"]
    /// Where alerts are sent besides `alerts/alerts.jsonl`, in the order written.
    var notify: [Destination] = []

    /// When files of the inbox are taken.
    var settling: Settling.Policy { Settling.Policy(quiet: quietMilliseconds, settle: settleMilliseconds) }

    static let fileName = "company.yaml"

    /// The defaults.
    init() {}

    /// The settings in a company file. Throws what is wrong with it, and where.
    init(text: String) throws(Halt) {
        self = try SettingsText.settings(try RuleNode.document(text, file: "rules/" + Settings.fileName))
    }

    /// The settings of a home, or the defaults where it has none that can be read.
    static func ifPresent(home: String) -> Settings {
        guard let text = RulesFolder(home: home).text(Settings.fileName), let settings = try? Settings(text: text)
        else {
            return Settings()
        }
        return settings
    }

    /// Takes the home's descriptions of packages' exports; throws what is wrong with one.
    mutating func describe(home: String) throws(Halt) {
        reading.descriptions = try Rules.descriptions(try RulesFolder(home: home).descriptions())
    }
}
