extension Indicator {
    /// Days sales outstanding by count-back: walking back month by month from the day, a month (30 days) whose invoicing,
    /// VAT included, is within what is left of the exposure counts whole, the last one in proportion. 0 without exposure;
    /// missing where 450 days of invoicing do not use the exposure up.
    static let dso = Indicator("dso", .days, fr: "DSO", en: "DSO") { position in
        guard position.exposure > 0 else { return .number(0) }
        var left = position.exposure
        for month in 0..<15 {
            let invoiced = position.history.invoiced(days: 30, ending: month * 30)
            if invoiced >= left { return .number(Double(month * 30) + 30 * Double(left) / Double(invoiced)) }
            left -= invoiced
        }
        return nil
    }
}
