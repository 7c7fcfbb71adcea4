import Receivables
import Testing

@Suite struct PaymentTermsTextTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let terms: PaymentTerms?
        init(_ text: String, _ terms: PaymentTerms?) {
            self.text = text
            self.terms = terms
        }
        var testDescription: String { text }
    }

    static func monthEnd(_ days: Int, _ day: Int? = nil) -> PaymentTerms {
        PaymentTerms(days: days, endOfMonth: .daysThenMonthEnd, dayOfMonth: day)
    }

    @Test(
        "terms an accountant writes give the due date they mean",
        arguments: [
            Case("45 jours fin de mois", PaymentTerms(days: 45, endOfMonth: .daysThenMonthEnd)),
            Case("45 JOURS FIN DU MOIS", PaymentTerms(days: 45, endOfMonth: .daysThenMonthEnd)),
            Case("30 jours nets", PaymentTerms(days: 30)),
            Case("30 jours net date de facture", PaymentTerms(days: 30)),
            Case("30j FDM le 10", PaymentTerms(days: 30, endOfMonth: .daysThenMonthEnd, dayOfMonth: 10)),
            Case("30 jours fin de mois, le 10", PaymentTerms(days: 30, endOfMonth: .daysThenMonthEnd, dayOfMonth: 10)),
            Case("45JFDM", PaymentTerms(days: 45, endOfMonth: .daysThenMonthEnd)),
            Case("60 jours le 15", PaymentTerms(days: 60, dayOfMonth: 15)),
            Case("fin de mois + 45 jours", PaymentTerms(days: 45, endOfMonth: .monthEndThenDays)),
            Case("45 jours après la fin du mois", PaymentTerms(days: 45, endOfMonth: .monthEndThenDays)),
            Case("fin de mois", PaymentTerms(days: 0, endOfMonth: .daysThenMonthEnd)),
            Case("Fin du mois suivant", PaymentTerms(days: 0, endOfMonth: .daysThenMonthEnd, dayOfMonth: 31)),
            Case("le 15 du mois suivant", PaymentTerms(days: 0, endOfMonth: .daysThenMonthEnd, dayOfMonth: 15)),
            Case("comptant", PaymentTerms(days: 0)),
            Case("À réception de facture", PaymentTerms(days: 0)),
            Case("30 jours à réception de facture", PaymentTerms(days: 30)),
            Case("net 30", PaymentTerms(days: 30)),
            Case("Net 30 days", PaymentTerms(days: 30)),
            Case("2/10 net 30", PaymentTerms(days: 30)),
            Case("60 days EOM", PaymentTerms(days: 60, endOfMonth: .daysThenMonthEnd)),
            Case("EOM + 30", PaymentTerms(days: 30, endOfMonth: .monthEndThenDays)),
            Case("30 days after end of month", PaymentTerms(days: 30, endOfMonth: .monthEndThenDays)),
            Case("due on receipt", PaymentTerms(days: 0)),
            Case("Zahlbar innerhalb von 30 Tagen", PaymentTerms(days: 30)),
            Case("2 % d'escompte à 8 jours, sinon 30 jours net", PaymentTerms(days: 30)),
            Case("Paiement à 30 jours. En cas de retard, pénalités dès 1 jour.", PaymentTerms(days: 30)),
            Case("Paiement à 30 jours sans escompte", PaymentTerms(days: 30)),
            Case("30 jours; 60 jours", nil),
            Case("escompte 2 % sous 8 jours", nil),
            Case("Pour tout paiement sous 8 jours, un escompte de 2 % sera accordé", nil),
            Case("Si paiement sous 10 jours, remise de 1,5 %", nil),
            Case("Payment within 10 days, 2% discount", nil), Case("Zahlbar innerhalb 14 Tagen, 2% Skonto", nil),
            Case("Escompte de 2 %, pour tout paiement sous 8 jours", nil),
            Case("Zahlbar innerhalb 14 Tagen 2% Skonto, innerhalb 30 Tagen netto", PaymentTerms(days: 30)),
            Case(
                "30 jours fin de mois, escompte 2 % sous 8 jours",
                PaymentTerms(days: 30, endOfMonth: .daysThenMonthEnd)),
            Case("Paiement à 30 jours, escompte de 1 % pour paiement anticipé", PaymentTerms(days: 30)),
            Case("Paiement à 30 jours, escompte 0 %", PaymentTerms(days: 30)),
            Case("Paiement à 30 jours, pas d'escompte", PaymentTerms(days: 30)),
            Case("30 jours, TVA 20 %", PaymentTerms(days: 30)),
            Case("Réclamation sous 8 jours", nil), Case("Livraison sous 15 jours", nil),
            Case("Returns within 14 days. Net 30", PaymentTerms(days: 30)),
            Case("Paiement à 30 jours après livraison", PaymentTerms(days: 30)),
            Case("Livraison sous 15 jours, paiement à 45 jours", PaymentTerms(days: 45)),
            Case("30 jours fin de décade", nil), Case("30 jours fin de quinzaine", nil),
            Case("30 jours fin de mois le 10 - LCR", PaymentTermsTextTests.monthEnd(30, 10)),
            Case("LCR 60J FDM LE 10", PaymentTermsTextTests.monthEnd(60, 10)),
            Case("30 jrs FDM le 10 - LCR", PaymentTermsTextTests.monthEnd(30, 10)),
            Case("30 jours fin de mois + 10 jours", PaymentTermsTextTests.monthEnd(30, 10)),
            Case("30 jours fin de mois + 10", PaymentTermsTextTests.monthEnd(30, 10)),
            Case("30 jours fin de mois, + 10 jours", PaymentTermsTextTests.monthEnd(30, 10)),
            Case("30FDM10", PaymentTermsTextTests.monthEnd(30, 10)),
            Case("45JFDM 15", PaymentTermsTextTests.monthEnd(45, 15)),
            Case("30 jours fin de mois au 10", PaymentTermsTextTests.monthEnd(30, 10)),
            Case("30 jours fin de mois, 10", PaymentTermsTextTests.monthEnd(30, 10)),
            Case("45 jours fin de mois 15", PaymentTermsTextTests.monthEnd(45, 15)),
            Case("60 jours FDM 15", PaymentTermsTextTests.monthEnd(60, 15)),
            Case("60 jours FDM 15 LCR", PaymentTermsTextTests.monthEnd(60, 15)),
            Case("45 jours fin de mois le 1er", PaymentTermsTextTests.monthEnd(45, 1)),
            Case("45 days end of month the 10th", PaymentTermsTextTests.monthEnd(45, 10)),
            Case("90 jours fin de mois le 10, LCR acceptée", PaymentTermsTextTests.monthEnd(90, 10)),
            Case("30 jours fin de mois le 10 du mois suivant", PaymentTermsTextTests.monthEnd(30, 10)),
            Case("10 du mois suivant", PaymentTermsTextTests.monthEnd(0, 10)),
            Case("LCR au 15 du mois suivant", PaymentTermsTextTests.monthEnd(0, 15)),
            Case("fin de mois le 10", PaymentTermsTextTests.monthEnd(0, 10)),
            Case("fin de mois + 10", PaymentTerms(days: 10, endOfMonth: .monthEndThenDays)),
            Case("fin de mois + 45 jours le 10", PaymentTerms(days: 45, endOfMonth: .monthEndThenDays, dayOfMonth: 10)),
            // What such a day would be taken for is not what it says.
            Case("30 jours fin de mois - livraison sous 15 jours", PaymentTermsTextTests.monthEnd(30)),
            Case("30 jours fin de mois le 10, réclamation sous 8 jours", PaymentTermsTextTests.monthEnd(30, 10)),
            Case("30 jours fin de mois, escompte 2 % sous 8 jours le 10", PaymentTermsTextTests.monthEnd(30)),
            Case("30 jours fin de mois, art. L441-10", PaymentTermsTextTests.monthEnd(30)),
            Case("30 jours fin de mois IBAN FR14 2004 1010 05", PaymentTermsTextTests.monthEnd(30)),
            Case("Livraison le 15, 30 jours fin de mois", PaymentTermsTextTests.monthEnd(30)),
            Case("factures du 1 au 15 à 30 jours", PaymentTerms(days: 30)),
            Case("30 jours fin de mois le 31/01/2027", PaymentTermsTextTests.monthEnd(30)),
            // Two days, or a number nobody explains: better none than the wrong one.
            Case("30 jours fin de mois les 10 et 25", nil), Case("30 jours fin de mois le 10 ou le 25", nil),
            Case("30 jours fin de mois - 3 échéances", nil), Case("30 jours fin de mois 2 traites égales", nil),
            Case("30 jours fin de mois ou 60 jours nets", nil), Case("30 jours fin de mois + 45 jours", nil),
            Case("30 jours fin de mois 45", nil), Case("45 jours fin de mois date de livraison 10", nil),
            Case("selon contrat", nil),
            Case("", nil),
            Case("99999999999 jours", nil),
        ])
    func terms(_ example: Case) {
        #expect(PaymentTerms(text: example.text) == example.terms)
    }

    @Test("the firm's reading of end of month decides only where the words leave it open")
    func setting() {
        #expect(
            PaymentTerms(text: "45 jours fin de mois", endOfMonth: .monthEndThenDays)?.endOfMonth == .monthEndThenDays)
        #expect(
            PaymentTerms(text: "fin de mois 45 jours", endOfMonth: .daysThenMonthEnd)?.endOfMonth == .monthEndThenDays)
    }

    @Test(
        "an invoice under a fixed day falls due before it",
        arguments: [
            ("30 jours fin de mois le 10 - LCR", "2026-11-10"), ("30 jours fin de mois + 10 jours", "2026-11-10"),
            ("30FDM10", "2026-11-10"), ("60 jours FDM 15", "2026-12-15"), ("10 du mois suivant", "2026-10-10"),
        ])
    func fixedDay(_ text: String, _ due: String) throws {
        let issued = try #require(Day(iso: "2026-09-12"))
        #expect(PaymentTerms(text: text)?.due(from: issued).description == due)
    }

    @Test func `days added behind the firm's own end of month are days, not a day of the month`() {
        let terms = PaymentTerms(text: "30 jours fin de mois + 10 jours", endOfMonth: .monthEndThenDays)
        #expect(terms == PaymentTerms(days: 40, endOfMonth: .monthEndThenDays))
    }

    @Test(
        "a date in the terms text is found, and two different dates are not chosen between",
        arguments: [
            ("payable le 31/01/2027", "2027-01-31"), ("Échéance : 31.01.2027", "2027-01-31"),
            ("à payer avant le 2027-01-31.", "2027-01-31"), ("au plus tard le 31 janvier 2027", "2027-01-31"),
            ("Payment by January 31, 2027", "2027-01-31"), ("due 1/31/2027", "2027-01-31"),
            ("le 3 février 2027, soit le 03/02/2027", "2027-02-03"),
            ("2 % jusqu'au 10/01/2027, net au 31/01/2027", "2027-01-31"),
            ("au plus tard le 31 janv. 2027", "2027-01-31"), ("le 15 févr. 2027. Merci", "2027-02-15"),
            ("15 déc. 2026", "2026-12-15"), ("15 janv. 26", ""),
            ("Livraison le 15/01/2027, payable le 31/01/2027", "2027-01-31"), ("Livraison le 15/01/2027", ""),
            ("31/01/2027 ou 28/02/2027", ""), ("31/02/2027", ""), ("30 jours", ""),
        ])
    func date(_ text: String, _ expected: String) {
        #expect(PaymentTerms.date(in: text)?.description ?? "" == expected)
    }

    @Test(
        "a cell that holds a date with two figures of its year is no date",
        arguments: [
            ("15-Feb-26", "2026-02-15"), ("31-janv.-26", "2026-01-31"), ("15 déc. 69", "2069-12-15"),
            ("15 déc. 70", "1970-12-15"), ("Feb 15 26", "2026-02-15"), ("15 févr. 2026", "2026-02-15"),
            ("31-Feb-26", ""), ("15 Feb", ""), ("15 févr. 26 10", ""), ("janv. 2026", ""),
        ])
    func cell(_ text: String, _ expected: String) {
        #expect(PaymentTerms.date(cell: text)?.description ?? "" == expected)
    }
}
