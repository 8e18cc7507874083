import LocatedInput
import Markup
import Testing

struct TemplateLibraryTests {
    /// Renders the one page of a library without partials.
    private func render(_ page: String, _ values: TemplateNames = [:]) throws -> (
        text: String?, findings: [String]
    ) {
        try TemplateFolder(pages: ["p": page]).render(values)
    }

    @Test func textIsEscapedAndMarkupIsNot() throws {
        let bold = try Markup(.element("b", [.text("ø")]))
        let result = try render(
            "<p title=\"{{t}}\">{{t}} {{{m}}}</p>", ["t": .text("a\"<\u{0338}\n"), "m": .markup(bold)])
        #expect(result.text == "<p title=\"a&quot;&lt;\u{0338}&#10;\">a&quot;&lt;\u{0338}\n <b>ø</b></p>")
    }

    @Test func sectionsRepeatShowAndHide() throws {
        let page = """
            {{#rows}}
            <li>{{name}}{{#note}} ({{.}}){{/note}}{{^note}} –{{/note}} {{title}}</li>
            {{/rows}}
            {{^rows}}
            none
            {{/rows}}
            {{#yes}}Y{{/yes}}{{#no}}N{{/no}}{{#area}}{{code}}{{/area}}{{area.code}}

            """
        let rows: [TemplateValue] = [
            .object(["name": .text("A"), "note": .text("n")]), .object(["name": .text("B"), "note": .flag(false)]),
        ]
        let values: TemplateNames = [
            "rows": .list(rows), "title": .text("T"), "yes": .flag(true), "no": .flag(false),
            "area": .object(["code": .text("7")]),
        ]
        #expect(try render(page, values).text == "<li>A (n) T</li>\n<li>B – T</li>\nY77\n")
        let empty = values.adding(["rows": .list([])])
        #expect(try render(page, empty).text == "none\nY77\n")
    }

    @Test func partialsSeeTheNamesAroundThem() throws {
        let folder = try TemplateFolder(
            pages: ["p": "<ul>\n  {{>item}}\n</ul>{{! no one reads this }}"], partials: ["item": "<li>{{name}}</li>\n"])
        #expect(folder.render(["name": .text("x")]).text == "<ul>\n<li>x</li>\n</ul>")
    }

    @Test func everyUnknownNameIsFoundAtItsTagWithTheKnownOnes() throws {
        let page = "<p>{{titl}}</p>\n{{#missing}}x{{/missing}}{{^gone}}y{{/gone}}{{area.nme}}"
        let result = try render(page, ["title": .text(""), "area": .object(["name": .text("")])])
        #expect(
            result.findings == [
                "pages/p.mustache:1:4: error: there is no 'titl' here; did you mean 'title'? [UnknownTemplateName]",
                "pages/p.mustache:2:1: error: there is no 'missing' here; known: area, title [UnknownTemplateName]",
                "pages/p.mustache:2:26: error: there is no 'gone' here; known: area, title [UnknownTemplateName]",
                "pages/p.mustache:2:45: error: 'area.nme' asks for 'nme', which isn't there; did you mean 'name'? [UnknownTemplateName]",
            ])
    }

    @Test func anUnknownNameInAPartialIsFoundInThePartial() throws {
        let folder = try TemplateFolder(pages: ["p": "{{>a}}"], partials: ["a": "\n<b>{{x}}</b>"])
        #expect(folder.render([:]).findings.map { $0.prefix(26) } == ["partials/a.mustache:2:4: e"])
    }

    @Test func theBracesMustSayWhatTheValueIs() throws {
        let values: TemplateNames = [
            "t": .text("<b>"), "m": .markup(.empty), "f": .flag(true), "l": .list([]),
        ]
        #expect(try render("{{{t}}}", values).findings.first?.contains("write {{t}} [NotMarkup]") == true)
        #expect(try render("{{m}}", values).findings.first?.contains("write {{{m}}} [NotText]") == true)
        #expect(try render("{{f}}", values).findings.first?.contains("write {{#f}}…{{/f}} [NotText]") == true)
        #expect(try render("{{{l}}}", values).findings.first?.contains("[NotMarkup]") == true)
    }

    @Test(arguments: [
        ("{{name", "1:1: error: the tag has no end; end it with }} [UnfinishedTag]"),
        ("{{{name}}", "1:1: error: the tag has no end; end it with }}} [UnfinishedTag]"),
        ("å {{#a}}", "1:3: error: section 'a' is never closed; add {{/a}} [UnclosedSection]"),
        (
            "{{/a}}",
            "1:1: error: there is no open section 'a' to close; remove the tag, or open the section [SectionNotOpen]"
        ),
        (
            "{{>none}}",
            "1:1: error: there is no partial 'none'; nothing is known under that kind of name [UnknownPartial]"
        ),
        (
            "{{lower(x)}}",
            "1:1: error: 'lower(x)' is not a name; use letters a–z, digits, '-' and '_', with dots between parts [MalformedTagName]"
        ),
    ])
    func aFaultOfFormIsFoundAtItsPlace(page: String, finding: String) throws {
        #expect(try TemplateFolder(pages: ["p": page]).findings == ["pages/p.mustache:\(finding)"])
    }

    @Test(arguments: [
        ("{{&x}}", "UnsupportedTag"), ("{{=<% %>=}}", "UnsupportedTag"), ("{{$x}}{{/x}}", "UnsupportedTag"),
        ("{{#a}}{{#b}}{{/a}}{{/b}}", "OtherSectionOpen"),
        ("<script>var x = '{{x}}'</script>", "TagInRawText"), ("<STYLE>{{{x}}}</STYLE>", "MarkupInsideTag"),
        ("<p class={{x}}></p>", "UnquotedAttribute"), ("<p {{x}}></p>", "TextInsideTag"),
        ("<p title=\"{{{x}}}\"></p>", "MarkupInsideTag"),
        ("<p onclick=\"f('{{x}}')\"></p>", "TextInUnsafeAttribute"),
        ("<p style=\"color:{{x}}\"></p>", "TextInUnsafeAttribute"),
        ("<!-- {{x}} -->", "TagInComment"), ("<p {{>a}}></p>", "PartialInsideTag"),
        ("<p {{#x}}class=\"a{{/x}}\"></p>", "SectionCutsTag"), ("<p", "EndsInsideTag"),
        ("<script src='a'>", "EndsInsideTag"),
    ])
    func aTagWhereItCannotBeCheckedIsRefused(page: String, name: String) throws {
        let folder = try TemplateFolder(pages: ["p": page], partials: ["a": ""])
        #expect(folder.library == nil)
        #expect(folder.findings.contains { $0.hasSuffix("[\(name)]") }, "\(folder.findings)")
    }

    @Test(arguments: [
        "<option{{#x}} selected=\"\"{{/x}}>a</option>", "<p class=\"a{{#x}} b{{/x}}\">a > b</p>",
        "<p title='{{t}}' lang=\"{{t}}\">{{t}}</p>",
        "<script src=\"{{t}}\"></script>{{t}}", "<style>a > b { }</style>{{t}}", "<!-- <p --> {{t}}",
        "<br/>{{t}}<script src=\"a\"/>{{t}}",
    ])
    func ordinaryTemplatesAreAccepted(page: String) throws {
        let result = try render(page, ["x": .flag(true), "t": .text("ok")])
        #expect(result.findings == [])
        #expect(result.text != nil)
    }

    @Test func partialsThatLeadBackToThemselvesAreRefused() throws {
        let folder = try TemplateFolder(pages: ["p": "{{>a}}"], partials: ["a": "{{>b}}", "b": "x{{>a}}"])
        #expect(
            folder.findings == [
                "partials/a.mustache:1:1: error: partial 'b' leads back to this one; let the partials stand in one order [CyclicPartial]",
                "partials/b.mustache:1:2: error: partial 'a' leads back to this one; let the partials stand in one order [CyclicPartial]",
            ])
    }

    @Test(arguments: [
        ("javascript:alert(1)", false), ("JavaScript:x", false), ("data:text/html,x", false), (" javascript:x", false),
        ("https://ssb.no/a:b", true), ("../nb/x.html?a:b#c:d", true), ("mailto:a@b.no", true), ("#a:b", true),
        ("", true),
    ])
    func onlySafeAddressesAreWritten(address: String, isSafe: Bool) throws {
        let result = try render("<a href=\"{{x}}\">a</a>", ["x": .text(address)])
        #expect(result.findings.contains { $0.hasSuffix("[UnsafeAddress]") } == !isSafe)
    }

    @Test func charactersThatMarkupCannotHoldAreRefusedAtTheTag() throws {
        let result = try render("<p>{{x}}</p>", ["x": .text("a\u{1}")])
        #expect(result.findings.count == 1)
        #expect(result.findings.first?.hasPrefix("pages/p.mustache:1:4: error: the text of 'x' holds U+0001") == true)
    }

    @Test func whateverTextGoesInThePageIsWellFormedAndSaysIt() throws {
        let page =
            "<!DOCTYPE html><html lang=\"nb\"><head><title>{{x}}</title></head><body><p title='{{x}}' lang=\"{{x}}\">{{x}}</p></body></html>"
        let library = try #require(try TemplateFolder(pages: ["p": page]).library)
        let signs: [String] = [
            "<", ">", "&", "\"", "'", "\u{338}", "]]>", "<!--", "-->", "</p>", "{{x}}", "å", "&amp;", "\n", "\t", "🙂",
            "a",
        ]
        var state: UInt64 = 7
        for _ in 0..<300 {
            var text = "|"
            for _ in 0..<6 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += signs[Int(state >> 33) % signs.count]
            }
            text += "|"
            var diagnostics = Diagnostics()
            let markup = try library.render(page: "p", with: ["x": .text(text)])
            let read = XMLCheck.check(InputFile(path: "p.html", text: markup.text), as: .page, &diagnostics)
            #expect(diagnostics.isEmpty, "\(text)")
            #expect(read.title == text)
        }
    }

    @Test func anUnknownPageIsNamedWithTheKnownOnes() throws {
        let library = try #require(try TemplateFolder(pages: ["profile": ""]).library)
        #expect(library.pageNames == ["profile"])
        let failure = #expect(throws: InputFailure.self) { try library.render(page: "profil", with: [:]) }
        #expect(failure?.diagnostics.sorted.map(\.remedy) == ["did you mean 'profile'?"])
    }
}
