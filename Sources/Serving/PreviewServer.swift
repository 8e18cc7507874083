import Dispatch
import FlyingFox
import FlyingSocks
import Foundation

/// Shows a published site to the browsers of this machine, and to nobody else.
public struct PreviewServer: Sendable {
    /// The port it listens on.
    public let port: UInt16
    private let state: ListeningState

    /// Shows the site in the folder at `path`, which may come later, on `port` of 127.0.0.1; 0 takes one that is free.
    /// It listens from when this returns until the program ends.
    public init(showing path: String, port: UInt16) throws(ServingFault) {
        let state = ListeningState()
        Task.detached {
            do {
                let server = HTTPServer(
                    address: try .inet(ip4: "127.0.0.1", port: port), logger: .disabled,
                    handler: SiteHandler(site: ServedFolder(path: path)))
                Task.detached {
                    try await server.waitUntilListening()
                    guard case .ip4(_, let port) = await server.listeningAddress else { return }
                    state.listens(on: port)
                }
                try await server.run()
            } catch SocketError.failed(_, let number, let message) {
                state.fails(number == EADDRINUSE ? .portTaken(port) : .cannotListen(port, reason: message))
            } catch {
                state.fails(.cannotListen(port, reason: error.localizedDescription))
            }
        }
        self.port = try state.settled()
        self.state = state
    }

    /// Why it listens no more, if it does not.
    public var fault: ServingFault? { state.fault }
}
