import Receivables

@testable import Risk

/// Short ways to write accounts in tests. Amounts are cents, days `YYYY-MM-DD`.
enum Sample {
    static let today = day("2026-11-23")

    static func day(_ text: String) -> Day { Day(iso: text) ?? Day(number: .min) }

    static func item(
        _ number: String, issued: String, due: String, _ amount: Int64, net: Int64? = nil, open: Int64? = nil,
        residual: Int64? = nil, settled: String? = nil, disputed: Bool = false, estimated: Bool = false,
        currency: Currency = .eur
    ) -> Receivable {
        let isSettled = settled != nil
        return Receivable(
            number: number, issued: day(issued), due: DueDate(day(due), isEstimated: estimated), currency: currency,
            amount: amount, net: net, open: isSettled ? 0 : open, residual: isSettled ? 0 : residual,
            settled: settled.map { day($0) }, isDisputed: disputed)
    }

    static func limit(
        _ amount: Int64, from: String? = nil, to: String? = nil, _ status: CreditLimit.Status = .granted,
        share: String? = nil, temporary: Bool = false, insurer: String? = nil, policy: String? = nil,
        credit: Int? = nil, extensionDays: Int? = nil, declaration: Int? = nil, currency: Currency = .eur
    ) -> CreditLimit {
        CreditLimit(
            buyer: .unknown, insurer: insurer, policy: policy, amount: amount, currency: currency,
            from: from.map { day($0) },
            to: to.map { day($0) }, status: status, insuredShare: share.flatMap { ExactDecimal($0) },
            maximumCreditDays: credit, maximumExtensionDays: extensionDays, declarationDays: declaration,
            isTemporary: temporary)
    }

    static func account(
        _ items: [Receivable] = [], credits: [Credit] = [], allocations: [Allocation] = [],
        limits: [CreditLimit] = [], record: CustomerRecord? = nil, conflicts: [Message] = [],
        events: [CustomerEvent] = []
    ) -> Account {
        Account(
            customer: Customer(key: "name:lumen", name: "Lumen SARL", record: record, conflicts: conflicts),
            receivables: items, credits: credits, allocations: allocations, limits: limits,
            events: events.map { RecordedEvent($0) })
    }

    static func event(
        _ kind: CustomerEvent.Kind, _ date: String, of invoice: String? = nil, until: String? = nil,
        _ amount: Int64? = nil, value: String? = nil, source: String? = nil
    ) -> CustomerEvent {
        CustomerEvent(
            kind, invoice: invoice, date: day(date), until: until.map { day($0) }, amount: amount, value: value,
            source: source)
    }

    static func register(_ date: String, active: Bool = true, activity: String? = nil) -> CustomerEvent {
        CustomerEvent(
            .register, date: day(date), source: "Pappers",
            register: RegisterEntry(isActive: active, activity: activity))
    }
}
