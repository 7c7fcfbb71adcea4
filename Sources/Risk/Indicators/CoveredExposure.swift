import Receivables

extension Indicator {
    /// What the insurers would pay if the buyer failed today, minor units: cover dealt out to open items in the order of their
    /// invoice dates, each under the limit and share in force on its date (see `Allotment`), without those whose right was lost
    /// because nobody declared them in time (`declarationLapsedDays`). Differs from today's limit after a reduction, a
    /// cancellation or a suspension. Never missing.
    static let coveredExposure = Indicator(
        "coveredExposure", .amount, fr: "encours réellement couvert", en: "exposure really covered",
        how: (
            french: "postes ouverts dans l'ordre des factures, sous la limite du jour de chacune, × quotité ; "
                + "rien de ce qui n'a pas été déclaré à temps",
            english: "open items in invoice order, under the limit of each one's day, × insured share; "
                + "none of what was not declared in time"
        ),
        from: { position in
            let items = position.payable.map { part in
                let item = position.open[part.item]
                return Working.Item(item.number, part.amount, [.init(.issued, item.issued)])
            }
            return [.items(items)] + position.coverParts.suffix(1)
        }
    ) {
        .amount(Allotment.indemnity(of: $0.payable))
    }
}
