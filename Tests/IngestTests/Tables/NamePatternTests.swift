import Receivables
import Testing

@testable import Ingest

/// Names of files as people and systems write them.
@Suite struct NamePatternTests {
    @Test(
        "a list whose name is written with its accents is read as another kind of table",
        arguments: [
            "echeancier-2026-11-25.csv", "ECHEANCIER 2026-11-25.csv", "Échéancier clients.csv", "ÉCHÉANCIER.TXT",
            "E\u{301}che\u{301}ancier.csv", "E\u{301}CHE\u{301}ANCIER.csv", "inbox/Échéancier.csv",
        ])
    func accents(_ name: String) {
        for pattern in ["*echeancier*", "*Échéancier*", "*e\u{301}che\u{301}ancier*"] {
            #expect(NamePattern(pattern)?.matches(name) == true, "\(pattern)")
        }
        #expect(NamePattern("*balance*")?.matches(name) == false)
    }

    @Test func `the day behind an accented name is not found`() {
        let pattern = NamePattern("*créances*{yyyy}-{mm}-{dd}*")
        #expect(pattern?.day(in: "Cre\u{301}ances 2026-11-25.csv") == Day(iso: "2026-11-25"))
        #expect(pattern?.day(in: "creances_2026-11-25 (1).csv") == Day(iso: "2026-11-25"))
    }
}
