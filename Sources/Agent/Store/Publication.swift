/// What the published views were written from, kept beside them in `portfolio/.published`, so that a start with
/// nothing new does not write a large portfolio again.
///
/// It names the journal's last entry, this program, and the views as they lay on the disk: any doubt and they are
/// written again. It need not survive anything; without it they are.
struct Publication {
    private static let name = FileName(".published")
    private let home: Home

    init(_ home: Home) { self.home = home }

    /// Whether the views on the disk are those of the journal up to `sequence`.
    func isCurrent(sequence: Int) -> Bool {
        guard let expected = stamp(sequence) else { return false }
        do throws(SystemError) {
            guard let size = try home.portfolio.status(of: Publication.name)?.size, size == expected.count else {
                return false
            }
            let file = try home.portfolio.openFile(Publication.name, 0)
            do throws(Errno) { return try file.read(count: size) == expected } catch { return false }
        } catch {
            return false
        }
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
            let views = [
                try home.portfolio.status(of: FileName("portfolio.json")),
                try home.alerts.status(of: FileName("active.json")),
                try home.alerts.status(of: FileName("vigie.prom")),
                try program(),
            ]
            var text = "\(sequence)\n"
            for status in views {
                guard let status else { return nil }
                text += "\(status.inode) \(status.size) \(status.modified)\n"
            }
            return Array(text.utf8)
        } catch {
            return nil
        }
    }
}
