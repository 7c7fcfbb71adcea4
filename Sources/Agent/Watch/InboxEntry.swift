/// A name in the inbox or in one of its configured subfolders.
struct InboxEntry: Hashable, Sendable {
    /// `""` for the inbox itself, otherwise the subfolder as configured (`bank`).
    let folder: String
    let name: FileName

    init(_ name: FileName, in folder: String = "") {
        self.name = name
        self.folder = folder
    }

    /// The name for people, under the inbox.
    var shown: String { folder.isEmpty ? name.shown : folder + "/" + name.shown }
}

/// A hint that something arrived.
struct Arrival: Hashable, Sendable {
    enum Kind: Sendable {
        /// A file open for writing was closed.
        case closed
        /// A file was renamed into the folder: complete by convention.
        case moved
        /// A name came to be: a file that is being written, a link, or something that is no file.
        case appeared
    }

    let entry: InboxEntry
    let kind: Kind
}
