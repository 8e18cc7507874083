import Markup
import Mustache
import Testing

/// Another engine reads the same templates: what they agree on is Mustache, and not our own invention.
struct MustachePeerTests {
    @Test(arguments: [
        "<p>{{t}}</p>", "{{#rows}}\n  {{n}},\n{{/rows}}\nx", "a {{#rows}}{{n}}{{t}}{{/rows}} b",
        "{{^none}} - {{/none}}\n{{#none}}{{.}}{{/none}}",
        "{{#yes}}\n\n y\n{{/yes}}\n{{^yes}}n{{/yes}}", "  {{! gone }}\nleft", "x {{! gone }}\n",
        "{{#o}}{{n}}{{#inner}}{{n}}{{/inner}}{{/o}}{{o.inner.n}}",
        "{{#items}}[{{.}}]{{/items}}", "{{#yes}}\r\nx\r\n{{/yes}}\r\n", "<b>\n{{#yes}}  {{t}}  {{/yes}}\n</b>",
        "{{ t }}{{# yes }}{{/ yes }}",
    ])
    func anotherEngineMakesTheSamePage(page: String) throws {
        let ours: TemplateNames = [
            "t": .text("a < \"b\" & 'ø'"), "rows": .list([.object(["n": .text("1")]), .object(["n": .text("2")])]),
            "none": .list([]), "yes": .flag(true), "items": .list([.text("x"), .text("y")]),
            "o": .object(["n": .text("3"), "inner": .object(["n": .text("4")])]),
        ]
        let theirs: [String: any Sendable] = [
            "t": "a < \"b\" & 'ø'", "rows": [["n": "1"], ["n": "2"]], "none": [String](), "yes": true,
            "items": ["x", "y"],
            "o": ["n": "3", "inner": ["n": "4"]] as [String: any Sendable],
        ]
        #expect(
            try TemplateFolder(pages: ["p": page]).render(ours).text == MustacheTemplate(string: page).render(theirs))
    }
}
