/// Which entry carries a document number, and who names that number; of old numbers in a few bytes each.
struct NumberIndex: Sendable {
    /// The entry booked last under a number; earlier ones follow by `InvoiceEntry.next`.
    private var last = HashIndex()
    /// Who names a number, whether or not it is booked yet.
    private var references: [String: [Reference]] = [:]
    /// Numbers whose references are not among those: where in `records`.
    private var folded = HashIndex()
    /// The place of a number's only entry, and who names it.
    private var records: [UInt8] = []

    mutating func reserveCapacity(_ count: Int) { last.reserve(count) }

    /// The entry booked last under a number.
    func last(_ number: String, in invoices: Shelf<InvoiceEntry>) -> Int32? {
        last.number(number.hashValue) { invoices[Int($0)].number == number }
    }

    /// Who names a number.
    func references(to number: String, in invoices: Shelf<InvoiceEntry>) -> [Reference] {
        if !references.isEmpty, let known = references[number] { return known }
        return record(of: number, invoices).map { references(at: $0) } ?? []
    }

    /// `known` is what `last` gave before.
    mutating func setLast(
        _ entry: Int32, of number: String, after known: Int32?, in invoices: Shelf<InvoiceEntry>
    ) {
        if known == nil {
            last.add(entry, for: number.hashValue)
        } else {
            last.set(entry, for: number.hashValue) { invoices[Int($0)].number == number }
        }
    }

    /// Ends a run before the first row whose number an invoice has, or a row before it, or that something names, and makes
    /// room for the rest.
    mutating func shorten(_ run: inout InvoiceRun, in invoices: Shelf<InvoiceEntry>) {
        if !references.isEmpty || !folded.isEmpty {
            for row in 0..<run.count where !references(to: run.invoice(row).number, in: invoices).isEmpty {
                run.end(before: row)
                break
            }
        }
        last.reserve(run.count)
        let first = last.firstTaken(run.keys) { row, entry in
            invoices[Int(entry)].number == run.invoice(row).number
        } isSame: { row, earlier in
            run.invoice(row).number == run.invoice(earlier).number
        }
        run.end(before: first)
    }

    /// Notes the entries of a run that was shortened, which begin at `first`.
    mutating func add(_ run: borrowing InvoiceRun, from first: Int32) {
        last.add(run.keys, from: first)
    }

    mutating func add(_ reference: Reference, to number: String, in invoices: Shelf<InvoiceEntry>) {
        if references[number] == nil { references[number] = references(to: number, in: invoices) }
        references[number]?.append(reference)
    }

    /// Folds who names the number of an entry, unless others carry it too.
    mutating func fold(_ number: String, of entry: Int32, in invoices: Shelf<InvoiceEntry>) {
        guard let named = references[number], last(number, in: invoices) == entry, invoices[Int(entry)].next < 0,
            records.count < Int32.max / 2
        else { return }
        var folder = Folder(records, FoldedTables())
        records = []  // the folder's alone, so that it grows in place
        let place = Int32(folder.bytes.count)
        folder.add(count: Int(entry))
        folder.add(named) { $0.add(count: $1.packed) }
        records = folder.bytes
        let records = records
        folded.set(place, for: number.hashValue) { other in
            var unfolder = Unfolder(records, at: Int(other))
            return invoices[unfolder.count()].number == number
        }
        references[number] = nil
    }

    /// Gives back the room of what was folded.
    mutating func shrink() {
        records = records.fitted
        references = Dictionary(uniqueKeysWithValues: references.lazy.map { ($0.key, $0.value) })
    }

    private func record(of number: String, _ invoices: Shelf<InvoiceEntry>) -> Int32? {
        guard !folded.isEmpty else { return nil }
        return folded.number(number.hashValue) { invoices[Int(entry(at: $0))].number == number }
    }

    private func entry(at record: Int32) -> Int32 {
        var unfolder = Unfolder(records, at: Int(record))
        return Int32(unfolder.count())
    }

    private func references(at record: Int32) -> [Reference] {
        var unfolder = Unfolder(records, at: Int(record))
        _ = unfolder.count()
        return unfolder.list { Reference(packed: $0.count()) }
    }
}

extension Reference {
    /// The kind in the two lowest bits.
    fileprivate var packed: Int {
        switch self {
        case .payment(let place): Int(place) << 2
        case .invoice(let place): Int(place) << 2 | 1
        case .notice(let place): Int(place) << 2 | 2
        case .event(let place): Int(place) << 2 | 3
        }
    }

    fileprivate init(packed: Int) {
        let place = Int32(packed >> 2)
        switch packed & 3 {
        case 0: self = .payment(place)
        case 1: self = .invoice(place)
        case 2: self = .notice(place)
        default: self = .event(place)
        }
    }
}
