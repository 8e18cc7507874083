import Dispatch
import Synchronization

/// Whether a server has begun to listen, which it does by the side.
final class ListeningState: Sendable {
    private let outcome = Mutex<Result<UInt16, ServingFault>?>(nil)
    private let isSettled = DispatchSemaphore(value: 0)

    /// It listens on `port`.
    func listens(on port: UInt16) { settle(.success(port)) }

    /// It does not listen, or no more.
    func fails(_ fault: ServingFault) { settle(.failure(fault)) }

    private func settle(_ result: Result<UInt16, ServingFault>) {
        outcome.withLock { $0 = result }
        isSettled.signal()
    }

    /// Waits until it listens, and says where.
    func settled() throws(ServingFault) -> UInt16 {
        while true {
            if let outcome = outcome.withLock({ $0 }) { return try outcome.get() }
            isSettled.wait()
        }
    }

    /// Why it does not listen.
    var fault: ServingFault? {
        guard case .failure(let fault) = outcome.withLock({ $0 }) else { return nil }
        return fault
    }
}
