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

/// The start of a buffer whose every place is written by one task only, which is what makes it safe to share.
private struct Start<Element>: @unchecked Sendable {
    let address: UnsafeMutablePointer<Element>
}
