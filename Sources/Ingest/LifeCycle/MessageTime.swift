import Receivables

/// A civil date of a life-cycle message, with the time of day where one is given. Messages state no zone: both copies
/// of a status carry the same digits, which is what tells them to be one.
struct MessageTime {
    let day: Day
    /// Seconds after midnight.
    let second: Int32?

    /// UNTDID 2379: 102 is `YYYYMMDD`, 204 `YYYYMMDDHHMMSS`; without a format the length says which.
    init(_ text: String, format: String?, line: Int) throws(Refusal) {
        let place = ["value": text, "line": String(line)]
        if let format, format != "102", format != "204" {
            throw Refusal(.lifecycleDateFormat, ["value": format, "line": String(line)], line: line)
        }
        let isTimed = format.map { $0 == "204" } ?? (text.utf8.count == 14)
        guard text.utf8.count == (isTimed ? 14 : 8), let day = Day(compact: text.prefix(8)) else {
            throw Refusal(.lifecycleBadDate, place, line: line)
        }
        guard isTimed else {
            (self.day, second) = (day, nil)
            return
        }
        let digits = Array(text.utf8.dropFirst(8))
        guard let second = MessageTime.second(digits[0..<2], digits[2..<4], digits[4..<6]) else {
            throw Refusal(.lifecycleBadDate, place, line: line)
        }
        (self.day, self.second) = (day, second)
    }

    /// `HH:MM:SS`; a fraction or an offset behind it is passed over.
    static func second(iso text: String) -> Int32? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 8, bytes[2] == 0x3A, bytes[5] == 0x3A else { return nil }
        return second(bytes[0..<2], bytes[3..<5], bytes[6..<8])
    }

    private static func second(
        _ hour: ArraySlice<UInt8>, _ minute: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>
    ) -> Int32? {
        guard let hour = number(hour), let minute = number(minute), let second = number(second), hour < 24,
            minute < 60, second < 61
        else { return nil }
        return Int32(hour * 3600 + minute * 60 + second)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        digits.reduce(Int?.some(0)) { value, digit in
            guard let value, (0x30...0x39).contains(digit) else { return nil }
            return value * 10 + Int(digit - 0x30)
        }
    }
}
