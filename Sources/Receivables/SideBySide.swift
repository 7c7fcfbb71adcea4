import Dispatch
import Synchronization

/// Works two things out at once, on two threads where the machine has them.
public func sideBySide<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
    let results = Mutex<(First?, Second?)>((nil, nil))
    DispatchQueue.concurrentPerform(iterations: 2) { place in
        if place == 0 {
            let result = first()
            results.withLock { $0.0 = result }
        } else {
            let result = second()
            results.withLock { $0.1 = result }
        }
    }
    guard case (let first?, let second?) = results.withLock({ $0 }) else { preconditionFailure("both have run") }
    return (first, second)
}

extension Array {
    /// Takes over what another list holds, which is then without meaning. To copy it would count who holds each element up
    /// and down again, and wait for memory each time.
    @inlinable
    public mutating func append(moving others: inout [Element]) {
        guard let last = others.popLast() else { return }
        let start = count
        append(contentsOf: repeatElement(last, count: others.count + 1))
        for place in others.indices { swap(&self[start + place], &others[place]) }
    }
}
