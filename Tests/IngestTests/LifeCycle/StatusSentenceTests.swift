import Receivables
import Testing

@testable import Ingest

/// One wrong message and its exact sentences for each thing that can be wrong with a life-cycle message.
@Suite struct StatusSentenceTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let code: String
        let text: String
        var line: Int?
        let french: String
        let english: String
        var testDescription: String { code }
    }

    static let again = [
        " Demandez à la plateforme de renvoyer le statut.", " Ask the platform to send the status again.",
    ]

    static func reference(_ parts: String...) -> String {
        LifeCycle.cdar(
            LifeCycle.time,
            "<ram:ReferenceReferencedDocument>" + parts.joined() + "</ram:ReferenceReferencedDocument>")
    }

    static let refused: [Case] = [
        Case(
            code: "lifecycle.noReference", text: LifeCycle.cdar(LifeCycle.time),
            french: "Le message de cycle de vie ne désigne aucun document (ReferenceReferencedDocument)." + again[0],
            english: "The life-cycle message refers to no document (ReferenceReferencedDocument)." + again[1]),
        Case(
            code: "lifecycle.noNumber", text: reference(LifeCycle.code("204"), LifeCycle.seller), line: 5,
            french: "Ligne 5 : le statut ne dit pas de quelle facture il s'agit (IssuerAssignedID)."
                + " Demandez à la plateforme de renvoyer le statut avec le numéro de la facture (BT-1).",
            english: "Line 5: the status does not say which invoice it is about (IssuerAssignedID)."
                + " Ask the platform to send the status again with the invoice's number (BT-1)."),
        Case(
            code: "lifecycle.noCode", text: reference(LifeCycle.number, LifeCycle.seller), line: 5,
            french: "Ligne 5 : le code du statut de la facture F1 manque (ProcessConditionCode)." + again[0],
            english: "Line 5: the code of the status of invoice F1 is missing (ProcessConditionCode)." + again[1]),
        Case(
            code: "lifecycle.badCode", text: LifeCycle.response("ZZ"), line: 4,
            french: "Ligne 4 : « ZZ » n'est pas un code de réponse ; facture F1."
                + " Codes admis : AB, IP, UQ, CA, RE, AP, PD. Demandez à l'acheteur de renvoyer sa réponse.",
            english: "Line 4: “ZZ” is not a response code; invoice F1."
                + " Codes allowed: AB, IP, UQ, CA, RE, AP, PD. Ask the buyer to send the response again."),
        Case(
            code: "lifecycle.noSeller", text: reference(LifeCycle.number, LifeCycle.code("212")), line: 5,
            french: "Ligne 5 : le statut de la facture F1 n'identifie pas le vendeur (IssuerTradeParty/GlobalID)."
                + " Demandez à la plateforme de renvoyer le statut avec le SIREN du vendeur.",
            english: "Line 5: the status of invoice F1 does not identify the seller (IssuerTradeParty/GlobalID)."
                + " Ask the platform to send the status again with the seller's SIREN."),
        Case(
            code: "lifecycle.noDate",
            text: LifeCycle.cdar(LifeCycle.reference(LifeCycle.number, LifeCycle.code("204"), LifeCycle.seller)),
            line: 6,
            french:
                "Ligne 6 : le statut 204 de la facture F1 n'a pas de date (AcknowledgementDocument/IssueDateTime)."
                + again[0],
            english: "Line 6: status 204 of invoice F1 has no date (AcknowledgementDocument/IssueDateTime)."
                + again[1]),
        Case(
            code: "lifecycle.badDate",
            text: LifeCycle.status("204").replacing("20260301101500", with: "20260231101500"),
            line: 4, french: "Ligne 4 : « 20260231101500 » n'est pas une date ou une heure qui existe." + again[0],
            english: "Line 4: “20260231101500” is not a date or time that exists." + again[1]),
        Case(
            code: "lifecycle.badDate",
            text: LifeCycle.status("204").replacing("20260301101500", with: "20260301250000"),
            line: 4, french: "Ligne 4 : « 20260301250000 » n'est pas une date ou une heure qui existe." + again[0],
            english: "Line 4: “20260301250000” is not a date or time that exists." + again[1]),
        Case(
            code: "lifecycle.dateFormat", text: LifeCycle.status("204").replacing("\"204\"", with: "\"205\""), line: 4,
            french:
                "Ligne 4 : le format de date « 205 » n'est pas admis ; un message CDAR emploie 102 (AAAAMMJJ) ou 204 (AAAAMMJJHHMMSS)."
                + again[0],
            english:
                "Line 4: date format “205” is not allowed; a CDAR message uses 102 (YYYYMMDD) or 204 (YYYYMMDDHHMMSS)."
                + again[1]),
        Case(
            code: "lifecycle.badAmount", text: LifeCycle.status("212", LifeCycle.amounts(("1 000,00", "EUR"))),
            line: 10,
            french: "Ligne 10 : le montant « 1 000,00 » du statut n'est pas un nombre décimal." + again[0],
            english: "Line 10: the status's amount “1 000,00” is not a decimal number." + again[1]),
        Case(
            code: "lifecycle.badCurrency", text: LifeCycle.status("212", LifeCycle.amounts(("1000.00", "EURO"))),
            line: 10,
            french: "Ligne 10 : la devise « EURO » du montant est inconnue."
                + " Demandez à la plateforme de renvoyer le statut avec un code ISO 4217 tel que EUR.",
            english: "Line 10: the amount's currency “EURO” is unknown."
                + " Ask the platform to send the status again with an ISO 4217 code such as EUR."),
        Case(
            code: "lifecycle.mixedCurrencies",
            text: LifeCycle.status("212", LifeCycle.amounts(("10.00", "EUR"), ("5.00", "USD"))), line: 10,
            french: "Ligne 10 : les montants du statut de la facture F1 sont en EUR et en USD."
                + " Demandez à la plateforme un statut par devise.",
            english: "Line 10: the amounts of the status of invoice F1 are in EUR and in USD."
                + " Ask the platform for one status a currency."),
        Case(
            code: "lifecycle.otherResponse",
            text: LifeCycle.response("AP", profile: "urn:fdc:peppol.eu:poacc:trns:catalogue_response:3"),
            french:
                "Cette réponse UBL (ApplicationResponse, urn:fdc:peppol.eu:poacc:trns:catalogue_response:3) n'est pas une réponse à une facture."
                + " Déposez des réponses Peppol Invoice Response 3 ou des statuts CDAR.",
            english:
                "This UBL response (ApplicationResponse, urn:fdc:peppol.eu:poacc:trns:catalogue_response:3) is no response to an invoice."
                + " Drop Peppol Invoice Response 3 messages or CDAR statuses."),
    ]

    static let remarks: [Case] = [
        Case(
            code: "lifecycle.assumedCurrency", text: LifeCycle.status("212", LifeCycle.amounts(("1000.00", ""))),
            french: "Le montant 1000.00 du statut de la facture F1 n'a pas de devise : il est compté en EUR.",
            english: "The amount 1000.00 of the status of invoice F1 has no currency: it is counted in EUR."),
        Case(
            code: "invoice.rounded", text: LifeCycle.status("212", LifeCycle.amounts(("1000.005", "EUR"))),
            french: "Le montant 1000.005 a plus de décimales que sa devise : il est arrondi.",
            english: "The amount 1000.005 has more decimals than its currency: it is rounded."),
        Case(
            code: "lifecycle.unlistedCode", text: LifeCycle.status("299"),
            french: "Le statut « 299 » de la facture F1 n'est pas dans la liste publiée : il est gardé sans effet."
                + " Si ce code a été convenu entre les parties, vérifiez ce qu'il change pour la créance.",
            english: "Status “299” of invoice F1 is not in the published list: it is kept without effect."
                + " If the parties agreed on this code, check what it changes for the receivable."),
        Case(
            code: "lifecycle.noAmount", text: LifeCycle.status("212"),
            french:
                "Le statut 212 de la facture F1 ne dit pas combien a été encaissé (MEN) : tout ce qui est ouvert."
                + " Vérifiez le montant sur le relevé bancaire.",
            english: "Status 212 of invoice F1 does not say how much was cashed (MEN): all that is open."
                + " Check the amount on the bank statement."),
        Case(
            code: "lifecycle.noReason", text: LifeCycle.status("210"),
            french: "Le statut 210 de la facture F1 ne donne pas de motif, pourtant obligatoire (BR-FR-CDV-15)."
                + " Demandez le motif au client.",
            english: "Status 210 of invoice F1 gives no reason, though it must (BR-FR-CDV-15)."
                + " Ask the customer for the reason."),
        Case(
            code: "lifecycle.otherTime",
            text: LifeCycle.cdar(
                LifeCycle.reference(LifeCycle.number, LifeCycle.code("204"), LifeCycle.seller), header: LifeCycle.time),
            french: "Le statut 204 de la facture F1 n'a pas d'heure propre : celle du message est retenue.",
            english: "Status 204 of invoice F1 has no time of its own: the message's is taken."),
    ]

    @Test("a wrong life-cycle message is refused with what, where and how to mend", arguments: refused)
    func refusal(_ item: Case) throws {
        let refusal = #expect(throws: Refusal.self) { try LifeCycle.read(item.text) }
        #expect(refusal?.message.code == item.code)
        #expect(refusal?.message.line == item.line)
        #expect(words(refusal?.message) == [item.french, item.english])
    }

    @Test("a doubtful status is taken with its remark", arguments: remarks)
    func remark(_ item: Case) throws {
        let notice = try #require(LifeCycle.notices(LifeCycle.read(item.text)).first)
        #expect(notice.warnings.map(\.code) == [item.code])
        #expect(words(notice.warnings.first) == [item.french, item.english])
    }

    @Test func `every sentence about life-cycle messages is held to one input`() {
        let tested = Set((StatusSentenceTests.refused + StatusSentenceTests.remarks).map(\.code))
        let elsewhere: Set = ["lifecycle.messageLevel", "lifecycle.otherObject"]
        let all = Set(Catalogue.all.map(\.code).filter { $0.hasPrefix("lifecycle.") })
        #expect(all == tested.union(elsewhere).subtracting(["invoice.rounded"]))
    }

    private func words(_ message: Message?) -> [String] {
        [Language.french, .english].compactMap { language in
            guard let message else { return nil }
            return [message.sentence(in: language), message.remedy(in: language)].compactMap { $0 }
                .joined(separator: " ")
        }
    }
}
