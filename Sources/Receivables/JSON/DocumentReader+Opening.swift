extension DocumentReader {
    /// What an opening entry says of itself; its amount waits for the document's currency.
    struct OpeningMembers {
        private let day: Day
        private let isBalance: Bool
        private let enteredLater: ExactDecimal?
        private let through: Day

        init(_ reader: inout JSONReader) throws(JSONReader.Failure) {
            var days: [String: Day] = [:]
            var isBalance = false
            var enteredLater: ExactDecimal?
            try reader.object { (reader, key) throws(JSONReader.Failure) in
                switch key {
                case "day", "through": days[key] = try reader.day()
                case "balance": isBalance = try reader.boolean()
                case "enteredLater": enteredLater = try reader.number()
                default: try reader.skipValue()
                }
            }
            guard let day = days["day"], let through = days["through"] else { throw reader.failure("an opening") }
            self.day = day
            self.isBalance = isBalance
            self.enteredLater = enteredLater
            self.through = through
        }

        func opening(_ currency: Currency) -> Opening {
            let later = enteredLater?.minorUnits(decimals: currency.decimals)?.value ?? 0
            return Opening(day: day, isBalance: isBalance, enteredLater: later, through: through)
        }
    }
}
