import Ingest
import Receivables
import Risk

/// Notes in the journal that somebody has seen alerts.
public enum Acknowledgement {
    /// Records who saw the alerts with these ids, and tells it as `acknowledged` lines; returns ids that do not fire.
    public static func record(home path: String, ids: [String], by name: String, note: String) throws(Halt) -> [String]
    {
        let home = try Home(path: path)
        let rules = try Rules(home: path)
        let clock = try Clock(zone: rules.settings.timeZone)
        var book = Book(rules: rules)
        var store = try Store.open(home, reading: rules.settings.reading, into: &book)
        var unknown: [String] = []
        for id in ids {
            guard
                let (states, line) = book.acknowledge(
                    id, by: note.isEmpty ? name : "\(name): \(note)", at: clock.zone.timestamp(clock.now()))
            else {
                unknown.append(id)
                continue
            }
            store.append(
                acknowledgement: states, line: line, at: clock.zone.timestamp(clock.now()),
                on: book.day ?? clock.today())
        }
        do throws(SystemError) {
            try store.commit()
            try store.publish(book)
        } catch {
            throw Halt(error)
        }
        return unknown
    }
}
