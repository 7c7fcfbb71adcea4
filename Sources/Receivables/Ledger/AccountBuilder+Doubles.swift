/// A movement of money that both the books and a bank statement tell of, booked once.
public struct TwiceTold: Sendable, Hashable {
    /// The bank's day and reference.
    public let date: Day
    public let reference: String?
    public let currency: Currency
    /// Positive, minor units.
    public let amount: Int64
    /// Signed: what counting it a second time would have changed in what is owed.
    public let effect: Int64
    public let books: [FiledAt]
    public let bank: FiledAt
    /// True where nothing but customer, amount and nearness of days says that it is one movement.
    public let isAssumed: Bool
}

/// A receipt stands in the books (the bank journal of a FEC, a credit on 411) and in the statement of that bank.
///
/// They are one movement where customer, direction, currency and amount are the same and the days at most ten apart, the
/// span within which a platform's word and the bank's are one cash too; and where they do not name different invoices.
/// A reference or an invoice that both name makes it certain, else it is assumed and marked. A list of payments, which may
/// have been made from a bank's statement or beside it, is taken for the same only where that is certain: by a reference
/// with a number in it, or by naming the same invoices that the amount pays in full. One row goes with one row:
/// two equal rows of a file are two movements, and only as many become one as both sides tell of. Where the books split
/// a receipt over rows of one day and reference, their sum is compared.
extension AccountBuilder {
    /// Days that may lie between the bank's day and the books'.
    static let sameMoneyDays = 10

    private struct Likeness: Hashable {
        let isReceipt: Bool
        let currency: Currency
        let amount: Int64
    }

    /// Rows of the books that may be a bank's row.
    private struct Match {
        let books: [Int]
        let bank: Int
        let isAssumed: Bool
        let gap: Int

        static func precedes(_ left: Match, _ right: Match) -> Bool {
            if left.isAssumed != right.isAssumed { return right.isAssumed }
            return (left.gap, left.bank, left.books[0]) < (right.gap, right.bank, right.books[0])
        }
    }

    mutating func settleDoubles() {
        guard received.contains(where: \.isOfBank), received.contains(where: \.isOfBooks) else { return }
        received.sort { Received.precedes($0, $1) }
        let banks = received.indices.filter { received[$0].isOfBank }
        let books = received.indices.filter { received[$0].isOfBooks }
        var taken: Set<Int> = []
        var found = take(books.map { [$0] }, banks, &taken)
        let unmet = books.filter {
            !taken.contains($0) && received[$0].payment.isFromBooks && received[$0].payment.reference != nil
        }
        let rest = Dictionary(grouping: unmet) {
            let payment = received[$0].payment
            return [payment.reference ?? "", payment.date.description, payment.currency.code, payment.kind.rawValue]
        }
        let split = rest.values.filter { $0.count > 1 }
        found += take(split, banks.filter { !taken.contains($0) }, &taken)
        unite(found)
    }

    /// The best matches, each row at most once: certain ones first, then the nearest.
    private func take(_ groups: [[Int]], _ banks: [Int], _ taken: inout Set<Int>) -> [Match] {
        let alike = Dictionary(grouping: banks) { likeness([$0]) }
        let matches = groups.flatMap { group in
            (alike[likeness(group)] ?? []).compactMap { match(group, $0) }
        }
        .sorted { Match.precedes($0, $1) }
        return matches.filter { match in
            guard !taken.contains(match.bank), !match.books.contains(where: taken.contains) else { return false }
            taken.formUnion(match.books + [match.bank])
            return true
        }
    }

    private func likeness(_ rows: [Int]) -> Likeness {
        let payment = received[rows[0]].payment
        let sum = rows.reduce(Int64(0)) { $0 + received[$1].share.amount }
        return Likeness(isReceipt: payment.kind == .payment, currency: payment.currency, amount: sum)
    }

    private func match(_ books: [Int], _ bank: Int) -> Match? {
        let gap = abs(received[books[0]].payment.date - received[bank].payment.date)
        guard gap <= AccountBuilder.sameMoneyDays else { return nil }
        let payment = received[bank].payment
        let references = [payment.reference, payment.entry?.bankReference, payment.entry?.endToEnd].compactMap { $0 }
        let isList = !received[books[0]].payment.isFromBooks
        let shares = books.contains { place in
            let own = received[place].payment
            return (!isList || own.hasTellingReference) && own.reference.map(references.contains) ?? false
        }
        if shares { return Match(books: books, bank: bank, isAssumed: false, gap: gap) }
        let named = Set(received[bank].share.items.map(\.invoice))
        let booked = Set(books.flatMap { received[$0].share.items.map(\.invoice) })
        if isList {
            let pays = received[bank].share.items.reduce(Int64(0)) { $0 + $1.effect }
            let isCertain = !named.isEmpty && named == booked && pays == received[bank].share.amount
            return isCertain ? Match(books: books, bank: bank, isAssumed: false, gap: gap) : nil
        }
        if named.isEmpty || booked.isEmpty { return Match(books: books, bank: bank, isAssumed: true, gap: gap) }
        guard !named.isDisjoint(with: booked) else { return nil }
        return Match(books: books, bank: bank, isAssumed: false, gap: gap)
    }

    /// Keeps the bank's row, which says when the money came, with what the books say it paid.
    private mutating func unite(_ matches: [Match]) {
        for match in matches {
            let rows = match.books.map { received[$0] }
            var one = received[match.bank]
            let items = rows.flatMap(\.share.items)
            if !items.isEmpty {
                one.share.items = items
                one.payment.remittance = rows.flatMap(\.payment.remittance)
            }
            one.payment.reference = one.payment.reference ?? rows[0].payment.reference
            received[match.bank] = one
            doubles.append(
                TwiceTold(
                    date: one.payment.date, reference: one.payment.reference, currency: one.payment.currency,
                    amount: one.share.amount,
                    effect: rows.reduce(0) { $0 + ($1.payment.kind == .payment ? -$1.share.amount : $1.share.amount) },
                    books: rows.map(\.origin), bank: one.origin, isAssumed: match.isAssumed))
        }
        let united = Set(matches.flatMap(\.books))
        received = received.indices.filter { !united.contains($0) }.map { received[$0] }
        doubles.sort { ($0.date, $0.amount, $0.reference ?? "") < ($1.date, $1.amount, $1.reference ?? "") }
    }
}

extension AccountBuilder.Received {
    fileprivate var isOfBank: Bool { payment.entry != nil && share.amount > 0 }
    /// Of the books or of a list: of no bank.
    fileprivate var isOfBooks: Bool { payment.entry == nil && share.amount > 0 }
}
