import Receivables

/// Columns of an invoice list that nobody understood, and whose figures may say what is left of each invoice or what was
/// paid of it. Read as nothing, they would leave every total open without a word.
///
/// A column is told where its figures are amounts that the total may hold, or where its heading speaks of money; never a
/// tax, a price, a discount, a count or a number to be known by, and never one that only repeats the total.
struct UnreadAmounts {
    fileprivate struct Column {
        let place: Int
        let speaksOfMoney: Bool
        var amounts = AmountColumn()
        var hasDecimals = false
        /// Amounts that are a part of their row's total, and those that are more.
        var within = 0
        var beyond = 0
        /// Cells that are no amounts.
        var others = 0

        /// A column of texts is not looked at to its end.
        var isText: Bool { others > 32 && others > within + beyond }

        var isAmount: Bool {
            (hasDecimals || speaksOfMoney) && within > 0 && beyond * 10 <= within && others * 10 <= within
        }
    }

    private var columns: [Column] = []

    /// `statesOpen`: another column says what is left, and nothing else matters.
    init(_ header: TableHeader, statesOpen: Bool) {
        guard !statesOpen else { return }
        for (place, name) in header.names.enumerated() where header.columns.isUnread(place, name) {
            let words = Identifiers.folded(name).split(separator: " ").map(String.init)
            guard !words.contains(where: UnreadAmounts.besideWords.contains) else { continue }
            let speaksOfMoney = words.contains(where: UnreadAmounts.moneyWords.contains) || words.last == "du"
            columns.append(Column(place: place, speaksOfMoney: speaksOfMoney))
        }
    }

    /// Whether there is any column to look at.
    var isEmpty: Bool { columns.isEmpty }

    mutating func beginPass() {
        for index in columns.indices {
            columns[index] = Column(place: columns[index].place, speaksOfMoney: columns[index].speaksOfMoney)
        }
    }

    mutating func look(at cursor: borrowing TableCursor, total: Int64?, _ currency: Currency) {
        guard !columns.isEmpty, let total else { return }
        for index in columns.indices where !columns[index].isText {
            columns[index].look(at: cursor, total: total, currency)
        }
    }

    func remarks(_ header: TableHeader) -> [Message] {
        let found = columns.filter(\.isAmount).map { header.names[$0.place] }
        return found.isEmpty ? [] : [Message(.tablesUnreadAmounts, ["columns": found.joined(separator: ", ")])]
    }

    /// Of money that is owed or was paid.
    private static let moneyWords = words(
        """
        montant mt mnt solde reste restant regle paye encaisse recu acompte acomptes avoir avoirs reglement reglements
        paiement paiements encaissement encaissements encours impaye impayes echu credit credits due amount balance paid
        payment payments outstanding remaining
        """)

    /// Of something else: a price, a tax, a discount, a count, a number to be known by.
    private static let besideWords = words(
        """
        ht hors tva vat tax taxe taxes net nette base brut gross remise remises rabais ristourne escompte discount quantite
        quantites qte quantity qty prix pu price tarif unitaire unit taux rate pct percent cours change marge margin cout
        couts cost achat achats revient commission commissions frais port shipping transport fee fees penalite penalites
        interet interets ecotaxe eco deee timbre plafond limite limit chiffre ca poids weight kg volume surface heures hours
        temps duree score coefficient coef jours days jour age nombre nb count n no num numero number id ref reference code
        date siren siret commande annee year mois month version rang ligne lignes line
        """)

    private static func words(_ list: String) -> Set<String> {
        Set(list.split { $0 == " " || $0 == "\n" }.map(String.init))
    }
}

extension UnreadAmounts.Column {
    fileprivate mutating func look(at cursor: borrowing TableCursor, total: Int64, _ currency: Currency) {
        let cell = cursor.cell(place)
        switch amounts.read(cursor.scanner, cell, currency) {
        case .empty, .amount(0): return
        case .amount(total): return
        case .amount(let amount):
            if amount.magnitude < total.magnitude { within += 1 } else { beyond += 1 }
        case .ambiguous: return
        case .unreadable, .tooLarge, .tooManyDecimals, .otherCurrency:
            others += 1
            return
        }
        if !hasDecimals { hasDecimals = cursor.scanner.hasPoint(cell) }
    }
}

extension TableScanner {
    /// Whether a comma or a point stands in a cell.
    fileprivate func hasPoint(_ cell: Cell) -> Bool {
        let text = bytes.span
        for place in cell.start..<cell.end where text[place] == 0x2C || text[place] == 0x2E { return true }
        return false
    }
}

extension TableColumns {
    /// A column without a meaning, or with one that invoices have no use for: `Dû` is the beginning of a period elsewhere.
    /// Of two that say what was paid only one is read.
    fileprivate func isUnread(_ place: Int, _ name: String) -> Bool {
        guard !name.isEmpty, !contains(place) || self[.from] == place else { return false }
        switch Heading(name: name) {
        case nil, .from: return true
        case .paid: return !hasForeignAmounts && self[.deposit] != place
        default: return false
        }
    }
}
