/// What stands behind a month's end: "fin de mois le 10", "fin de mois + 10 jours", "30FDM10".
enum FixedDay: Equatable {
    case none
    /// A day of the month that follows.
    case of(day: Int)
    /// Days counted on from the month's end.
    case adding(days: Int)
    /// Several days, or a number that nothing explains: the terms are not understood.
    case unclear

    /// `period`: the place of the day count, which is no day of a month.
    init(_ clause: TermsClause, period: Int?) {
        let words = FixedDayWords(clause, period: period)
        var found: Set<Int> = []
        var added: Int?
        for index in words.numbers {
            switch words.meaning(of: index) {
            case .of(let day): found.insert(day)
            case .adding(let days) where added == nil: added = days
            case .none: continue
            case .adding, .unclear:
                self = .unclear
                return
            }
        }
        switch (found.count, added) {
        case (0, nil): self = .none
        case (0, let days?): self = .adding(days: days)
        case (1, nil): self = .of(day: found.first ?? 0)
        default: self = .unclear
        }
    }
}

/// The numbers of a clause on payment, and the words around each.
private struct FixedDayWords {
    private let tokens: [TermsClause.Token]
    private let marks: [[Unicode.Scalar]]
    private let period: Int?
    /// Where the words that say the month's end are over.
    private let monthEnd: Int?
    private let end: Int

    init(_ clause: TermsClause, period: Int?) {
        (tokens, marks) = clause.plain
        self.period = period
        monthEnd = FixedDayWords.monthEnd(in: clause.plain.tokens)
        end = FixedDayWords.otherMatter(in: clause.plain.tokens, from: monthEnd) ?? tokens.count
    }

    /// Behind "livraison", days are those of a delivery; behind "date de livraison", they go on from it.
    private static func otherMatter(in tokens: [TermsClause.Token], from monthEnd: Int?) -> Int? {
        guard let monthEnd else { return nil }
        return tokens.indices[monthEnd...].first { index in
            guard case .word(let word) = tokens[index], TermsWords.otherMatters.contains(word) else { return false }
            return ![.word("de"), .word("d"), .word("la"), .word("date")].contains(tokens[index - 1])
        }
    }

    /// The place behind "fin de mois", "FDM", "JFDM", "end of the month", and behind "suivant" after it.
    private static func monthEnd(in tokens: [TermsClause.Token]) -> Int? {
        let start =
            TermsClause.monthEnd(in: tokens)
            ?? tokens.firstIndex {
                if case .word(let unit) = $0 { TermsWords.daysToMonthEnd.contains(unit) } else { false }
            }
        guard let start else { return nil }
        var end = start + 1
        if case .word(let word) = tokens[start], ["fin", "end", "month"].contains(word) {
            let closing = tokens[end...].firstIndex { [.word("mois"), .word("month"), .word("end")].contains($0) }
            end = (closing ?? start) + 1
        }
        while end < tokens.count, TermsWords.isNext(tokens[end]) { end += 1 }
        return end
    }

    /// Places of numbers that are no part of a date, a rate or a code, and not the day count itself.
    var numbers: [Int] {
        tokens.indices.filter { index in
            guard index < end, index != period, case .number(_, let digits) = tokens[index], digits <= 3 else {
                return false
            }
            return !isNumber(index - 1, joinedAt: index) && !isNumber(index + 1, joinedAt: index + 1)
                && !isMonth(index + 1) && !isMonth(index - 1)
        }
    }

    func meaning(of index: Int) -> FixedDay {
        guard case .number(let value, let digits) = tokens[index] else { return .none }
        let isDay = digits <= 2 && (1...31).contains(value)
        let isBehind = monthEnd.map { index >= $0 } ?? false
        let isCounted = isWord(index + 1, TermsWords.days.contains)
        if isDay, !isCounted {
            if isWord(index - 1, ["le", "the"].contains) || saysNextMonth(index) { return .of(day: value) }
            if isBehind, isWord(index - 1, ["au"].contains) { return .of(day: value) }
        }
        guard isBehind, let monthEnd else { return .none }
        let isPlus = marks[index].contains("+") || isWord(index - 1, ["plus"].contains)
        guard index == monthEnd || isPlus && index == monthEnd + 1 else { return .unclear }
        if isPlus || isCounted { return .adding(days: value) }
        return isDay && marks[index].isEmpty && endsThere(index) ? .of(day: value) : .unclear
    }

    /// "10 du mois suivant", "15 of the following month".
    private func saysNextMonth(_ index: Int) -> Bool {
        guard isWord(index + 1, ["du", "of"].contains) else { return false }
        let rest = tokens[(index + 2)...].prefix(3)
        return rest.contains { [.word("mois"), .word("month")].contains($0) }
            && rest.contains { TermsWords.isNext($0) }
    }

    /// Nothing that the number could count: "15", "15 LCR", "15 par virement".
    private func endsThere(_ index: Int) -> Bool {
        guard index + 1 < tokens.count, marks[index + 1].isEmpty else { return true }
        return isWord(index + 1) { $0 == "er" || TermsWords.means.contains($0) }
    }

    private func isWord(_ index: Int, _ fits: (String) -> Bool) -> Bool {
        guard tokens.indices.contains(index), case .word(let word) = tokens[index] else { return false }
        return fits(word)
    }

    private func isMonth(_ index: Int) -> Bool { isWord(index) { TermsWords.month($0) != nil } }

    private func isNumber(_ index: Int, joinedAt place: Int) -> Bool {
        guard tokens.indices.contains(index), case .number = tokens[index] else { return false }
        return !marks[place].contains("+")
    }
}
