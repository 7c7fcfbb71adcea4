/// Finds invoice numbers in the free text of a payment, among numbers that are known to be open.
///
/// Built once for a customer, then asked for each of its payments. What it accepts:
/// 1. the number with other spaces and signs: `FA 2026/00123`, `fa2026 00 123` (a text cut at 140 characters);
/// 2. its end without the prefix, `2026-00123` or `00123` or, without zeros, `1234`: only where that has four digits or
///    more, fits one open number alone, and is no year;
/// 3. lists that repeat only what changes: `F2026-100, 101 et 102`, `FA00123/124`;
/// 4. ranges in words: `F100 à F103`, `du 1001 au 1005`: the open numbers between.
///
/// Never inside a longer number, a date or an amount; a bare number of fewer than four digits only after a word for
/// "invoice".
public struct RemittanceText: Sendable {
    /// A known number: where it stands, and its place in its series.
    private struct Candidate: Sendable {
        let number: String
        /// Everything before the last digits, in canonical form.
        let prefix: String
        /// The last digits.
        let digits: String
        /// The letters it begins with; empty where it begins with a digit.
        let letters: String
    }

    private var candidates: [Candidate] = []
    /// Canonical form → place; -1 where two numbers share it.
    private var whole: [String: Int] = [:]
    /// The end of a number → place; -1 where it fits two.
    private var ends: [String: Int] = [:]
    /// Canonical prefix → its numbers by value.
    private var series: [String: [(value: Int, index: Int)]] = [:]
    private var longest = 0

    /// Indexes the numbers to look for.
    public init(_ numbers: some Sequence<String>) {
        for number in numbers { add(number) }
        for key in series.keys { series[key]?.sort { ($0.value, $0.index) < ($1.value, $1.index) } }
    }

    /// The numbers of `candidates` that `text` names, in the order of the text, each once.
    public static func invoiceNumbers(in text: String, among candidates: some Sequence<String>) -> [String] {
        RemittanceText(candidates).invoiceNumbers(in: text)
    }

    /// The known numbers that `text` names, in its order, each once.
    public func invoiceNumbers(in text: String) -> [String] {
        var search = Search(self, RemittanceRuns(text).runs)
        return search.run().map { candidates[$0].number }
    }

    // MARK: Index

    private mutating func add(_ number: String) {
        let runs = RemittanceRuns(number).runs.map { ($0.text, $0.isDigits) }
        guard let last = runs.lastIndex(where: { $0.1 }) else { return }
        let canonical = runs.map(\.0).joined()
        let index = candidates.count
        let prefix = runs[..<last].map(\.0).joined()
        // What follows the last digits (a trailing letter) keeps the number out of its series.
        let digits = last == runs.count - 1 ? runs[last].0 : ""
        let letters = runs.first.map { $0.1 ? "" : $0.0 } ?? ""
        candidates.append(Candidate(number: number, prefix: prefix, digits: digits, letters: letters))
        RemittanceText.enter(index, under: canonical, in: &whole)
        longest = max(longest, canonical.utf8.count)
        guard let value = Int(digits) else { return }
        series[prefix, default: []].append((value, index))
        addEnds(runs.map(\.0), of: index)
    }

    private mutating func addEnds(_ runs: [String], of index: Int) {
        var keys: Set<String> = []
        for start in runs.indices {
            let end = runs[start...].joined()
            guard end.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { continue }
            if start > 0 { keys.insert(end) }
            keys.insert(String(end.drop { $0 == "0" }))
        }
        for key in keys where key.utf8.count >= 4 && !RemittanceText.isYear(key) {
            RemittanceText.enter(index, under: key, in: &ends)
        }
    }

    private static func isYear(_ text: String) -> Bool {
        text.utf8.count == 4 && (text.hasPrefix("19") || text.hasPrefix("20"))
    }

    private static func enter(_ index: Int, under key: String, in map: inout [String: Int]) {
        map[key] = map[key] == nil ? index : -1
    }

    private func numbers(from first: Int, to last: Int) -> [Int] {
        let from = candidates[first]
        let to = candidates[last]
        guard from.prefix == to.prefix, let low = Int(from.digits), let high = Int(to.digits) else { return [] }
        guard low < high, high - low <= RemittanceText.longestRange else { return [] }
        return (series[from.prefix] ?? []).filter { $0.value > low && $0.value < high }.map(\.index)
    }

    /// A range wider than this is no list of invoices.
    private static let longestRange = 500

    // MARK: Search

    private struct Match {
        let index: Int
        let runs: ClosedRange<Int>
    }

    /// One pass over one text.
    private struct Search {
        let text: RemittanceText
        let runs: [RemittanceRuns.Run]
        private var found: [Int] = []
        private var last: Match?
        /// A word for "invoice" has come, and nothing but a list since.
        private var isAnnounced = false

        init(_ text: RemittanceText, _ runs: [RemittanceRuns.Run]) {
            self.text = text
            self.runs = runs
        }

        mutating func run() -> [Int] {
            var index = 0
            while index < runs.count {
                guard let match = match(at: index) else {
                    listen(to: runs[index])
                    index += 1
                    continue
                }
                take(match)
                index = match.runs.upperBound + 1
            }
            return found
        }

        private mutating func listen(to run: RemittanceRuns.Run) {
            if RemittanceText.invoiceWords.contains(run.text) {
                isAnnounced = true
            } else if !run.isDigits, !RemittanceText.listWords.contains(run.text) {
                isAnnounced = false
            }
        }

        private mutating func take(_ match: Match) {
            if let last, isRange(between: last, and: match) {
                text.numbers(from: last.index, to: match.index).forEach { keep($0) }
            }
            keep(match.index)
            last = match
        }

        private mutating func keep(_ index: Int) {
            if !found.contains(index) { found.append(index) }
        }

        /// `A`, `AU`, `TO` between two numbers, and nothing else but perhaps a word for "invoice".
        private func isRange(between first: Match, and second: Match) -> Bool {
            let between = runs[(first.runs.upperBound + 1)..<second.runs.lowerBound]
                .filter { !RemittanceText.invoiceWords.contains($0.text) }
            return between.count == 1 && ["A", "AU", "TO", "JUSQUA"].contains(between.first?.text)
        }

        private func match(at start: Int) -> Match? {
            wholeOrEnd(at: start) ?? continuation(at: start)
        }

        /// The longest known number, or end of one, that begins at a run.
        private func wholeOrEnd(at start: Int) -> Match? {
            var key = ""
            var best: Match?
            for end in start..<min(runs.count, start + 8) {
                if end > start, runs[end].gap == .list { break }
                key += runs[end].text
                guard key.utf8.count <= text.longest else { break }
                let range = start...end
                if let index = text.whole[key], index >= 0, isFree(range, isWhole: true) {
                    best = Match(index: index, runs: range)
                } else if let index = text.ends[key], index >= 0, text.whole[key] == nil, isFree(range, isWhole: false),
                    hasNoOtherPrefix(start, index)
                {
                    best = Match(index: index, runs: range)
                }
            }
            return best
        }

        /// Digits that stand for a number of the series of the number before: `F100, 101`, `FA00123/124`.
        private func continuation(at start: Int) -> Match? {
            guard let last, runs[start].isDigits, isFreeAfter(start), !runs[start].isMoney, runs[start].date == nil
            else {
                return nil
            }
            let between = runs[(last.runs.upperBound + 1)..<start]
            let isListed = runs[start].gap == .list || (between.isEmpty && runs[start].gap != .joint)
            guard isListed || !between.isEmpty, between.allSatisfy({ RemittanceText.listWords.contains($0.text) })
            else {
                return nil
            }
            let digits = runs[start].text
            let known = text.candidates[last.index]
            guard
                digits.utf8.count == known.digits.utf8.count
                    || (3..<known.digits.utf8.count).contains(digits.utf8.count)
            else { return nil }
            let key = known.prefix + known.digits.dropLast(digits.utf8.count) + digits
            guard let index = text.whole[key], index >= 0 else { return nil }
            return Match(index: index, runs: start...start)
        }

        /// Whether a match stands on its own: not a piece of a longer number, of a date or of an amount.
        private func isFree(_ range: ClosedRange<Int>, isWhole: Bool) -> Bool {
            guard let first = runs[range].first, isFreeAfter(range.upperBound) else { return false }
            guard isFreeBefore(range.lowerBound) else { return false }
            guard runs[range].allSatisfy(\.isDigits) else { return true }
            if first.date != nil || runs[range.upperBound].date != nil {
                guard isWhole, first.date == range else { return false }
            }
            guard !runs[range.upperBound].isMoney else { return false }
            let digits = runs[range].reduce(0) { $0 + $1.text.utf8.count }
            return digits >= 4 || isAnnounced || range.count == runs.count
        }

        private func isFreeBefore(_ start: Int) -> Bool {
            guard start > 0 else { return true }
            let before = runs[start - 1]
            switch runs[start].gap {
            case .space, .list: return true
            case .none: return runs[start].isDigits && RemittanceText.invoiceWords.contains(before.text)
            // A number of letters and digits may follow another; bare digits would be its end.
            case .joint: return !runs[start].isDigits || RemittanceText.invoiceWords.contains(before.text)
            case .slash:
                return !runs[start].isDigits || RemittanceText.invoiceWords.contains(before.text)
                    || last?.runs.upperBound == start - 1
            }
        }

        private func isFreeAfter(_ end: Int) -> Bool {
            guard end + 1 < runs.count else { return true }
            let next = runs[end + 1]
            switch next.gap {
            case .none: return false
            case .joint: return !next.isDigits
            case .space, .list, .slash: return true
            }
        }

        /// `FB 00124` is not the end of `FA00124`.
        private func hasNoOtherPrefix(_ start: Int, _ index: Int) -> Bool {
            guard start > 0, !runs[start - 1].isDigits, runs[start].gap != .list else { return true }
            let word = runs[start - 1].text
            guard word.utf8.count <= 3, !RemittanceText.invoiceWords.contains(word) else { return true }
            guard !RemittanceText.listWords.contains(word) else { return true }
            return text.candidates[index].letters.isEmpty || text.candidates[index].letters == word
        }
    }

    private static let invoiceWords: Set<String> = [
        "F", "FAC", "FACT", "FACTS", "FACTURE", "FACTURES", "FCT", "FCTR", "FRE", "INV", "INVOICE", "INVOICES", "N",
        "NO",
        "NOS", "NUM", "NUMERO", "NUMEROS", "NR", "NRO", "REF", "REFERENCE", "REFERENCES", "PIECE", "PIECES", "DOC",
    ]

    private static let listWords: Set<String> = [
        "ET", "AND", "A", "AU", "TO", "DU", "DE", "DES", "LES", "LA", "LE", "AINSI", "QUE", "JUSQUA", "VOS", "NOS", "V",
    ]
}
