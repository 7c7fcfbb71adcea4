/// A remittance text cut into runs of letters and runs of digits, with what stands between them.
struct RemittanceRuns {
    /// What stands before a run.
    enum Gap {
        /// Nothing: letters directly beside digits.
        case none
        /// One sign of those that stand inside numbers, such as `-` or `.`.
        case joint
        /// One slash: inside numbers, and between the numbers of a list.
        case slash
        case space
        /// A comma, semicolon, plus: between the items of a list.
        case list
    }

    struct Run {
        /// Capitals without accents, or digits.
        let text: String
        let isDigits: Bool
        let gap: Gap
        /// The last digits before the decimals of an amount, or before its currency.
        var isMoney = false
        /// The first and last run of the date this belongs to.
        var date: ClosedRange<Int>?
    }

    private(set) var runs: [Run] = []

    init(_ text: some StringProtocol) {
        split(text)
        markMoney()
        markDates()
    }

    private mutating func split(_ text: some StringProtocol) {
        var current = ""
        var isDigits = false
        var gap = Gap.space
        var separator = ""
        for scalar in text.unicodeScalars {
            guard let plain = RemittanceRuns.plain(scalar) else {
                finish(&current, isDigits, gap)
                separator.unicodeScalars.append(scalar)
                continue
            }
            let digit = plain.utf8.first.map { (0x30...0x39).contains($0) } ?? false
            if current.isEmpty || digit != isDigits || !separator.isEmpty {
                finish(&current, isDigits, gap)
                gap = runs.isEmpty ? .space : gapKind(separator)
                separator = ""
                isDigits = digit
            }
            current += plain
        }
        finish(&current, isDigits, gap)
        if separator.contains("€") { markLastAsMoney() }
    }

    private mutating func finish(_ current: inout String, _ isDigits: Bool, _ gap: Gap) {
        guard !current.isEmpty else { return }
        runs.append(Run(text: current, isDigits: isDigits, gap: gap))
        current = ""
    }

    private mutating func markLastAsMoney() {
        guard let last = runs.indices.last else { return }
        runs[last].isMoney = true
    }

    private mutating func gapKind(_ separator: String) -> Gap {
        if separator.isEmpty { return .none }
        if separator.contains("€") { markLastAsMoney() }
        if separator == "/" { return .slash }
        if separator.unicodeScalars.count == 1, "-._#°'\\:".contains(separator) { return .joint }
        return separator.contains { ",;+&|".contains($0) } ? .list : .space
    }

    /// Capital letter without accent, or digit; nil for what separates.
    private static func plain(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "A"..."Z", "0"..."9": return String(scalar)
        case "a"..."z": return String(Unicode.Scalar(UInt8(scalar.value - 32)))
        case _ where scalar.value < 0x80 || scalar == "°" || scalar == "º": return nil
        default:
            let folded = Identifiers.folded(String(scalar))
            return folded.isEmpty ? nil : folded.uppercased()
        }
    }

    /// `1234,56` `1234.5` `1234 EUR`: the run before the decimals, and the decimals themselves.
    private mutating func markMoney() {
        for index in runs.indices.dropFirst() where runs[index - 1].isDigits {
            let next = index + 1 < runs.count ? runs[index + 1] : nil
            if ["EUR", "EUROS", "EURO", "USD", "GBP", "CHF"].contains(runs[index].text) {
                runs[index - 1].isMoney = true
            }
            guard runs[index].isDigits, runs[index].text.utf8.count <= 2 else { continue }
            guard runs[index].gap == .joint || runs[index].gap == .list else { continue }
            let ends = next.map { $0.gap == .space || $0.gap == .list } ?? true
            let isCurrency = next.map { $0.text.hasPrefix("EUR") } ?? false
            guard ends || isCurrency || runs[index].isMoney else { continue }
            runs[index - 1].isMoney = true
            runs[index].isMoney = true
        }
    }

    /// Day, month and year, or month and year, between slashes, dots or dashes.
    private mutating func markDates() {
        var index = 0
        while index < runs.count {
            if let end = [index + 2, index + 1].first(where: { isDate(index...$0) }) {
                for run in index...end { runs[run].date = index...end }
                index = end
            }
            index += 1
        }
    }

    private func isDate(_ range: ClosedRange<Int>) -> Bool {
        guard range.upperBound < runs.count else { return false }
        let parts = runs[range]
        guard parts.allSatisfy(\.isDigits) else { return false }
        guard parts.dropFirst().allSatisfy({ $0.gap == .joint || $0.gap == .slash }) else { return false }
        // A longer number goes on.
        if range.upperBound + 1 < runs.count, runs[range.upperBound + 1].gap == .joint { return false }
        if range.lowerBound > 0, parts.first.map({ $0.gap == .none || $0.gap == .joint }) ?? false { return false }
        let numbers = parts.compactMap { Int($0.text) }
        let widths = parts.map { $0.text.utf8.count }
        guard numbers.count == widths.count else { return false }
        if numbers.count == 2 { return widths[1] == 4 && isMonth(numbers[0]) && isYear(numbers[1]) }
        if widths[0] == 4 { return isYear(numbers[0]) && isMonth(numbers[1]) && isDay(numbers[2]) && widths[2] == 2 }
        return isDay(numbers[0]) && isMonth(numbers[1]) && (widths[2] == 2 || isYear(numbers[2]))
    }

    private func isDay(_ number: Int) -> Bool { (1...31).contains(number) }
    private func isMonth(_ number: Int) -> Bool { (1...12).contains(number) }
    private func isYear(_ number: Int) -> Bool { (1990...2099).contains(number) }
}
