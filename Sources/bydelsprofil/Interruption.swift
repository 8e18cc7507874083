import Dispatch
import Foundation

/// What is still done when somebody ends the program: from the keyboard, by the system, or by closing its terminal.
struct Interruption {
    private let sources: [any DispatchSourceSignal]

    /// Has a queue of its own, since a build keeps all others busy. Does `last` when the program is ended, which ends with 130 then, whatever else it is doing.
    init(_ last: @escaping @Sendable () -> Void) {
        let queue = DispatchQueue(label: "interruption")
        sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                last()
                _exit(ExitStatus.interrupted.rawValue)
            }
            source.resume()
            return source
        }
    }
}
