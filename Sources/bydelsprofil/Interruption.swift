import Dispatch
import Foundation

/// What is still done when somebody ends the program: from the keyboard, by the system, or by closing its terminal.
struct Interruption {
    private let sources: [any DispatchSourceSignal]

    /// Does `last` when the program is ended, which ends with 130 then, whatever else it is doing.
    init(_ last: @escaping @Sendable () -> Void) {
        sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                last()
                _exit(ExitStatus.interrupted.rawValue)
            }
            source.resume()
            return source
        }
    }
}
