import Receivables
import Testing

@testable import Ingest

/// One wrong answer of a service and its exact sentences for each thing that can be wrong with one.
@Suite struct ExternalSentenceTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let code: String
        let text: String
        let french: String
        let english: String
        var testDescription: String { code }
    }

    static let refused: [Case] = [
        Case(
            code: "external.malformed", text: "{\"siren\":\"900000019\",\n\"denomination\":}",
            french: "Ce fichier n'est pas du JSON correct : il ne se lit plus à la ligne 2."
                + " Enregistrez à nouveau la réponse entière du service, sans la modifier.",
            english: "This file is not correct JSON: it cannot be read beyond line 2."
                + " Save the service's whole answer again, unchanged."),
        Case(
            code: "external.tooComplex",
            text: "{\"denomination\":\"X\",\"siren\":" + String(repeating: "[", count: 30)
                + String(repeating: "]", count: 30)
                + "}",
            french: "À la ligne 1, un enregistrement compte trop de valeurs ou de niveaux pour une fiche d'entreprise."
                + " Enregistrez la réponse du service pour une entreprise, sans la modifier.",
            english: "At line 1 a record has too many values or levels for a company's record."
                + " Save the service's answer for one company, unchanged."),
        Case(
            code: "external.unknown", text: "{\"hello\":\"world\"}",
            french:
                "C'est du JSON, mais ni une fiche Pappers, ni une réponse de Recherche d'entreprises, ni des annonces du BODACC."
                + " Déposez la réponse du service telle quelle, ou un tableau CSV.",
            english:
                "This is JSON, but neither a Pappers record, nor an answer of Recherche d'entreprises, nor BODACC announcements."
                + " Drop the service's answer as it is, or a CSV table."),
    ]

    /// Of one record among others.
    static let records: [Case] = [
        Case(
            code: "external.noSIREN", text: #"{"siren":null,"nom_complet":"X"}"#,
            french: "La fiche ne donne pas de SIREN, on ne sait pas de quelle entreprise il s'agit."
                + " Enregistrez la fiche complète de l'entreprise.",
            english: "The record gives no SIREN, so nobody knows which company it is about."
                + " Save the company's whole record."),
        Case(
            code: "external.badSIREN", text: External.company("\"x\":1").replacing("900000019", with: "900000018"),
            french: "« 900000018 » n'est pas un SIREN : neuf chiffres dont la clé (Luhn) est juste."
                + " Corrigez le numéro, ou enregistrez à nouveau la réponse du service.",
            english: "“900000018” is no SIREN: nine digits with a correct check digit (Luhn)."
                + " Correct the number, or save the service's answer again."),
        Case(
            code: "external.noDate", text: External.bodacc(published: "un jour"),
            french: "Aucune date lisible dans l'enregistrement A1 : on ne sait pas de quel jour il est."
                + " Enregistrez la fiche ou l'annonce complète, avec ses dates de mise à jour ou de parution.",
            english: "No readable date in record A1: nobody knows of which day it is."
                + " Save the whole record or announcement, with its dates of update or publication."),
    ]

    static let remarks: [Case] = [
        Case(
            code: "external.notProceeding", text: External.bodacc(family: "dpc"),
            french: "L'annonce A1 (dpc) n'est pas une procédure collective : mise de côté.",
            english: "Announcement A1 (dpc) is no collective procedure: set aside."),
        Case(
            code: "external.noStep", text: External.bodacc(External.nature("Dépôt de l'état des créances")),
            french:
                "L'annonce A1 (Dépôt de l'état des créances) n'ouvre, ne poursuit ni ne clôt une procédure : mise de côté.",
            english:
                "Announcement A1 (Dépôt de l'état des créances) neither opens, continues nor closes a procedure: set aside."
        ),
        Case(
            code: "external.nobody", text: External.bodacc(siren: "null"),
            french: "L'annonce A1 ne donne aucun SIREN et ne peut être rapprochée d'un client : mise de côté.",
            english: "Announcement A1 gives no SIREN and cannot be matched with a customer: set aside."),
        Case(
            code: "external.empty", text: "{\"results\":[],\"total_results\":0}",
            french: "La réponse du service ne contient aucun résultat.",
            english: "The service's answer holds no result."),
    ]

    @Test("a wrong answer is refused with what, where and how to mend", arguments: refused)
    func refusal(_ item: Case) throws {
        let refusal = #expect(throws: Refusal.self) { try External.read(item.text) }
        #expect(refusal?.message.code == item.code)
        #expect(words(refusal?.message) == [item.french, item.english])
    }

    @Test("a wrong record is refused alone", arguments: records)
    func record(_ item: Case) throws {
        let good = item.code == "external.noDate" ? External.bodacc() : External.company("\"x\":1")
        let reading = try External.read("[\(good),\n\(item.text)]")
        #expect(reading.documents.count == 1)
        #expect(reading.refusedRows.map(\.message.code) == [item.code])
        #expect(reading.refusedRows.map(\.line) == [2])
        #expect(words(reading.refusedRows.first?.message) == [item.french, item.english])
    }

    @Test("what is set aside is set aside without a reason", arguments: remarks)
    func remark(_ item: Case) throws {
        let reading = try External.read(item.text)
        #expect(reading.documents == [])
        #expect(reading.warnings.map(\.code) == [item.code])
        #expect(words(reading.warnings.first) == [item.french, item.english])
    }

    @Test func `every sentence about company data is held to one input`() {
        let tested = ExternalSentenceTests.refused + ExternalSentenceTests.records + ExternalSentenceTests.remarks
        #expect(Set(Catalogue.all.map(\.code).filter { $0.hasPrefix("external.") }) == Set(tested.map(\.code)))
    }

    private func words(_ message: Message?) -> [String] {
        [Language.french, .english].compactMap { language in
            guard let message else { return nil }
            return [message.sentence(in: language), message.remedy(in: language)].compactMap { $0 }
                .joined(separator: " ")
        }
    }
}
