import Foundation

/// Does `body` for every index on all cores and gives the results in order, so that the number of cores never shows.
func concurrently<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    guard count > 0 else { return [] }
    return [Result](unsafeUninitializedCapacity: count) { buffer, initialised in
        let start = SendableStart(address: buffer.baseAddress!)
        DispatchQueue.concurrentPerform(iterations: count) { index in
            (start.address + index).initialize(to: body(index))
        }
        initialised = count
    }
}

/// The start of a buffer whose every place is written by one task only.
private struct SendableStart<Element>: @unchecked Sendable {
    let address: UnsafeMutablePointer<Element>
}
