import Ingest
import Receivables
import Risk

/// Reads single files for people: `vigie read`. Books nothing and needs no home; a home's rules say language,
/// currency and how end of month is meant.
public struct FileReader {
    private let context: ReadingContext
    private let language: Language
    /// What is wrong with the home's descriptions of packages; files are then read without them.
    private let problem: Message?

    public init(home: String) {
        var settings = Settings.ifPresent(home: home)
        language = settings.language
        do throws(Halt) {
            try settings.describe(home: home)
            problem = nil
        } catch {
            problem = error.message
        }
        context = settings.reading
    }

    /// What reading needs to know of a home, without descriptions where one is wrong.
    static func context(home: String) -> ReadingContext {
        var settings = Settings.ifPresent(home: home)
        try? settings.describe(home: home)
        return settings.reading
    }

    /// What one file holds, in both forms, and what could not be taken.
    public struct Result: Sendable {
        /// One document a line.
        public var json: [UInt8] = []
        /// For people.
        public var text: [UInt8] = []
        /// Sentences about what was refused.
        public var complaints: [String] = []
        public var isRefused = false
    }

    /// Reads the file at `path`; a refusal is part of the result.
    public func read(path: String) -> Result {
        var result = Result()
        defer { if let problem { result.complaints.insert(sentence(path, problem), at: 0) } }
        do throws(Refusal) {
            let bytes = try FileReader.content(of: path, context)
            let file = SourceFile(name: path, bytes: bytes)
            guard let importer = Importers.importer(for: file, describedBy: context.descriptions) else {
                throw Refusal(.unknownFormat, ["file": path])
            }
            describe(try importer.read(file, context), by: importer.name, path, &result)
        } catch {
            result.isRefused = true
            result.complaints = [sentence(path, error.message)]
        }
        return result
    }

    private func describe(_ reading: Reading, by importer: String, _ path: String, _ result: inout Result) {
        var writer = JSONWriter()
        for document in reading.documents {
            writer.document(document, .printed(language))
            writer.newline()
        }
        result.json = writer.bytes
        let lines = reading.documents.map { DocumentLine(document: $0, language: language).text }
        let title =
            language == .french ? "\(reading.documents.count) document(s)" : "\(reading.documents.count) document(s)"
        result.text = Array("\(path): \(importer), \(title)\n".utf8)
        for line in lines { result.text += Array("  \(line)\n".utf8) }
        if let balance = reading.balance { result.text += Array("  \(describe(balance))\n".utf8) }
        result.complaints = reading.remarks.map { sentence(path, $0) }
        result.complaints += reading.refusedRows.map { sentence(path, $0.message) }
    }

    /// An aged balance holds no documents: its sums are shown as they were read.
    private func describe(_ balance: AgedBalance) -> String {
        let title = language == .french ? "balance âgée" : "aged balance"
        let rows = balance.rows.map { row in
            let name = row.party.name ?? row.party.code ?? row.party.sirenOfAny ?? "?"
            return "\n    \(name) \(Money(minorUnits: row.total, currency: row.currency))"
        }
        return "\(title) \(balance.source) \(balance.day?.description ?? ""): \(rows.count)" + rows.joined()
    }

    private func sentence(_ path: String, _ message: Message) -> String {
        let place = message.line.map { "\(path):\($0)" } ?? path
        return "\(place): \(message.text(in: language))"
    }

    static func content(of path: String, _ context: ReadingContext) throws(Refusal) -> [UInt8] {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let folder = parts.count == 1 ? "." : parts.dropLast().joined(separator: "/")
        guard let last = parts.last, let name = FileName(Array(last.utf8)) else { throw Refusal(.intakeNotAFile) }
        switch look(at: name, in: folder.isEmpty ? "/" : folder, context) {
        case .file(let file): return file.bytes
        case .unready(let message, _), .refused(let message): throw Refusal(message)
        case .written: throw Refusal(.intakeChanging)
        case .failed(let error): throw Refusal(error.message)
        case .folder, .gone: throw Refusal(SystemError(.open, path, Errno(2)).message)
        }
    }

    private static func look(at name: FileName, in folder: String, _ context: ReadingContext) -> Look {
        do throws(SystemError) {
            return Intake(context).look(at: name, in: try Directory(path: folder))
        } catch {
            return .failed(error)
        }
    }
}

/// One document in one line for people.
struct DocumentLine {
    let document: Document
    let language: Language

    var text: String {
        switch document {
        case .invoice(let invoice): describe(invoice)
        case .payment(let payment): describe(payment)
        case .limit(let limit):
            "\(word("limite assurée", "insured limit")) \(name(limit.buyer)) "
                + Money(minorUnits: limit.amount, currency: limit.currency).description + " \(limit.status.rawValue)"
        case .customer(let record): "\(word("client", "customer")) \(name(record.party))"
        case .status(let notice): describe(notice)
        case .listing(let listing): describe(listing)
        case .event(let event): describe(event)
        case .rates(let rates):
            "\(word("cours de l'euro", "euro rates")) \(rates.day): \(rates.perEuro.count)"
        }
    }

    private func describe(_ invoice: Invoice) -> String {
        let kind = invoice.type.isCredit ? word("avoir", "credit note") : word("facture", "invoice")
        let due = invoice.due.map { " \(word("échéance", "due")) \($0.day)\($0.isEstimated ? " (~)" : "")" } ?? ""
        let amount = Money(minorUnits: invoice.effect, currency: invoice.currency)
        return "\(kind) \(invoice.number) \(invoice.issued)\(due) \(name(invoice.buyer)) \(amount)"
    }

    private func describe(_ notice: StatusNotice) -> String {
        let amount = notice.amount.map { Money(minorUnits: $0, currency: notice.currency ?? .eur).description }
        let parts = [
            word("statut", "status"), notice.code, "(\(notice.meaning.rawValue))", notice.invoice,
            notice.date.description, amount, notice.reason.map { Message.shown($0) },
        ]
        return parts.compactMap { $0 }.joined(separator: " ")
    }

    private func describe(_ payment: Payment) -> String {
        let amount = Money(minorUnits: payment.amount, currency: payment.currency)
        let numbers = payment.remittance.map(\.number).joined(separator: " ")
        return "\(word("paiement", "payment")) \(payment.date) \(name(payment.payer)) \(amount) \(numbers)"
    }

    private func describe(_ event: CustomerEvent) -> String {
        let parts = [
            EventWords.title(event.kind, language), event.date.description,
            event.party.isUnknown ? nil : name(event.party), event.invoice,
            EventWords.detail(of: event, Wording(language: language, currency: event.currency)),
        ]
        return parts.compactMap { $0 }.joined(separator: " ")
    }

    private func describe(_ listing: OpenItemListing) -> String {
        let title = word("postes ouverts", "open items")
        let items = listing.items.map { item in
            let due = item.due.map { " \(word("échéance", "due")) \($0)" } ?? ""
            let amount = Money(minorUnits: item.open, currency: item.currency)
            return "\n    \(item.number)\(due) \(name(item.party)) \(amount)"
        }
        return "\(title) \(listing.source) \(listing.day): \(listing.items.count)" + items.joined()
    }

    private func name(_ party: Party) -> String {
        party.name ?? party.code ?? party.sirenOfAny ?? "?"
    }

    private func word(_ french: String, _ english: String) -> String { language == .french ? french : english }
}
