/// What lists state without a date: of several statements, the one received last is the one that counts.
///
/// The first counts since ever, since nothing says from when. Each later one counts from the day it was received, which is
/// part of what is known of it as its content is; received on one day, they are one list's.
extension Ledger {
    /// The day a file was received; nil where it was not told.
    func received(_ file: Int32) -> Day? { file >= 0 ? receptions[Int(file)] : nil }

    /// Records with a day from which each counts.
    func dated(_ filed: [Filed<CustomerRecord>]) -> [CustomerRecord] {
        let first = filed.lazy.filter { $0.value.from == nil }.compactMap { received($0.file) }.min()
        return filed.map { item in
            var record = item.value
            if record.from == nil, let day = received(item.file), day != first { record.from = day }
            return record
        }
    }

    /// Decisions with a day from which each counts; those of another insurer or policy stand beside one another.
    func dated(_ filed: [Filed<CreditLimit>]) -> [CreditLimit] {
        var first: [LimitSeries: Day] = [:]
        for item in filed where item.value.from == nil {
            guard let day = received(item.file) else { continue }
            let series = LimitSeries(item.value)
            first[series] = min(first[series] ?? day, day)
        }
        return filed.map { item in
            var limit = item.value
            if limit.from == nil, let day = received(item.file), day != first[LimitSeries(limit)] { limit.from = day }
            return limit
        }
    }

    /// Whether an undated statement that was made before is made again after another one: then it counts anew.
    func isRestated<Value: Equatable>(_ fact: Value, among filed: [Filed<Value>], _ plain: (Value) -> Value) -> Bool {
        guard let now = received(currentFile) else { return false }
        let last = filed.max {
            (received($0.file) ?? .distantPast, $0.file) < (received($1.file) ?? .distantPast, $1.file)
        }
        guard let last, let day = received(last.file), day < now else { return false }
        return plain(last.value) != fact
    }

    /// What a decision takes the place of.
    private struct LimitSeries: Hashable {
        let insurer: String?
        let policy: String?
        let isTemporary: Bool
        let isGroup: Bool

        init(_ limit: CreditLimit) {
            (insurer, policy, isTemporary, isGroup) = (limit.insurer, limit.policy, limit.isTemporary, limit.isGroup)
        }
    }
}

extension Day {
    fileprivate static let distantPast = Day(number: .min)
}
