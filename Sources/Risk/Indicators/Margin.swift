import Receivables

extension Indicator {
    /// Our margin on sales to the customer, from its record; a share. Missing without one.
    static let margin = Indicator(
        "margin", .share, fr: "marge", en: "margin",
        basis: .record,
        how: (french: "fichier clients", english: "customer file")
    ) { position in
        position.account.customer.record?.margin.map { .number($0.approximate / 100) }
    }
}
