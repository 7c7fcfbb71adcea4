import Receivables
import Risk

/// The rates that figures rest on, for people: each with its day, and what could not be converted.
struct ExchangeWords {
    private let words: Wording
    private let maximumAge: Int

    init(_ words: Wording, _ policy: Policy) {
        self.words = words
        maximumAge = policy.exchange.maximumAgeDays
    }

    private func say(_ french: String, _ english: String) -> String { words.language == .french ? french : english }

    /// `1 EUR = 1,0823 USD (BCE, 24/11/2026)`, or why there is no rate.
    func line(_ currency: Currency, _ answer: Exchange.Answer) -> String {
        switch answer {
        case .rate(let conversion): rate(conversion)
        case .stale(let day):
            "! \(currency.code)\(say(" :", ":")) "
                + say(
                    "dernier cours du \(words.day(day)), plus de \(words.days(maximumAge)) ; montants non convertis",
                    "last rate of \(words.day(day)), more than \(words.days(maximumAge)) old; amounts not converted")
        case .missing:
            "! \(currency.code)\(say(" :", ":")) "
                + say(
                    "aucun cours ; montants non convertis (déposez eurofxref-hist.csv de la BCE)",
                    "no rate; amounts not converted (drop the ECB's eurofxref-hist.csv)")
        }
    }

    private func rate(_ conversion: Conversion) -> String {
        switch conversion.basis {
        case .fixed(let fixed):
            return "1 \(words.currency.code) = \(plain(fixed.perBase)) \(conversion.currency.code) "
                + "(\(say("cours fixé, depuis le", "fixed rate, since")) \(words.day(fixed.from)))"
        case .reference(let perEuro, let basePerEuro, let day):
            let own = conversion.currency == .eur ? "" : " = \(plain(perEuro)) \(conversion.currency.code)"
            let base = words.currency == .eur ? "" : " = \(plain(basePerEuro)) \(words.currency.code)"
            return "1 EUR\(own)\(base) (\(say("BCE", "ECB")), \(words.day(day)))"
        }
    }

    private func plain(_ rate: ExactDecimal) -> String {
        words.language == .french ? rate.description.replacing(".", with: ",") : rate.description
    }
}

extension Book {
    /// Converts on the day of the book.
    var exchange: Exchange {
        Exchange(ledger.rates, on: day ?? Day(number: 0), rules.settings.policy)
    }

    /// Every other currency of the portfolio, by code, with its rate of the day.
    var exchangeAnswers: [(currency: Currency, answer: Exchange.Answer)] {
        var found: [Currency: Exchange.Answer] = [:]
        for (id, standing) in standings where standing.measures.holdsOtherCurrencies {
            for (currency, answer) in exchange.answers(for: account(of: id)) { found[currency] = answer }
        }
        return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    var exchangeWords: ExchangeWords { ExchangeWords(wording, rules.settings.policy) }
}
