import Testing

@testable import Site

struct StyleSheetTests {
    @Test(arguments: [
        ("a { b: c; }\n\n/* Why */\n  d { e: f; }  \n", "a { b: c; }\nd { e: f; }\n"),
        ("a { content: \"/* no comment */  \"; }", "a { content: \"/* no comment */  \"; }\n"),
        ("a { b: c /* d */; }\n/* never ended", "a { b: c ; }\n"),
        ("", ""),
    ])
    func whatReadersNeedNotFetchIsLeftOut(written: String, published: String) {
        #expect(StyleSheet.compact(written) == published)
        #expect(StyleSheet.compact(published) == published)
    }
}
