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
