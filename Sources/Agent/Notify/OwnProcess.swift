import CLinux
import Glibc

/// Starts this program again, for work that must not share the agent's process.
enum OwnProcess {
    /// Runs a command of the executable with `input` as standard input; returns its process number.
    static func start(_ arguments: [String], reading input: borrowing Descriptor) throws(Errno) -> pid_t {
        var process: pid_t = 0
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_adddup2(&actions, input.number, 0)
        var words: [UnsafeMutablePointer<CChar>?] = unsafe (["vigie"] + arguments).map { unsafe strdup($0) } + [nil]
        defer { for place in unsafe words.indices { unsafe free(words[place]) } }
        // The image that runs, also where an update replaced the file on disk.
        let problem = unsafe posix_spawn(&process, "/proc/self/exe", &actions, nil, &words, vigie_environment())
        guard problem == 0 else { throw Errno(problem) }
        return process
    }
}
