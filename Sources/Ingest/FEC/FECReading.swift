import Receivables

/// Reads a FEC: keeps the rows of customer accounts, and the sums that show whether the file is whole.
struct FECReading {
    private let text: DecodedText
    private let header: FECHeader
    private let context: ReadingContext
    private var scanner: TableScanner
    private var row = ScannedRow()

    private var amounts = AmountColumn()
    private var entryDates = DateColumn()
    private var pieceDates = DateColumn()
    private var dueDates = DateColumn()

    private var entries: [FECEntry] = []
    private var refused: [RefusedRow] = []
    private var journals = FECJournals()
    private var rowCount = 0
    /// Debit − credit over the whole file; nil once it has overflowed or a row could not be read.
    private var balance: Int64? = 0

    static func read(_ file: SourceFile, _ context: ReadingContext) throws(Refusal) -> Reading {
        let text = try DecodedText(file.bytes)
        guard let header = FECHeader.find(in: text) else { throw TableRefusal.unknown(text) }
        guard header.isComplete else {
            throw Refusal(.fecColumnsMissing, ["field": header.missing.joined(separator: ", ")], line: header.row.line)
        }
        var reading = FECReading(text, header, context)
        return try reading.run()
    }

    private init(_ text: DecodedText, _ header: FECHeader, _ context: ReadingContext) {
        self.text = text
        self.header = header
        self.context = context
        self.scanner = TableScanner(text, separator: header.separator, quoting: .withinLine)
    }

    private mutating func run() throws(Refusal) -> Reading {
        for _ in 0..<2 {
            try runPass()
            let dates = [entryDates, pieceDates, dueDates]
            if !amounts.needsAnotherPass, !dates.contains(where: \.needsAnotherPass) { break }
        }
        let remarks = remarks
        var rows: [FECEntry] = []
        swap(&rows, &entries)
        var documents = FECDocuments(rows, journals, context.baseCurrency)
        let isTorn = rowCount > 0 && !row.isTerminated && row.cells.count < header.count
        return Reading(
            documents: documents.make(), refusedRows: refused,
            header: Array(text.bytes[header.row.start..<header.row.end]), warnings: remarks,
            looksUnfinished: rowCount == 0 || isTorn)
    }

    private mutating func runPass() throws(Refusal) {
        amounts.beginPass()
        entryDates.beginPass()
        pieceDates.beginPass()
        dueDates.beginPass()
        (entries, refused, journals, rowCount, balance) = ([], [], FECJournals(), 0, 0)
        scanner = TableScanner(text, separator: header.separator, quoting: .withinLine)
        repeat {
            guard try scanner.next(&row) else { return }
        } while row.start != header.row.start
        while try scanner.next(&row) { takeRow() }
    }

    private mutating func takeRow() {
        guard row.cells.contains(where: { !scanner.isEmpty($0) }) else { return }
        rowCount += 1
        do throws(RowFault) {
            try repair()
            try take()
        } catch {
            balance = nil
            let message = Message(
                error.message.template, error.message.arguments, line: row.line, field: error.message.field)
            refused.append(RefusedRow(line: row.line, text: Array(text.bytes[row.start..<row.end]), message: message))
        }
    }

    // MARK: - The shape of a row

    /// Gives the row as many cells as the header has columns: a separator inside a label is put back.
    private mutating func repair() throws(RowFault) {
        let expected = header.count
        guard row.cells.count != expected else { return }
        let written = row.cells
        if written.count < expected { return try checkShort() }
        if written[expected...].allSatisfy({ scanner.isEmpty($0) }) {
            row.cells.removeLast(written.count - expected)
            if isPlausible { return }
        }
        // The label first: that is where people type freely. A trailing separator may stand beside the stray one.
        let extras = Set([written.count - expected, lastFilled(written) + 1 - expected]).filter { $0 > 0 }.sorted()
        for column in [FECColumn.label, .auxiliaryName, .accountName] {
            for extra in extras {
                guard let place = header[column], join(written, place, extra, expected) else { continue }
                if isPlausible { return }
            }
        }
        row.cells = written
        throw RowFault(.fecRowShape, ["found": "\(written.count)", "expected": "\(expected)"])
    }

    private func lastFilled(_ cells: [Cell]) -> Int { cells.lastIndex { !scanner.isEmpty($0) } ?? 0 }

    /// Takes `extra + 1` cells from `place` as one.
    private mutating func join(_ written: [Cell], _ place: Int, _ extra: Int, _ expected: Int) -> Bool {
        guard place + extra < written.count else { return false }
        var cells = Array(written[..<place])
        cells.append(Cell(start: written[place].start, end: written[place + extra].end))
        cells += written[(place + extra + 1)...].prefix(expected - place - 1)
        row.cells = cells
        return true
    }

    /// The cells that can only be numbers and dates are such.
    private var isPlausible: Bool {
        let numeric: [FECColumn] = [
            .debit, .credit, .amount, .pieceDate, .entryDate, .validated, .letteringDate, .foreignAmount, .due,
        ]
        let hasAmount = [FECColumn.debit, .credit, .amount].contains { header[$0] != nil && !scanner.isEmpty(cell($0)) }
        guard hasAmount else { return false }
        let accountStart = cell(.account).start
        guard accountStart < text.bytes.count, (0x30...0x39).contains(text.bytes[accountStart]) else { return false }
        return numeric.allSatisfy { column in
            let cell = cell(column)
            return text.bytes[cell.start..<cell.end].allSatisfy { !($0 >= 0x41 && $0 <= 0x7A) && $0 < 0x80 }
        }
    }

    /// A row may lack empty cells at its end, not its amount.
    private func checkShort() throws(RowFault) {
        let needed = [FECColumn.debit, .credit, .amount, .sense].compactMap { header[$0] }.max() ?? 0
        guard row.cells.count <= needed else { return }
        throw RowFault(.tablesShortRow, ["found": "\(row.cells.count)", "expected": "\(header.count)"])
    }

    // MARK: - The values of a row

    private func cell(_ column: FECColumn) -> Cell {
        guard let place = header[column], place < row.cells.count else { return Cell(start: row.end, end: row.end) }
        return row.cells[place]
    }

    private func value(_ column: FECColumn) -> String { scanner.text(cell(column)) }

    private mutating func take() throws(RowFault) {
        let account = value(.account)
        let journal = value(.journal)
        let auxiliary = value(.auxiliary)
        let piece = value(.piece)
        let number = value(.entryNumber)
        let effect = try readEffect()
        let transaction = journals.add(
            FECPosting(
                journal: journal, journalName: value(.journalName), number: number, date: value(.entryDate),
                account: account, auxiliary: auxiliary, piece: piece, effect: effect))
        if let sum = balance {
            let (total, overflow) = sum.addingReportingOverflow(effect)
            balance = overflow ? nil : total
        }
        guard FECEntry.isCustomer(account: account), let transaction else { return }
        guard let date = try readDay(.entryDate, &entryDates) else { throw missing(.entryDate) }
        let pieceDate = try readDay(.pieceDate, &pieceDates) ?? date
        entries.append(
            FECEntry(
                journal: journal, number: number, date: date, account: account,
                accountName: value(.accountName), auxiliary: auxiliary, auxiliaryName: value(.auxiliaryName),
                piece: piece, pieceDate: pieceDate, label: value(.label), effect: effect,
                lettering: value(.lettering), due: readDue(after: pieceDate), invoiceNumber: value(.invoiceNumber),
                transaction: transaction, line: row.line))
    }

    /// No row is refused for a due date: the FEC itself has none.
    private mutating func readDue(after issued: Day) -> Day? {
        guard header[.due] != nil, case .day(let due) = dueDates.read(scanner, cell(.due)) else { return nil }
        return due < issued ? nil : due
    }

    private func missing(_ column: FECColumn) -> RowFault {
        RowFault(.tablesMissing, ["field": column.rawValue], field: column.rawValue)
    }

    private func readDay(_ column: FECColumn, _ dates: inout DateColumn) throws(RowFault) -> Day? {
        switch dates.read(scanner, cell(column)) {
        case .day(let day): return day
        case .empty: return nil
        case .unreadable: throw fault(.tablesDateUnreadable, column)
        case .impossible:
            // Some exporters write eight zeros for "none".
            guard value(column).contains(where: { $0 != "0" }) else { return nil }
            throw fault(.tablesDateImpossible, column)
        }
    }

    private func fault(_ template: MessageTemplate, _ column: FECColumn) -> RowFault {
        let facts = ["field": column.rawValue, "value": value(column), "currency": context.baseCurrency.code]
        return RowFault(template, facts, field: column.rawValue)
    }

    /// Debit − credit, or the amount with its sense.
    private mutating func readEffect() throws(RowFault) -> Int64 {
        if header[.debit] != nil, header[.credit] != nil {
            let debit = try readAmount(.debit)
            let (effect, overflow) = debit.subtractingReportingOverflow(try readAmount(.credit))
            guard !overflow else { throw fault(.tablesAmountTooLarge, .debit) }
            return effect
        }
        let amount = try readAmount(.amount)
        switch value(.sense).uppercased() {
        case "D", "+1", "1", "+": return amount
        case "C", "-1", "-": return -amount
        default:
            guard amount != 0 else { return 0 }
            throw fault(.fecSense, .sense)
        }
    }

    private mutating func readAmount(_ column: FECColumn) throws(RowFault) -> Int64 {
        switch amounts.read(scanner, cell(column), context.baseCurrency) {
        case .amount(let amount): return amount
        case .empty: return 0
        case .unreadable, .otherCurrency: throw fault(.tablesAmountUnreadable, column)
        case .tooLarge: throw fault(.tablesAmountTooLarge, column)
        case .tooManyDecimals: throw fault(.tablesAmountDecimals, column)
        case .ambiguous: throw fault(.tablesAmountAmbiguous, column)
        }
    }

    // MARK: - The file as a whole

    private var remarks: [Message] {
        var remarks: [Message] = []
        if rowCount == 0 { remarks.append(Message(.tablesNoRows)) }
        if rowCount > 0, entries.isEmpty { remarks.append(Message(.fecNoCustomers)) }
        if let balance, balance != 0 {
            let value = Money(minorUnits: balance, currency: context.baseCurrency).description
            remarks.append(Message(.fecUnbalanced, ["value": value]))
        }
        let collective = entries.filter(\.auxiliary.isEmpty)
        if let first = collective.first {
            remarks.append(Message(.fecNoAuxiliary, ["count": "\(collective.count)", "value": first.account]))
        }
        return remarks
    }
}
