import Receivables
import Risk

/// Reads `notify` of `rules/company.yaml`: destinations by name.
struct NotifyText {
    /// The departments that rules may address.
    let audiences: [String]

    private enum Kind: String, CaseIterable { case alertmanager, webhook, file }

    private static let common = ["audiences", "minimumSeverity"]
    private static let sent = ["timeoutSeconds", "headersFile"]
    private static let confirmed = ["generatorURL", "repeatSeconds", "expiresHours"]

    func destinations(_ node: RuleNode?) throws(Halt) -> [Destination] {
        try (node?.entries().entries ?? []).map { (entry) throws(Halt) in
            guard NotifyText.isName(entry.key) else {
                throw entry.keyNode.failure(.notifyName, ["name": entry.key])
            }
            return try destination(entry.key, entry.value)
        }
    }

    private static func isName(_ text: String) -> Bool {
        let plain = text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D
        }
        return plain && !text.isEmpty && text.utf8.count <= 40
    }

    private func destination(_ name: String, _ node: RuleNode) throws(Halt) -> Destination {
        let kinds = Kind.allCases.map(\.rawValue)
        let all = try node.mapping(kinds + NotifyText.common + NotifyText.sent + NotifyText.confirmed)
        let found = Kind.allCases.filter { all[$0.rawValue] != nil }
        guard found.count == 1, let kind = found.first, let place = all[kind.rawValue] else {
            throw node.failure(.notifyKind, ["name": name])
        }
        let mapping = try node.mapping([kind.rawValue] + NotifyText.keys(of: kind))
        var destination = Destination(name: name, kind: try NotifyText.kind(kind, place))
        destination.audiences = try mapping["audiences"]?.items().map(audience) ?? []
        destination.minimumSeverity = try mapping["minimumSeverity"]?.choice(Severity.allCases) ?? .info
        destination.timeout = try mapping["timeoutSeconds"]?.whole(atLeast: 1) ?? destination.timeout
        destination.headersFile = try mapping["headersFile"]?.text()
        destination.generatorURL = try mapping["generatorURL"].map(NotifyText.address)
        destination.repeatSeconds = try mapping["repeatSeconds"]?.whole(atLeast: 1) ?? destination.repeatSeconds
        destination.expiresHours = try mapping["expiresHours"]?.whole(atLeast: 1) ?? destination.expiresHours
        return destination
    }

    private static func keys(of kind: Kind) -> [String] {
        switch kind {
        case .alertmanager: common + sent + confirmed
        case .webhook: common + sent
        case .file: common
        }
    }

    private static func kind(_ kind: Kind, _ node: RuleNode) throws(Halt) -> Destination.Kind {
        switch kind {
        case .alertmanager: .alertmanager(try address(node))
        case .webhook: .webhook(try address(node))
        case .file: .file(try file(node))
        }
    }

    /// An http or https address, without a slash at its end.
    private static func address(_ node: RuleNode) throws(Halt) -> String {
        var text = try node.text()
        let rest = ["http://", "https://"].lazy.filter { text.hasPrefix($0) }.first.map { text.dropFirst($0.count) }
        let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        guard let rest, isPlain, let first = rest.first, first != "/" else {
            throw node.failure(.notifyAddress, ["value": text])
        }
        while text.hasSuffix("/") { text.removeLast() }
        return text
    }

    /// A name in `alerts/` that none of our own files has.
    private static func file(_ node: RuleNode) throws(Halt) -> String {
        let text = try node.text()
        guard FileName(Array(text.utf8)) != nil, text.hasSuffix(".jsonl"), !text.hasPrefix("."),
            text != "alerts.jsonl"
        else { throw node.failure(.notifyFile, ["value": text]) }
        return text
    }

    private func audience(_ node: RuleNode) throws(Halt) -> String {
        let text = try node.text()
        guard audiences.contains(text) else {
            throw node.failure(.rulesAudience, ["name": text, "known": audiences.joined(separator: ", ")])
        }
        return text
    }
}
