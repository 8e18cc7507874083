import Foundation

/// A request to a server on this machine, sent byte for byte: other clients mend an address before they send it.
public struct RawRequest {
    /// The number of the answer, such as 200.
    public let status: Int
    /// The lines above the answer's body.
    public let head: [String]
    /// The answer's body.
    public let body: String

    /// Sends `method` and `target` to `port`; `nil` if nobody answers.
    public init?(_ method: String, _ target: String, port: UInt16) {
        let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard connection >= 0 else { return nil }
        let handle = FileHandle(fileDescriptor: connection, closeOnDealloc: true)
        var limit = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        let request = "\(method) \(target) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
        guard connected == 0, (try? handle.write(contentsOf: Data(request.utf8))) != nil,
            let answer = try? handle.readToEnd(), let end = answer.firstRange(of: Data("\r\n\r\n".utf8))
        else { return nil }
        let lines = String(decoding: answer[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        guard let words = lines.first?.split(separator: " "), words.count > 1, let status = Int(words[1]) else {
            return nil
        }
        self.status = status
        head = Array(lines.dropFirst())
        body = String(decoding: answer[end.upperBound...], as: UTF8.self)
    }
}
