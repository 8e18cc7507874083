import Foundation
import Site

/// What a server says to a request.
struct Answer: Equatable, Sendable {
    /// How it went, as HTTP numbers it.
    enum Status: Int, Sendable {
        case ok = 200
        case movedPermanently = 301
        case badRequest = 400
        case notFound = 404
        case methodNotAllowed = 405
        case serviceUnavailable = 503
    }

    let status: Status
    /// All but the length.
    let headers: [HeaderRules.Header]
    /// The whole body, also where only its length is asked for.
    let body: Data

    /// What the header `name` says.
    subscript(name: String) -> String? { headers.first { $0.name == name }?.value }
}
