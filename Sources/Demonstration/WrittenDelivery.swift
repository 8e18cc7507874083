import Registers

/// A delivery that has been written.
public struct WrittenDelivery: Hashable, Sendable {
    /// A file in it.
    public struct File: Hashable, Sendable {
        /// Its name.
        public let name: String
        /// The years it is about.
        public let years: ClosedRange<Int>
        /// True if its figures may still change.
        public let isProvisional: Bool
        /// How long it is.
        public let bytes: Int
        /// The SHA-256 of its bytes in small hexadecimal digits.
        public let sha256: String
    }

    /// The register, which names the folder.
    public let register: RegisterID
    /// The files besides the description.
    public let files: [File]
}
