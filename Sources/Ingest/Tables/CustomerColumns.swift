import Receivables

/// Which of several columns names the customer, where the header leaves it open.
///
/// 1. A contact never does beside a column that does.
/// 2. A general word (*Client*, *Tiers*) beside one that says it holds the name (*Raison sociale*, *Nom du client*): the
///    second does, and the first is the code where its cells look like codes. Beside a bare *Nom*, which may be a contact's,
///    it does so only then.
/// 3. *Société* beside either is the company that wrote the table, unless it changes with codes that stand under *Client*;
///    a SIREN that then never changes is its own.
struct CustomerColumns {
    private let keys: [HeadingKey]
    private let columns: TableColumns
    private let cells: ColumnCells
    private let named: Int?
    private let bare: Int?
    private let general: Int?
    private let company: Int?
    private let contact: Int?

    init(_ meaning: HeaderMeaning, _ columns: TableColumns, _ cells: ColumnCells) {
        self.keys = meaning.keys
        self.columns = columns
        self.cells = cells
        let keys = meaning.keys
        let places = meaning.places(of: .customer)
        func first(_ word: Word) -> Int? { places.first { CustomerColumns.word(keys[$0]) == word } }
        named = first(.named)
        bare = first(.bare)
        general = first(.general)
        company = first(.company)
        contact = first(.contact)
    }

    /// Whether there is anything to decide.
    static func areOpen(_ meaning: HeaderMeaning) -> Bool {
        let places = meaning.places(of: .customer)
        return places.count > 1 || places.contains { word(meaning.keys[$0]) == .company }
    }

    /// How well a heading speaks for its meaning beside another, the lowest best, as far as names tell.
    static func rank(_ key: HeadingKey, _ heading: Heading) -> Int {
        if heading == .customer {
            return switch word(key) {
            case .contact: 2
            case .company: 1
            case .named, .bare, .general: 0
            }
        }
        return key.namesCustomer ? 0 : key.namesCompany ? 2 : 1
    }

    // MARK: - Headings

    private enum Word { case named, bare, general, company, contact }

    private static func word(_ key: HeadingKey) -> Word {
        if key.words.contains("contact") { return .contact }
        if ["nom", "name", "accountname"].contains(key.key) { return .bare }
        if key.namesCompany { return .company }
        return key.words.contains { nameWords.contains($0) } ? .named : .general
    }

    private static let nameWords: Set<String> = [
        "nom", "name", "raison", "denomination", "intitule", "libelle", "legal",
    ]

    /// Beside it, *Nom* is a person's.
    private var hasFirstName: Bool {
        keys.contains { ["prenom", "firstname", "givenname", "civilite"].contains($0.key) }
    }

    // MARK: - Cells

    /// The columns with the customer's settled.
    var settled: TableColumns {
        var settled = columns
        let (customer, code) = choice
        settled.settle(.customer, customer)
        if columns[.code] == nil { settled.settle(.code, code) }
        for heading in [Heading.siren, .siret, .vatNumber] where isOwn(heading, settled) {
            settled.settle(heading, nil)
        }
        return settled
    }

    private var choice: (customer: Int?, code: Int?) {
        if let named { return (named, general.flatMap { areCodes($0, of: named) ? $0 : nil }) }
        if let general { return choice(general: general) }
        if let company, isOwn(company) { return (bare, nil) }
        if let bare, let company { return (hasFirstName ? company : min(bare, company), nil) }
        return (bare ?? company ?? contact, nil)
    }

    private func choice(general: Int) -> (customer: Int?, code: Int?) {
        if let bare {
            if areCodes(general) { return (bare, general) }
            return (hasFirstName ? general : min(general, bare), nil)
        }
        if let company, areCodes(general), !cells.isConstant(company), cells.isKey(general, of: company) {
            return (company, general)
        }
        return (general, nil)
    }

    /// Short, in one word and with figures. Beside what is surely their names, capitals that stand for one name each will do.
    private func areCodes(_ place: Int, of names: Int? = nil) -> Bool {
        let values = cells.values(place)
        let short = values.count { $0.utf8.count <= 17 && !$0.contains(where: \.isWhitespace) }
        guard !values.isEmpty, short * 10 >= values.count * 9 else { return false }
        if values.count(where: { $0.contains(where: \.isNumber) }) * 2 > values.count { return true }
        guard let names, !values.contains(where: { $0.contains(where: \.isLowercase) }) else { return false }
        return cells.isKey(place, of: names)
    }

    /// Whether a company is the same in all rows while their customers are not.
    private func isOwn(_ company: Int) -> Bool {
        guard cells.isConstant(company), let other = bare ?? columns[.code] else { return false }
        return !cells.isConstant(other)
    }

    /// Whether an identifier is that of the company that wrote the table.
    private func isOwn(_ heading: Heading, _ settled: TableColumns) -> Bool {
        guard let company, settled[.customer] != company, cells.isConstant(company), let place = settled[heading],
            !keys[place].namesCustomer, cells.isConstant(place)
        else { return false }
        if keys[place].namesCompany || follows(place, company) { return true }
        return settled.first(.customer, .code).map { !cells.isConstant($0) } ?? false
    }

    /// Whether nothing but identifiers stands between a company and this one.
    private func follows(_ place: Int, _ company: Int) -> Bool {
        let identifiers = [Heading.siren, .siret, .vatNumber].compactMap { columns[$0] }
        return place > company && (company + 1..<place).allSatisfy { identifiers.contains($0) }
    }
}
