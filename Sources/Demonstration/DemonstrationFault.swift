/// Why a demonstration could not be written.
public enum DemonstrationFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The folder holds something that no demonstration has put there.
    case notOurs(String)
    /// The folder cannot be made or replaced.
    case cannotCreate(String)
    /// A file could not be written.
    case inputOutput(String)

    /// What is wrong, and what to do.
    public var description: String {
        switch self {
        case .notOurs(let path):
            "\(path): not a folder of synthetic deliveries; name a new or empty folder, or one written before"
        case .cannotCreate(let path):
            "\(path): cannot be made or replaced; check the permissions of the folder it is in"
        case .inputOutput(let path): "\(path): cannot be written; check the space left"
        }
    }
}
