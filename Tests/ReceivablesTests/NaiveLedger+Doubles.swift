@testable import Receivables

/// Movements that the books and a bank both tell of, from the rule alone: again and again the best pair is looked for
/// among all, until there is none.
extension NaiveLedger {
    func toldOnce(_ shares: [Share]) -> [Share] {
        var left = shares.sorted { NaiveLedger.comes($0, before: $1) }
        var united: [Share] = []
        while let (book, bank) = bestPair(left) {
            var one = left[bank]
            if !left[book].names.isEmpty {
                one.names = left[book].names
                one.payment.remittance = left[book].payment.remittance
            }
            united.append(one)
            for place in [book, bank].sorted(by: >) { left.remove(at: place) }
        }
        return left + united
    }

    private static func comes(_ left: Share, before right: Share) -> Bool {
        let (a, b) = (left.payment, right.payment)
        if a.date != b.date { return a.date < b.date }
        if a.reference != b.reference { return (a.reference ?? "") < (b.reference ?? "") }
        if left.amount != right.amount { return left.amount < right.amount }
        let names = (
            a.remittance.map(\.number).joined(separator: ","), b.remittance.map(\.number).joined(separator: ",")
        )
        return names.0 < names.1
    }

    private func bestPair(_ shares: [Share]) -> (book: Int, bank: Int)? {
        var best: (book: Int, bank: Int, rank: (Int, Int, Int, Int))?
        for book in shares.indices where shares[book].payment.entry == nil && shares[book].amount > 0 {
            for bank in shares.indices where shares[bank].payment.entry != nil && shares[bank].amount > 0 {
                guard let doubt = doubt(shares[book], shares[bank]) else { continue }
                let gap = abs(shares[book].payment.date - shares[bank].payment.date)
                let rank = (doubt, gap, bank, book)
                if gap <= 10, best.map({ rank < $0.rank }) ?? true { best = (book, bank, rank) }
            }
        }
        return best.map { ($0.book, $0.bank) }
    }

    /// 0 where both name the same, 1 where one says nothing; nil where they are not one.
    private func doubt(_ book: Share, _ bank: Share) -> Int? {
        let (a, b) = (book.payment, bank.payment)
        guard book.customer == bank.customer, book.amount == bank.amount, a.currency == b.currency,
            (a.kind == .payment) == (b.kind == .payment)
        else { return nil }
        if a.reference == b.reference || a.reference == b.entry?.bankReference { return 0 }
        let (ours, theirs) = (Set(book.names.map(\.number)), Set(bank.names.map(\.number)))
        if !a.isFromBooks {
            let asked = theirs.reduce(0) { $0 + (document($1)?.effect ?? 0) }
            return !ours.isEmpty && ours == theirs && asked == bank.amount ? 0 : nil
        }
        if ours.isEmpty || theirs.isEmpty { return 1 }
        return ours.isDisjoint(with: theirs) ? nil : 0
    }
}
