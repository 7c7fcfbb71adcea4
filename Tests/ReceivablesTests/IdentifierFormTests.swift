import Testing

@testable import Receivables

/// Names and numbers are compared in the same form whether or not a letter with an accent stands among them.
@Suite struct IdentifierFormTests {
    @Test("text without accents is folded otherwise than the same text before an accent", arguments: 0..<200)
    func ascii(_ run: Int) {
        var random = Seeded(UInt64(run) &* 7919 &+ 5)
        let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in UInt8.random(in: 0...0x7F, using: &random) }
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(Identifiers.compact(text + "É") == Identifiers.compact(text) + "É")
        let folded = Identifiers.folded(text)
        #expect(Identifiers.folded(text + " é") == (folded.isEmpty ? "e" : folded + " e"))
    }

    @Test(
        "a legal form keeps two names of one company apart, or what only begins like one is taken away",
        arguments: [
            ("SARL Dupont", "dupont"), ("Dupont S.A.S.", "dupont s a s"), ("Ets Dupont & Fils", "dupont fils"),
            ("Établissements Dupont", "dupont"), ("Etablissement Dupont", "etablissement dupont"),
            ("Sa", "sa"), ("SAS SARL", "sas sarl"), ("Sarlat Distribution", "sarlat distribution"),
            ("Limitedly", "limitedly"), ("Dupont", "dupont"), ("", ""), ("DUPONT  LTD", "dupont"),
        ] as [(String, String)])
    func names(_ name: String, _ normalised: String) {
        #expect(Identifiers.normalisedName(name) == normalised)
    }
}
