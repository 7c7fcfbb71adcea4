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
    /// A file that does not look complete is final once it has not changed for this long.
    var settleMilliseconds = 2000
    /// A table that looks complete is taken this long after it was closed.
    var quietMilliseconds = 250
    var rescanMilliseconds = 30_000
    /// Folders of the inbox that are watched besides.
    var sources: [String] = []

    static let fileName = "company.yaml"

    /// The settings in a company file. Throws what is wrong with it, and where.
    init(text: String) throws(Halt) {
        var root = try YAMLTable(file: "rules/" + Settings.fileName, text: text)
        try readCompany(&root)
        try readTerms(&root)
        try readInsurance(&root)
        try readIntake(&root)
        language = try root.choice("language", Language.self) ?? .french
        timeZone = try root.text("timeZone") ?? timeZone
        try root.finish()
    }

    private init() {}

    /// The settings of a home, or the defaults where it has none that can be read.
    static func ifPresent(home: String) -> Settings {
        guard let text = RulesFolder(home: home).text(Settings.fileName), let settings = try? Settings(text: text)
        else {
            return Settings()
        }
        return settings
    }

    private mutating func readCompany(_ root: inout YAMLTable) throws(Halt) {
        if var table = try root.table("company") {
            let name = try table.text("name")
            company.sirens = try table.texts("siren").map { Identifiers.digits($0, count: 9) ?? $0 }
            for siren in company.sirens where !Identifiers.isValidSIREN(siren) {
                throw table.bad("siren", siren, "9 chiffres / 9 digits")
            }
            company.vats = try table.texts("vat").map { Identifiers.compact($0) }
            company.names = (name.map { [$0] } ?? []) + (try table.texts("otherNames"))
            try table.finish()
        }
        if let code = try root.text("currency") {
            guard let currency = Currency(code) else { throw root.bad("currency", code, "EUR, USD…") }
            company.baseCurrency = currency
            policy.baseCurrency = currency
            reading.baseCurrency = currency
        }
    }

    private mutating func readTerms(_ root: inout YAMLTable) throws(Halt) {
        if let text = try root.text("endOfMonth") {
            guard let reading = PaymentTerms.EndOfMonth(rawValue: text) else {
                throw root.bad("endOfMonth", text, "daysThenMonthEnd, monthEndThenDays")
            }
            company.endOfMonth = reading
            self.reading.endOfMonth = reading
        }
        if let text = try root.text("terms") {
            guard let terms = PaymentTerms(text: text, endOfMonth: company.endOfMonth) else {
                throw root.bad("terms", text, "30 jours, 45 jours fin de mois…")
            }
            company.defaultTerms = terms
        }
        if let tolerance = try root.decimal("tolerance") {
            company.tolerance = tolerance.minorUnits(decimals: company.baseCurrency.decimals)?.value ?? 0
            policy.tolerance = company.tolerance
        }
        let ageing = try root.texts("ageing")
        if !ageing.isEmpty {
            let bounds = ageing.compactMap { Int($0) }
            guard bounds.count == ageing.count, bounds == bounds.sorted(), Set(bounds).count == bounds.count,
                bounds[0] > 0
            else { throw root.bad("ageing", ageing.joined(separator: ", "), "[30, 60, 90]") }
            policy.ageingBounds = bounds
        }
        policy.legalTermDays = try root.integer("legalTermDays") ?? policy.legalTermDays
    }

    private mutating func readInsurance(_ root: inout YAMLTable) throws(Halt) {
        guard var table = try root.table("insurance") else { return }
        policy.insurance.isWithoutVAT = try table.boolean("withoutVAT") ?? false
        policy.insurance.vatRate = Int64(try table.integer("vatRate") ?? 20)
        policy.insurance.insuredShare = try table.decimal("insuredShare") ?? policy.insurance.insuredShare
        policy.insurance.maximumExtensionDays = try table.integer("maximumExtensionDays") ?? 60
        policy.insurance.declarationDays = try table.integer("declarationDays") ?? 90
        try table.finish()
    }

    private mutating func readIntake(_ root: inout YAMLTable) throws(Halt) {
        guard var table = try root.table("intake") else { return }
        settleMilliseconds = try table.integer("settleMilliseconds") ?? settleMilliseconds
        quietMilliseconds = try table.integer("quietMilliseconds") ?? quietMilliseconds
        rescanMilliseconds = try table.integer("rescanMilliseconds") ?? rescanMilliseconds
        if let megabytes = try table.integer("largestFileMegabytes") { reading.sizeLimit = megabytes << 20 }
        sources = try table.texts("sources")
        try table.finish()
    }
}
