public import Receivables

/// What a file's name looks like: `*` stands for anything, `{yyyy}`, `{yy}`, `{mm}` and `{dd}` for the parts of a day.
/// Case and accents do not matter, whether a system writes an accent with its letter or behind it; folders before the name
/// do not either.
public struct NamePattern: Sendable, Hashable {
    public let text: String
    private let parts: [Part]

    private enum Part: Hashable, Sendable {
        case anything
        case character(Character)
        case year(Int)
        case month
        case day
    }

    /// Nil where braces are open or name no part of a day.
    public init?(_ text: String) {
        var parts: [Part] = []
        var rest = Substring(Identifiers.unaccented(text))
        while let first = rest.first {
            if first == "{" {
                guard let close = rest.firstIndex(of: "}"),
                    let part = NamePattern.part(rest[rest.index(after: rest.startIndex)..<close])
                else { return nil }
                parts.append(part)
                rest = rest[rest.index(after: close)...]
            } else {
                parts.append(first == "*" ? .anything : .character(first))
                rest = rest.dropFirst()
            }
        }
        self.text = text
        self.parts = parts
    }

    private static func part(_ name: Substring) -> Part? {
        switch name {
        case "yyyy": .year(4)
        case "yy": .year(2)
        case "mm": .month
        case "dd": .day
        default: nil
        }
    }

    /// Whether it says a whole day.
    public var hasDay: Bool {
        parts.contains(.month) && parts.contains(.day) && (parts.contains(.year(4)) || parts.contains(.year(2)))
    }

    public func matches(_ name: String) -> Bool {
        var day = (year: 0, month: 0, day: 0)
        return matches(Array(NamePattern.base(name)), 0, 0, &day)
    }

    /// The day in a name; nil where the name does not match or the day does not exist.
    public func day(in name: String) -> Day? {
        var found = (year: 0, month: 0, day: 0)
        guard hasDay, matches(Array(NamePattern.base(name)), 0, 0, &found) else { return nil }
        return Day(year: found.year, month: found.month, day: found.day)
    }

    private static func base(_ name: String) -> String {
        Identifiers.unaccented(name.split(separator: "/").last.map { String($0) } ?? name)
    }

    /// Backtracks only at `*`: patterns are a few characters and names at most 255 bytes.
    private func matches(
        _ name: [Character], _ place: Int, _ part: Int, _ day: inout (year: Int, month: Int, day: Int)
    ) -> Bool {
        guard part < parts.count else { return place == name.count }
        switch parts[part] {
        case .anything:
            return (place...name.count).contains { matches(name, $0, part + 1, &day) }
        case .character(let character):
            return place < name.count && name[place] == character && matches(name, place + 1, part + 1, &day)
        case .year(let width):
            guard let value = NamePattern.number(name, place, width) else { return false }
            day.year = width == 2 ? 2000 + value : value
            return matches(name, place + width, part + 1, &day)
        case .month:
            guard let value = NamePattern.number(name, place, 2), (1...12).contains(value) else { return false }
            day.month = value
            return matches(name, place + 2, part + 1, &day)
        case .day:
            guard let value = NamePattern.number(name, place, 2), (1...31).contains(value) else { return false }
            day.day = value
            return matches(name, place + 2, part + 1, &day)
        }
    }

    private static func number(_ name: [Character], _ place: Int, _ width: Int) -> Int? {
        guard place + width <= name.count else { return nil }
        let digits = name[place..<(place + width)]
        return digits.allSatisfy { ("0"..."9").contains($0) } ? Int(String(digits)) : nil
    }
}
