import Receivables

extension Indicator {
    /// Open items whose amount without VAT is estimated at the policy's rate because the document states none, where the
    /// insurer covers amounts without VAT. 0 where it covers them with VAT. A count, never missing.
    static let estimatedNetItems = Indicator(
        "estimatedNetItems", .count, fr: "montants HT estimés", en: "estimated amounts without VAT",
        how: (
            french: "nombre de postes ouverts sans montant HT écrit, si la police couvre le HT",
            english: "number of open items without a stated amount without VAT, where the policy covers that"
        ),
        from: { position in
            [.items(position.estimatedNet.map { Working.Item($0.number, $0.residual, [.init(.issued, $0.issued)]) })]
        }
    ) {
        .number(Double($0.estimatedNet.count))
    }
}

extension Position {
    /// Whether any of the exposure without VAT is estimated: of an item without a stated amount, or of a credit.
    var hasEstimatedNet: Bool {
        !estimatedNet.isEmpty
            || account.credits.contains {
                $0.unallocated > 0 && $0.net == nil && $0.currency == policy.baseCurrency
            }
    }

    /// Open items whose amount without VAT is estimated.
    var estimatedNet: [Receivable] {
        let terms = cover?.terms ?? policy.insurance
        return terms.isWithoutVAT ? open.filter { $0.net == nil } : []
    }
}
