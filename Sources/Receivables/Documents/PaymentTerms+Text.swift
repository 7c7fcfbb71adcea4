extension PaymentTerms {
    /// The terms a short text states: "45 jours fin de mois", "30j FDM le 10", "net 30", "comptant".
    ///
    /// Nil where it states none, or several that differ: a due date is never guessed from an unclear sentence.
    /// Clauses on early-payment discounts and late-payment penalties also name days; they are passed over.
    /// `endOfMonth` is how "45 days end of month" is meant where the words leave it open; "end of month + 45 days"
    /// leaves nothing open.
    public init?(text: some StringProtocol, endOfMonth: EndOfMonth = .daysThenMonthEnd) {
        let stated = TermsClause.clauses(of: text).compactMap { $0.terms(reading: endOfMonth) }
        guard let first = stated.first, stated.allSatisfy({ $0 == first }) else { return nil }
        self = first
    }

    /// The one calendar date a text states ("payable le 31/01/2027", "by January 31, 2027"); nil where it states
    /// none or several. Numeric dates are day first unless only month first exists.
    public static func date(in text: some StringProtocol) -> Day? {
        let stated = TermsClause.clauses(of: text).flatMap(\.dates)
        guard let first = stated.first, stated.allSatisfy({ $0 == first }) else { return nil }
        return first
    }

    /// The date that is all a cell holds: as `date(in:)`, and with two figures for the year (`15-Feb-26`), 1970 to 2069.
    public static func date(cell text: some StringProtocol) -> Day? {
        let clauses = TermsClause.clauses(of: text)
        if clauses.count == 1, let day = clauses[0].shortDate { return day }
        return date(in: text)
    }
}

extension PaymentTerms {
    /// These terms and what stands behind the month's end. Days from there come on top of days from there; from an end
    /// that the days lead to they are a day of the next month, which no month is too short for.
    fileprivate func with(_ fixedDay: FixedDay) -> PaymentTerms? {
        var terms = self
        switch fixedDay {
        case .none: break
        case .unclear: return nil
        case .of(let day): terms.dayOfMonth = day
        case .adding(let days):
            if endOfMonth == .monthEndThenDays {
                terms.days += days
            } else if (1...28).contains(days) {
                terms.dayOfMonth = days
            } else {
                return nil
            }
        }
        return terms
    }
}

/// The words and numbers of one clause, letters folded.
struct TermsClause {
    enum Token: Equatable {
        case number(Int, digits: Int)
        case word(String)
        /// `%`, `/`, `-` and `.` between digits tell rates and dates from day counts, `+` what comes on top.
        case mark(Unicode.Scalar)
    }

    var tokens: [Token] = []

    /// The clauses that speak of when to pay: not of a discount, not of a penalty, not of a delivery.
    static func clauses(of text: some StringProtocol) -> [TermsClause] {
        sentences(of: text).flatMap { clauses(ofSentence: $0) }
    }

    private static func clauses(ofSentence parts: [String]) -> [TermsClause] {
        var clauses: [TermsClause] = []
        for part in parts {
            let clause = TermsClause(part)
            guard !clause.tokens.isEmpty else { continue }
            // "30 jours fin de mois, le 10": the day belongs to what precedes it.
            if clause.continuesDay, let last = clauses.indices.last {
                clauses[last].tokens += clause.tokens
            } else {
                clauses.append(clause)
            }
        }
        let conditions = conditionsOfDiscounts(clauses)
        return clauses.indices.filter { !conditions.contains($0) && clauses[$0].isAboutPaying }.map { clauses[$0] }
    }

    /// "Pour tout paiement sous 8 jours, un escompte de 2 % sera accordé": a discount that does not say itself when it is
    /// given has its days in the clause before it, or where it comes first in the one after.
    private static func conditionsOfDiscounts(_ clauses: [TermsClause]) -> Set<Int> {
        Set(clauses.indices.filter { clauses[$0].isDiscount && !clauses[$0].hasCondition }.map { $0 > 0 ? $0 - 1 : 1 })
    }

    /// Splits at semicolons, line ends and full stops, and within a sentence at commas, where they end a word: not inside
    /// `31.12.2026`, and not in `January 31, 2027` or `31 janv. 2027`.
    private static func sentences(of text: some StringProtocol) -> [[String]] {
        let scalars = Array(text.unicodeScalars)
        var sentences: [[String]] = []
        var parts: [String] = []
        var part = ""
        for (index, scalar) in scalars.enumerated() {
            guard ends(scalar, scalars[(index + 1)...]), !(scalar == "." && abbreviates(part)) else {
                part.unicodeScalars.append(scalar)
                continue
            }
            parts.append(part)
            part = ""
            if scalar != "," {
                sentences.append(parts)
                parts = []
            }
        }
        return sentences + [parts + [part]]
    }

    /// Whether a text ends in a month's abbreviation, whose point ends nothing.
    private static func abbreviates(_ text: String) -> Bool {
        let word = String.UnicodeScalarView(
            text.unicodeScalars.reversed().prefix { $0.properties.isAlphabetic || ("\u{300}"..."\u{36F}").contains($0) }
                .reversed())
        return TermsWords.isAbbreviatedMonth(Identifiers.folded(String(word)))
    }

    private static func ends(_ scalar: Unicode.Scalar, _ rest: ArraySlice<Unicode.Scalar>) -> Bool {
        switch scalar {
        case ";", "\n", "\r": return true
        case ".", ",":
            guard let next = rest.first else { return true }
            guard next == " " || next == "\n" || next == "\r" else { return false }
            let year = rest.dropFirst().prefix(4)
            return !(scalar == "," && year.count == 4 && year.allSatisfy { ("0"..."9").contains($0) })
        default: return false
        }
    }

    private init(_ part: String) {
        var word = ""
        var digits = 0
        var value = 0
        func flush(into tokens: inout [Token]) {
            if digits > 0 { tokens.append(.number(value, digits: digits)) }
            let folded = Identifiers.folded(word)
            if !folded.isEmpty { tokens.append(.word(folded)) }
            word = ""
            digits = 0
            value = 0
        }
        for scalar in part.unicodeScalars {
            switch scalar {
            case "0"..."9":
                if digits == 0 { flush(into: &tokens) }
                digits += 1
                if digits <= 8 { value = value * 10 + Int(scalar.value - 0x30) }
            case _ where scalar.properties.isAlphabetic || ("\u{300}"..."\u{36F}").contains(scalar):
                if digits > 0 { flush(into: &tokens) }
                word.unicodeScalars.append(scalar)
            case "%", "/", "-", ".", "+":
                flush(into: &tokens)
                tokens.append(.mark(scalar))
            default: flush(into: &tokens)
            }
        }
        flush(into: &tokens)
    }

    /// The words and numbers, and before each the marks that stood there.
    var plain: (tokens: [Token], marks: [[Unicode.Scalar]]) {
        var plain: (tokens: [Token], marks: [[Unicode.Scalar]]) = ([], [])
        var marks: [Unicode.Scalar] = []
        for token in tokens {
            if case .mark(let mark) = token {
                marks.append(mark)
            } else {
                plain.tokens.append(token)
                plain.marks.append(marks)
                marks = []
            }
        }
        return plain
    }

    /// "le 10", "au 10", "10", "+ 10 jours": a day that belongs to the clause before it.
    private var continuesDay: Bool {
        switch tokens.first {
        case .word("le")?, .mark("+")?: return true
        case .word("au")?:
            guard tokens.count > 1, case .number = tokens[1] else { return false }
            return true
        case .number(_, let digits)?: return tokens.count == 1 && digits <= 2
        default: return false
        }
    }

    private var words: [String] { tokens.compactMap { if case .word(let word) = $0 { word } else { nil } } }

    private var isAboutPaying: Bool {
        !(tokens.contains(.mark("%")) || isDiscount || isAboutOtherMatters
            || words.contains(where: TermsWords.penalty.contains))
    }

    private var isDiscount: Bool {
        let words = words
        guard words.contains(where: TermsWords.discount.contains) else { return false }
        let numbers = tokens.compactMap { if case .number(let value, _) = $0 { value } else { nil } }
        let isNone = !numbers.isEmpty && numbers.allSatisfy { $0 == 0 }
        return !isNone && !words.contains(where: TermsWords.none.contains)
    }

    /// Whether it says itself by when or how one must pay.
    private var hasCondition: Bool {
        let plain = plain.tokens
        return TermsClause.period(in: plain) != nil || !dates.isEmpty || TermsClause.isAtOnce(plain)
            || words.contains(where: TermsWords.early.contains)
    }

    /// "Livraison sous 15 jours", "réclamation sous 8 jours": what the days are for stands before them.
    private var isAboutOtherMatters: Bool {
        let start = tokens.prefix { if case .number = $0 { false } else { true } }
        let words = start.compactMap { if case .word(let word) = $0 { word } else { nil } }
        return words.contains(where: TermsWords.otherMatters.contains)
            && !words.contains(where: TermsWords.paying.contains)
    }

    // MARK: - Days

    func terms(reading setting: PaymentTerms.EndOfMonth) -> PaymentTerms? {
        // The end of ten or fifteen days: no end of month, and never read as none.
        guard !words.contains(where: TermsWords.shorterPeriods.contains) else { return nil }
        let plain = plain.tokens
        let monthEnd = TermsClause.monthEnd(in: plain)
        let period = TermsClause.period(in: plain)
        let fixedDay = FixedDay(self, period: period?.index)
        guard fixedDay != .unclear else { return nil }
        guard let period else {
            if monthEnd != nil || fixedDay != .none { return withoutPeriod(plain, fixedDay, setting) }
            return TermsClause.isAtOnce(plain) ? PaymentTerms(days: 0) : nil
        }
        let endsAtMonth = monthEnd ?? (period.endsAtMonth ? plain.count : nil)
        guard let endsAtMonth else { return PaymentTerms(days: period.days).with(fixedDay) }
        let fromMonthEnd = endsAtMonth < period.index || TermsClause.isAfter(plain, from: period.index, to: endsAtMonth)
        return PaymentTerms(days: period.days, endOfMonth: fromMonthEnd ? .monthEndThenDays : setting).with(fixedDay)
    }

    /// "fin de mois", "fin du mois suivant", "le 15 du mois suivant", "fin de mois + 10": no day count at all.
    private func withoutPeriod(
        _ plain: [Token], _ fixedDay: FixedDay, _ setting: PaymentTerms.EndOfMonth
    ) -> PaymentTerms? {
        let isNextMonth = plain.contains { TermsWords.isNext($0) }
        switch fixedDay {
        case .unclear: return nil
        case .none: return PaymentTerms(days: 0, endOfMonth: setting, dayOfMonth: isNextMonth ? 31 : nil)
        case .adding(let days): return PaymentTerms(days: days, endOfMonth: .monthEndThenDays)
        case .of(let day):
            guard isNextMonth || TermsClause.monthEnd(in: plain) != nil else { return nil }
            return PaymentTerms(days: 0, endOfMonth: setting, dayOfMonth: day)
        }
    }

    /// The day count, its place, and whether its unit already says end of month (`45 JFDM`).
    private static func period(in tokens: [Token]) -> (days: Int, index: Int, endsAtMonth: Bool)? {
        for (index, token) in tokens.enumerated() {
            guard case .number(let days, let digits) = token, days <= 366, digits <= 3 else { continue }
            let next = index + 1 < tokens.count ? tokens[index + 1] : nil
            let previous = index > 0 ? tokens[index - 1] : nil
            if case .word(let unit)? = next {
                if TermsWords.days.contains(unit) { return (days, index, false) }
                if TermsWords.daysToMonthEnd.contains(unit) { return (days, index, true) }
                if isMonthEnd(tokens, at: index + 1) { return (days, index, false) }
                // "30 net", but "2/10 net 30" means the second number.
                if TermsWords.net.contains(unit), index + 2 == tokens.count || !isNumber(tokens[index + 2]) {
                    return (days, index, false)
                }
            }
            if case .word(let before)? = previous,
                TermsWords.net.contains(before) || TermsWords.monthEnd.contains(before) || before == "j"
            {
                return (days, index, false)
            }
        }
        return nil
    }

    private static func isNumber(_ token: Token) -> Bool {
        if case .number = token { true } else { false }
    }

    static func monthEnd(in tokens: [Token]) -> Int? {
        tokens.indices.first { isMonthEnd(tokens, at: $0) }
    }

    private static func isMonthEnd(_ tokens: [Token], at index: Int) -> Bool {
        guard case .word(let word) = tokens[index] else { return false }
        if TermsWords.monthEnd.contains(word) { return true }
        guard word == "fin" || word == "end" else {
            return word == "month" && index + 1 < tokens.count && tokens[index + 1] == .word("end")
        }
        return tokens[index...].dropFirst().prefix(3).contains { $0 == .word("mois") || $0 == .word("month") }
    }

    /// "45 jours après la fin du mois": the words between say that the month ends first.
    private static func isAfter(_ tokens: [Token], from: Int, to: Int) -> Bool {
        guard from < to, to <= tokens.count else { return false }
        return tokens[from..<to].contains {
            if case .word(let word) = $0 { TermsWords.after.contains(word) } else { false }
        }
    }

    private static func isAtOnce(_ tokens: [Token]) -> Bool {
        tokens.contains { if case .word(let word) = $0 { TermsWords.atOnce.contains(word) } else { false } }
    }

    // MARK: - Dates

    /// Dates of the forms 2027-01-31, 31/01/2027, 31.01.2027, 31 janvier 2027 and January 31 2027.
    var dates: [Day] {
        let parts = plain.tokens
        guard parts.count >= 3 else { return [] }
        return parts.indices.dropLast(2).compactMap { TermsClause.date(parts[$0], parts[$0 + 1], parts[$0 + 2]) }
    }

    /// `15-Feb-26`, `Feb 15 26`: nothing but a day, a month's name and two figures of a year.
    var shortDate: Day? {
        let parts = plain.tokens
        guard parts.count == 3, case .number(let short, 2) = parts[2] else { return nil }
        let year = Token.number(short < 70 ? 2000 + short : 1900 + short, digits: 4)
        switch (parts[0], parts[1]) {
        case (.number, .word), (.word, .number): return TermsClause.date(parts[0], parts[1], year)
        default: return nil
        }
    }

    private static func date(_ first: Token, _ second: Token, _ third: Token) -> Day? {
        switch (first, second, third) {
        case (.number(let year, 4), .number(let month, 1...2), .number(let day, 1...2)):
            Day(year: year, month: month, day: day)
        case (.number(let day, 1...2), .number(let month, 1...2), .number(let year, 4)):
            Day(year: year, month: month, day: day) ?? Day(year: year, month: day, day: month)
        case (.number(let day, 1...2), .word(let name), .number(let year, 4)),
            (.word(let name), .number(let day, 1...2), .number(let year, 4)):
            TermsWords.month(name).flatMap { Day(year: year, month: $0, day: day) }
        default: nil
        }
    }
}

/// The vocabulary of payment terms, folded (no case, no accents): French and English, and the German and Italian
/// words that foreign customers' documents bring.
enum TermsWords {
    static let days: Set<String> = [
        "jours", "jour", "j", "jrs", "jr", "days", "day", "d", "tage", "tagen", "tag", "dagen", "giorni", "dias",
    ]
    static let daysToMonthEnd: Set<String> = ["jfm", "jfdm", "jrfm", "jrsfm"]
    static let net: Set<String> = ["net", "nets", "nette", "netto", "n"]
    static let monthEnd: Set<String> = ["fdm", "fm", "eom", "monatsende"]
    static let after: Set<String> = ["apres", "compter", "partir", "after", "from", "following", "suivant"]
    static let atOnce: Set<String> = [
        "comptant", "reception", "receipt", "immediat", "immediate", "immediatement", "immediately", "cash", "sofort",
    ]
    static let discount: Set<String> = ["escompte", "discount", "skonto", "sconto", "remise", "rabais"]
    static let penalty: Set<String> = [
        "penalite", "penalites", "retard", "indemnite", "indemnites", "interet", "interets", "recouvrement",
        "penalty", "penalties", "late", "overdue", "interest", "verzug",
    ]
    /// How a discount is earned, beside a number of days.
    static let early: Set<String> = [
        "anticipe", "anticipee", "anticipes", "avance", "avant", "early", "prompt", "vorzeitig",
    ]
    static let otherMatters: Set<String> = [
        "reclamation", "reclamations", "contestation", "contestations", "livraison", "livraisons", "livre", "livree",
        "expedition", "garantie", "valable", "validite", "retour", "retours", "delivery", "shipping", "claim", "claims",
        "complaint", "complaints", "warranty", "valid", "validity", "return", "returns", "lieferung", "reklamation",
    ]
    static let paying: Set<String> = [
        "paiement", "paiements", "payable", "payer", "paye", "reglement", "regler", "regle", "echeance", "due",
        "payment",
        "pay", "paid", "zahlbar", "zahlung",
    ]
    /// How it is paid, behind the day.
    static let means: Set<String> = [
        "lcr", "vir", "virement", "cheque", "chq", "traite", "prelevement", "prlv", "bor", "par", "sepa", "net", "nets",
    ]
    static let shorterPeriods: Set<String> = ["decade", "decades", "quinzaine", "quinzaines"]
    static let none: Set<String> = ["sans", "pas", "aucun", "aucune", "no", "without", "kein", "ohne"]

    static func isNext(_ token: TermsClause.Token) -> Bool {
        token == .word("suivant") || token == .word("prochain") || token == .word("following") || token == .word("next")
    }

    static func month(_ word: String) -> Int? { months[word] }

    static func isAbbreviatedMonth(_ word: String) -> Bool { months[word] != nil && !fullMonths.contains(word) }

    private static let fullMonths: Set<String> = [
        "janvier", "january", "fevrier", "february", "mars", "march", "avril", "april", "mai", "may", "juin", "june",
        "juillet", "july", "aout", "august", "septembre", "september", "octobre", "october", "novembre", "november",
        "decembre", "december",
    ]

    private static let months: [String: Int] = {
        let names = [
            ["janvier", "january", "janv", "jan"], ["fevrier", "february", "fevr", "fev", "feb"],
            ["mars", "march", "mar"],
            ["avril", "april", "avr", "apr"], ["mai", "may"], ["juin", "june", "jun"],
            ["juillet", "july", "juil", "jul"],
            ["aout", "august", "aug"], ["septembre", "september", "sept", "sep"], ["octobre", "october", "oct"],
            ["novembre", "november", "nov"], ["decembre", "december", "dec"],
        ]
        var months: [String: Int] = [:]
        for (index, forms) in names.enumerated() {
            for form in forms { months[form] = index + 1 }
        }
        return months
    }()
}
