import Receivables

/// The customers of one table: one `Party` for each distinct spelling of name and identifiers, however many rows.
struct PartyPool {
    private let places: [(heading: Heading, index: Int)]
    private var parties: [Party] = []
    /// Carry only the remarks on a party, shared by all its documents; nil where there is nothing to remark.
    private var remarks: [InvoiceDetails?] = []
    /// The identity cells of each party as written, each closed by 0xFF (no byte of UTF-8), one after the other:
    /// near one another in memory, unlike the rows they come from.
    private var keys: [UInt8] = []
    private var keyStarts: [Int] = [0]
    /// Open addressing: 32 bits of hash above a party's index plus one; 0 is free. Its size is a power of two.
    private var slots: [UInt64]
    private var batch = Batch()

    /// What `prepare` found for each row of a batch; −1 where the row must be looked up alone.
    private struct Batch {
        var hashes = [UInt64](repeating: 0, count: ScannedRow.batchSize)
        var slots = [UInt64](repeating: 0, count: ScannedRow.batchSize)
        var starts = [Int](repeating: 0, count: ScannedRow.batchSize)
        var found = [Int](repeating: -1, count: ScannedRow.batchSize)
        /// Keeps the compiler from leaving out the reads that only warm the cache.
        var touched = 0
    }

    /// A pool over those of the identity columns that are present.
    init(_ columns: TableColumns, _ headings: [Heading] = [.customer, .code, .siren, .siret, .vatNumber, .country]) {
        self.places = (headings + [.nationalNumber]).compactMap { heading in columns[heading].map { (heading, $0) } }
        self.slots = [UInt64](repeating: 0, count: 1024)
    }

    /// Looks up a batch of rows at once. With tens of thousands of customers every look-up misses the processor's cache
    /// three times; in short loops the misses of many rows overlap.
    mutating func prepare(_ scanner: borrowing TableScanner, _ rows: [ScannedRow], _ count: Int) {
        // A table that names nobody: there is no key to look at.
        guard !places.isEmpty else { return }
        let text = scanner.bytes.span
        for place in 0..<count { batch.hashes[place] = hash(text, rows[place].cells) }
        let mask = UInt64(slots.count - 1)
        for place in 0..<count { batch.slots[place] = slots[Int(batch.hashes[place] & mask)] }
        for place in 0..<count {
            let slot = batch.slots[place]
            let isLikely = slot != 0 && slot >> 32 == batch.hashes[place] >> 32
            batch.found[place] = isLikely ? Int(slot & 0xFFFF_FFFF) - 1 : -1
            batch.starts[place] = isLikely ? keyStarts[batch.found[place]] : 0
        }
        for place in 0..<count where batch.found[place] >= 0 { batch.touched &+= Int(keys[batch.starts[place]]) }
        for place in 0..<count where batch.found[place] >= 0 {
            if !matches(batch.found[place], text, rows[place].cells) { batch.found[place] = -1 }
        }
        for place in 0..<count where batch.found[place] >= 0 {
            // The name stands beside the reference count that the document will raise.
            batch.touched &+= parties[batch.found[place]].name == nil ? 1 : 0
        }
    }

    /// The party of this row, as an index for `party` and `details`. The row's batch has been prepared.
    mutating func find(_ scanner: borrowing TableScanner, _ row: borrowing ScannedRow) -> Int {
        let found = batch.found[row.place]
        if found >= 0 { return found }
        let hash = batch.hashes[row.place]
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            let index = Int(slots[slot] & 0xFFFF_FFFF) - 1
            if slots[slot] >> 32 == hash >> 32, matches(index, scanner.bytes.span, row.cells) { return index }
            slot = (slot + 1) & mask
        }
        slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(parties.count + 1)
        add(scanner, row)
        if parties.count * 2 > slots.count { grow() }
        return parties.count - 1
    }

    func party(_ index: Int) -> Party { parties[index] }
    /// What is to be remarked on a party, as an invoice carries it.
    func details(_ index: Int) -> InvoiceDetails? { remarks[index] }
    func warnings(_ index: Int) -> [Message] { remarks[index]?.warnings ?? [] }

    /// Takes over the customers of rows that were read apart, for what all rows together show.
    mutating func add(_ others: PartyPool) { parties += others.parties }

    /// What only all rows together show: one code for several customers makes one customer of them.
    var tableRemarks: [Message] {
        guard places.contains(where: { $0.heading == .customer }) else { return [] }
        var first: [String: Party] = [:]
        var others: [String: String] = [:]
        for party in parties {
            guard let code = party.code, let name = party.name else { continue }
            guard let known = first[code]?.name else {
                first[code] = party
                continue
            }
            if known != name, others[code] == nil, Identifiers.normalisedName(known) != Identifiers.normalisedName(name)
            {
                others[code] = "\(known), \(name)"
            }
        }
        guard let example = others.min(by: { $0.key < $1.key }) else { return [] }
        let arguments = ["count": "\(others.count)", "code": example.key, "names": example.value]
        return [Message(.tablesSharedCode, arguments)]
    }

    /// FNV-1a in two lanes: keys are short, and a chain of multiplications is what it costs.
    private func hash(_ text: Span<UInt8>, _ cells: [Cell]) -> UInt64 {
        var even: UInt64 = 0xCBF2_9CE4_8422_2325
        var odd: UInt64 = 0x8422_2325_CBF2_9CE4
        let prime: UInt64 = 0x0000_0100_0000_01B3
        for place in places where place.index < cells.count {
            let cell = cells[place.index]
            var index = cell.start
            while index + 1 < cell.end {
                even = (even ^ UInt64(text[index])) &* prime
                odd = (odd ^ UInt64(text[index + 1])) &* prime
                index += 2
            }
            let last = index < cell.end ? UInt64(text[index]) : 0x100
            (even, odd) = ((odd ^ last) &* prime, even)
        }
        let mixed = (even ^ odd >> 31) &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ mixed >> 29
    }

    private func matches(_ index: Int, _ text: Span<UInt8>, _ cells: [Cell]) -> Bool {
        let keys = keys.span
        var key = keyStarts[index]
        for place in places {
            if place.index < cells.count {
                let cell = cells[place.index]
                for position in cell.start..<cell.end {
                    guard keys[key] == text[position] else { return false }
                    key += 1
                }
            }
            guard keys[key] == 0xFF else { return false }
            key += 1
        }
        return true
    }

    private mutating func add(_ scanner: borrowing TableScanner, _ row: borrowing ScannedRow) {
        var identity = PartyText()
        for place in places {
            if place.index < row.cells.count {
                let cell = row.cells[place.index]
                keys.append(contentsOf: scanner.bytes[cell.start..<cell.end])
                let text = scanner.text(cell)
                if !text.isEmpty { identity.take(text, place.heading) }
            }
            keys.append(0xFF)
        }
        keyStarts.append(keys.count)
        parties.append(identity.party)
        remarks.append(identity.warnings.isEmpty ? nil : InvoiceDetails(warnings: identity.warnings))
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: old.count * 4)
        let mask = slots.count - 1
        for entry in old where entry != 0 {
            // The low hash bits are gone; they are worked out again from the key.
            var slot = Int(truncatingIfNeeded: hash(ofKey: Int(entry & 0xFFFF_FFFF) - 1)) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = entry
        }
    }

    private func hash(ofKey index: Int) -> UInt64 {
        var cells = [Cell](repeating: Cell(start: 0, end: 0), count: (places.map(\.index).max() ?? -1) + 1)
        var start = keyStarts[index]
        for place in places {
            var end = start
            while keys[end] != 0xFF { end += 1 }
            cells[place.index] = Cell(start: start, end: end)
            start = end + 1
        }
        return hash(keys.span, cells)
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
    private var nationalNumber: String?
    private var others: [SchemedIdentifier] = []
    private(set) var warnings: [Message] = []

    var party: Party {
        var (siren, siret, others) = (siren, siret, others)
        if let nationalNumber { takeNationalNumber(nationalNumber, &siren, &siret, &others) }
        if name == nil, code == nil, siren == nil, siret == nil, vat == nil, others.isEmpty { return .unknown }
        return Party(name: name, siren: siren, siret: siret, vat: vat, code: code, others: others, country: country)
    }

    mutating func take(_ text: String, _ heading: Heading) {
        if PartyText.registers.contains(heading), RoundedNumber.isOne(text) { return warn(.tablesRoundedNumber, text) }
        switch heading {
        case .code: code = PartyText.isCollective(text) || RoundedNumber.isOne(text) ? nil : text
        case .siren: takeSIREN(text)
        case .siret: takeSIRET(text)
        case .vatNumber, .vat: takeVAT(text)
        case .nationalNumber: nationalNumber = text
        case .country: country = text.utf8.count == 2 ? text.uppercased() : Countries.code(of: text)
        default: name = text
        }
    }

    /// Not a register number any more, and one that several companies would share.
    private static let registers: Set<Heading> = [.siren, .siret, .vatNumber, .vat, .nationalNumber]

    /// `411000`, the account that all customers are gathered under: no customer's code.
    static func isCollective(_ code: String) -> Bool {
        code.utf8.count >= 6 && FECEntry.isCustomer(account: code)
            && code.dropFirst(3).allSatisfy { $0 == "0" }
    }

    /// A number of nine digits may be another country's: it is a SIREN only with its key, and of a company in France.
    private func takeNationalNumber(
        _ text: String, _ siren: inout String?, _ siret: inout String?, _ others: inout [SchemedIdentifier]
    ) {
        let isFrench = country == nil || country == "FR"
        if isFrench, let digits = Identifiers.digits(text, count: 9), Identifiers.isValidSIREN(digits) {
            siren = siren ?? digits
        } else if isFrench, let digits = Identifiers.digits(text, count: 14), Identifiers.isValidSIRET(digits) {
            siret = siret ?? digits
            siren = siren ?? String(digits.prefix(9))
        } else {
            others.append(SchemedIdentifier(scheme: "register", value: Identifiers.compact(text)))
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
