import Receivables
import Risk

/// A customer's verification as people read it.
struct VerificationWords {
    private let verification: Verification
    private let policy: VerificationPolicy
    private let words: Wording

    init(_ verification: Verification, _ policy: VerificationPolicy, _ words: Wording) {
        self.verification = verification
        self.policy = policy
        self.words = words
    }

    private func say(_ french: String, _ english: String) -> String { words.language == .french ? french : english }

    /// `vérifié le 01/03/2026 par C. Martin, à refaire après le 01/03/2027`.
    var state: String {
        let when = verification.last.map { say(" le ", " on ") + words.day($0) } ?? ""
        let who = verification.by.map { say(" par ", " by ") + Message.shown($0) } ?? ""
        let due = verification.due.map { say(", à refaire après le ", ", due again after ") + words.day($0) } ?? ""
        return switch verification.state {
        case .unverified: say("jamais vérifié", "never verified")
        case .verified: say("vérifié", "verified") + when + who + due
        case .incomplete:
            say("vérifié", "verified") + when + who + due + say(", dossier incomplet", ", file incomplete")
        case .due:
            say("à vérifier de nouveau : vérifié", "due for re-verification: verified") + when + who
                + (verification.due.map { say(", échue depuis le ", ", expired on ") + words.day($0) } ?? "")
        }
    }

    /// What is missing, in one line; nil where nothing is.
    var missing: String? {
        guard !verification.missing.isEmpty else { return nil }
        let list = verification.missing.map { $0.words(words.language) }.joined(separator: ", ")
        return say("il manque : ", "missing: ") + list
    }

    var lines: [String] {
        let bound = words.amount(policy.threshold)
        let demand =
            verification.isDemanded
            ? say("exigée : l'encours dépasse \(bound)", "demanded: exposure is above \(bound)")
            : say("pas exigée jusqu'à \(bound) d'encours", "not demanded up to an exposure of \(bound)")
        return [state, missing, demand].compactMap { $0 }
    }
}
