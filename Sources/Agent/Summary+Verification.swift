import Receivables
import Risk

/// A customer that somebody should look at: new, never verified, incomplete or due again.
struct VerificationRow {
    let key: String
    let name: String
    /// Minor units of the base currency.
    let exposure: Int64
    /// The day of its first document, where that is in the week before.
    let isNew: Bool
    let verification: Verification
}

extension Book {
    /// New customers, and those the policy wants verified and that are not; the largest exposure first.
    var verificationRows: [VerificationRow] {
        guard let day else { return [] }
        return shownCustomers.compactMap { id, standing -> VerificationRow? in
            let account = account(of: id)
            let verification = verification(of: account, standing)
            let isNew = account.firstDay.map { (0..<7).contains(day - $0) } ?? false
            guard isNew || verification.isDemanded && verification.state != .verified else { return nil }
            return VerificationRow(
                key: standing.key, name: account.customer.name, exposure: standing.measures.amount("exposure"),
                isNew: isNew, verification: verification)
        }
        .sorted { ($1.exposure, $0.key) < ($0.exposure, $1.key) }
    }
}

extension Account {
    /// The day of the first document that makes it a customer of ours; nil where none is dated.
    fileprivate var firstDay: Day? {
        let own = events.lazy.map(\.event).filter { !$0.kind.isExternal }.map(\.date)
        return [
            receivables.map(\.issued).min(), credits.map(\.date).min(), withdrawn.map(\.issued).min(), own.min(),
        ].compactMap { $0 }.min()
    }
}

extension Summary {
    /// New and unverified customers: who they are, what is missing, how much is at stake.
    var verificationSection: String {
        var text = "\n## \(say("Clients nouveaux ou à vérifier", "New and unverified customers"))\n\n"
        let share = book.totals.positive > 0 ? Double(book.totals.unverified) / Double(book.totals.positive) : 0
        let amount = words.amount(book.totals.unverified)
        let percent = words.value(.number(share), .share)
        text += say(
            "Encours jamais vérifié : \(amount) (\(percent)).", "Exposure never verified: \(amount) (\(percent)).")
        text += "\n\n"
        let rows = book.verificationRows
        guard !rows.isEmpty else { return text + say("Rien.", "Nothing.") + "\n" }
        let policy = book.rules.settings.policy.verification
        return text
            + table(
                [
                    say("Client", "Customer"), say("Encours", "Exposure"), say("Vérification", "Verification"),
                    say("Manque", "Missing"),
                ],
                rows.map { row in
                    let told = VerificationWords(row.verification, policy, words)
                    let mark = row.isNew ? say(" (nouveau)", " (new)") : ""
                    return [
                        escaped(row.name) + mark, words.amount(row.exposure), escaped(told.state),
                        row.verification.missing.map { $0.words(words.language) }.joined(separator: ", "),
                    ]
                })
    }
}

extension JSONWriter {
    /// The same rows for other programs.
    mutating func unverified(_ rows: [VerificationRow]) {
        beginArray()
        for row in rows {
            beginObject()
            member("key", row.key)
            member("name", row.name)
            flag("new", row.isNew)
            verification(row.verification)
            endObject()
        }
        endArray()
    }
}
