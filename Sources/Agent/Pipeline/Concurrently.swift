import Dispatch
import Synchronization

/// Works on parts of `items` on all cores; the results come in the order of the parts. For work that depends on
/// nothing but its items: which thread does it must not show.
func concurrently<Item: Sendable, Result: Sendable>(
    _ items: [Item], partSize: Int, _ work: @Sendable (ArraySlice<Item>) -> Result
) -> [Result] {
    guard items.count > partSize else { return items.isEmpty ? [] : [work(items[...])] }
    let parts = stride(from: 0, to: items.count, by: partSize).map { $0..<min($0 + partSize, items.count) }
    let results = Mutex([Result?](repeating: nil, count: parts.count))
    DispatchQueue.concurrentPerform(iterations: parts.count) { place in
        let result = work(items[parts[place]])
        results.withLock { $0[place] = result }
    }
    return results.withLock { $0.compactMap { $0 } }
}

/// Something that is being worked out on another thread.
final class Promise<Value: Sendable>: Sendable {
    private let work: Mutex<(@Sendable () -> Value)?>
    private let value = Mutex<Value?>(nil)
    private let done = DispatchSemaphore(value: 0)

    /// Begins at once.
    init(_ work: @escaping @Sendable () -> Value) {
        self.work = Mutex(work)
        DispatchQueue.global(qos: .userInitiated).async { [self] in
            let value = run()
            self.value.withLock { $0 = value }
            done.signal()
        }
    }

    /// Lets go of all that the work holds before anybody learns that it is done: whoever changes it next would copy it.
    private func run() -> Value {
        guard let work = work.withLock({ $0.take() }) else { preconditionFailure("begun twice") }
        return work()
    }

    /// Waits for it; call once.
    func result() -> Value {
        done.wait()
        guard let value = value.withLock({ $0.take() }) else { preconditionFailure("asked for twice") }
        return value
    }
}
