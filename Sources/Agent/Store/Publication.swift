/// What the published views were written from, kept beside them in `portfolio/.published`, so that a start with
/// nothing new does not write a large portfolio again.
///
/// It names the journal's last entry, the views, this program and the journal as they lay on the disk: any doubt and they are
/// written again. It need not survive anything; without it they are.
struct Publication {
    private static let name = FileName(".published")
    private let home: Home

    init(_ home: Home) { self.home = home }

    /// Whether the views on the disk are those of the journal up to `sequence`.
    func isCurrent(sequence: Int) -> Bool {
        guard let expected = stamp(sequence), let text = try? text() else { return false }
        return text == expected
    }

    /// The last entry of the journal that views were written from, and whether those are the ones on the disk, as they are
    /// but while new ones are written; nil where nothing is noted.
    var noted: (sequence: Int, isCurrent: Bool)? {
        guard let text = try? text() else { return nil }
        let lines = text.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
        guard lines.count == 2, let sequence = Int(String(decoding: lines[0], as: UTF8.self)) else { return nil }
        let views = try? views()
        return (sequence, views.map { lines[1].starts(with: $0.utf8) } ?? false)
    }

    /// The file, for people.
    static func path(_ home: Home) -> String { home.portfolio.shown(name) }

    /// Takes the note back: the views are written again at the next start.
    func remove() throws(SystemError) {
        try home.portfolio.remove(Publication.name)
        try home.portfolio.sync()
    }

    private func text() throws -> [UInt8] {
        guard let size = try home.portfolio.status(of: Publication.name)?.size else { return [] }
        return try home.portfolio.openFile(Publication.name, 0).read(count: size)
    }

    /// Notes that the views were just written from the journal up to `sequence`.
    func note(sequence: Int) {
        guard let stamp = stamp(sequence) else { return }
        try? AtomicFile.write(stamp, to: Publication.name, in: home.portfolio, durable: false)
    }

    private func program() throws(SystemError) -> FileStatus {
        let folder = try Directory(path: "/proc/self")
        let file = try folder.openFile(FileName("exe"), 0)
        do throws(Errno) { return try file.status() } catch { throw SystemError(.status, folder.path, error) }
    }

    private func stamp(_ sequence: Int) -> [UInt8]? {
        do throws(SystemError) {
            guard let views = try views() else { return nil }
            return Array("\(sequence)\n\(views)\(Publication.line(try program()))\(try journal())".utf8)
        } catch {
            return nil
        }
    }

    /// The journal's last segment: one that was cut, or put back from a copy, is another one with as many records.
    private func journal() throws(SystemError) -> String {
        let last = try? JournalTail.segments(home.journal).last
        return try last.flatMap { (name) throws(SystemError) in try home.journal.status(of: name) }
            .map { Publication.line($0) } ?? ""
    }

    /// The views as they lie on the disk, a line each; nil where one is missing.
    private func views() throws(SystemError) -> String? {
        let views = [
            try home.portfolio.status(of: PublishedViews.portfolioName),
            try home.alerts.status(of: PublishedViews.activeName),
            try home.alerts.status(of: PublishedViews.metricsName),
        ]
        var text = ""
        for status in views {
            guard let status else { return nil }
            text += Publication.line(status)
        }
        return text
    }

    private static func line(_ status: FileStatus) -> String {
        "\(status.inode) \(status.size) \(status.modified)\n"
    }
}
