/// What lists state without a date: of several statements, the one received last is the one that counts.
///
/// The first counts since ever, since nothing says from when. Each later one counts from the day it was received, which is
/// part of what is known of it as its content is; received on one day, they are one list's.
extension Ledger {
    /// The day a file was received; nil where it was not told.
    func received(_ file: Int32) -> Day? { file >= 0 ? receptions[Int(file)] : nil }

    /// Statements of one customer with a day from which each counts; those of several series stand beside one another.
    func dated<Statement: DatedStatement>(_ filed: [Filed<Statement>]) -> [Statement] {
        var first: [Statement.Series: Day] = [:]
        for item in filed where item.value.from == nil {
            guard let day = received(item.file) else { continue }
            first[item.value.series] = min(first[item.value.series] ?? day, day)
        }
        return filed.map { item in
            var statement = item.value
            if statement.from == nil, let day = received(item.file), day != first[statement.series] {
                statement.from = day
            }
            return statement
        }
    }

    /// Whether an undated statement that was made before is made again after another one in its place: then it counts anew.
    func isRestated<Statement: DatedStatement>(_ fact: Statement, among filed: [Filed<Statement>]) -> Bool {
        guard fact.from == nil, let now = received(currentFile) else { return false }
        let series = filed.filter { $0.value.from == nil && $0.value.series == fact.series }
        let last = series.max {
            (received($0.file) ?? .distantPast, $0.file) < (received($1.file) ?? .distantPast, $1.file)
        }
        guard let last, let day = received(last.file), day < now else { return false }
        return last.value.fact != fact
    }

    /// Where a fact was stated first, among what is filed under its customer.
    func origin<Statement: DatedStatement>(of fact: Statement, among filed: [Filed<Statement>]) -> Origin {
        let first = filed.first { $0.value.fact == fact }
        return origin(file: first?.file ?? currentFile, line: first?.value.line)
    }
}

/// What a list states of a customer from a day on, or without one.
protocol DatedStatement: Equatable, Sendable {
    /// Statements of one customer and series take one another's place.
    associatedtype Series: Hashable

    var from: Day? { get set }
    var line: Int32? { get set }
    var warnings: [Message] { get set }
    var series: Series { get }
}

extension DatedStatement {
    /// The statement without where it was read.
    var fact: Self {
        var fact = self
        fact.line = nil
        fact.warnings = []
        return fact
    }
}

extension CustomerRecord: DatedStatement {
    /// All records of a customer are one.
    var series: Bool { true }
}

extension CreditLimit: DatedStatement {
    struct Series: Hashable {
        let insurer: String?
        let policy: String?
        let isTemporary: Bool
        let isGroup: Bool
    }

    var series: Series {
        Series(insurer: insurer, policy: policy, isTemporary: isTemporary, isGroup: isGroup)
    }
}

extension Day {
    fileprivate static let distantPast = Day(number: .min)
}
