/// A site that could not be put in place; the old one stands as it stood.
public enum PublishingFault: Error, Hashable, Sendable {
    /// The folder holds something that we did not make.
    case notOurs(String)
    /// Another build is writing the same site.
    case busy(String)
    /// A folder or file could not be made.
    case cannotCreate(String, reason: String)
    /// Writing or moving failed half-way.
    case inputOutput(String, reason: String)
}

extension PublishingFault: CustomStringConvertible {
    /// What went wrong and how to mend it.
    public var description: String {
        switch self {
        case .notOurs(let path):
            "\(path): error: the folder holds files that were not published by this program; "
                + "name an empty folder, or one with a manifest.json of ours [NotOurFolder]"
        case .busy(let path):
            "\(path): error: another build is publishing here; wait for it to end [BuildInProgress]"
        case .cannotCreate(let path, let reason):
            "\(path): error: cannot be created: \(reason); choose another place, or mend its permissions [CannotCreate]"
        case .inputOutput(let path, let reason):
            "\(path): error: cannot be written: \(reason); the site that stood there is untouched [CannotWrite]"
        }
    }
}
