import Foundation
import Testing

@testable import Site

struct HeaderRulesTests {
    private let rules = HeadersFile(
        folder: "/profiler/", paths: ["index.html", "404.html", "nb/om/metode/index.html", "nb/embed/folk/index.html"]
    ).rules

    @Test func whatIsWrittenIsReadBack() {
        #expect(HeaderRules(document: Data(rules.text.utf8)) == rules)
        #expect(rules.folder == "/profiler/")
    }

    @Test(arguments: ["", "index.html", "404.html", "nb/om/metode/", "nb/om/metode/index.html"])
    func noPageMayBeFramedByWhateverAddressItIsReached(address: String) {
        let names = rules.headers(for: "/profiler/\(address)").map(\.name)
        for name in ["Content-Security-Policy", "X-Frame-Options", "X-Content-Type-Options"] {
            #expect(names.filter { $0 == name }.count == 1, "\(name)")
        }
    }

    @Test func whatMayBeFramedHasOnePolicyAndIsNotDenied() {
        let headers = rules.headers(for: "/profiler/nb/embed/folk/index.html")
        let policies = headers.filter { $0.name == "Content-Security-Policy" }
        #expect(policies.count == 1 && policies.allSatisfy { $0.value.hasSuffix("frame-ancestors *") })
        #expect(!headers.contains { $0.name == "X-Frame-Options" })
    }

    @Test func aRuleReachesWhatBeginsAsItDoesOnlyWhereItSaysSo() {
        #expect(rules.headers(for: "/profiler/404.htmlx").map(\.name) == rules.headers(for: "/profiler/x").map(\.name))
        #expect(rules.headers(for: "/").isEmpty)
    }
}
