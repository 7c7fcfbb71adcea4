import Agent
import ArgumentParser
import Glibc
import Receivables
import Synchronization

/// Where commands write: results on standard output, everything else on standard error.
enum Console {
    static func write(_ bytes: [UInt8]) { put(bytes, on: 1) }

    static func write(line: String) { put(Array((line + "\n").utf8), on: 1) }

    static func complain(_ lines: [String]) {
        for line in lines { put(Array((line + "\n").utf8), on: 2) }
    }

    /// Writes to standard error without ending the line.
    static func complain(_ text: String) { put(Array(text.utf8), on: 2) }

    /// Runs a command's work; a reason to stop becomes a sentence and the exit status that says which kind it is.
    static func reporting<Result>(_ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let halt as Halt {
            complain(halt)
            throw ExitCode(halt.status.rawValue)
        }
    }

    private static func complain(_ halt: Halt) {
        for language in Language.allCases {
            complain(["vigie: " + halt.message.text(in: language)])
        }
    }

    /// Prints what was found of one customer, or says which customers the words may mean and ends with failure.
    static func answer(
        _ answer: (output: [UInt8], candidates: [String]), about customer: String, in language: Language
    ) throws {
        guard answer.output.isEmpty else { return write(answer.output) }
        let french = language == .french
        if answer.candidates.isEmpty {
            complain([
                french
                    ? "vigie: aucun client ne correspond à « \(customer) »" : "vigie: no customer matches “\(customer)”"
            ])
        } else {
            complain(
                [french ? "vigie: plusieurs clients correspondent :" : "vigie: several customers match:"]
                    + answer.candidates)
        }
        throw ExitCode(1)
    }

    private static func put(_ bytes: [UInt8], on descriptor: Int32) {
        var start = 0
        while start < bytes.count {
            if descriptor == 2, !canSay { return }
            // What a pipe that has room takes without blocking.
            let end = descriptor == 2 ? min(start + Int(PIPE_BUF), bytes.count) : bytes.count
            let written = unsafe bytes[start..<end].withUnsafeBytes {
                unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if written < 0 {
                let code = errno
                guard code == EINTR else { return giveUp(descriptor, code) }
                continue
            }
            start += written
        }
    }

    /// Whether standard error takes something now, or within a second where it did the last time: nobody may read the pipe
    /// it leads to, and an agent that waits for that would tell no alert any more.
    private static var canSay: Bool {
        isDeaf.withLock { isDeaf in
            var descriptors = [pollfd(fd: 2, events: Int16(POLLOUT), revents: 0)]
            isDeaf = unsafe poll(&descriptors, 1, isDeaf ? 0 : 1000) == 0
            return !isDeaf
        }
    }

    private static let isDeaf = Mutex(false)

    /// A reader that went away has what it wanted; a result that cannot be written is no result. What cannot be said on
    /// standard error is not said.
    private static func giveUp(_ descriptor: Int32, _ code: Int32) {
        guard descriptor == 1, code != EPIPE else { return }
        let halt = Halt.unwritten(code)
        complain(halt)
        exit(halt.status.rawValue)
    }
}
