extension Ledger {
    /// Books the rates of a day. A day's rate is a fact: the same again is known, another one is a conflict that people
    /// must settle, since every converted amount would move with it.
    mutating func post(_ reference: ReferenceRates) -> Posting {
        if let conflict = conflict(reference) { return .refused(conflict) }
        let new = reference.perEuro.filter { rates.rate(of: $0.key, on: reference.day) == nil }
        if new.isEmpty, let file = rateFiles[reference.day] {
            return .alreadyBooked(origin(file: file, line: nil))
        }
        for (currency, rate) in new where currency != .eur { rates.add(rate, of: currency, on: reference.day) }
        rateFiles[reference.day] = rateFiles[reference.day] ?? currentFile
        ratesVersion += 1
        return .booked
    }

    private func conflict(_ reference: ReferenceRates) -> Message? {
        for (currency, rate) in reference.perEuro.sorted(by: { $0.key < $1.key }) {
            guard let booked = rates.rate(of: currency, on: reference.day), booked != rate else { continue }
            return Message(
                .rateConflict,
                [
                    "currency": currency.code, "date": reference.day.description, "rate": rate.description,
                    "booked": booked.description,
                    "file": rateFiles[reference.day].map { origin(file: $0, line: nil).file } ?? "?",
                ])
        }
        return nil
    }
}
