import CLibCrypto

/// The SHA-256 of bytes that come piece by piece, so that a large file need not be held whole.
public struct RunningChecksum: ~Copyable {
    private let context: OpaquePointer

    /// The checksum of no bytes so far.
    public init() {
        guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
            preconditionFailure("libcrypto has no SHA-256")
        }
        self.context = context
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Takes in the next bytes.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count > 0 else { return }
        guard EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1 else {
            preconditionFailure("SHA-256 of a piece failed")
        }
    }

    /// The checksum of all bytes, in 64 small hexadecimal digits.
    public consuming func finish() -> String {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        guard EVP_DigestFinal_ex(context, &digest, nil) == 1 else {
            preconditionFailure("SHA-256 could not be finished")
        }
        return Checksum.hexadecimal(digest)
    }
}
