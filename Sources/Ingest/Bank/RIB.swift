/// A French account in its national form: bank, branch and account number, as CFONB files carry it.
struct RIB {
    /// Five digits.
    let bank: String
    /// Five digits.
    let branch: String
    /// Eleven digits or capitals.
    let account: String

    /// The IBAN: `FR`, check digits, bank, branch, account, RIB key. Nil where a part has not its form.
    var iban: String? {
        guard let key, bank != "00000" else { return nil }
        let number = bank + branch + account + RIB.twoDigits(key)
        guard let rest = Remainder97.of(number + "FR00", letters: Remainder97.iso) else { return nil }
        return "FR" + RIB.twoDigits(98 - rest) + number
    }

    /// 97 − ((89 × bank + 15 × branch + 3 × account) mod 97), which is 97 − the remainder of the whole number × 100.
    private var key: Int? {
        guard bank.utf8.count == 5, branch.utf8.count == 5, account.utf8.count == 11 else { return nil }
        return Remainder97.of(bank + branch + account + "00", letters: Remainder97.rib).map { 97 - $0 }
    }

    private static func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}
