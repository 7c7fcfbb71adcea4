@testable import Receivables
import Testing

@testable import Risk

private struct Amount: CustomTestStringConvertible, Sendable {
    let units: Int64
    let currency: String
    let french: String
    let english: String
    var testDescription: String { "\(units) \(currency)" }
}

private func place(_ name: String) -> Int { Indicator.index(of: name) ?? -1 }

@Suite struct WordingTests {
    private let french = Wording(language: .french, currency: .eur)
    private let english = Wording(language: .english, currency: .eur)

    @Test(
        "an amount is not written as its reader writes it",
        arguments: [
            Amount(units: 1_234_567, currency: "EUR", french: "12\u{202F}345,67\u{A0}€", english: "€12,345.67"),
            Amount(units: 0, currency: "EUR", french: "0,00\u{A0}€", english: "€0.00"),
            Amount(units: -5, currency: "EUR", french: "-0,05\u{A0}€", english: "-€0.05"),
            Amount(units: 99_999, currency: "EUR", french: "999,99\u{A0}€", english: "€999.99"),
            Amount(
                units: 123_456_789_00, currency: "USD", french: "123\u{202F}456\u{202F}789,00\u{A0}USD",
                english: "USD 123,456,789.00"),
            Amount(units: 1500, currency: "JPY", french: "1\u{202F}500\u{A0}JPY", english: "JPY 1,500"),
            Amount(units: 1500, currency: "TND", french: "1,500\u{A0}TND", english: "TND 1.500"),
        ])
    fileprivate func amounts(_ amount: Amount) throws {
        let currency = try #require(Currency(amount.currency))
        #expect(french.amount(amount.units, currency) == amount.french)
        #expect(english.amount(amount.units, currency) == amount.english)
    }

    @Test("a figure, a date or a number of days is not written as its reader writes it")
    func figures() {
        #expect(french.value(.number(0.835), .share) == "83,5\u{A0}%")
        #expect(english.value(.number(0.8), .share) == "80%")
        #expect(french.value(.number(12.4), .days) == "12\u{A0}jours")
        #expect(french.days(0) == "0\u{A0}jour")
        #expect(french.days(1) == "1\u{A0}jour")
        #expect(french.days(-2) == "-2\u{A0}jours")
        #expect(english.days(0) == "0 days")
        #expect(english.days(1) == "1 day")
        #expect(french.value(.number(3), .count) == "3")
        #expect(french.value(.flag(true), .flag) == "oui")
        #expect(english.value(.flag(false), .flag) == "no")
        #expect(french.decimal(12345.678, 1) == "12\u{202F}345,7")
        #expect(english.decimal(-0.5, 0) == "-1")
        #expect(french.day(Sample.day("2026-02-05")) == "05/02/2026")
        #expect(english.day(Sample.day("2026-02-05")) == "5 Feb 2026")
    }

    // MARK: Messages

    private let rule = AlertRule(
        name: "limit", scope: .customer, indicator: place("insurableExposure"),
        levels: [
            .init(
                severity: .critical,
                condition: Condition(
                    indicator: place("insurableExposure"), comparison: .above,
                    threshold: .part(ExactDecimal(coefficient: 1), of: place("insuredLimit"))))
        ],
        message: .init(
            french: "{customer} doit {value}, limite {limit} ({insurer}), excès {excess}, reste {room} : {invoices}.",
            english: "{customer} owes {value}, limit {limit} ({insurer}), excess {excess}, room {room}: {invoices}."),
        action: .init(french: "Acompte de {excess}.", english: "Deposit of {excess}."))

    private func told(_ amounts: [Int64], name: String = "Lumen SARL") throws -> (Account, Measures, AlertEvent) {
        let items = amounts.enumerated().map {
            Sample.item("F\($0.offset + 1)", issued: "2026-11-01", due: "2026-12-01", $0.element)
        }
        var account = Sample.account(items, limits: [Sample.limit(5_000_000, from: "2026-01-01")])
        account.customer.name = name
        let measures = Measures(account, on: Sample.today, Policy())
        return (account, measures, try #require(rule.judge(measures.values, .inactive, on: Sample.today).event))
    }

    @Test("a message does not say how much, against what, which invoices and what to do")
    func message() throws {
        let (account, measures, event) = try told([1_000_000, 4_000_001, 300_000, 200_000, 100_000])
        let facts = Facts(account, measures, rule, on: Sample.today, Policy())
        #expect(
            event.words(facts, english)
                == AlertWords(
                    message: "Lumen SARL owes €56,000.01, limit €50,000.00 (the insurer), excess €6,000.01, "
                        + "room €0.00: F2 (€40,000.01, due 1 Dec 2026), F1 (€10,000.00, due 1 Dec 2026), "
                        + "F3 (€3,000.00, due 1 Dec 2026), and 2 more.",
                    action: "Deposit of €6,000.01."))
        let spoken = event.words(facts, french)
        #expect(spoken.message.hasSuffix("(3\u{202F}000,00\u{A0}€, échéance 01/12/2026), et 2 autres."))
        #expect(spoken.action == "Acompte de 6\u{202F}000,01\u{A0}€.")
    }

    @Test("a resolved alert repeats the alarm instead of saying that it is over")
    func resolved() throws {
        let (_, _, raised) = try told([6_000_000])
        let state = AlertState(severity: raised.severity, since: Sample.today, events: 1)
        let items = [Sample.item("F1", issued: "2026-11-01", due: "2026-12-01", 1_000_000)]
        let account = Sample.account(items, limits: [Sample.limit(5_000_000, from: "2026-01-01")])
        let measures = Measures(account, on: Sample.today, Policy())
        let event = try #require(rule.judge(measures.values, state, on: Sample.today).event)
        let facts = Facts(account, measures, rule, on: Sample.today, Policy())
        #expect(
            event.words(facts, french).message
                == "Terminé pour Lumen SARL, encours assurable : 10\u{202F}000,00\u{A0}€ "
                + "(seuil 50\u{202F}000,00\u{A0}€).")
        #expect(
            event.words(facts, english).message
                == "Over for Lumen SARL, insurable exposure: €10,000.00 (threshold €50,000.00).")
        #expect(event.words(facts, french).action == nil)
    }

    @Test("an alert that lingers just below its threshold speaks of an excess of nothing")
    func kept() throws {
        let swinging = AlertRule(
            name: "x", scope: .customer, indicator: rule.indicator,
            levels: [
                AlertRule.Level(
                    severity: .critical, condition: rule.levels[0].condition,
                    stay: Condition(
                        indicator: rule.indicator, comparison: .above,
                        threshold: .part(
                            ExactDecimal(coefficient: 98, scale: 2), of: Indicator.place(.insuredLimit))))
            ], message: rule.message, action: rule.action)
        let items = [Sample.item("F1", issued: "2026-11-01", due: "2026-12-01", 4_950_000)]
        let account = Sample.account(items, limits: [Sample.limit(5_000_000, from: "2026-01-01")])
        let measures = Measures(account, on: Sample.today, Policy())
        let facts = Facts(account, measures, swinging, on: Sample.today, Policy())
        let state = AlertState(severity: .critical, since: Sample.today, events: 1, limit: 5_000_000)
        #expect(swinging.judge(measures.values, state, on: Sample.today).event == nil)
        let event = try #require(swinging.standing(measures.values, state))
        #expect(
            event.words(facts, english)
                == AlertWords(
                    message: "Lumen SARL, insurable exposure: €49,500.00, back within the threshold €50,000.00, "
                        + "by too little for the alert to end.", action: nil))
        #expect(
            event.words(facts, french).message
                == "Lumen SARL, encours assurable : 49\u{202F}500,00\u{A0}€ ; le seuil 50\u{202F}000,00\u{A0}€ "
                + "n'est plus franchi, mais de trop peu pour que l'alerte prenne fin.")
        let raisedLimit = AlertState(severity: .critical, since: Sample.today, events: 1, limit: 4_900_000)
        #expect(swinging.judge(measures.values, raisedLimit, on: Sample.today).event?.kind == .resolved)
    }

    /// The rule with the further condition that some limit is in force.
    private var conditional: AlertRule {
        let some = Condition(
            indicator: place("insuredLimit"), comparison: .above,
            threshold: .constant(ExactDecimal(coefficient: 0), decimals: 2))
        return AlertRule(
            name: "limit", scope: .customer, indicator: rule.indicator, levels: rule.levels, all: [some],
            unless: "revoked", message: rule.message)
    }

    @Test("an alert that ended because its limit went away reads as if all were well")
    func worse() throws {
        let state = AlertState(severity: .critical, since: Sample.today, events: 1, limit: 5_000_000)
        let items = [Sample.item("F1", issued: "2026-11-01", due: "2026-12-01", 6_000_000)]
        func ending(_ limits: [CreditLimit], isSilenced: Bool = false) throws -> [String] {
            let account = Sample.account(items, limits: limits)
            let measures = Measures(account, on: Sample.today, Policy())
            let judged = conditional.judge(measures.values, state, on: Sample.today, isSilenced: isSilenced)
            let event = try #require(judged.event)
            #expect(event.kind == .resolved)
            let facts = Facts(account, measures, conditional, on: Sample.today, Policy())
            return [french, english].map { event.words(facts, $0).message }
        }
        let granted = Sample.limit(5_000_000, from: "2026-01-01")
        #expect(
            try ending([granted, Sample.limit(0, from: "2026-11-20", .cancelled)]) == [
                "Terminé pour Lumen SARL, encours assurable : 60\u{202F}000,00\u{A0}€ ; cette alerte n'a plus lieu "
                    + "d'être (limite assurée : 0,00\u{A0}€).",
                "Over for Lumen SARL, insurable exposure: €60,000.00; this alert no longer applies "
                    + "(insured limit: €0.00).",
            ])
        #expect(
            try ending([Sample.limit(5_000_000, from: "2026-01-01", to: "2026-11-20")]) == [
                "Terminé pour Lumen SARL, encours assurable : 60\u{202F}000,00\u{A0}€ ; cette alerte n'a plus lieu "
                    + "d'être (limite assurée : plus rien en vigueur).",
                "Over for Lumen SARL, insurable exposure: €60,000.00; this alert no longer applies "
                    + "(insured limit: none any more).",
            ])
        #expect(
            try ending([granted], isSilenced: true) == [
                "Terminé pour Lumen SARL, encours assurable : 60\u{202F}000,00\u{A0}€ ; l'alerte « revoked » la remplace.",
                "Over for Lumen SARL, insurable exposure: €60,000.00; the alert “revoked” replaces it.",
            ])
    }

    @Test("what no longer can be judged, or no longer need be, ends as if it were mended")
    func endings() throws {
        func ending(_ indicator: String, _ expected: IndicatorValue?, exposure: Int64 = 100) throws -> String {
            let watched = place(indicator)
            let isFlag = Indicator.all[watched].unit == .flag
            let rule = AlertRule(
                name: "r", scope: .customer, indicator: watched,
                levels: [
                    .init(
                        severity: .info,
                        condition: Condition(
                            indicator: watched, comparison: isFlag ? .is : .above,
                            threshold: isFlag ? .flag(true) : .constant(ExactDecimal(coefficient: 5), decimals: 0)))
                ],
                all: [
                    Condition(
                        indicator: place("exposure"), comparison: .above,
                        threshold: .constant(ExactDecimal(coefficient: 0), decimals: 2))
                ], message: .init(french: "m", english: "m"))
            var values = [IndicatorValue?](repeating: nil, count: Indicator.all.count)
            values[watched] = expected
            values[place("exposure")] = .amount(exposure)
            let state = AlertState(severity: .info, since: Sample.today, events: 1)
            let event = try #require(rule.judge(values, state, on: Sample.today).event)
            let account = Sample.account()
            let facts = Facts(account, Measures(account, on: Sample.today, Policy()), rule, on: Sample.today, Policy())
            return event.words(facts, french).message.replacing("\u{A0}", with: " ")
        }
        let start = "Terminé pour Lumen SARL, "
        #expect(try ending("coverLost", nil) == start + "couverture perdue : sans objet désormais.")
        #expect(try ending("coverLost", .flag(false)) == start + "couverture perdue : plus d'alerte.")
        #expect(
            try ending("coverLost", .flag(true), exposure: 0)
                == start + "couverture perdue : cette alerte n'a plus lieu d'être (encours : 0,00 €).")
        #expect(
            try ending("dso", .number(9), exposure: 0)
                == start + "DSO : 9 jours ; cette alerte n'a plus lieu d'être (encours : 0,00 €).")
        #expect(try ending("dso", .number(5)) == start + "DSO : 5 jours (seuil 5 jours).")
        // Not "overdue since: -263 days".
        let renewed = "Terminé pour Lumen SARL : la vérification est à jour, la prochaine est due "
        #expect(try ending("verificationOverdueDays", .number(-263)) == renewed + "dans 263 jours.")
        #expect(try ending("verificationOverdueDays", .number(0)) == renewed + "aujourd'hui.")
    }

    private func limit(_ insurer: String, from: String, to: String? = nil, _ amount: Int64 = 5_000_000) -> CreditLimit {
        var limit = Sample.limit(amount, from: from, to: to)
        limit.insurer = insurer
        return limit
    }

    /// A message of a rule that watches `indicator`, in French.
    private func message(
        _ text: String, _ indicator: String, _ account: Account, above threshold: Int64 = -1000,
        policy: Policy = Policy(), within share: GroupShare? = nil
    ) throws -> String {
        let rule = AlertRule(
            name: "r", scope: .customer, indicator: place(indicator),
            levels: [
                .init(
                    severity: .info,
                    condition: Condition(
                        indicator: place(indicator), comparison: .above,
                        threshold: .constant(ExactDecimal(coefficient: threshold), decimals: 2)))
            ], message: .init(french: text, english: text))
        let measures = Measures(account, on: Sample.today, policy)
        let event = try #require(rule.judge(measures.values, .inactive, on: Sample.today).event)
        return event.words(Facts(account, measures, rule, on: Sample.today, policy, within: share), french).message
            .replacing("\u{202F}", with: " ").replacing("\u{A0}", with: " ")
    }

    @Test("a message sends the reader to an insurer that does not cover it")
    func insurers() throws {
        let late = Sample.item("F1", issued: "2026-02-01", due: "2026-09-01", 100_00)
        let recent = Sample.item("F2", issued: "2026-11-01", due: "2026-12-01", 100_00)
        let changed = [
            limit("Coface", from: "2026-01-01", to: "2026-02-28", 7_000_00),
            limit("Atradius", from: "2026-03-01", 9_000_00),
        ]
        // Of two decisions known, the one in force on the day speaks; of a declaration, the one that covers the invoice.
        let future = [limit("Coface", from: "2026-01-01"), limit("Atradius", from: "2027-06-01")]
        #expect(try message("{insurer}", "exposure", Sample.account([recent], limits: future)) == "Coface")
        #expect(try message("{insurer}", "exposure", Sample.account([recent], limits: changed)) == "Atradius")
        let account = Sample.account([late], limits: changed)
        #expect(try message("{insurer}, {limit}", "declarationDaysLeft", account) == "Coface, 7 000,00 €")
        let both = Sample.account(
            [late, Sample.item("F3", issued: "2026-04-01", due: "2026-10-01", 50_00)], limits: changed)
        #expect(try message("{insurer} : {invoices}", "declarationDaysLeft", both).hasPrefix("Coface et Atradius : F1"))
        let ended = [limit("Coface", from: "2026-01-01", to: "2026-10-31")]
        #expect(try message("{insurer}", "exposure", Sample.account([recent], limits: ended)) == "Coface")
        #expect(try message("{insurer}", "exposure", Sample.account([recent])) == "l'assureur")
    }

    @Test(
        "a limit that the insurer has decided to cut is told as one to renew, or without what it will be",
        arguments: [
            (
                nil, "2026-12-05", "prend fin après le 05/12/2026, dans 12 jours",
                "Demandez le renouvellement à Atlas avant le 05/12/2026 ; sans réponse, livrez contre acompte."
            ),
            (
                2_000_000, nil,
                "baisse à 20 000,00 € après le 05/12/2026, dans 12 jours, par une décision déjà connue (Atlas)",
                "Adaptez les commandes à livrer après le 05/12/2026 ; demandez au client ses derniers comptes pour appuyer un "
                    + "recours auprès d'Atlas."
            ),
            (
                0, nil, "prend fin après le 05/12/2026, dans 12 jours, par une décision déjà connue (Atlas)",
                "Adaptez les commandes à livrer après le 05/12/2026 ; demandez au client ses derniers comptes pour appuyer un "
                    + "recours auprès d'Atlas."
            ),
        ] as [(Int64?, String?, String, String)])
    func coming(_ next: Int64?, _ end: String?, _ what: String, _ action: String) throws {
        var limits = [limit("Atlas", from: "2026-01-01", to: end)]
        if let next { limits.append(limit("Atlas", from: "2026-12-06", next)) }
        let account = Sample.account(
            [Sample.item("A", issued: "2026-09-01", due: "2026-12-01", 100_00)], limits: limits)
        #expect(try message("{coming}|{renewal}", "insuredLimitDaysLeft", account) == "\(what)|\(action)")
    }

    @Test("a limit that ended is told as if nothing covered deliveries since, or as one of nothing")
    func deliveries() throws {
        let account = Sample.account(
            [Sample.item("A", issued: "2026-09-01", due: "2026-12-01", 100_00)],
            limits: [limit("Atlas", from: "2026-01-01", to: "2026-10-15", 4_000_000)])
        let text = "{previousLimit} {deadline} {deliveries}"
        #expect(
            try message(text, "insuredLimitEndedDays", account)
                == "40 000,00 € 15/10/2026 Les livraisons depuis ne sont pas couvertes.")
        let unnamed = Policy(insurance: InsuranceTerms(unnamedCeiling: 5_000_00))
        #expect(
            try message(text, "insuredLimitEndedDays", account, policy: unnamed)
                == "40 000,00 € 15/10/2026 Les livraisons depuis n'ont que la couverture des clients non dénommés, "
                + "5 000,00 € au plus.")
        let id = CustomerID(node: 1)
        let share = GroupCover(
            [(id, account)], limits: [Sample.limit(10_000_000, from: "2026-01-01")], rates: RateTable(),
            on: Sample.today, Policy())?.shares[id]
        #expect(
            try message(text, "insuredLimitEndedDays", account, within: share)
                == "40 000,00 € 15/10/2026 Les livraisons depuis n'ont que la limite du groupe, 100 000,00 € en tout.")
    }

    @Test("a reduction is told of another insurer than the one who reduced, or without what was before")
    func reduced() throws {
        let item = Sample.item("A", issued: "2026-09-01", due: "2026-12-01", 100_00)
        func told(_ limits: [CreditLimit]) throws -> String {
            try message(
                "{insurer} {limit} {since} {previousLimit}", "limitCutDays", Sample.account([item], limits: limits))
        }
        let atlas = limit("Atlas", from: "2026-01-01")
        #expect(
            try told([
                atlas, limit("Nova", from: "2026-02-01", 1_000_000), limit("Atlas", from: "2026-11-01", 2_000_000),
            ]) == "Atlas 30 000,00 € 01/11/2026 60 000,00 €")
        var alone = limit("Atlas", from: "2026-11-01", 2_000_000)
        alone.status = .reduced
        #expect(try told([alone]) == "Atlas 20 000,00 € 01/11/2026 non connue")
    }

    @Test("what nobody can be paid any more is told gross, as if all of it had been insured")
    func indemnity() throws {
        let account = Sample.account(
            [Sample.item("lost", issued: "2026-07-02", due: "2026-08-24", 19_000_00)],
            limits: [Sample.limit(15_000_00, from: "2026-01-01", share: "90")])
        #expect(
            try message("{concerned} {indemnity} {covered}", "declarationLapsedDays", account)
                == "19 000,00 € 13 500,00 € 0,00 €")
    }

    @Test("a delay that ran out without a declaration ends as if it were over, or a smaller fall as a better grade")
    func losses() throws {
        func words(_ indicator: String, _ kind: AlertEvent.Kind, _ value: Double) -> String {
            let rule = AlertRule(
                name: "r", scope: .customer, indicator: place(indicator),
                levels: [
                    .init(
                        severity: .info,
                        condition: Condition(
                            indicator: place(indicator), comparison: .atMost,
                            threshold: .constant(ExactDecimal(coefficient: 30), decimals: 0)))
                ], message: .init(french: "…", english: "…"))
            let event = AlertEvent(
                kind: kind, reason: .ceased, rule: rule, severity: .info, previous: nil, value: .number(value),
                threshold: nil, number: 2)
            let account = Sample.account()
            let measures = Measures(account, on: Sample.today, Policy())
            return event.words(Facts(account, measures, rule, on: Sample.today, Policy()), french).message
        }
        #expect(
            words("declarationDaysLeft", .resolved, -1)
                == "Terminé pour Lumen SARL, jours pour déclarer l'impayé : délai dépassé sans déclaration ; le droit à "
                + "indemnisation est perdu (forclusion).")
        #expect(words("gradeFall", .eased, 1) == "Baisse moins forte sur 90 jours : …")
        #expect(words("overdueAmount", .eased, 1) == "Atténuation : …")
    }

    @Test("what can still be declared is told with what is lost, or the other way round")
    func lapsed() throws {
        let account = Sample.account(
            [
                Sample.item("kept", issued: "2026-07-01", due: "2026-09-01", 100_00),
                Sample.item("lost", issued: "2026-07-02", due: "2026-08-24", 30_00),
            ], limits: [Sample.limit(5_000_000, from: "2026-01-01")])
        let text = "{concerned} {deadline} {invoices}"
        #expect(
            try message(text, "declarationDaysLeft", account)
                == "100,00 € 30/11/2026 kept (100,00 €, échéance 01/09/2026)")
        #expect(
            try message(text, "declarationLapsedDays", account)
                == "30,00 € 22/11/2026 lost (30,00 €, échéance 24/08/2026)")
    }

    @Test(
        "a name that begins with a vowel stands behind a whole « de »",
        arguments: [
            ("auprès de ", "Atradius", "auprès d'Atradius"), ("auprès de ", "Coface", "auprès de Coface"),
            ("auprès de ", "Écofi", "auprès d'Écofi"), ("alors que ", "Alpha", "alors qu'Alpha"),
            ("De ", "Hermès", "D'Hermès"), ("de ", "Hachette", "de Hachette"), ("de ", "Yoplait", "de Yoplait"),
            ("de ", "l'assureur", "de l'assureur"), ("de ", "11,00 €", "de 11,00 €"),
            ("monde ", "Alpha", "monde Alpha"),
            ("de ", "A (depuis le 13/11/2026)", "de A (depuis le 13/11/2026)"),
            ("de ", "un seuil", "d'un seuil"), ("au-dessus de ", "aucune", "au-dessus d'aucune"),
        ])
    func elision(_ text: String, _ name: String, _ expected: String) {
        #expect(Elision.joined(text, name) == expected)
    }

    @Test("an amount the insurer counts without VAT is read as one with it")
    func withoutVAT() throws {
        let policy = Policy(insurance: InsuranceTerms(isWithoutVAT: true))
        let limits = [Sample.limit(5_000, from: "2026-01-01")]
        let stated = Sample.account(
            [Sample.item("A", issued: "2026-11-01", due: "2026-12-01", 12_000, net: 10_000)], limits: limits)
        let text = "{value}, {limit}, {excess}"
        #expect(try message(text, "insurableExposure", stated, policy: policy) == "100,00 € HT, 50,00 €, 50,00 € HT")
        let estimated = Sample.account([Sample.item("A", issued: "2026-11-01", due: "2026-12-01", 12_000)])
        #expect(
            try message("{value}", "insurableExposure", estimated, policy: policy) == "100,00 € HT (en partie estimé)")
        #expect(try message("{value}", "exposure", stated, policy: policy) == "120,00 €")
    }

    @Test(
        "the term a customer may be given is not the one the law allows it",
        arguments: [("Transport", "30 jours"), (nil, "60 jours, ou 45 jours fin de mois")] as [(String?, String)])
    func legalTerm(_ sector: String?, _ expected: String) throws {
        let account = Sample.account(
            [Sample.item("A", issued: "2026-09-01", due: "2026-12-31", 100)],
            record: CustomerRecord(party: .unknown, sector: sector))
        let policy = Policy(legalTerms: LegalTerms(sectors: ["transport": 30]))
        #expect(try message("{legalTerm}", "termsBeyondLegal", account, policy: policy) == expected)
    }

    @Test(
        "the last day to lodge a claim is not told, or that of another procedure is",
        arguments: [
            ("2027-01-15", "au plus tard le 15/01/2027"),
            ("2026-11-22", "(délai échu le 22/11/2026 : demandez sans attendre un relevé de forclusion)"),
            (nil, "dans les deux mois de la publication au BODACC"),
        ] as [(String?, String)])
    func lodging(_ until: String?, _ expected: String) throws {
        let account = Sample.account(
            [Sample.item("A", issued: "2026-09-01", due: "2026-12-31", 100)],
            events: [
                Sample.event(.proceeding, "2020-01-15", until: "2020-03-15"),
                Sample.event(.proceedingClosed, "2021-01-15"),
                Sample.event(.proceeding, "2026-10-15", until: until), Sample.event(.proceeding, "2026-11-20"),
            ])
        #expect(try message("{lodging}", "exposure", account) == expected)
    }

    @Test("in a collective procedure the reader is told to claim what was owed before it")
    func onlySince() throws {
        let item = Sample.item("A", issued: "2026-09-01", due: "2026-12-31", 100)
        let text = "Relancez.{onlySince}"
        #expect(try message(text, "exposure", Sample.account([item])) == "Relancez.")
        let events = [Sample.event(.proceeding, "2026-10-15")]
        #expect(
            try message(text, "exposure", Sample.account([item], events: events))
                == "Relancez. Procédure collective ouverte le 15/10/2026 : ne réclamez que ce qui a été facturé depuis."
        )
    }

    @Test("an amount without a rate is not told in its own currency, or a limit is told as something owed")
    func uncounted() throws {
        let dollar = Currency("USD") ?? .eur
        let item = Sample.item("A", issued: "2026-09-01", due: "2026-12-31", 100_00)
        let foreign = Sample.item("B", issued: "2026-09-01", due: "2026-12-31", 20_000_00, currency: dollar)
        let limit = Sample.limit(50_000_00, from: "2026-01-01", currency: dollar)
        let text = "{uncounted}"
        #expect(
            try message(text, "otherCurrencyItems", Sample.account([item, foreign]))
                == "l'encours de 100,00 € ne compte pas 20 000,00 USD dus en plus")
        #expect(
            try message(text, "otherCurrencyItems", Sample.account([item], limits: [limit]))
                == "la limite assurée de 50 000,00 USD n'est pas prise en compte")
    }

    @Test("nothing that is missing is told as missing")
    func alsoMissing() throws {
        let item = Sample.item("A", issued: "2026-09-01", due: "2026-12-31", 100_00)
        var account = Sample.account([item])
        let text = "Contrôlez.{alsoMissing}"
        #expect(try message(text, "exposure", account) == "Contrôlez. Il manque : numéro d'identité (SIREN ou TVA).")
        account.customer.siren = "900000001"
        #expect(try message(text, "exposure", account) == "Contrôlez.")
    }

    @Test("a customer's name from a file breaks the line of the alert, or fills in a placeholder")
    func hostileName() throws {
        let (account, measures, event) = try told([6_000_000], name: "Lumen\n{excess}\u{202E}SARL")
        let facts = Facts(account, measures, rule, on: Sample.today, Policy())
        let message = event.words(facts, english).message
        #expect(message.hasPrefix("Lumen·{excess}·SARL owes €60,000.00"))
    }

    @Test("a message about late items names others, or the last day to declare is wrong")
    func concerned() throws {
        let due = AlertRule(
            name: "declare", scope: .customer, indicator: place("declarationDaysLeft"),
            levels: [
                .init(
                    severity: .info,
                    condition: Condition(
                        indicator: place("declarationDaysLeft"), comparison: .atMost,
                        threshold: .constant(ExactDecimal(coefficient: 30), decimals: 0)))
            ], message: .init(french: "{deadline} {invoices}", english: "{deadline} {invoices}"))
        let account = Sample.account(
            [
                Sample.item("old", issued: "2026-07-01", due: "2026-09-01", 100_00),
                Sample.item("new", issued: "2026-11-01", due: "2026-12-01", 900_00),
            ], limits: [Sample.limit(5_000_000, from: "2026-01-01")])
        let measures = Measures(account, on: Sample.today, Policy())
        let event = try #require(due.judge(measures.values, .inactive, on: Sample.today).event)
        let facts = Facts(account, measures, due, on: Sample.today, Policy())
        // Due 1 September, 90 days: until 30 November.
        #expect(event.words(facts, english).message == "30 Nov 2026 old (€100.00, due 1 Sep 2026)")
    }

    @Test(
        "a message names another kind of item than its figure is about, or another date",
        arguments: [
            ("returnedPayments", "PRLV1 (€30.00, returned 20 Nov 2026) €30.00"),
            ("brokenPromises", "F1 (€100.00, promised for 20 Nov 2026) €100.00"),
            ("uncoveredDeliveries", "F2 (€5.00, issued 10 Nov 2026) €5.00"),
            ("disputedAmount", "F1 (€25.00, due 1 Sep 2026) €25.00"),
            ("overdueAmount", "F1 (€75.00, due 1 Sep 2026) €75.00"),
            ("termsBeyondPolicy", "F1 (€100.00, due 1 Sep 2026) €100.00"),
        ])
    func items(_ indicator: String, _ expected: String) throws {
        var first = Sample.item("F1", issued: "2026-07-01", due: "2026-09-01", 100_00, disputed: true)
        first.disputed = 25_00
        let account = Sample.account(
            [first, Sample.item("F2", issued: "2026-11-10", due: "2026-12-10", 5_00)],
            credits: [
                Credit(
                    kind: .payment, reference: "PRLV1", date: Sample.day("2026-11-02"), amount: 30_00,
                    returned: Sample.day("2026-11-20"))
            ], limits: [Sample.limit(5_000_000, from: "2026-01-01", credit: 45)],
            events: [Sample.event(.promise, "2026-11-01", of: "F1", until: "2026-11-20")])
        let threshold = Threshold.constant(ExactDecimal(coefficient: 0), decimals: 2)
        let condition = Condition(indicator: place(indicator), comparison: .above, threshold: threshold)
        let rule = AlertRule(
            name: "r", scope: .customer, indicator: place(indicator),
            levels: [.init(severity: .info, condition: condition)],
            message: .init(french: "{invoices} {concerned}", english: "{invoices} {concerned}"))
        let measures = Measures(account, on: Sample.today, Policy())
        let event = try #require(rule.judge(measures.values, .inactive, on: Sample.today).event)
        let facts = Facts(account, measures, rule, on: Sample.today, Policy())
        #expect(event.words(facts, english).message == expected)
    }

    @Test("a placeholder that the manual lists is not filled in")
    func placeholders() throws {
        let text = Placeholders.all.map { "{\($0.name)}" }.joined(separator: " ")
        let (account, measures, event) = try told([6_000_000])
        #expect(
            !Placeholders.fill(text, event, Facts(account, measures, rule, on: Sample.today, Policy()), french)
                .contains("?"))
        #expect(Placeholders.names(in: text) == Placeholders.all.map(\.name))
    }
}
