import Receivables

/// When each document became known, for a replay of the past. What this file does not let through, no score of the
/// past can see:
///
/// * an invoice is known from its date of issue, a payment, a status or an event from its own date, a listing of open
///   items from the day it is of, an insurer's decision from the day it begins;
/// * a decision that does not say when it began is left out, and so are the limit and margin of a customer record
///   without a date: nobody can say that they were known in time. Who the customer is and its terms of payment count
///   from the beginning.
struct Knowledge {
    /// A document with the day it became known; nil: before everything.
    struct Dated {
        let document: Document
        let day: Day?
    }

    /// In order of their days; of one day in the order given.
    private(set) var documents: [Dated] = []
    /// Decisions without a beginning.
    private(set) var undated = 0

    /// Documents known after `end` are left out.
    init(_ all: [Document], until end: Day?) {
        for document in all {
            guard let dated = Knowledge.dated(document) else {
                undated += 1
                continue
            }
            if let day = dated.day, let end, day > end { continue }
            documents.append(dated)
        }
        let order = documents.indices.sorted {
            (documents[$0].day?.number ?? .min, $0) < (documents[$1].day?.number ?? .min, $1)
        }
        documents = order.map { documents[$0] }
    }

    private static func dated(_ document: Document) -> Dated? {
        switch document {
        case .invoice(let invoice): return Dated(document: document, day: invoice.issued)
        case .payment(let payment): return Dated(document: document, day: payment.date)
        case .status(let notice): return Dated(document: document, day: notice.date)
        case .listing(let listing): return Dated(document: document, day: listing.day)
        case .event(let event): return Dated(document: document, day: event.date)
        case .limit(let limit): return limit.from.map { Dated(document: document, day: $0) }
        case .rates(let rates): return Dated(document: document, day: rates.day)
        case .customer(let record): return dated(record)
        }
    }

    private static func dated(_ record: CustomerRecord) -> Dated {
        guard record.from == nil else { return Dated(document: .customer(record), day: record.from) }
        var known = record
        known.internalLimit = nil
        known.margin = nil
        return Dated(document: .customer(known), day: nil)
    }
}
