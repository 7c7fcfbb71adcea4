import Receivables
import Risk

/// Reads `verification` of `rules/company.yaml`.
enum VerificationText {
    static func policy(_ node: RuleNode, _ currency: Currency) throws(Halt) -> VerificationPolicy {
        let mapping = try node.mapping(["above", "requires", "ratingDays", "registerDays", "everyDays", "grades"])
        let usual = VerificationPolicy()
        var policy = usual
        policy.threshold = try mapping["above"]?.amount(currency) ?? usual.threshold
        policy.requirements =
            try mapping["requires"]?.list().map { (item) throws(Halt) in
                try item.choice(VerificationPolicy.Requirement.allCases)
            } ?? usual.requirements
        policy.ratingDays = try mapping["ratingDays"]?.whole(atLeast: 1) ?? usual.ratingDays
        policy.registerDays = try mapping["registerDays"]?.whole(atLeast: 1) ?? usual.registerDays
        policy.interval = try mapping["everyDays"]?.whole(atLeast: 1) ?? usual.interval
        for entry in try mapping["grades"]?.entries().entries ?? [] {
            policy.intervals[entry.key] = try entry.value.whole(atLeast: 1)
        }
        return policy
    }

    /// Grades are named in two files: one that the scorecard does not give would silently mean nothing.
    static func check(_ policy: VerificationPolicy, _ scorecard: Scorecard) throws(Halt) {
        let known = scorecard.bands.map(\.grade)
        guard let wrong = policy.intervals.keys.sorted().first(where: { !known.contains($0) }) else { return }
        let arguments = ["name": wrong, "known": known.joined(separator: ", ")]
        throw Halt(Message(.rulesGrade, arguments), .badRules)
    }
}
