import Receivables
import Testing

@testable import Agent

/// A rules file with one thing wrong, and the exact sentences about it.
private struct Refused: CustomTestStringConvertible, Sendable {
    let template: MessageTemplate
    let what: String
    let file: RuleFile
    let text: String
    let french: String
    let english: String
    var testDescription: String { "\(template.code): \(what)" }
}

private enum RuleFile: String { case company, alerts, scorecard, tests }

private let refused: [Refused] = [
    Refused(
        template: .rulesSyntax, what: "a tab as indent", file: .alerts,
        text: "rules:\n\t- name: r\n",
        french: "rules/alerts.yaml, ligne 2 : ce fichier n'est pas du YAML valable : found character that "
            + "cannot start any token. Vérifiez les retraits (des espaces, pas de tabulations), les "
            + "deux-points et les guillemets à cette ligne et juste avant.",
        english: "rules/alerts.yaml, line 2: this file is not valid YAML: found character that cannot start "
            + "any token. Check the indents (spaces, no tabs), colons and quotes on this line and just "
            + "before it."),
    Refused(
        template: .rulesDuplicateKey, what: "a key twice", file: .company,
        text: #"""
            company: {name: A}
            language: fr
            language: en
            """#,
        french: "rules/company.yaml, ligne 2 : la clé « language » est écrite deux fois. N'en gardez qu'une.",
        english: "rules/company.yaml, line 2: the key “language” is written twice. Keep one of them."),
    Refused(
        template: .rulesUnknownKey, what: "a key that means nothing here", file: .company,
        text: #"""
            company: {name: Vauban}
            colour: red
            """#,
        french: "rules/company.yaml, ligne 2 : la clé « colour » n'existe pas ici. Clés possibles : "
            + "company, currency, language, timeZone, terms, endOfMonth, tolerance, ageing, legalTerms, "
            + "insurance, exchange, decisions,….",
        english: "rules/company.yaml, line 2: there is no key “colour” here. Possible keys: company, "
            + "currency, language, timeZone, terms, endOfMonth, tolerance, ageing, legalTerms, insurance, exchange, "
            + "decisions,…."),
    Refused(
        template: .rulesUnknownKeyNear, what: "a misspelt key", file: .alerts,
        text: #"""
            rules:
              - name: r
                why: w
                indicator: exposure
                levels: [{severity: info, above: 1}]
                message: {fr: "a", en: "b"}
                audiance: [finance]
            """#,
        french: "rules/alerts.yaml, ligne 7 : la clé « audiance » n'existe pas ici. Vouliez-vous écrire « "
            + "audience » ?",
        english: "rules/alerts.yaml, line 7: there is no key “audiance” here. Did you mean “audience”?"),
    Refused(
        template: .rulesUnknownKeyNear, what: "a key in another case", file: .company,
        text: #"""
            company: {name: Vauban}
            insurance: {insuredshare: 90}
            """#,
        french: "rules/company.yaml, ligne 2 : la clé « insuredshare » n'existe pas ici. Vouliez-vous "
            + "écrire « insuredShare » ?",
        english: "rules/company.yaml, line 2: there is no key “insuredshare” here. Did you mean “insuredShare”?"),
    Refused(
        template: .rulesMissingKey, what: "a rule without its reason", file: .alerts,
        text: #"""
            rules:
              - name: r
                indicator: exposure
                levels: [{severity: info, above: 1}]
                message: {fr: "a", en: "b"}
            """#,
        french: "rules/alerts.yaml, ligne 2 : il manque la clé « why ». Ajoutez-la ; les règles livrées par "
            + "« vigie init » montrent sa forme.",
        english: "rules/alerts.yaml, line 2: the key “why” is missing. Add it; the rules that “vigie init” "
            + "writes show its form."),
    Refused(
        template: .rulesMissingKey, what: "a message without English", file: .alerts,
        text: #"""
            rules:
              - name: r
                why: w
                indicator: exposure
                levels: [{severity: info, above: 1}]
                message: {fr: "a"}
            """#,
        french: "rules/alerts.yaml, ligne 6 : il manque la clé « en ». Ajoutez-la ; les règles livrées par "
            + "« vigie init » montrent sa forme.",
        english: "rules/alerts.yaml, line 6: the key “en” is missing. Add it; the rules that “vigie init” "
            + "writes show its form."),
    Refused(
        template: .rulesMapping, what: "a value where keys are needed", file: .company,
        text: #"""
            company: {name: Vauban}
            insurance: 90
            """#,
        french: "rules/company.yaml, ligne 2 : « insurance » attend des clés et leurs valeurs. Écrivez une "
            + "ligne « clé: valeur » par réglage, en retrait sous « insurance ».",
        english: "rules/company.yaml, line 2: “insurance” needs keys with values. Write one “key: value” "
            + "line a setting, indented under “insurance”."),
    Refused(
        template: .rulesList, what: "a value where a list is needed", file: .alerts,
        text: #"""
            rules: r
            """#,
        french: "rules/alerts.yaml, ligne 1 : « rules » attend une liste. Écrivez [a, b] ou une ligne « - » "
            + "par élément.",
        english: "rules/alerts.yaml, line 1: “rules” needs a list. Write [a, b] or one “-” line an element."),
    Refused(
        template: .rulesText, what: "a list where a text is needed", file: .alerts,
        text: #"""
            rules:
              - name: [r]
                why: w
                indicator: exposure
                levels: [{severity: info, above: 1}]
                message: {fr: "a", en: "b"}
            """#,
        french: "rules/alerts.yaml, ligne 2 : « name » attend un texte. Écrivez-le après les deux-points, "
            + "entre guillemets s'il contient « : » ou « # ».",
        english: "rules/alerts.yaml, line 2: “name” needs a text. Write it after the colon, in quotes if it "
            + "contains “:” or “#”."),
    Refused(
        template: .rulesNumber, what: "a word for a number", file: .scorecard,
        text: #"""
            credibility: 5
            average: 60
            factors:
              - {indicator: lateShare, weight: beaucoup, scale: [{at: 0, points: 100}]}
            grades: [{grade: A, from: 0, probability: 0.1}]
            """#,
        french: "rules/scorecard.yaml, ligne 4 : « weight » attend un nombre ; « beaucoup » n'en est pas "
            + "un. Écrivez-le avec un point et sans espace : 1234.50, 0.8 ou 80%.",
        english: "rules/scorecard.yaml, line 4: “weight” needs a number; “beaucoup” is not one. Write it "
            + "with a point and without spaces: 1234.50, 0.8 or 80%."),
    Refused(
        template: .rulesNumber, what: "a decimal comma", file: .scorecard,
        text: #"""
            credibility: 5
            average: 60
            factors:
              - {indicator: lateShare, weight: 1, scale: [{at: "0,5", points: 100}]}
            grades: [{grade: A, from: 0, probability: 0.1}]
            """#,
        french: "rules/scorecard.yaml, ligne 4 : « at » attend un nombre ; « 0,5 » n'en est pas un. "
            + "Écrivez-le avec un point et sans espace : 1234.50, 0.8 ou 80%.",
        english: "rules/scorecard.yaml, line 4: “at” needs a number; “0,5” is not one. Write it with a point "
            + "and without spaces: 1234.50, 0.8 or 80%."),
    Refused(
        template: .rulesWhole, what: "half a day", file: .alerts,
        text: #"""
            rules:
              - name: r
                why: w
                indicator: exposure
                levels: [{severity: info, above: 1}]
                message: {fr: "a", en: "b"}
                hold: 1.5
            """#,
        french: "rules/alerts.yaml, ligne 7 : « hold » attend un nombre entier d'au moins 0 ; « 1.5 » ne "
            + "convient pas. Écrivez un nombre entier, sans décimales.",
        english: "rules/alerts.yaml, line 7: “hold” needs a whole number of at least 0; “1.5” will not do. "
            + "Write a whole number without decimals."),
    Refused(
        template: .rulesWhole, what: "a delay of no days", file: .company,
        text: #"""
            company: {name: Vauban}
            insurance: {declarationDays: 0}
            """#,
        french: "rules/company.yaml, ligne 2 : « declarationDays » attend un nombre entier d'au moins 1 ; « "
            + "0 » ne convient pas. Écrivez un nombre entier, sans décimales.",
        english: "rules/company.yaml, line 2: “declarationDays” needs a whole number of at least 1; “0” will "
            + "not do. Write a whole number without decimals."),
    Refused(
        template: .rulesRange, what: "more than all points", file: .scorecard,
        text: #"""
            credibility: 5
            average: 60
            factors:
              - {indicator: lateShare, weight: 1, scale: [{at: 0, points: 101}]}
            grades: [{grade: A, from: 0, probability: 0.1}]
            """#,
        french: "rules/scorecard.yaml, ligne 4 : « points » doit être compris entre 0 et 100 ; « 101 » ne "
            + "l'est pas. Corrigez la valeur.",
        english: "rules/scorecard.yaml, line 4: “points” must be between 0 and 100; “101” is not. Correct "
            + "the value."),
    Refused(
        template: .rulesFlag, what: "yes in French", file: .company,
        text: #"""
            company: {name: Vauban}
            insurance: {withoutVAT: oui}
            """#,
        french: "rules/company.yaml, ligne 2 : « withoutVAT » attend true ou false ; « oui » n'est ni l'un "
            + "ni l'autre. Écrivez true (oui) ou false (non).",
        english: "rules/company.yaml, line 2: “withoutVAT” needs true or false; “oui” is neither. Write true "
            + "or false."),
    Refused(
        template: .rulesDate, what: "a day that does not exist", file: .tests,
        text: #"""
            tests:
              - name: t
                day: 2026-02-30
                alerts: []
            """#,
        french: "rules/tests/one.yaml, ligne 3 : « day » attend une date ; « 2026-02-30 » n'en est pas une. "
            + "Écrivez-la AAAA-MM-JJ, par exemple 2026-11-23.",
        english: "rules/tests/one.yaml, line 3: “day” needs a date; “2026-02-30” is not one. Write it "
            + "YYYY-MM-DD, such as 2026-11-23."),
    Refused(
        template: .rulesAmount, what: "a tenth of a cent", file: .company,
        text: #"""
            company: {name: Vauban}
            tolerance: 1.005
            """#,
        french: "rules/company.yaml, ligne 2 : « tolerance » attend un montant en EUR ; « 1.005 » ne "
            + "convient pas. Écrivez-le avec un point, sans espace et avec 2 décimales au plus : 1234.50.",
        english: "rules/company.yaml, line 2: “tolerance” needs an amount of EUR; “1.005” will not do. Write "
            + "it with a point, without spaces and with 2 decimals at most: 1234.50."),
    Refused(
        template: .rulesAmount, what: "a negative tolerance", file: .company,
        text: #"""
            company: {name: Vauban}
            tolerance: -1
            """#,
        french: "rules/company.yaml, ligne 2 : « tolerance » attend un montant en EUR ; « -1 » ne convient "
            + "pas. Écrivez-le avec un point, sans espace et avec 2 décimales au plus : 1234.50.",
        english: "rules/company.yaml, line 2: “tolerance” needs an amount of EUR; “-1” will not do. Write it "
            + "with a point, without spaces and with 2 decimals at most: 1234.50."),
    Refused(
        template: .rulesChoice, what: "a language we do not speak", file: .company,
        text: #"""
            company: {name: Vauban}
            language: de
            """#,
        french: "rules/company.yaml, ligne 2 : « language » ne connaît pas « de ». Valeurs possibles : fr, en.",
        english: "rules/company.yaml, line 2: “language” does not know “de”. Possible values: fr, en."),
    Refused(
        template: .rulesChoice, what: "a severity in another language", file: .alerts,
        text: #"""
            rules:
              - name: r
                why: w
                indicator: exposure
                levels: [{severity: grave, above: 1}]
                message: {fr: "a", en: "b"}
            """#,
        french: "rules/alerts.yaml, ligne 5 : « severity » ne connaît pas « grave ». Valeurs possibles : "
            + "info, warning, critical.",
        english: "rules/alerts.yaml, line 5: “severity” does not know “grave”. Possible values: info, "
            + "warning, critical."),
    Refused(
        template: .rulesChoice, what: "a test of a rule that does not exist", file: .tests,
        text: #"""
            tests:
              - name: t
                day: 2026-11-23
                alerts: [{rule: x, severity: info}]
            """#,
        french: "rules/tests/one.yaml, ligne 4 : « rule » ne connaît pas « x ». Valeurs possibles : "
            + "insured-limit-revoked, insured-limit-exceeded, insured-limit-near, insured-limit-reduced, "
            + "insured-limit-ending, insured-….",
        english: "rules/tests/one.yaml, line 4: “rule” does not know “x”. Possible values: "
            + "insured-limit-revoked, insured-limit-exceeded, insured-limit-near, insured-limit-reduced, "
            + "insured-limit-ending, insured-…."),
    Refused(
        template: .rulesUnknownIndicator, what: "an indicator nobody knows", file: .alerts,
        text: #"""
            rules:
              - name: r
                why: w
                indicator: meteo
                levels: [{severity: info, above: 1}]
                message: {fr: "a", en: "b"}
            """#,
        french: "rules/alerts.yaml, ligne 4 : l'indicateur « meteo » n'existe pas. Indicateurs possibles : "
            + "exposure, overdueAmount, overdue30Amount, overdue60Amount, overdue90Amount, overdueShare, "
            + "overdue30Share, overdue60Share….",
        english: "rules/alerts.yaml, line 4: there is no indicator “meteo”. Possible indicators: exposure, "
            + "overdueAmount, overdue30Amount, overdue60Amount, overdue90Amount, overdueShare, "
            + "overdue30Share, overdue60Share…."),
    Refused(
        template: .rulesUnknownIndicatorNear, what: "a misspelt indicator", file: .alerts,
        text: #"""
            rules:
              - name: r
                why: w
                indicator: overdueAmout
                levels: [{severity: info, above: 1}]
                message: {fr: "a", en: "b"}
            """#,
        french: "rules/alerts.yaml, ligne 4 : l'indicateur « overdueAmout » n'existe pas. Vouliez-vous "
            + "écrire « overdueAmount » ?",
        english: "rules/alerts.yaml, line 4: there is no indicator “overdueAmout”. Did you mean “overdueAmount”?"),
    Refused(
        template: .rulesUnknownIndicatorNear, what: "a misspelt indicator in a threshold", file: .alerts,
        text: #"""
            rules:
              - name: r
                why: w
                indicator: exposure
                levels: [{severity: info, above: 80% of insuredlimit}]
                message: {fr: "a", en: "b"}
            """#,
        french: "rules/alerts.yaml, ligne 5 : l'indicateur « insuredlimit » n'existe pas. Vouliez-vous "
            + "écrire « insuredLimit » ?",
        english: "rules/alerts.yaml, line 5: there is no indicator “insuredlimit”. Did you mean “insuredLimit”?"),
    Refused(
        template: .rulesPlaceholder, what: "a misspelt placeholder", file: .alerts,
        text: #"""
            rules:
              - name: r
                why: w
                indicator: exposure
                levels: [{severity: info, above: 1}]
                message: {fr: "{custumer} doit {value}", en: "b"}
            """#,
        french: "rules/alerts.yaml, ligne 6 : le message emploie « {custumer} », qui n'existe pas. "
            + "Vouliez-vous écrire « {customer} » ? Repères possibles : customer, value, threshold, "
            + "exposure, insurable, limit, excess, room, uninsured, internalLimit, insurer, overdue, "
            + "oldest….",
        english: "rules/alerts.yaml, line 6: the message uses “{custumer}”, which does not exist. Did you "
            + "mean “{customer}”? Possible placeholders: customer, value, threshold, exposure, insurable, "
            + "limit, excess, room, uninsured, internalLimit, insurer, overdue, oldest…."),
    Refused(
        template: .rulesUnless, what: "a rule that comes later", file: .alerts,
        text: #"""
            rules:
              - name: r
                why: w
                indicator: exposure
                levels: [{severity: info, above: 1}]
                message: {fr: "a", en: "b"}
                unless: later
              - name: later
                why: w
                indicator: exposure
                levels: [{severity: info, above: 1}]
                message: {fr: "a", en: "b"}
            """#,
        french: "rules/alerts.yaml, ligne 7 : « unless: later » ne désigne aucune règle de même portée écrite plus "
            + "haut. Nommez une règle écrite avant celle-ci : —.",
        english: "rules/alerts.yaml, line 7: “unless: later” names no rule of the same scope written above. Name a "
            + "rule written before this one: —."),
    Refused(
        template: .rulesUnless, what: "a rule of the portfolio", file: .alerts,
        text: #"""
            rules:
              - name: whole
                scope: portfolio
                why: w
                indicator: exposure
                levels: [{severity: info, above: 1}]
                message: {fr: "a", en: "b"}
              - name: other
                why: w
                indicator: exposure
                levels: [{severity: info, above: 1}]
                message: {fr: "a", en: "b"}
              - name: r
                why: w
                indicator: exposure
                levels: [{severity: info, above: 1}]
                message: {fr: "a", en: "b"}
                unless: whole
            """#,
        french: "rules/alerts.yaml, ligne 18 : « unless: whole » ne désigne aucune règle de même portée écrite plus "
            + "haut. Nommez une règle écrite avant celle-ci : other.",
        english: "rules/alerts.yaml, line 18: “unless: whole” names no rule of the same scope written above. Name a "
            + "rule written before this one: other."),
    Refused(
        template: .rulesProvisions, what: "a rate too few", file: .company,
        text: #"""
            company: {name: Vauban}
            ageing: [30, 60]
            provisions: [0.5, 2, 50]
            """#,
        french: "rules/company.yaml, ligne 3 : « provisions » donne 3 taux pour 4 tranches d'ancienneté. Écrivez un "
            + "taux pour le non échu, un pour chaque borne de « ageing », un pour au-delà.",
        english: "rules/company.yaml, line 3: “provisions” gives 3 rates for 4 ageing buckets. Write one rate for "
            + "what is not due, one for each bound of “ageing”, and one for beyond."),
    Refused(
        template: .rulesBraces, what: "a brace left open", file: .alerts,
        text: #"""
            rules:
              - name: r
                why: w
                indicator: exposure
                levels: [{severity: info, above: 1}]
                message: {fr: "{customer doit {value}", en: "b"}
            """#,
        french: "rules/alerts.yaml, ligne 6 : une accolade de ce message n'est pas fermée. Fermez-la, par "
            + "exemple « {customer} ».",
        english: "rules/alerts.yaml, line 6: a brace in this message is not closed. Close it, as in "
            + "“{customer}”."),
    Refused(
        template: .rulesComparison, what: "two comparisons", file: .alerts,
        text: #"""
            rules:
              - name: r
                why: w
                indicator: exposure
                levels: [{severity: info, above: 1, below: 2}]
                message: {fr: "a", en: "b"}
            """#,
        french: "rules/alerts.yaml, ligne 5 : « levels » demande une comparaison, et une seule. Écrivez "
            + "l'une de ces clés : above (strictement au-dessus), atLeast, below (strictement "
            + "au-dessous), atMost, is.",
        english: "rules/alerts.yaml, line 5: “levels” needs one comparison, and only one. Write one of these "
            + "keys: above (strictly), atLeast, below (strictly), atMost, is."),
    Refused(
        template: .rulesComparison, what: "no comparison", file: .alerts,
        text: #"""
            rules:
              - name: r
                why: w
                indicator: exposure
                levels: [{severity: info}]
                message: {fr: "a", en: "b"}
            """#,
        french: "rules/alerts.yaml, ligne 5 : « levels » demande une comparaison, et une seule. Écrivez "
            + "l'une de ces clés : above (strictement au-dessus), atLeast, below (strictement "
            + "au-dessous), atMost, is.",
        english: "rules/alerts.yaml, line 5: “levels” needs one comparison, and only one. Write one of these "
            + "keys: above (strictly), atLeast, below (strictly), atMost, is."),
    Refused(
        template: .rulesThreshold, what: "a space in an amount", file: .alerts,
        text: #"""
            rules:
              - name: r
                why: w
                indicator: exposure
                levels: [{severity: info, above: 1 000}]
                message: {fr: "a", en: "b"}
            """#,
        french: "rules/alerts.yaml, ligne 5 : « 1 000 » n'est pas un seuil pour l'indicateur « exposure ». "
            + "Écrivez 1234.50 (EUR), ou une part d'un autre indicateur de même unité, comme « 80% of "
            + "insuredLimit ».",
        english: "rules/alerts.yaml, line 5: “1 000” is not a threshold for the indicator “exposure”. Write "
            + "1234.50 (EUR), or a share of another indicator of the same unit, such as “80% of "
            + "insuredLimit”."),
    Refused(
        template: .rulesThreshold, what: "a share without its percent sign, which nothing ever reaches", file: .alerts,
        text: #"""
            rules:
              - name: r
                why: w
                indicator: overdueShare
                levels: [{severity: info, above: 50}]
                message: {fr: "a", en: "b"}
            """#,
        french: "rules/alerts.yaml, ligne 5 : « 50 » n'est pas un seuil pour l'indicateur « overdueShare ». "
            + "Écrivez 0.25, 25%, ou une part d'un autre indicateur de même unité, comme « 80% of "
            + "insuredLimit ».",
        english: "rules/alerts.yaml, line 5: “50” is not a threshold for the indicator “overdueShare”. Write "
            + "0.25, 25%, or a share of another indicator of the same unit, such as “80% of "
            + "insuredLimit”."),
    Refused(
        template: .rulesThreshold, what: "thousands written with a point", file: .alerts,
        text: #"""
            rules:
              - name: r
                why: w
                indicator: exposure
                levels: [{severity: info, above: 20.000}]
                message: {fr: "a", en: "b"}
            """#,
        french: "rules/alerts.yaml, ligne 5 : « 20.000 » n'est pas un seuil pour l'indicateur « exposure ». "
            + "Écrivez 1234.50 (EUR), ou une part d'un autre indicateur de même unité, comme « 80% of "
            + "insuredLimit ».",
        english: "rules/alerts.yaml, line 5: “20.000” is not a threshold for the indicator “exposure”. Write "
            + "1234.50 (EUR), or a share of another indicator of the same unit, such as “80% of "
            + "insuredLimit”."),
    Refused(
        template: .rulesIs, what: "true for an amount", file: .alerts,
        text: #"""
            rules:
              - name: r
                why: w
                indicator: exposure
                levels: [{severity: info, is: true}]
                message: {fr: "a", en: "b"}
            """#,
        french: "rules/alerts.yaml, ligne 5 : « is » demande un indicateur qui vaut oui ou non, et « exposure » n'en "
            + "est pas un. Écrivez above, atLeast, below ou atMost, avec un nombre.",
        english: "rules/alerts.yaml, line 5: “is” asks for an indicator that is true or false, and “exposure” is none. "
            + "Write above, atLeast, below or atMost, with a number."),
    Refused(
        template: .rulesFlag, what: "a number for a flag", file: .alerts,
        text: #"""
            rules:
              - name: r
                why: w
                indicator: uninsured
                levels: [{severity: info, above: 1}]
                message: {fr: "a", en: "b"}
            """#,
        french: "rules/alerts.yaml, ligne 5 : « above » attend true ou false ; « 1 » n'est ni l'un ni "
            + "l'autre. Écrivez true (oui) ou false (non).",
        english: "rules/alerts.yaml, line 5: “above” needs true or false; “1” is neither. Write true or false."),
    Refused(
        template: .rulesThreshold, what: "a percentage for an amount", file: .alerts,
        text: #"""
            rules:
              - name: r
                why: w
                indicator: exposure
                levels: [{severity: info, above: 10%}]
                message: {fr: "a", en: "b"}
            """#,
        french: "rules/alerts.yaml, ligne 5 : « 10% » n'est pas un seuil pour l'indicateur « exposure ». "
            + "Écrivez 1234.50 (EUR), ou une part d'un autre indicateur de même unité, comme « 80% of "
            + "insuredLimit ».",
        english: "rules/alerts.yaml, line 5: “10%” is not a threshold for the indicator “exposure”. Write "
            + "1234.50 (EUR), or a share of another indicator of the same unit, such as “80% of "
            + "insuredLimit”."),
    Refused(
        template: .rulesUnits, what: "an amount against days", file: .alerts,
        text: #"""
            rules:
              - name: r
                why: w
                indicator: exposure
                levels: [{severity: info, above: 2 of dso}]
                message: {fr: "a", en: "b"}
            """#,
        french: "rules/alerts.yaml, ligne 5 : « exposure » et « dso » n'ont pas la même unité et ne se "
            + "comparent pas. Comparez un montant à un montant, des jours à des jours.",
        english: "rules/alerts.yaml, line 5: “exposure” and “dso” have different units and cannot be "
            + "compared. Compare an amount with an amount, days with days."),
    Refused(
        template: .rulesClearBeyond, what: "ends above where it begins", file: .alerts,
        text: #"""
            rules:
              - name: r
                why: w
                indicator: exposure
                levels: [{severity: info, above: 100, clear: 120}]
                message: {fr: "a", en: "b"}
            """#,
        french: "rules/alerts.yaml, ligne 5 : l'alerte se terminerait avant de commencer : le seuil de "
            + "retour 120 est au-delà du seuil d'alerte 100. Mettez « clear » en deçà du seuil d'alerte : "
            + "plus bas pour above et atLeast, plus haut pour below et atMost.",
        english: "rules/alerts.yaml, line 5: the alert would end before it begins: its clear threshold 120 "
            + "is beyond its raise threshold 100. Put “clear” on the near side of the raise threshold: "
            + "lower for above and atLeast, higher for below and atMost."),
    Refused(
        template: .rulesClearBeyond, what: "ends below where it begins", file: .alerts,
        text: #"""
            rules:
              - name: r
                why: w
                indicator: exposure
                levels: [{severity: info, below: 80% of insuredLimit, clear: 75% of insuredLimit}]
                message: {fr: "a", en: "b"}
            """#,
        french: "rules/alerts.yaml, ligne 5 : l'alerte se terminerait avant de commencer : le seuil de "
            + "retour 75% of insuredLimit est au-delà du seuil d'alerte 80% of insuredLimit. Mettez « "
            + "clear » en deçà du seuil d'alerte : plus bas pour above et atLeast, plus haut pour below "
            + "et atMost.",
        english: "rules/alerts.yaml, line 5: the alert would end before it begins: its clear threshold 75% "
            + "of insuredLimit is beyond its raise threshold 80% of insuredLimit. Put “clear” on the near "
            + "side of the raise threshold: lower for above and atLeast, higher for below and atMost."),
    Refused(
        template: .rulesClearKind, what: "ends at another kind of threshold", file: .alerts,
        text: #"""
            rules:
              - name: r
                why: w
                indicator: exposure
                levels: [{severity: info, above: 100, clear: 50% of insuredLimit}]
                message: {fr: "a", en: "b"}
            """#,
        french: "rules/alerts.yaml, ligne 5 : le seuil de retour 50% of insuredLimit ne se compare pas au "
            + "seuil d'alerte 100. Écrivez les deux de la même façon : deux nombres, ou deux parts du "
            + "même indicateur.",
        english: "rules/alerts.yaml, line 5: the clear threshold 50% of insuredLimit cannot be compared with "
            + "the raise threshold 100. Write both the same way: two numbers, or two shares of the same "
            + "indicator."),
    Refused(
        template: .rulesLevelOrder, what: "the gravest level first", file: .alerts,
        text: #"""
            rules:
              - name: r
                why: w
                indicator: exposure
                levels: [{severity: critical, above: 2}, {severity: info, above: 1}]
                message: {fr: "a", en: "b"}
            """#,
        french: "rules/alerts.yaml, ligne 5 : les niveaux de la règle « r » ne vont pas du moins grave au "
            + "plus grave. Écrivez-les dans l'ordre info, warning, critical, chacun une fois au plus.",
        english: "rules/alerts.yaml, line 5: the levels of the rule “r” do not go from the mildest to the "
            + "gravest. Write them in the order info, warning, critical, each once at most."),
    Refused(
        template: .rulesLevelMilder, what: "a graver level that begins earlier", file: .alerts,
        text: #"""
            rules:
              - name: r
                why: w
                indicator: exposure
                levels: [{severity: info, above: 2}, {severity: critical, above: 1}]
                message: {fr: "a", en: "b"}
            """#,
        french: "rules/alerts.yaml, ligne 5 : dans la règle « r », le niveau critical commence avant un "
            + "niveau moins grave. Donnez aux niveaux plus graves des seuils plus éloignés.",
        english: "rules/alerts.yaml, line 5: in the rule “r”, the level critical begins before a milder one. "
            + "Give graver levels thresholds further out."),
    Refused(
        template: .rulesDuplicateName, what: "two rules with one name", file: .alerts,
        text: #"""
            rules:
              - name: r
                why: w
                indicator: exposure
                levels: [{severity: info, above: 1}]
                message: {fr: "a", en: "b"}
              - name: r
                why: w
                indicator: exposure
                levels: [{severity: info, above: 1}]
                message: {fr: "a", en: "b"}
            """#,
        french: "rules/alerts.yaml, ligne 7 : le nom « r » est donné deux fois. Un nom suit une alerte dans "
            + "son histoire : donnez à chacune le sien.",
        english: "rules/alerts.yaml, line 7: the name “r” is given twice. A name follows an alert through "
            + "its history: give each its own."),
    Refused(
        template: .rulesAudience, what: "an audience nobody defined", file: .alerts,
        text: #"""
            rules:
              - name: r
                why: w
                indicator: exposure
                levels: [{severity: info, above: 1}]
                message: {fr: "a", en: "b"}
                audience: [direction]
            """#,
        french: "rules/alerts.yaml, ligne 7 : le destinataire « direction » n'est pas défini dans "
            + "company.yaml. Ajoutez-le sous « audiences », ou employez : finance, sales, customer "
            + "service.",
        english: "rules/alerts.yaml, line 7: the audience “direction” is not defined in company.yaml. Add it "
            + "under “audiences”, or use: finance, sales, customer service."),
    Refused(
        template: .rulesAscending, what: "an ageing bound twice", file: .company,
        text: #"""
            company: {name: Vauban}
            ageing: [30, 30, 90]
            """#,
        french: "rules/company.yaml, ligne 2 : les valeurs de « ageing » doivent croître. Rangez-les de la "
            + "plus petite à la plus grande, chacune une fois.",
        english: "rules/company.yaml, line 2: the values of “ageing” must ascend. Put them from the smallest "
            + "to the largest, each once."),
    Refused(
        template: .rulesAscending, what: "a scale that goes back", file: .scorecard,
        text: #"""
            credibility: 5
            average: 60
            factors:
              - {indicator: lateShare, weight: 1, scale: [{at: 1, points: 100}, {at: 0, points: 0}]}
            grades: [{grade: A, from: 0, probability: 0.1}]
            """#,
        french: "rules/scorecard.yaml, ligne 4 : les valeurs de « scale » doivent croître. Rangez-les de la "
            + "plus petite à la plus grande, chacune une fois.",
        english: "rules/scorecard.yaml, line 4: the values of “scale” must ascend. Put them from the "
            + "smallest to the largest, each once."),
    Refused(
        template: .rulesBands, what: "no grade for the worst", file: .scorecard,
        text: #"""
            credibility: 5
            average: 60
            factors:
              - {indicator: lateShare, weight: 1, scale: [{at: 0, points: 100}]}
            grades: [{grade: A, from: 50, probability: 0.1}]
            """#,
        french: "rules/scorecard.yaml, ligne 5 : les notes doivent aller de la meilleure à la pire, et la "
            + "dernière commencer à 0. Rangez « from » en ordre décroissant ; la dernière note a « from: "
            + "0 ».",
        english: "rules/scorecard.yaml, line 5: grades must go from best to worst, and the last one begin at "
            + "0. Put “from” in descending order; the last grade has “from: 0”."),
    Refused(
        template: .rulesSIREN, what: "a SIREN with a wrong check digit", file: .company,
        text: #"""
            company: {name: Vauban, siren: ["900000002"]}
            """#,
        french: "rules/company.yaml, ligne 1 : le SIREN « 900000002 » n'est pas valable (neuf chiffres et "
            + "leur clé). Recopiez-le de l'avis de situation INSEE ou de l'extrait Kbis, entre "
            + "guillemets.",
        english: "rules/company.yaml, line 1: the SIREN “900000002” is not valid (nine digits with their "
            + "check digit). Copy it from the INSEE notice or the Kbis extract, in quotes."),
    Refused(
        template: .rulesVAT, what: "a VAT identifier with a wrong key", file: .company,
        text: #"""
            company: {name: Vauban, vat: [FR00900000001]}
            """#,
        french: "rules/company.yaml, ligne 1 : le numéro de TVA « FR00900000001 » n'est pas valable (deux "
            + "lettres de pays, puis chiffres et lettres). Recopiez-le d'une de vos factures ; un numéro "
            + "français est FR, deux caractères de clé et le SIREN.",
        english: "rules/company.yaml, line 1: the VAT identifier “FR00900000001” is not valid (two letters "
            + "for the country, then digits and letters). Copy it from one of your invoices; a French one "
            + "is FR, two check characters and the SIREN."),
    Refused(
        template: .rulesRate, what: "a fixed rate of nothing", file: .company,
        text: #"""
            company: {name: Vauban}
            exchange:
              fixed: [{currency: USD, rate: 0, from: 2026-01-01}]
            """#,
        french: "rules/company.yaml, ligne 3 : « 0 » n'est pas un cours de change. Écrivez combien d'unités de la "
            + "devise vaut une unité de la monnaie du portefeuille, par exemple 1.0823.",
        english: "rules/company.yaml, line 3: “0” is not an exchange rate. Write how many units of the currency one "
            + "unit of the portfolio's currency is worth, such as 1.0823."),
    Refused(
        template: .rulesCurrency, what: "a currency by its name", file: .company,
        text: #"""
            company: {name: Vauban}
            currency: euros
            """#,
        french: "rules/company.yaml, ligne 2 : « euros » n'est pas un code de devise. Écrivez ses trois "
            + "lettres ISO 4217, par exemple EUR.",
        english: "rules/company.yaml, line 2: “euros” is not a currency code. Write its three ISO 4217 "
            + "letters, such as EUR."),
    Refused(
        template: .rulesTerms, what: "terms that give no day", file: .company,
        text: #"""
            company: {name: Vauban}
            terms: bientôt
            """#,
        french: "rules/company.yaml, ligne 2 : « bientôt » n'est pas un délai de paiement. Écrivez par "
            + "exemple « 30 jours », « 45 jours fin de mois » ou « 60 jours net ».",
        english: "rules/company.yaml, line 2: “bientôt” is not a payment term. Write “30 jours”, “45 jours "
            + "fin de mois” or “60 days net”, for instance."),
    Refused(
        template: .rulesAgain, what: "rises of a share, which is not counted", file: .alerts,
        text: #"""
            rules:
              - name: r
                why: w
                indicator: overdueShare
                levels: [{severity: info, above: 10%}]
                again: rise
                message: {fr: "a", en: "b"}
            """#,
        french: "rules/alerts.yaml, ligne 6 : « again: rise » ne va pas avec cette règle. Écrivez « again: rise », "
            + "sous un indicateur qui est un montant, des jours ou un nombre, avec des seuils above ou atLeast.",
        english: "rules/alerts.yaml, line 6: “again: rise” does not go with this rule. Write “again: rise”, under an "
            + "indicator that is an amount, days or a number, with thresholds above or atLeast."),
    Refused(
        template: .rulesTimeZone, what: "a time zone that would stop the next start", file: .company,
        text: #"""
            company: {name: Vauban}
            timeZone: Mars/Olympus
            """#,
        french: "rules/company.yaml, ligne 2 : le fuseau horaire « Mars/Olympus » est inconnu (timeZone). Écrivez un "
            + "nom de la base IANA, par exemple Europe/Paris, et installez tzdata s'il manque.",
        english: "rules/company.yaml, line 2: the time zone “Mars/Olympus” is not known (timeZone). Write a name of "
            + "the IANA database, Europe/Paris for instance, and install tzdata if it is missing."),
    Refused(
        template: .rulesFolder, what: "a folder outside the inbox", file: .company,
        text: #"""
            company: {name: Vauban}
            intake: {sources: [../bank]}
            """#,
        french: "rules/company.yaml, ligne 2 : « ../bank » n'est pas un nom de sous-dossier d'inbox. "
            + "Écrivez un nom simple, sans « / » ni point au début ; « examples » est réservé.",
        english: "rules/company.yaml, line 2: “../bank” is not the name of a subfolder of inbox. Write a "
            + "plain name without “/” and no leading dot; “examples” is reserved."),
    Refused(
        template: .rulesCircular, what: "a score that depends on itself", file: .scorecard,
        text: #"""
            credibility: 5
            average: 60
            factors:
              - {indicator: gradeFall, weight: 1, scale: [{at: 0, points: 100}]}
            grades: [{grade: A, from: 0, probability: 0.1}]
            """#,
        french: "rules/scorecard.yaml, ligne 4 : l'indicateur « gradeFall » vient de la note et ne peut pas y entrer. "
            + "Employez-le dans une règle d'alerte.",
        english: "rules/scorecard.yaml, line 4: the indicator “gradeFall” comes from the score and cannot be part of "
            + "it. Use it in an alert rule."),
    Refused(
        template: .rulesStored, what: "a cap that depends on other customers", file: .scorecard,
        text: #"""
            average: 60
            factors: [{indicator: lateShare, weight: 1, scale: [{at: 0, points: 100}]}]
            caps: [{indicator: concentrationShare, above: 10%, points: 50}]
            grades: [{grade: A, from: 0, probability: 0.1}]
            """#,
        french: "rules/scorecard.yaml, ligne 3 : l'indicateur « concentrationShare » dépend des autres clients et ne "
            + "peut pas entrer dans la note. Employez-le dans une règle d'alerte.",
        english: "rules/scorecard.yaml, line 3: the indicator “concentrationShare” depends on other customers and "
            + "cannot be part of the score. Use it in an alert rule."),
    Refused(
        template: .rulesStored, what: "a score that depends on other customers", file: .scorecard,
        text: #"""
            credibility: 5
            average: 60
            factors:
              - {indicator: concentrationShare, weight: 1, scale: [{at: 0, points: 100}]}
            grades: [{grade: A, from: 0, probability: 0.1}]
            """#,
        french: "rules/scorecard.yaml, ligne 4 : l'indicateur « concentrationShare » dépend des autres "
            + "clients et ne peut pas entrer dans la note. Employez-le dans une règle d'alerte.",
        english: "rules/scorecard.yaml, line 4: the indicator “concentrationShare” depends on other "
            + "customers and cannot be part of the score. Use it in an alert rule."),
    Refused(
        template: .rulesGraded, what: "a score that depends on itself", file: .scorecard,
        text: #"""
            credibility: 5
            average: 60
            factors:
              - {indicator: verificationOverdueDays, weight: 1, scale: [{at: 0, points: 100}]}
            grades: [{grade: A, from: 0, probability: 0.1}]
            """#,
        french: "rules/scorecard.yaml, ligne 4 : l'indicateur « verificationOverdueDays » dépend de la note et ne peut "
            + "pas y entrer. Employez-le dans une règle d'alerte, ou verificationAgeDays dans la note.",
        english:
            "rules/scorecard.yaml, line 4: the indicator “verificationOverdueDays” depends on the score and cannot "
            + "be part of it. Use it in an alert rule, or verificationAgeDays in the score."),
    Refused(
        template: .rulesGrade, what: "an interval for a grade nobody gets", file: .company,
        text: #"""
            company: {name: Vauban}
            verification: {grades: {G: 30}}
            """#,
        french: "rules/company.yaml, verification : la classe « G » n'est pas de scorecard.yaml. "
            + "Classes possibles : A, B, C, D, E, F.",
        english: "rules/company.yaml, verification: the grade “G” is not one of scorecard.yaml. "
            + "Possible grades: A, B, C, D, E, F."),
    Refused(
        template: .rulesCountry, what: "a country by its name", file: .company,
        text: #"""
            company: {name: Vauban}
            countryRisk: {Italie: 30}
            """#,
        french: "rules/company.yaml, ligne 2 : « Italie » n'est pas un code de pays. "
            + "Écrivez deux lettres (ISO 3166-1), par exemple DE.",
        english:
            "rules/company.yaml, line 2: “Italie” is no country code. Write two letters (ISO 3166-1), DE for instance."),
]

@Suite struct RuleRefusalTests {
    @Test("a mistake in the rules is taken, or not said as it should be", arguments: refused)
    private func sentence(_ sample: Refused) throws {
        let halt = try #require(throws: Halt.self) { try read(sample) }
        #expect(halt.status == .badRules)
        #expect(halt.message.template == sample.template)
        #expect(spoken(halt.message, .french) == sample.french)
        #expect(spoken(halt.message, .english) == sample.english)
    }

    @Test("something the rules can say has no test of its words")
    func complete() {
        let others: [MessageTemplate] = [
            .rulesMissing, .ruleTestMissing, .ruleTestUnexpected, .ruleTestDocument, .rulesIdentity,
        ]
        let tested = Set(refused.map(\.template) + others)
        let all = Set(Catalogue.all.filter { $0.code.hasPrefix("rules.") })
        #expect(all.subtracting(tested).map(\.code).sorted() == [])
    }

    private func read(_ sample: Refused) throws {
        let home = try TestRules.folder()
        let name = sample.file == .tests ? "tests/one.yaml" : sample.file.rawValue + ".yaml"
        try home.write(sample.text + "\n", to: "rules/" + name)
        if sample.file == .tests {
            _ = try RuleTests(home: home.path).run()
        } else {
            _ = try Rules(home: home.path)
        }
    }
}

/// The whole of what is said: what is wrong and how to mend it.
func spoken(_ message: Message, _ language: Language) -> String {
    message.sentence(in: language) + (message.remedy(in: language).map { " " + $0 } ?? "")
}
