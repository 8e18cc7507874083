import FlyingFox
import Foundation

/// Answers requests as they come from the network.
struct SiteHandler: HTTPHandler {
    let site: ServedFolder

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        let answer = site.answer(method: request.method.rawValue, target: request.target.rawValue)
        var headers = HTTPHeaders()
        for header in answer.headers { headers.addValue(header.value, for: HTTPHeader(header.name)) }
        headers[.contentLength] = String(answer.body.count)
        return HTTPResponse(
            statusCode: HTTPStatusCode(answer.status.rawValue, phrase: answer.status.phrase), headers: headers,
            body: request.method == .HEAD ? Data() : answer.body)
    }
}

extension Answer.Status {
    /// The words that HTTP has for it.
    fileprivate var phrase: String {
        switch self {
        case .ok: "OK"
        case .movedPermanently: "Moved Permanently"
        case .badRequest: "Bad Request"
        case .notFound: "Not Found"
        case .methodNotAllowed: "Method Not Allowed"
        case .serviceUnavailable: "Service Unavailable"
        }
    }
}
