import Receivables
import Risk

/// Groups and exchange rates in portfolio.json.
extension JSONWriter {
    /// A customer's group, at the customer: its name and what it adds up to.
    mutating func group(of id: CustomerID, in book: Book) {
        guard let standing = book.groups.standing(of: id) else { return }
        key("group")
        beginObject()
        members(of: standing, in: book)
        flag("head", standing.group.head == id)
        endObject()
    }

    /// Every group by key, with its companies.
    mutating func groups(_ book: Book) {
        beginArray()
        for (_, standing) in book.groups.standings.sorted(by: { $0.key < $1.key }) {
            beginObject()
            members(of: standing, in: book)
            member("head", standing.group.head.map { book.ledger.key(of: $0) })
            key("members")
            beginArray()
            for id in standing.group.members { string(book.ledger.key(of: id)) }
            endArray()
            endObject()
        }
        endArray()
    }

    private mutating func members(of standing: GroupBook.Standing, in book: Book) {
        let currency = book.wording.currency
        let measures = standing.measures
        member("key", standing.group.key)
        member("name", standing.group.name)
        flag("circular", standing.group.isCyclic)
        member("currency", currency.code)
        member("exposure", measures.exposure, currency)
        member("overdue", measures.overdue, currency)
        member("insuredLimit", measures.insuredLimit, currency)
        member("internalLimit", measures.internalLimit, currency)
    }

    /// The rates an account's other currencies are converted by, and those that have none.
    mutating func rates(_ answers: [(currency: Currency, answer: Exchange.Answer)], _ base: Currency) {
        guard !answers.isEmpty else { return }
        key("rates")
        beginArray()
        for (currency, answer) in answers {
            beginObject()
            member("currency", currency.code)
            switch answer {
            case .rate(let conversion): basis(conversion.basis, base)
            case .stale(let day):
                member("lastRate", day)
                flag("notConverted", true)
            case .missing: flag("notConverted", true)
            }
            endObject()
        }
        endArray()
    }

    private mutating func basis(_ basis: Conversion.Basis, _ base: Currency) {
        switch basis {
        case .fixed(let fixed):
            member("perBase", fixed.perBase)
            member("date", fixed.from)
            flag("fixed", true)
        case .reference(let perEuro, let basePerEuro, let day):
            member("perEuro", perEuro)
            if base != .eur { member("basePerEuro", basePerEuro) }
            member("date", day)
        }
    }
}
