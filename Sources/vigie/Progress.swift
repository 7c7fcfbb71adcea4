import Glibc

/// How far a long piece of work is, on standard error: on a terminal one line that is written over, elsewhere a line
/// every five seconds.
struct Progress {
    private let isTerminal = isatty(2) == 1
    private var shown = ContinuousClock.now
    private var hasLine = false

    /// Shows how much is done, where it is time to.
    mutating func show(_ done: Int, of all: Int) {
        let now = ContinuousClock.now
        guard all > 0, now - shown >= (isTerminal ? .milliseconds(100) : .seconds(5)) else { return }
        shown = now
        let text = "\(done) / \(all) (\(done * 100 / all) %)"
        if isTerminal {
            hasLine = true
            Console.complain("\r\u{1B}[K" + text)
        } else {
            Console.complain([text])
        }
    }

    /// Leaves the terminal as it was.
    func clear() {
        if hasLine { Console.complain("\r\u{1B}[K") }
    }
}
