import Receivables

/// Where a published view says something else than the journal gives: by customer and member, as people read it.
struct ViewDifference {
    let file: String

    /// One scalar of a view: `siren:552100554.openItems[F1].open` and its text.
    private struct Fact {
        let place: String
        let value: String
    }

    /// What differs, in the order of the journal's view; never empty for different bytes.
    func messages(journal: [UInt8], found: [UInt8]) -> [Message] {
        let expected = facts(journal)
        let actual = facts(found)
        if let line = actual.unreadable {
            return [Message(.rebuildUnreadable, ["file": file, "line": String(line)])]
        }
        let messages = compare(expected.facts, actual.facts)
        return messages.isEmpty ? [spelling(journal, found)] : messages
    }

    private func compare(_ expected: [Fact], _ actual: [Fact]) -> [Message] {
        let values = Dictionary(actual.map { ($0.place, $0.value) }) { first, _ in first }
        let known = Set(expected.map(\.place))
        let changed = expected.compactMap { fact -> Message? in
            guard let value = values[fact.place] else { return message(.rebuildLacks, fact, nil) }
            return value == fact.value ? nil : message(.rebuildChanged, fact, value)
        }
        return changed
            + actual.filter { !known.contains($0.place) }.map { message(.rebuildExtra, nil, $0.value, $0.place) }
    }

    private func message(
        _ template: MessageTemplate, _ fact: Fact?, _ found: String?, _ place: String? = nil
    ) -> Message {
        Message(
            template,
            [
                "file": file, "place": fact?.place ?? place ?? "", "expected": fact?.value ?? "",
                "found": found ?? "",
            ])
    }

    private func spelling(_ journal: [UInt8], _ found: [UInt8]) -> Message {
        let offset = zip(journal, found).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        return Message(
            .rebuildSpelling, ["file": file, "offset": String(offset ?? min(journal.count, found.count))])
    }

    // MARK: Reading a view

    /// The views are written a customer a line, so that each line can be read by itself.
    private func facts(_ bytes: [UInt8]) -> (facts: [Fact], unreadable: Int?) {
        var facts: [Fact] = []
        for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            var text = Array(line)
            if text.last == 0x2C { text.removeLast() }
            if text.isEmpty || text == Array("]}".utf8) { continue }
            if text.last == 0x5B { text += Array("]}".utf8) }
            // What follows the customers closes their list first.
            if text.starts(with: "],".utf8) { text = [0x7B] + text.dropFirst(2) }
            do throws(JSONReader.Failure) {
                try read(text, into: &facts)
            } catch {
                return (facts, number + 1)
            }
        }
        return (facts, nil)
    }

    private func read(_ line: [UInt8], into facts: inout [Fact]) throws(JSONReader.Failure) {
        var reader = JSONReader(line)
        try flatten(&reader, line, try identity(reader) ?? "", into: &facts)
        try reader.finish()
    }

    private func flatten(
        _ reader: inout JSONReader, _ line: [UInt8], _ place: String, into facts: inout [Fact]
    ) throws(JSONReader.Failure) {
        switch try reader.peek() {
        case .object:
            try reader.object { (reader, key) throws(JSONReader.Failure) in
                try flatten(&reader, line, place.isEmpty ? key : "\(place).\(key)", into: &facts)
            }
        case .array:
            var seen: [String: Int] = [:]
            try reader.array { (reader) throws(JSONReader.Failure) in
                let name = try identity(reader) ?? ""
                seen[name, default: 0] += 1
                let count = seen[name] ?? 1
                let label = name.isEmpty ? String(count) : count == 1 ? name : "\(name) \(count)"
                try flatten(&reader, line, "\(place)[\(label)]", into: &facts)
            }
        case .string, .number, .boolean, .null:
            let start = reader.position
            try reader.skipValue()
            facts.append(Fact(place: place, value: String(decoding: line[start..<reader.position], as: UTF8.self)))
        }
    }

    /// What an object of a list is called: its key, number, alert, rule or indicator.
    private func identity(_ reader: JSONReader) throws(JSONReader.Failure) -> String? {
        var ahead = reader
        guard try ahead.peek() == .object else { return nil }
        var name: String?
        try ahead.object { (ahead, key) throws(JSONReader.Failure) in
            let isName = ViewDifference.names.contains(key)
            if isName, name == nil, try ahead.peek() == .string {
                name = try ahead.string()
            } else {
                try ahead.skipValue()
            }
        }
        return name
    }

    private static let names: Set<String> = ["key", "number", "alert", "rule", "indicator", "reference"]
}
