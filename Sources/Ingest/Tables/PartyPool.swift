import Receivables

/// The customers of one table: one `Party` for each distinct spelling of name and identifiers, however many rows.
struct PartyPool {
    /// A party and what is to be remarked on its identifiers.
    struct Entry {
        let party: Party
        /// Carries only the warnings, shared by all documents of the party; nil where there is nothing to remark.
        let details: InvoiceDetails?
        fileprivate let hash: UInt64
        fileprivate let cells: [Cell]
    }

    private let places: [(heading: Heading, index: Int)]
    private var entries: [Entry] = []
    /// Open addressing; −1 is free. Its size is a power of two.
    private var slots: [Int32]

    /// A pool over those of the identity columns that are present.
    init(_ columns: TableColumns, _ headings: [Heading] = [.customer, .code, .siren, .siret, .vatNumber, .country]) {
        self.places = headings.compactMap { heading in columns[heading].map { (heading, $0) } }
        self.slots = [Int32](repeating: -1, count: 1024)
    }

    var isEmpty: Bool { places.isEmpty }

    /// The party of this row.
    mutating func entry(_ scanner: borrowing TableScanner, _ row: borrowing ScannedRow) -> Entry {
        let hash = hash(scanner, row)
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if entries[index].hash == hash, matches(index, scanner, row) { return entries[index] }
            slot = (slot + 1) & mask
        }
        let entry = make(scanner, row, hash)
        slots[slot] = Int32(entries.count)
        entries.append(entry)
        if entries.count * 2 > slots.count { grow() }
        return entry
    }

    private func cell(_ row: borrowing ScannedRow, _ index: Int) -> Cell {
        index < row.cells.count ? row.cells[index] : Cell(start: 0, end: 0)
    }

    private func hash(_ scanner: borrowing TableScanner, _ row: borrowing ScannedRow) -> UInt64 {
        // FNV-1a: short keys, and a hostile file only slows itself down within its size cap.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        let text = scanner.bytes.span
        for place in places {
            let cell = cell(row, place.index)
            for index in cell.start..<cell.end { hash = (hash ^ UInt64(text[index])) &* 0x0000_0100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x0000_0100_0000_01B3
        }
        return hash ^ hash >> 29
    }

    private func matches(_ index: Int, _ scanner: borrowing TableScanner, _ row: borrowing ScannedRow) -> Bool {
        let text = scanner.bytes.span
        for (place, known) in zip(places, entries[index].cells) {
            let cell = cell(row, place.index)
            guard cell.end - cell.start == known.end - known.start else { return false }
            for offset in 0..<(cell.end - cell.start) where text[cell.start + offset] != text[known.start + offset] {
                return false
            }
        }
        return true
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 4)
        let mask = slots.count - 1
        for (index, entry) in entries.enumerated() {
            var slot = Int(truncatingIfNeeded: entry.hash) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(index)
        }
    }

    private func make(_ scanner: borrowing TableScanner, _ row: borrowing ScannedRow, _ hash: UInt64) -> Entry {
        var identity = PartyText()
        for place in places {
            let text = scanner.text(cell(row, place.index))
            if !text.isEmpty { identity.take(text, place.heading) }
        }
        let details = identity.warnings.isEmpty ? nil : InvoiceDetails(warnings: identity.warnings)
        return Entry(
            party: identity.party, details: details, hash: hash, cells: places.map { cell(row, $0.index) })
    }
}

/// A party's cells turned into identifiers, with remarks on what they do not say cleanly.
struct PartyText {
    private var name: String?
    private var code: String?
    private var siren: String?
    private var siret: String?
    private var vat: String?
    private var country: String?
    private var others: [SchemedIdentifier] = []
    private(set) var warnings: [Message] = []

    var party: Party {
        if name == nil, code == nil, siren == nil, siret == nil, vat == nil, others.isEmpty { return .unknown }
        return Party(name: name, siren: siren, siret: siret, vat: vat, code: code, others: others, country: country)
    }

    mutating func take(_ text: String, _ heading: Heading) {
        switch heading {
        case .code: code = text
        case .siren: takeSIREN(text)
        case .siret: takeSIRET(text)
        case .vatNumber, .vat: takeVAT(text)
        case .country: country = text.utf8.count == 2 ? text.uppercased() : Countries.code(of: text)
        default: name = text
        }
    }

    private mutating func takeSIREN(_ text: String) {
        if let digits = Identifiers.digits(text, count: 9) {
            siren = digits
            if !Identifiers.isValidSIREN(digits) { warn(.tablesSIRENKey, text) }
        } else if let digits = Identifiers.digits(text, count: 14) {
            siret = digits
            siren = String(digits.prefix(9))
            warn(.tablesSIRETInSIREN, text)
            if !Identifiers.isValidSIRET(digits) { warn(.tablesSIRETKey, text) }
        } else if let padded = PartyText.padded(text) {
            siren = padded
            warn(.tablesSIRENZeros, text)
        } else {
            // Not lost: a foreign register number still tells customers apart.
            others.append(SchemedIdentifier(scheme: "register", value: Identifiers.compact(text)))
            warn(.tablesSIRENForm, text)
        }
    }

    /// A spreadsheet drops leading zeros: `5520135` with its zeros is a SIREN only where the key then fits.
    private static func padded(_ text: String) -> String? {
        guard (6...8).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        let digits = String(repeating: "0", count: 9 - text.utf8.count) + text
        return Identifiers.isValidSIREN(digits) ? digits : nil
    }

    private mutating func takeSIRET(_ text: String) {
        if let digits = Identifiers.digits(text, count: 14) {
            siret = digits
            siren = siren ?? String(digits.prefix(9))
            if !Identifiers.isValidSIRET(digits) { warn(.tablesSIRETKey, text) }
        } else if Identifiers.digits(text, count: 9) != nil {
            if siren == nil { takeSIREN(text) }
        } else {
            warn(.tablesSIRETForm, text)
        }
    }

    private mutating func takeVAT(_ text: String) {
        let compact = Identifiers.compact(text)
        vat = compact
        if Identifiers.siren(inFrenchVAT: compact) != nil, !Identifiers.hasValidFrenchVATKey(compact) {
            warn(.tablesVATKey, text)
        }
    }

    private mutating func warn(_ template: MessageTemplate, _ value: String) {
        warnings.append(Message(template, ["value": value]))
    }
}

/// Country names as French packages write them in full.
private enum Countries {
    static func code(of name: String) -> String? { codes[Identifiers.folded(name)] }

    private static let codes: [String: String] = [
        "france": "FR", "fra": "FR", "allemagne": "DE", "germany": "DE", "deu": "DE", "belgique": "BE", "belgium": "BE",
        "bel": "BE", "espagne": "ES", "spain": "ES", "esp": "ES", "italie": "IT", "italy": "IT", "ita": "IT",
        "luxembourg": "LU", "pays bas": "NL", "netherlands": "NL", "portugal": "PT", "royaume uni": "GB",
        "united kingdom": "GB", "suisse": "CH", "switzerland": "CH", "etats unis": "US", "united states": "US",
        "pologne": "PL", "poland": "PL", "irlande": "IE", "autriche": "AT", "monaco": "MC",
    ]
}
