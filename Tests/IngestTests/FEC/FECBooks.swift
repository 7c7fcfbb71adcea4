import Receivables

@testable import Ingest

/// Books written in short, for tests: whole entries with their counterparts.
enum FECBooks {
    /// An entry: journal code and name, number, day, piece, label, then a row each as
    /// `account customer debit credit lettering`, `-` for what is empty.
    struct Entry: Sendable {
        let head: String
        let rows: [String]
        var piece = ""
        var label = "libellé"

        init(_ head: String, _ piece: String, _ label: String = "libellé", _ rows: String...) {
            (self.head, self.piece, self.label, self.rows) = (head, piece, label, rows)
        }

        /// `head`: journal code, number and day, then the journal's name.
        var lines: [String] {
            let parts = head.split(separator: " ", maxSplits: 3).map(String.init)
            return rows.map { row in
                let cells = row.split(separator: " ").map { $0 == "-" ? "" : String($0) }
                let (account, customer) = (cells[0], cells[1])
                return [
                    parts[0], parts[3], parts[1], parts[2], account, "Compte \(account)", customer,
                    customer.isEmpty ? "" : "Client \(customer)", piece, parts[2], label, cells[2], cells[3],
                    cells.count > 4 ? cells[4] : "", "", parts[2], "", "",
                ].joined(separator: "\t")
            }
        }
    }

    static func read(_ entries: [Entry]) throws -> Reading { try FECTests.read(entries.flatMap(\.lines)) }

    /// Each document as `kind number effect`, what it settles behind an arrow.
    static func documents(_ reading: Reading) -> [String] {
        reading.documents.compactMap { document in
            switch document {
            case .invoice(let invoice):
                let kind =
                    invoice.details.opening.map { $0.isBalance ? "balance" : "opening" }
                    ?? (invoice.type.isCredit ? "creditNote" : "invoice")
                return "\(kind) \(invoice.number) \(invoice.effect)" + named(invoice.details.precedes.map(\.number))
            case .payment(let payment):
                return "\(payment.kind) \(payment.reference ?? "") \(payment.effect)"
                    + named(payment.remittance.map(\.number))
            default: return nil
            }
        }
    }

    private static func named(_ numbers: [String]) -> String {
        numbers.isEmpty ? "" : " → " + numbers.joined(separator: " ")
    }

    static func accounts(_ files: [[Entry]]) throws -> [Account] {
        var ledger = Ledger(company: Company(sirens: ["100000009"]))
        for (index, entries) in files.enumerated() {
            ledger.open(file: "\(index)")
            for document in try read(entries).documents { _ = ledger.post(document) }
        }
        return ledger.customers.map { ledger.account($0) }
    }

    /// A sale of 1,200 with VAT.
    static func sale(
        _ piece: String, _ day: String = "20260910", letter: String = "-", head: String = "VE 1",
        name: String = "Ventes"
    ) -> Entry {
        Entry(
            "\(head) \(day) \(name)", piece, "Facture \(piece)", "411000 C1 1200,00 0,00 \(letter)",
            "706000 - 0,00 1000,00", "445710 - 0,00 200,00")
    }
}
