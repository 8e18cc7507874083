/// A site that cannot be shown.
public enum ServingFault: Error, Hashable, Sendable {
    /// Another program listens on the port.
    case portTaken(UInt16)
    /// The system does not let us listen, or no more.
    case cannotListen(UInt16, reason: String)
}

extension ServingFault: CustomStringConvertible {
    /// What went wrong and how to mend it.
    public var description: String {
        switch self {
        case .portTaken(let port):
            "127.0.0.1:\(port): error: another program listens there; "
                + "name another port with --port, or 0 for any that is free [PortTaken]"
        case .cannotListen(let port, let reason):
            "127.0.0.1:\(port): error: cannot listen there: \(reason); name another port with --port [CannotListen]"
        }
    }
}
