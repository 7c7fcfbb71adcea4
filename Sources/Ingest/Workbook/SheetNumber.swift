/// The number of a cell. Excel keeps binary fractions and shows the 15 digits that are certain: `0.1 + 0.2` is stored as
/// `0.30000000000000004` and is 0.3.
enum SheetNumber {
    private static let digitsShown = 15

    /// The number without exponent and beyond its certain digits; nil for what is no number, or larger than any amount.
    static func plain(_ text: String) -> String? {
        var rest = Substring(text)
        let isNegative = rest.hasPrefix("-")
        if isNegative || rest.hasPrefix("+") { rest = rest.dropFirst() }
        let parts = rest.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
        guard parts.count <= 2, let exponent = parts.count == 2 ? Int(parts[1]) : 0, abs(exponent) <= 30 else {
            return nil
        }
        let sides = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        guard sides.count <= 2, let whole = sides.first else { return nil }
        let fraction = sides.count == 2 ? sides[1] : ""
        guard let digits = digits(whole + fraction), !digits.isEmpty else { return nil }
        let number = rounded(digits, point: whole.count + exponent)
        return isNegative && number.contains { ("1"..."9").contains($0) } ? "-" + number : number
    }

    private static func digits(_ text: Substring) -> [UInt8]? {
        let digits = text.utf8.map { $0 &- 0x30 }
        return digits.allSatisfy { $0 <= 9 } && digits.count <= 400 ? digits : nil
    }

    /// The digits up to the last that is certain, half away from zero, with `point` of them before the point.
    private static func rounded(_ all: [UInt8], point: Int) -> String {
        let leading = all.prefix { $0 == 0 }.count
        var digits = Array(all[leading...].prefix(digitsShown))
        var point = point - leading
        if all.count - leading > digitsShown, all[leading + digitsShown] >= 5 {
            var place = digits.count - 1
            while place >= 0, digits[place] == 9 {
                digits[place] = 0
                place -= 1
            }
            if place >= 0 {
                digits[place] += 1
            } else {
                digits.insert(1, at: 0)
                point += 1
            }
        }
        if point <= 0 {
            digits.insert(contentsOf: repeatElement(0, count: 1 - point), at: 0)
            point = 1
        }
        while digits.count < point { digits.append(0) }
        while digits.count > point, digits.last == 0 { digits.removeLast() }
        let text = digits.map { Character(UnicodeScalar($0 + 0x30)) }
        return digits.count == point ? String(text) : String(text[..<point]) + "." + String(text[point...])
    }

    /// As a table with this mark has it. Three decimals get a fourth: `234.567` could be read as thousands.
    static func written(_ plain: String, _ mark: TableDescription.DecimalMark) -> String {
        guard let point = plain.firstIndex(of: ".") else { return plain }
        let decimals = plain[plain.index(after: point)...]
        return plain[..<point] + (mark == .point ? "." : ",") + decimals + (decimals.count == 3 ? "0" : "")
    }
}
