public import Receivables

/// The grades a customer had lately, with what made each: what a change of grade is measured against.
///
/// Grades count from the end of a day: what a day's files do to each other before the last of them is in is no change.
/// It is a memory of what was judged, like the states of alerts, and not a function of the documents.
public struct GradeMemory: Sendable, Hashable {
    /// A grade, from the day it was reached.
    public struct Entry: Sendable, Hashable {
        public let day: Day
        public let grade: String
        /// The score that day.
        public let value: Double
        /// By factor of the scorecard, in its order: nil where the indicator was not known.
        public let parts: [Part?]
        /// Points that thin history cost: the distance to full marks of the average it is shrunk toward.
        public let thin: Double

        public init(day: Day, grade: String, value: Double, parts: [Part?], thin: Double) {
            self.day = day
            self.grade = grade
            self.value = value
            self.parts = parts
            self.thin = thin
        }
    }

    /// What one indicator said, and the points of the score it cost once shrunk.
    public struct Part: Sendable, Hashable {
        public let value: Double
        public let lost: Double

        public init(value: Double, lost: Double) {
            self.value = value
            self.lost = lost
        }
    }

    /// Days for which an earlier grade counts.
    public static let days = 90

    /// Oldest first.
    public private(set) var entries: [Entry]

    public init(_ entries: [Entry] = []) {
        self.entries = entries
    }

    /// Takes note of the score on `day`, no earlier than the last one; whether the grade moved. `isShort` where amounts
    /// without a rate are not in it: it is better than the customer is, and counts only where it is worse than the last.
    public mutating func note(_ score: Score, _ card: Scorecard, on day: Day, isShort: Bool = false) -> Bool {
        guard entries.last?.grade != score.grade else { return false }
        if isShort, !isWorse(score.grade, card) { return false }
        if entries.last?.day == day { entries.removeLast() }
        // Back where it was: within the day nothing moved.
        if entries.last?.grade == score.grade { return true }
        entries.append(card.entry(score, on: day))
        while entries.count > 1, day - entries[1].day >= GradeMemory.days { entries.removeFirst() }
        return true
    }

    private func isWorse(_ grade: String, _ card: Scorecard) -> Bool {
        guard let last = entries.last, let before = card.rank(of: last.grade), let now = card.rank(of: grade) else {
            return false
        }
        return now > before
    }

    /// How the last grade stands against those before it.
    public func move(_ card: Scorecard, on day: Day) -> GradeMove {
        guard let last = entries.last, let rank = card.rank(of: last.grade) else { return .none }
        var move = GradeMove.none
        for (entry, next) in zip(entries, entries.dropFirst()) where day - next.day < GradeMemory.days {
            guard let other = card.rank(of: entry.grade) else { continue }
            let step = GradeMove.Step(bands: abs(rank - other), from: entry, to: last)
            if other < rank, step.bands >= move.fall?.bands ?? 1 { move.fall = step }
            if other > rank, step.bands >= move.rise?.bands ?? 1 { move.rise = step }
        }
        return move
    }
}

/// How far a grade is from the best and from the worst it was lately.
public struct GradeMove: Sendable, Hashable {
    /// From one grade to another.
    public struct Step: Sendable, Hashable {
        /// Grades between the two, 1 or more.
        public let bands: Int
        public let from: GradeMemory.Entry
        public let to: GradeMemory.Entry
    }

    /// Down from the best grade of the last 90 days.
    public var fall: Step?
    /// Up from the worst one.
    public var rise: Step?

    public static let none = GradeMove()
}

extension Scorecard {
    /// 0 for the best grade; nil for one this scorecard does not give.
    func rank(of grade: String) -> Int? { bands.firstIndex { $0.grade == grade } }

    func entry(_ score: Score, on day: Day) -> GradeMemory.Entry {
        let parts = factors.map { factor -> GradeMemory.Part? in
            let name = Indicator.all[factor.indicator].name
            guard let reason = score.reasons.first(where: { $0.indicator == name }) else { return nil }
            return GradeMemory.Part(
                value: Scorecard.kept(reason.value.approximate, 10_000),
                lost: Scorecard.kept(reason.lost * score.trust, 100))
        }
        return GradeMemory.Entry(
            day: day, grade: score.grade, value: score.value, parts: parts,
            thin: Scorecard.kept((1 - score.trust) * (100 - score.average), 100))
    }

    /// As the journal keeps it, so that what is told after a restart is told in the same words.
    private static func kept(_ value: Double, _ scale: Double) -> Double {
        (min(max(value, -1e14), 1e14) * scale).rounded(.toNearestOrAwayFromZero) / scale
    }

    /// What moved a score from one entry to another, the most telling first: points gained, negative for lost.
    func movements(_ step: GradeMove.Step) -> [Movement] {
        var found = zip(factors, zip(step.from.parts, step.to.parts)).map { factor, parts in
            Movement(
                indicator: factor.indicator, before: parts.0?.value, after: parts.1?.value,
                points: (parts.0?.lost ?? 0) - (parts.1?.lost ?? 0))
        }
        found.append(Movement(indicator: nil, before: nil, after: nil, points: step.from.thin - step.to.thin))
        return found.filter { $0.points.magnitude >= 0.05 }
            .sorted { $0.points.magnitude > $1.points.magnitude }
    }
}

/// One contribution that changed between two grades.
struct Movement: Hashable, Sendable {
    /// Its place in `Indicator.all`; nil for the credibility of the history itself.
    let indicator: Int?
    let before: Double?
    let after: Double?
    /// Points of the score, positive where it gained.
    let points: Double
}
