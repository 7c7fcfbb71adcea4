import Receivables

/// What a record of a service came to.
enum ExternalOutcome {
    case events([CustomerEvent])
    /// Understood, and nothing of it concerns receivables.
    case aside(Message)
    case refused(Message)
}

/// Reads every record of a file and sorts what each came to.
enum ExternalReading {
    static func read(
        _ file: SourceFile, keeping: Set<String>, _ understand: (JSONNode) -> ExternalOutcome
    ) throws(Refusal) -> Reading {
        let records = try JSONRecords.read(file, keeping: keeping)
        var reading = Reading()
        for record in records {
            switch understand(record.node) {
            case .events(let events):
                reading.documents += events.map { event in
                    var event = event
                    event.line = Int32(clamping: record.line)
                    return .event(event)
                }
            case .aside(let message): reading.warnings.append(placed(message, record))
            case .refused(let message):
                reading.refusedRows.append(
                    RefusedRow(line: record.line, text: [], message: placed(message, record)))
            }
        }
        if records.isEmpty { reading.warnings.append(Message(.externalEmpty)) }
        return reading
    }

    private static func placed(_ message: Message, _ record: JSONRecords.Record) -> Message {
        Message(message.template, message.arguments, line: record.line, field: message.field)
    }

    /// The SIREN a record states, checked; a refusal where it is missing or wrong.
    static func siren(_ node: JSONNode?) -> Result<String, Refusal> {
        guard let text = node?.text else { return .failure(Refusal(.externalNoSIREN)) }
        guard let siren = Identifiers.digits(text, count: 9), Identifiers.isValidSIREN(siren) else {
            return .failure(Refusal(.externalBadSIREN, ["value": text]))
        }
        return .success(siren)
    }

    /// What a register says of one company; refused without a valid SIREN, or without any day it could be of.
    static func company(
        _ node: JSONNode, on day: Day?, _ events: (Party, Day) -> [CustomerEvent]
    ) -> ExternalOutcome {
        switch siren(node["siren"]) {
        case .failure(let refusal): .refused(refusal.message)
        case .success(let siren):
            day.map { .events(events(Party(siren: siren), $0)) } ?? .refused(Message(.externalNoDate, ["id": siren]))
        }
    }

    /// Whole euros or euros with decimals as minor units; nil beyond what an amount may be.
    static func euros(_ node: JSONNode?) -> Int64? {
        guard let units = node?.number?.minorUnits(decimals: 2)?.value else { return nil }
        return units.magnitude <= UInt64(Ledger.largestAmount) ? units : nil
    }
}
