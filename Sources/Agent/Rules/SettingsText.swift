import Ingest
import Receivables
import Risk

/// Reads `rules/company.yaml`.
struct SettingsText {
    private var settings = Settings()

    private static let keys = [
        "company", "currency", "language", "timeZone", "terms", "endOfMonth", "tolerance", "ageing", "legalTerms",
        "insurance", "exchange", "decisions", "audiences", "intake", "provisions", "notify", "verification",
        "sectorRisk", "countryRisk", "history",
    ]

    static func settings(_ document: RuleNode) throws(Halt) -> Settings {
        let top = try document.mapping(keys)
        var text = SettingsText()
        try text.readCompany(try top.required("company"))
        try text.readBooks(top)
        try text.readPolicy(top)
        try text.readIntake(top["intake"])
        let history = try top["history"]?.mapping(["foldAfterMonths"])
        text.settings.foldAfterMonths = try history?["foldAfterMonths"]?.whole(atLeast: 1) ?? 36
        text.settings.language = try top["language"]?.choice(Language.allCases) ?? .french
        text.settings.timeZone = try top["timeZone"].map(timeZone) ?? text.settings.timeZone
        text.settings.audiences = try top["audiences"]?.texts() ?? text.settings.audiences
        text.settings.notify = try NotifyText(audiences: text.settings.audiences).destinations(top["notify"])
        return text.settings
    }

    private static func timeZone(_ node: RuleNode) throws(Halt) -> String {
        let name = try node.text()
        guard CivilZone.isKnown(name) else { throw node.failure(.rulesTimeZone, ["value": name]) }
        return name
    }

    // MARK: Who we are

    private mutating func readCompany(_ node: RuleNode) throws(Halt) {
        let mapping = try node.mapping(["name", "siren", "vat", "otherNames"])
        let name = try mapping["name"].map { (node) throws(Halt) in [try node.text()] } ?? []
        settings.company.names = name + (try mapping["otherNames"]?.texts() ?? [])
        settings.company.sirens = try mapping["siren"]?.items().map(SettingsText.siren) ?? []
        settings.company.vats = try mapping["vat"]?.items().map(SettingsText.vat) ?? []
    }

    private static func siren(_ node: RuleNode) throws(Halt) -> String {
        let text = try node.text()
        guard let siren = Identifiers.digits(text, count: 9), Identifiers.isValidSIREN(siren) else {
            throw node.failure(.rulesSIREN, ["value": text])
        }
        return siren
    }

    private static func vat(_ node: RuleNode) throws(Halt) -> String {
        let text = try node.text()
        let vat = Identifiers.compact(text)
        let country = vat.prefix(2)
        guard (4...14).contains(vat.utf8.count), country.allSatisfy({ $0.isASCII && $0.isLetter }),
            country != "FR" || Identifiers.hasValidFrenchVATKey(vat)
        else { throw node.failure(.rulesVAT, ["value": text]) }
        return vat
    }

    // MARK: How the books are read

    private mutating func readBooks(_ top: RuleMapping) throws(Halt) {
        let currency = try top["currency"]?.currency() ?? .eur
        settings.company.baseCurrency = currency
        settings.policy.baseCurrency = currency
        settings.reading.baseCurrency = currency
        let readings: [PaymentTerms.EndOfMonth] = [.daysThenMonthEnd, .monthEndThenDays]
        settings.company.endOfMonth = try top["endOfMonth"]?.choice(readings) ?? .daysThenMonthEnd
        settings.reading.endOfMonth = settings.company.endOfMonth
        if let node = top["terms"] { settings.company.defaultTerms = try terms(node) }
        settings.company.tolerance = try top["tolerance"]?.amount(currency) ?? 0
        settings.policy.tolerance = settings.company.tolerance
    }

    private func terms(_ node: RuleNode) throws(Halt) -> PaymentTerms {
        let text = try node.text()
        guard let terms = PaymentTerms(text: text, endOfMonth: settings.company.endOfMonth) else {
            throw node.failure(.rulesTerms, ["value": text])
        }
        return terms
    }

    private mutating func readPolicy(_ top: RuleMapping) throws(Halt) {
        if let node = top["ageing"] { settings.policy.ageingBounds = try SettingsText.ageing(node) }
        if let node = top["provisions"] {
            settings.policy.ownProvisions = try SettingsText.provisions(node, settings.policy.ageingBounds.count + 2)
        }
        if let node = top["legalTerms"] { settings.policy.legalTerms = try SettingsText.legalTerms(node) }
        try readDecisions(top["decisions"])
        if let node = top["verification"] {
            settings.policy.verification = try VerificationText.policy(node, settings.company.baseCurrency)
        }
        for entry in try top["sectorRisk"]?.entries().entries ?? [] {
            settings.policy.sectorRisks[Identifiers.folded(entry.key)] = try SettingsText.risk(entry.value)
        }
        for entry in try top["countryRisk"]?.entries().entries ?? [] {
            settings.policy.countryRisks[try SettingsText.country(entry)] = try SettingsText.risk(entry.value)
        }
        if let node = top["exchange"] { settings.policy.exchange = try SettingsText.exchange(node) }
        if let node = top["insurance"] {
            let insurance = try InsuranceText(node, settings.company.baseCurrency)
            settings.policy.insurance = insurance.general
            settings.policy.policies = insurance.policies
        }
    }

    private mutating func readDecisions(_ node: RuleNode?) throws(Halt) {
        guard let mapping = try node?.mapping(["secondNameAbove"]) else { return }
        settings.company.secondNameAbove = try mapping["secondNameAbove"]?.amount(settings.company.baseCurrency)
    }

    private static func risk(_ node: RuleNode) throws(Halt) -> Double { try node.decimal(from: 0, to: 100).approximate }

    private static func country(_ entry: RuleMapping.Entry) throws(Halt) -> String {
        let code = entry.key.uppercased()
        guard code.utf8.count == 2, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
            throw entry.keyNode.failure(.rulesCountry, ["value": entry.key])
        }
        return code
    }

    private static func exchange(_ node: RuleNode) throws(Halt) -> ExchangePolicy {
        let mapping = try node.mapping(["maximumAgeDays", "fixed"])
        var policy = ExchangePolicy()
        policy.maximumAgeDays = try mapping["maximumAgeDays"]?.whole() ?? policy.maximumAgeDays
        for item in try mapping["fixed"]?.list() ?? [] {
            let rate = try item.mapping(["currency", "rate", "from"])
            let currency = try rate.required("currency").currency()
            let value = try rate.required("rate").decimal()
            guard ReferenceRates.isPlausible(value) else {
                throw try rate.required("rate").failure(.rulesRate, ["value": value.description])
            }
            policy.fixed[currency, default: []].append(
                ExchangePolicy.Fixed(from: try rate.required("from").day(), perBase: value))
        }
        for currency in policy.fixed.keys { policy.fixed[currency]?.sort { $0.from < $1.from } }
        return policy
    }

    private static func ageing(_ node: RuleNode) throws(Halt) -> [Int] {
        let bounds = try node.list().map { (item) throws(Halt) in try item.whole(atLeast: 1) }
        guard zip(bounds, bounds.dropFirst()).allSatisfy({ $0 < $1 }), (1...20).contains(bounds.count) else {
            throw node.failure(.rulesAscending, ["key": node.key])
        }
        return bounds
    }

    /// Loss rates in percent, one for each ageing bucket.
    private static func provisions(_ node: RuleNode, _ buckets: Int) throws(Halt) -> ProvisionMatrix {
        let rates = try node.list().map { (item) throws(Halt) in try item.decimal(from: 0, to: 100) }
        guard rates.count == buckets else {
            throw node.failure(.rulesProvisions, ["count": String(rates.count), "expected": String(buckets)])
        }
        return ProvisionMatrix(rates: rates)
    }

    private static func legalTerms(_ node: RuleNode) throws(Halt) -> LegalTerms {
        let mapping = try node.mapping(["days", "endOfMonthDays", "sectors"])
        var sectors: [String: Int] = [:]
        for entry in try mapping["sectors"]?.entries().entries ?? [] {
            sectors[entry.key] = try entry.value.whole(atLeast: 1)
        }
        return LegalTerms(
            days: try mapping["days"]?.whole(atLeast: 1) ?? 60,
            endOfMonthDays: try mapping["endOfMonthDays"]?.whole(atLeast: 1), sectors: sectors)
    }

    // MARK: How files are taken

    private mutating func readIntake(_ node: RuleNode?) throws(Halt) {
        guard let node else { return }
        let mapping = try node.mapping([
            "settleMilliseconds", "quietMilliseconds", "rescanMilliseconds", "largestFileMegabytes",
            "largestTableMegabytes", "sources",
        ])
        settings.settleMilliseconds = try mapping["settleMilliseconds"]?.whole() ?? settings.settleMilliseconds
        settings.quietMilliseconds = try mapping["quietMilliseconds"]?.whole() ?? settings.quietMilliseconds
        settings.rescanMilliseconds =
            try mapping["rescanMilliseconds"]?.whole(atLeast: 100) ?? settings.rescanMilliseconds
        if let megabytes = try mapping["largestFileMegabytes"]?.whole(atLeast: 1) {
            settings.reading.sizeLimit = megabytes << 20
        }
        if let megabytes = try mapping["largestTableMegabytes"]?.whole(atLeast: 1) {
            settings.reading.tableLimit = megabytes << 20
        }
        settings.sources = try mapping["sources"]?.items().map(SettingsText.folder) ?? []
    }

    private static func folder(_ node: RuleNode) throws(Halt) -> String {
        let name = try node.text()
        guard !name.contains("/"), !name.hasPrefix("."), name != "examples" else {
            throw node.failure(.rulesFolder, ["value": name])
        }
        return name
    }
}

/// Reads `insurance` of `rules/company.yaml`.
struct InsuranceText {
    let general: InsuranceTerms
    let policies: [String: InsuranceTerms]

    private static let keys = [
        "withoutVAT", "vatRate", "insuredShare", "maximumCreditDays", "maximumExtensionDays", "declarationDays",
        "unnamed",
    ]

    init(_ node: RuleNode, _ currency: Currency) throws(Halt) {
        let mapping = try node.mapping(InsuranceText.keys + ["policies"])
        let general = try InsuranceText.terms(mapping, InsuranceTerms(), currency)
        var policies: [String: InsuranceTerms] = [:]
        for entry in try mapping["policies"]?.entries().entries ?? [] {
            policies[entry.key] = try InsuranceText.terms(
                try entry.value.mapping(InsuranceText.keys), general, currency)
        }
        self.general = general
        self.policies = policies
    }

    /// What a mapping says, and `base` where it is silent.
    private static func terms(
        _ mapping: RuleMapping, _ base: InsuranceTerms, _ currency: Currency
    ) throws(Halt) -> InsuranceTerms {
        var terms = base
        terms.isWithoutVAT = try mapping["withoutVAT"]?.flag() ?? base.isWithoutVAT
        terms.vatRate = try mapping["vatRate"]?.decimal(from: 0, to: 100) ?? base.vatRate
        terms.insuredShare = try mapping["insuredShare"]?.decimal(from: 1, to: 100) ?? base.insuredShare
        terms.maximumCreditDays = try mapping["maximumCreditDays"]?.whole(atLeast: 1) ?? base.maximumCreditDays
        terms.maximumExtensionDays = try mapping["maximumExtensionDays"]?.whole() ?? base.maximumExtensionDays
        terms.declarationDays = try mapping["declarationDays"]?.whole(atLeast: 1) ?? base.declarationDays
        if let unnamed = try mapping["unnamed"]?.mapping(["ceiling", "insuredShare"]) {
            terms.unnamedCeiling = try unnamed.required("ceiling").amount(currency)
            terms.unnamedShare = try unnamed["insuredShare"]?.decimal(from: 1, to: 100) ?? base.unnamedShare
        }
        return terms
    }
}
