public import Receivables

/// What this run did, for the line at its end.
public struct RunTally: Sendable, Hashable {
    public var taken = 0
    public var setAside = 0
    public var duplicates = 0
    public var rejected = 0
    /// Rows kept apart while the rest of their file was taken.
    public var refusedRows = 0
    public var documents = 0
    public var alerts = 0
    /// Files and folders that could not be read and were left where they are.
    public var left = 0
    /// What people here read.
    public internal(set) var language = Language.english

    /// What a run did, in one line.
    public var sentence: String {
        guard language == .french else {
            return "files: \(taken) taken, \(setAside) set aside, \(duplicates) known before, \(rejected) refused"
                + (left > 0 ? ", \(left) left unread" : "")
                + "; rows refused: \(refusedRows); documents booked: \(documents); alert lines: \(alerts)"
        }
        return "fichiers : pris \(taken), mis de côté \(setAside), déjà connus \(duplicates), refusés \(rejected)"
            + (left > 0 ? ", laissés sans être lus \(left)" : "")
            + " ; lignes refusées : \(refusedRows) ; documents comptabilisés : \(documents) ; lignes d'alerte : \(alerts)"
    }

    mutating func add(_ file: FileFacts, alerts: Int) {
        switch file.outcome {
        case .taken: taken += 1
        case .setAside: setAside += 1
        case .duplicate: duplicates += 1
        case .rejected: rejected += 1
        }
        if file.outcome != .rejected { refusedRows += file.counts.refused }
        documents += file.counts.booked
        self.alerts += alerts
    }
}
