import Agent
import ArgumentParser
import Receivables

struct RecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Record what somebody did, promised, decided or learned of a customer.",
        discussion: """
            Puts a table of one row into inbox/, beside a running agent too, and waits until it is booked; where no agent \
            runs, takes what is in the inbox as `vigie run --once` does. What would be refused is said at once.

              vigie record promise LUMEN --invoice F1 --until 2026-12-15 --by "C. Martin"
              vigie record decision 552100554 --amount 80000 --by "C. Martin" --second "A. Roy" --note "committee"
              vigie record verification 0042 --by "C. Martin"
              vigie record parent LUMEN --value "Hold SA"
              vigie record rating LUMEN --value 4+ --source "Banque de France" --date 2026-11-02

            Exit status: 0 recorded or waiting in the inbox, 1 refused or no such customer, else as of `vigie run`.
            """)

    @OptionGroup var home: HomeOption
    @Option(help: "The invoice it is about.") var invoice: String?
    @Option(help: "An amount such as 1500.00, in the company's currency.") var amount: String?
    @Option(help: "The day something is promised for (YYYY-MM-DD).") var until: String?
    @Option(help: "The rating, the reminder's step, the kind of procedure, the parent or \"none\".") var value: String?
    @Option(help: "Payment terms decided, such as \"45 jours fin de mois\".") var terms: String?
    @Option(help: "Who did or decided it.") var by: String?
    @Option(help: "Who approved it, where two names are wanted.") var second: String?
    @Option(help: "Where it is known from.") var source: String?
    @Option(help: "Anything else.") var note: String?
    @Option(help: "The day it happened (YYYY-MM-DD); today without it.") var date: String?
    @Flag(help: "Only put it into the inbox.") var later = false
    @Argument(help: "What: \(RecordCommand.kinds).", transform: RecordCommand.kind)
    var kind: RecordedFact.Kind
    @Argument(help: "A key, SIREN, code or name, or a part of one; the SIREN of a company not known yet.")
    var customer: String

    func validate() throws {
        for (option, text) in [("--until", until), ("--date", date)] {
            if let text, Day(iso: text) == nil { throw ValidationError("\(option) wants a date such as 2026-11-23") }
        }
        if let amount, RecordCommand.decimal(amount) == nil {
            throw ValidationError("--amount wants a number such as 1500 or 1500.00, without thousands separators")
        }
    }

    func run() throws {
        let recording = try Console.reporting { try Recording(home: home.home) }
        let result = try Console.reporting { try recording.record(fact, of: customer, later: later) }
        switch result.outcome {
        case .recorded, .waiting:
            for sentence in result.sentences { Console.write(line: sentence) }
        case .refused:
            Console.complain(result.sentences.map { "vigie: " + $0 })
            throw ExitCode(1)
        case .unclear(let candidates):
            try Console.answer(([], candidates), about: customer, in: recording.language)
        }
    }

    private var fact: RecordedFact {
        var fact = RecordedFact(kind)
        fact.invoice = invoice
        fact.amount = amount.flatMap(RecordCommand.decimal)
        fact.until = until.flatMap { Day(iso: $0) }
        (fact.value, fact.terms, fact.by, fact.second) = (value, terms, by, second)
        (fact.source, fact.note) = (source, note)
        fact.date = date.flatMap { Day(iso: $0) }
        return fact
    }

    private static let kinds = RecordedFact.Kind.allCases.map(\.rawValue).joined(separator: ", ")

    private static func kind(_ text: String) throws -> RecordedFact.Kind {
        guard let kind = RecordedFact.Kind(rawValue: text) else {
            throw ValidationError("“\(text)” is not one of: \(kinds)")
        }
        return kind
    }

    /// A decimal comma is a point; three digits after either may be thousands, and are not guessed at.
    private static func decimal(_ text: String) -> ExactDecimal? {
        let plain = text.replacing(",", with: ".")
        guard let value = ExactDecimal(plain), value.coefficient >= 0 else { return nil }
        return plain.split(separator: ".", omittingEmptySubsequences: false).last?.count == 3 && plain.contains(".")
            ? nil : value
    }
}
