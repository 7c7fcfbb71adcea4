import Receivables

/// Rows of a credit insurer's decisions, or of the list kept of them.
struct LimitRows: HeaderRows {
    private let columns: TableColumns
    private let amount: Int?
    private let decisions: LimitDecisionColumns

    private var parties: PartyPool
    private var currencies: CurrencyColumn
    private var amounts = AmountColumn()
    private var days: LimitDays
    /// Rows left aside, by their words.
    private var pending: [String: Int] = [:]
    private var unnamed: [String: Int] = [:]

    init(_ header: TableHeader, _ context: ReadingContext) {
        self.columns = header.columns
        self.amount = columns.first(.insuredLimit, .creditLimit, .amount, .amountWithVAT)
        self.decisions = LimitDecisionColumns(header)
        self.days = LimitDays(header)
        self.parties = PartyPool(columns, [.customer, .code, .siren, .siret, .vatNumber, .vat, .country])
        self.currencies = CurrencyColumn(header, amount: amount, context.baseCurrency)
    }

    var needsAnotherPass: Bool { amounts.needsAnotherPass || days.needsAnotherPass }

    mutating func beginPass() {
        amounts.beginPass()
        days.beginPass()
        pending = [:]
        unnamed = [:]
    }

    mutating func prepare(_ scanner: borrowing TableScanner, _ rows: [ScannedRow], _ count: Int) {
        parties.prepare(scanner, rows, count)
    }

    mutating func take(_ cursor: borrowing TableCursor, into documents: inout [Document]) throws(RowFault) {
        try cursor.refuseRounded([columns[.code]])
        let decision = try decisions.read(cursor)
        if !decision.isRevoked {
            if let word = decision.pending { return pending[word, default: 0] += 1 }
            if let word = decision.unnamed { return unnamed[word, default: 0] += 1 }
        }
        let place = parties.find(cursor.scanner, cursor.row)
        let party = parties.party(place)
        guard !party.isUnknown else { throw RowFault(.tablesNoCustomer) }
        let currency = try currencies.read(cursor)
        var warnings = parties.warnings(place)
        let stated = try cursor.amount(amount, &amounts, currency)
        if let column = decision.running, decision.status == nil {
            guard stated ?? 0 == 0 else { throw cursor.fault(.tablesLimitStatus, column) }
            return pending[cursor.text(column) ?? "", default: 0] += 1
        }
        guard let amount = stated ?? (decision.isRevoked ? 0 : nil) else { throw cursor.missing(self.amount) }
        guard amount >= 0 else { throw cursor.fault(.tablesAmountUnreadable, self.amount) }
        if let condition = decision.condition, !decision.isRevoked {
            let name = cursor.name(condition.column)
            warnings.append(Message(.tablesConditional, ["field": name, "value": condition.word], field: name))
        }
        let days = try readDays(cursor, decision)
        documents.append(
            .limit(
                CreditLimit(
                    buyer: party, insurer: cursor.text(columns[.insurer]), policy: cursor.text(columns[.policy]),
                    amount: amount, currency: currency, from: days.from, to: days.to,
                    status: decision.status ?? .granted,
                    insuredShare: try cursor.percentage(columns[.share]),
                    maximumCreditDays: try cursor.days(columns[.creditDays]),
                    maximumExtensionDays: try cursor.days(columns[.extensionDays]),
                    declarationDays: try cursor.days(columns[.declarationDays]),
                    isTemporary: decision.isTemporary || isTemporary(cursor),
                    isGroup: isGroup(cursor, &warnings) || decision.isGroup, warnings: warnings,
                    line: Int32(truncatingIfNeeded: cursor.row.line))))
    }

    /// A cancellation begins on its own day, whenever what it cancels began; a limit granted until then ends the day before.
    private mutating func readDays(
        _ cursor: borrowing TableCursor, _ decision: LimitDecision
    ) throws(RowFault) -> (from: Day?, to: Day?) {
        let from = try days.start(cursor) ?? decision.from
        let end = try days.end(cursor)
        guard let cancelled = try days.cancellation(cursor) else {
            return (from, [end, decision.to].compactMap { $0 }.min())
        }
        if decision.isRevoked { return (cancelled, nil) }
        return (from, [end, decision.to, cancelled.adding(days: -1)].compactMap { $0 }.min())
    }

    var remarks: [Message] {
        var remarks: [Message] = []
        for (rows, template) in [(pending, MessageTemplate.tablesPendingLimit), (unnamed, .tablesUnnamedLimit)] {
            remarks += rows.sorted { $0.key < $1.key }.map {
                Message(template, ["count": "\($0.value)", "value": $0.key])
            }
        }
        return remarks + days.remarks + parties.tableRemarks
    }

    private func isTemporary(_ cursor: borrowing TableCursor) -> Bool {
        guard let word = cursor.text(columns[.temporary]) else { return false }
        return Answer.isYes(word) ?? (Identifiers.folded(word) == "temporaire")
    }

    /// Whether the limit is for the whole group. An insurer's export may name the group in this column, which says
    /// nothing of what the limit covers.
    private func isGroup(_ cursor: borrowing TableCursor, _ warnings: inout [Message]) -> Bool {
        guard let text = cursor.text(columns[.parent]) else { return false }
        let word = Identifiers.folded(text)
        if Answer.isYes(word) ?? ["groupe", "group"].contains(word) { return true }
        if Answer.isYes(word) == nil {
            let name = cursor.name(columns[.parent])
            warnings.append(Message(.tablesGroupFlag, ["field": name, "value": text], field: name))
        }
        return false
    }
}

extension CreditLimit.Status {
    /// The decision a word names; nil for an unknown word.
    init?(word: String) {
        guard let status = CreditLimit.Status.words[Identifiers.folded(word)] else { return nil }
        self = status
    }

    private static let words: [String: CreditLimit.Status] = {
        let names: [(CreditLimit.Status, String)] = [
            (
                .granted,
                """
                accorde,accordee,accord,accord total,granted,agree,agreee,acceptee,accepte,approved,approuvee,en vigueur,
                active,actif,valide,in force,full,total,maintenue,maintien,augmentee,increased,ok,accepted,agreed,agreement,full agreement,
                fully approved,fully granted,full approval,approved in full,acceptation,
                accord maintenu,maintenu,maintien accord,maintien de l'accord,maintien garantie,maintien de la garantie,
                maintien limite,maintien de la limite,maintained,reconduit,reconduite,reconduction,renouvelee,renewed,confirmee,confirmed,augmentation,increase,
                accord partiel,partiel,partielle,partial,partially approved,partially granted,partially accepted,
                partially agreed,partially refused,partial approval,partial agreement,partial acceptance,approved in part,
                granted in part,agreed in part,garantie partielle,partly approved,acceptation partielle,
                accorde partiellement,accordee partiellement,partiellement accorde,partiellement accordee,
                refus partiel,partial refusal
                """
            ),
            (
                .reduced,
                """
                reduit,reduite,reduction,reduced,diminuee,diminution,accord reduit,limite reduite,decreased,baisse
                """
            ),
            (
                .refused,
                """
                refuse,refusee,refus,refused,declined,rejected,rejetee,non garanti,non garantie,exclu,exclue,refus total,
                refus de garantie,totalement refuse,totalement refusee,fully refused,total refusal,refusal,not approved,
                not granted,not insured,non agree,non agreee,non accorde,non accordee,non assure,non assuree,denied,
                sans garantie,no cover,limite zero,limite nulle,zero limit
                """
            ),
            (
                .cancelled,
                """
                annule,annulee,annulation,cancelled,canceled,resilie,resiliee,resiliation,retiree,retire,retrait,withdrawn,
                suspendue,suspendu,suspension,suspended,expiree,expire,expired,supprimee,supprime,suppression,terminated,
                cancellation,withdrawal,annulation de garantie,garantie annulee,garantie resiliee,echue
                """
            ),
        ]
        var words: [String: CreditLimit.Status] = [:]
        for (status, list) in names {
            for word in list.split(separator: ",") { words[Identifiers.folded(String(word))] = status }
        }
        return words
    }()
}

extension TableCursor {
    /// A percentage, `90`, `90,00 %` or `0,9`; nil where the cell is empty.
    func percentage(_ column: Int?) throws(RowFault) -> ExactDecimal? {
        guard let column, let text = text(column) else { return nil }
        let plain = String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { $0 != "%" && $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" }
                    .map { $0 == "," ? "." : $0 }))
        guard let value = ExactDecimal(plain), value.coefficient >= 0, value.approximate <= 100 else {
            throw fault(.tablesShare, column)
        }
        // A spreadsheet writes 90 % as 0.9; nobody insures less than one percent.
        guard value.approximate <= 1, value.scale >= 1, !text.contains("%") else { return value }
        let scale = max(0, value.scale - 2)
        return ExactDecimal(coefficient: value.scale == 1 ? value.coefficient * 10 : value.coefficient, scale: scale)
    }

    /// A whole number of days, `30` or `30 jours`; nil where the cell is empty.
    func days(_ column: Int?) throws(RowFault) -> Int? {
        guard let column, let text = text(column) else { return nil }
        let words = Identifiers.folded(text).split(separator: " ")
        guard let first = words.first, let days = Int(first), (0...3650).contains(days),
            words.count == 1
                || words.count == 2 && ["j", "jours", "jour", "days", "day", "d"].contains(String(words[1]))
        else { throw fault(.tablesCount, column) }
        return days
    }
}
