import Receivables

extension Indicator {
    /// Days left to declare the oldest insured overdue to the insurer: declaration delay − days late. Negative once the
    /// right is lost (*forclusion*). Missing where nothing insured is overdue.
    static let declarationDaysLeft = Indicator("declarationDaysLeft", .days) { position in
        guard let cover = position.cover, cover.limit > 0,
            let oldest = position.overdue.map({ $0.daysLate(on: position.day) }).max()
        else { return nil }
        return .number(Double(cover.declarationDays - oldest))
    }
}
