/// Everything Vigie can say about an input, in one list: what a code in the journal is looked up in.
public enum Catalogue {
    /// Every template, by topic. A new format adds its topic here, in one line.
    public static let all: [MessageTemplate] = [
        xml, invoices, tables, tableKinds, fec, bank, pdf, lifecycle, intake, posting, rules, descriptions, guess,
        foreign, events,
        notify, ruleFindings, external, record, rates, backtest, rebuild,
    ].flatMap {
        $0
    }

    /// The template with this code; an unknown code (from a newer journal) speaks for itself.
    public static func template(code: String) -> MessageTemplate {
        byCode[code] ?? MessageTemplate(code, fr: code, en: code)
    }

    private static let byCode: [String: MessageTemplate] = Dictionary(
        all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
}
