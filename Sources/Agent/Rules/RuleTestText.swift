import Receivables
import Risk

/// Reads `rules/tests/*.yaml`.
struct RuleTestText {
    let rules: Rules

    private static let stepKeys = [
        "day", "invoices", "payments", "limits", "customers", "statuses", "facts", "rates", "quality", "alerts",
        "events",
    ]

    func tests(_ document: RuleNode) throws(Halt) -> [RuleTest] {
        try document.mapping(["tests"]).required("tests").list().map(test)
    }

    /// A test of one step says it all at its top; one of several has `steps`.
    private func test(_ node: RuleNode) throws(Halt) -> RuleTest {
        let mapping = try node.mapping(["name", "rules", "steps"] + RuleTestText.stepKeys)
        return RuleTest(
            name: try mapping.required("name").text(),
            rules: try mapping["rules"].map { (list) throws(Halt) in Set(try list.list().map(ruleName)) },
            steps: try steps(mapping), line: node.line)
    }

    private func steps(_ mapping: RuleMapping) throws(Halt) -> [RuleTest.Step] {
        guard let steps = mapping["steps"] else { return [try step(mapping)] }
        return try steps.list().map { (item) throws(Halt) in
            try step(try item.mapping(RuleTestText.stepKeys))
        }
    }

    private func ruleName(_ node: RuleNode) throws(Halt) -> String {
        let name = try node.text()
        guard rules.alerts.rule(named: name) == nil, !DefaultRules.alertNames.contains(name) else { return name }
        let known = (rules.alerts.customer + rules.alerts.portfolio).map(\.name)
        let near = Spelling.nearest(to: name, among: known)
        throw node.failure(
            .rulesChoice, ["key": "rule", "value": name, "known": near ?? known.joined(separator: ", ")])
    }

    private func step(_ mapping: RuleMapping) throws(Halt) -> RuleTest.Step {
        let documents = RuleTestDocuments(currency: rules.settings.company.baseCurrency)
        return RuleTest.Step(
            day: try mapping.required("day").day(),
            documents: try documents.all(mapping), quality: try quality(mapping["quality"]),
            alerts: try expectations(mapping.requiredList("alerts"), "severity"),
            events: try mapping["events"].map { (node) throws(Halt) in try expectations(node.list(), "event") })
    }

    private func expectations(
        _ nodes: [RuleNode], _ what: String
    ) throws(Halt) -> Set<RuleTest.Expectation> {
        Set(
            try nodes.map { (node) throws(Halt) in
                let mapping = try node.mapping(["rule", what, "customer"])
                return RuleTest.Expectation(
                    rule: try ruleName(try mapping.required("rule")), what: try mapping.required(what).text(),
                    customer: try mapping["customer"]?.text())
            })
    }

    private func quality(_ node: RuleNode?) throws(Halt) -> DataQuality {
        var quality = DataQuality()
        guard
            let mapping = try node?.mapping([
                "conflicts", "rejectedFiles", "refusedRows", "warnings", "balanceDifferences",
            ])
        else {
            return quality
        }
        quality.conflicts = try mapping["conflicts"]?.whole() ?? 0
        quality.rejectedFiles = try mapping["rejectedFiles"]?.whole() ?? 0
        quality.refusedRows = try mapping["refusedRows"]?.whole() ?? 0
        quality.warnings = try mapping["warnings"]?.whole() ?? 0
        quality.balanceDifferences = try mapping["balanceDifferences"]?.whole()
        return quality
    }
}

extension RuleMapping {
    /// A list that must be written, but may be empty: `alerts: []` says that nothing fires.
    fileprivate func requiredList(_ key: String) throws(Halt) -> [RuleNode] {
        guard let entry = entries.first(where: { $0.key == key }) else {
            throw owner.failure(.rulesMissingKey, ["key": key])
        }
        return try entry.value.list()
    }
}

/// Reads the documents of a test, in a short form of their own.
struct RuleTestDocuments {
    /// Of amounts that state none.
    let currency: Currency

    private static let party = ["customer", "siren", "code"]

    func all(_ mapping: RuleMapping) throws(Halt) -> [Document] {
        let invoices = try mapping["invoices"]?.list().map(invoice) ?? []
        let payments = try mapping["payments"]?.list().map(payment) ?? []
        let limits = try mapping["limits"]?.list().map(limit) ?? []
        let customers = try mapping["customers"]?.list().map(customer) ?? []
        let statuses = try mapping["statuses"]?.list().map(status) ?? []
        let facts = try mapping["facts"]?.list().map(fact) ?? []
        let rates = try mapping["rates"]?.list().map(rates) ?? []
        return customers + limits + invoices + payments + statuses + facts + rates
    }

    private func party(_ mapping: RuleMapping) throws(Halt) -> Party {
        Party(
            name: try mapping.required("customer").text(), siren: try mapping["siren"]?.text(),
            code: try mapping["code"]?.text())
    }

    private func currency(_ mapping: RuleMapping) throws(Halt) -> Currency {
        try mapping["currency"]?.currency() ?? currency
    }

    private enum Kind: String, CaseIterable { case invoice, creditNote }

    private func invoice(_ node: RuleNode) throws(Halt) -> Document {
        let mapping = try node.mapping(
            RuleTestDocuments.party + ["number", "issued", "due", "amount", "net", "currency", "type", "precedes"])
        let currency = try currency(mapping)
        let kind = try mapping["type"]?.choice(Kind.allCases) ?? .invoice
        let precedes = try mapping["precedes"]?.text()
        return .invoice(
            Invoice(
                number: try mapping.required("number").text(), type: kind == .creditNote ? .creditNote : .invoice,
                issued: try mapping.required("issued").day(), due: try mapping["due"]?.day().stated,
                currency: currency, net: try mapping["net"]?.amount(currency),
                payable: try mapping.required("amount").amount(currency), buyer: try party(mapping),
                details: precedes.map { InvoiceDetails(precedes: [DocumentReference(number: $0)]) } ?? .none))
    }

    private enum Movement: String, CaseIterable { case payment, `return`, refund }

    private func payment(_ node: RuleNode) throws(Halt) -> Document {
        let mapping = try node.mapping(
            RuleTestDocuments.party + ["reference", "date", "amount", "currency", "invoice", "type"])
        let currency = try currency(mapping)
        let movement = try mapping["type"]?.choice(Movement.allCases) ?? .payment
        let invoice = try mapping["invoice"]?.text()
        return .payment(
            Payment(
                kind: Payment.Kind(rawValue: movement.rawValue) ?? .payment,
                reference: try mapping["reference"]?.text(), date: try mapping.required("date").day(),
                amount: try mapping.required("amount").amount(currency), currency: currency,
                payer: try party(mapping), remittance: invoice.map { [RemittanceReference(number: $0)] } ?? []))
    }

    private func limit(_ node: RuleNode) throws(Halt) -> Document {
        let mapping = try node.mapping(
            RuleTestDocuments.party + [
                "insurer", "policy", "amount", "currency", "from", "to", "status", "insuredShare", "maximumCreditDays",
                "maximumExtensionDays", "declarationDays", "temporary", "group",
            ])
        let currency = try currency(mapping)
        return .limit(
            CreditLimit(
                buyer: try party(mapping), insurer: try mapping["insurer"]?.text(),
                policy: try mapping["policy"]?.text(), amount: try mapping.required("amount").amount(currency),
                currency: currency, from: try mapping["from"]?.day(), to: try mapping["to"]?.day(),
                status: try mapping["status"]?.choice(CreditLimit.Status.allCases) ?? .granted,
                insuredShare: try mapping["insuredShare"]?.decimal(from: 0, to: 100),
                maximumCreditDays: try mapping["maximumCreditDays"]?.whole(),
                maximumExtensionDays: try mapping["maximumExtensionDays"]?.whole(),
                declarationDays: try mapping["declarationDays"]?.whole(),
                isTemporary: try mapping["temporary"]?.flag() ?? false,
                isGroup: try mapping["group"]?.flag() ?? false))
    }

    private func customer(_ node: RuleNode) throws(Halt) -> Document {
        let mapping = try node.mapping(
            RuleTestDocuments.party + ["sector", "segment", "parent", "internalLimit", "currency"])
        let currency = try currency(mapping)
        return .customer(
            CustomerRecord(
                party: try party(mapping), parent: try mapping["parent"]?.text(), sector: try mapping["sector"]?.text(),
                segment: try mapping["segment"]?.text(),
                internalLimit: try mapping["internalLimit"]?.amount(currency), currency: currency))
    }

    /// What happened with a customer: a promise, a reminder, a write-off…
    private func fact(_ node: RuleNode) throws(Halt) -> Document {
        let mapping = try node.mapping(
            RuleTestDocuments.party + [
                "kind", "invoice", "date", "until", "amount", "currency", "value", "by", "source",
            ])
        let currency = try currency(mapping)
        let kind = try mapping.required("kind").choice(CustomerEvent.Kind.allCases)
        if kind == .register { return try register(mapping) }
        return .event(
            CustomerEvent(
                kind, party: try party(mapping),
                invoice: try mapping["invoice"]?.text(), date: try mapping.required("date").day(),
                until: try mapping["until"]?.day(), amount: try mapping["amount"]?.amount(currency),
                currency: currency, value: try mapping["value"]?.text(), by: try mapping["by"]?.text(),
                source: try mapping["source"]?.text()))
    }

    private enum RegisterState: String, CaseIterable { case active, ceased }

    /// What a register says of a company: its value is `active` or `ceased`.
    private func register(_ mapping: RuleMapping) throws(Halt) -> Document {
        let state = try mapping.required("value").choice(RegisterState.allCases)
        return .event(
            CustomerEvent(
                .register, party: try party(mapping), date: try mapping.required("date").day(),
                source: try mapping["source"]?.text(), register: RegisterEntry(isActive: state == .active)))
    }

    /// Reference rates of a day: `{date: 2026-11-20, USD: 1.08}`.
    private func rates(_ node: RuleNode) throws(Halt) -> Document {
        var reference = ReferenceRates(day: Day(number: 0), perEuro: [:])
        for entry in try node.entries().entries {
            if entry.key == "date" {
                reference.day = try entry.value.day()
            } else {
                let value = try entry.value.decimal()
                guard ReferenceRates.isPlausible(value) else {
                    throw entry.value.failure(.rulesRate, ["value": value.description])
                }
                reference.perEuro[try entry.keyNode.currency()] = value
            }
        }
        return .rates(reference)
    }

    private func status(_ node: RuleNode) throws(Halt) -> Document {
        let mapping = try node.mapping(["invoice", "date", "meaning", "amount"])
        return .status(
            StatusNotice(
                invoice: try mapping.required("invoice").text(), code: "test",
                meaning: try mapping.required("meaning").choice(StatusNotice.Meaning.allCases),
                date: try mapping.required("date").day(), amount: try mapping["amount"]?.amount(currency),
                currency: currency))
    }
}

extension Day {
    fileprivate var stated: DueDate { DueDate(self) }
}
