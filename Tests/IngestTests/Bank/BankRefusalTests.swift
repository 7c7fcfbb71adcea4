import Receivables
import Testing

@testable import Ingest

/// A broken bank file is refused whole: its line, its sentence.
@Suite struct BankRefusalTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let text: String
        let line: Int?
        let french: String
        let english: String
        var testDescription: String { name }
    }

    static let again = [
        " Demandez de nouveau le relevé à la banque ; rien n’a été enregistré.",
        " Ask the bank for the statement again; nothing was booked.",
    ]

    private static func lines(_ records: [String]) -> String { records.joined(separator: "\n") }

    static let cases: [Case] = [
        Case(
            name: "a record too long", text: lines(CFONB.statement(0, [CFONB.movement(0) + "X"])), line: 2,
            french: "Ligne 2 : l’enregistrement fait 121 caractères au lieu de 120.",
            english: "Line 2: the record has 121 characters instead of 120."),
        Case(
            name: "an unknown record",
            text: lines([CFONB.balance("01", 0)] + Array(repeating: CFONB.movement(1), count: 5) + ["08FIN"]), line: 7,
            french: "Ligne 7 : « 08 » n’est pas un type d’enregistrement de ce format.",
            english: "Line 7: “08” is not a record type of this format."),
        Case(
            name: "a date that is none", text: lines(CFONB.statement(1, [CFONB.movement(1, date: "310226")])), line: 2,
            french: "Ligne 2 : « 310226 » n’est pas une date.", english: "Line 2: “310226” is not a date."),
        Case(
            name: "an amount that is none",
            text: lines(CFONB.statement(1, [CFONB.movement(1).replacing("A", with: "Z")])), line: 2,
            french: "Ligne 2 : « 0000000000000Z » n’est pas un montant.",
            english: "Line 2: “0000000000000Z” is not an amount."),
        Case(
            name: "a currency that is none",
            text: lines(
                [CFONB.balance("01", 0)] + Array(repeating: CFONB.movement(1), count: 5)
                    + [CFONB.movement(1).replacing("EUR2", with: "E1R2")]), line: 7,
            french: "Ligne 7 : « E1R » n’est pas une devise.", english: "Line 7: “E1R” is not a currency."),
        Case(
            name: "a movement before the old balance", text: lines([CFONB.movement(1), CFONB.balance("01", 0)]),
            line: 1,
            french: "Ligne 1 : un mouvement (04) se trouve hors de tout relevé, sans ancien solde (01) avant lui.",
            english: "Line 1: a movement (04) stands outside any statement, with no old balance (01) before it."),
        Case(
            name: "a detail of nothing", text: lines([CFONB.balance("01", 0), CFONB.detail("NPY", "X")]), line: 2,
            french: "Ligne 2 : un complément (05) ne suit aucun mouvement (04).",
            english: "Line 2: a detail (05) follows no movement (04)."),
        Case(
            name: "a closing balance of nothing",
            text: lines(CFONB.statement(0, []) + [CFONB.balance("07", 0)]), line: 3,
            french: "Ligne 3 : un nouveau solde (07) ferme un relevé qu’aucun ancien solde (01) n’a ouvert.",
            english: "Line 3: a new balance (07) closes a statement that no old balance (01) opened."),
        Case(
            name: "a statement never closed", text: lines([CFONB.balance("01", 0), CFONB.movement(1)]), line: 1,
            french: "Le relevé du compte 00012345603 ouvert à la ligne 1 n’est pas fermé par un nouveau solde (07).",
            english: "The statement of account 00012345603 opened on line 1 is not closed by a new balance (07)."),
        Case(
            name: "another account's movement",
            text: lines(CFONB.statement(1, [CFONB.movement(1, account: "00099999999")])), line: 2,
            french: "Ligne 2 : l’enregistrement du compte 00099999999 se trouve dans le relevé du compte 00012345603.",
            english: "Line 2: a record of account 00099999999 stands in the statement of account 00012345603."),
        Case(
            name: "an operation without header", text: CFONBTests.operation(1), line: 1,
            french: "Ligne 1 : une opération (34) n’a pas d’en-tête (31) avant elle.",
            english: "Line 1: an operation (34) has no header (31) before it."),
        Case(
            name: "a total without header", text: CFONBTests.returns([], total: 0)[1], line: 1,
            french: "Ligne 1 : un total (39) n’a pas d’en-tête (31) avant lui.",
            english: "Line 1: a total (39) has no header (31) before it."),
        Case(
            name: "a header without total", text: CFONBTests.returns([], total: 0)[0], line: 1,
            french: "L’en-tête (31) de la ligne 1 n’a pas de total (39).",
            english: "The header (31) on line 1 has no total (39)."),
        Case(
            name: "nothing but a stray tag", text: ":NS:\n", line: nil,
            french: "Ce fichier ressemble à un relevé SWIFT mais ne contient ni référence (:20:) ni mouvement (:61:).",
            english: "This file looks like a SWIFT statement but has neither a reference (:20:) nor a movement (:61:)."),
        Case(
            name: "a balance that is none", text: ":20:X\n:60F:X260301EUR1,00\n", line: 2,
            french: "Ligne 2 : « X260301EUR1,00 » n’est pas un solde.",
            english: "Line 2: “X260301EUR1,00” is not a balance."),
        Case(
            name: "a movement that is none", text: ":20:X\n:60F:C260301EUR1,00\n:61:260302X5,00NTRF\n", line: 3,
            french: "Ligne 3 : « 260302X5,00NTRF » n’est pas un mouvement.",
            english: "Line 3: “260302X5,00NTRF” is not a movement."),
        Case(
            name: "a SWIFT date that is none", text: ":20:X\n:61:261302C5,00NTRF\n", line: 2,
            french: "Ligne 2 : « 261302 » n’est pas une date.", english: "Line 2: “261302” is not a date."),
        Case(
            name: "more decimals than the currency has", text: ":20:X\n:60F:C260301EUR1,00\n:61:260302C5,001NTRF\n",
            line: 3, french: "Ligne 3 : « 5.001 » n’est pas un montant.", english: "Line 3: “5.001” is not an amount."),
    ]

    @Test("a bank file that does not fit together is refused whole, with its line", arguments: cases)
    func refused(_ item: Case) {
        let message = refusal { () throws(Refusal) in try bank(item.text) }
        #expect(message?.line == item.line)
        #expect(words(message) == [item.french + BankRefusalTests.again[0], item.english + BankRefusalTests.again[1]])
    }
}
