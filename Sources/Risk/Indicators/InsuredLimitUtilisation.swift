import Receivables

extension Indicator {
    /// Insurable exposure / insured limit in force. Missing without a limit above 0: that is `uninsured`.
    static let insuredLimitUtilisation = Indicator("insuredLimitUtilisation", .share) { position in
        guard let cover = position.cover, cover.limit > 0 else { return nil }
        return .number(Double(max(0, position.insurableExposure)) / Double(cover.limit))
    }
}
