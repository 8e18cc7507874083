import Dispatch

/// Does `body` for every index on all cores and gives the results in order, so that the number of cores never shows.
package func concurrently<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    [Result](unsafeUninitializedCapacity: count) { buffer, initialised in
        guard let start = buffer.baseAddress.map(Start.init) else { return }
        DispatchQueue.concurrentPerform(iterations: count) { index in
            (start.address + index).initialize(to: body(index))
        }
        initialised = count
    }
}

/// Does both at the same time.
package func together<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
    let done = concurrently(2) { $0 == 0 ? OneOf.first(first()) : .second(second()) }
    guard case .first(let one) = done[0], case .second(let other) = done[1] else {
        preconditionFailure("results come in order")
    }
    return (one, other)
}

private enum OneOf<First: Sendable, Second: Sendable>: Sendable {
    case first(First)
    case second(Second)
}

/// The start of a buffer whose every place is written by one task only, which is what makes it safe to share.
private struct Start<Element>: @unchecked Sendable {
    let address: UnsafeMutablePointer<Element>
}
