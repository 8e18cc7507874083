import LocatedInput
import Markup
import Testing

struct MarkupTests {
    @Test func textIsEscapedOnceBetweenTagsAndInAttributes() throws {
        let node = Node.element("a", ["title": "Ø & \"Å\"\n'x'"], [.text("1 < 2 &amp; \"3\"\n")])
        #expect(
            try Markup(node).text
                == "<a title=\"Ø &amp; &quot;Å&quot;&#10;&#39;x&#39;\">1 &lt; 2 &amp;amp; &quot;3&quot;\n</a>")
    }

    /// A sign and a combining mark are one character to Swift but two to a parser.
    @Test(arguments: ["<", ">", "&", "\"", "'"])
    func aSignFollowedByACombiningMarkIsEscaped(sign: String) throws {
        let text = try Markup(.text("\(sign)\u{0338}x")).text
        #expect(text.hasPrefix("&"))
        #expect(text.hasSuffix(";\u{0338}x"))
    }

    @Test func whateverTextIsWrittenIsReadBackUnchanged() throws {
        let texts = [
            "", "Årstad & Ænes", "&#38;amp;&", "]]>", "<!-- -->", "a\u{0301}\"\u{0301}<\u{0338}", "\t tab",
            "two\nlines",
            "🙂 \u{00A0}—",
        ]
        for text in texts {
            let markup = try Markup(.element("g", ["data-x": text], [.text(text)]))
            var diagnostics = Diagnostics()
            let read = XMLElement.read(InputFile(path: "g.svg", text: markup.text), &diagnostics)
            #expect(read?.text == text)
            #expect(read?.attributes["data-x"] == text)
        }
    }

    @Test func voidElementsEndThemselvesAndOthersAreClosed() throws {
        let nodes: [Node] = [
            .element("br"), .element("div"), .element("path", ["d": "M0 0"]), .element("script", ["src": "/a.js"]),
        ]
        #expect(try Markup(nodes).text == "<br/><div></div><path d=\"M0 0\"/><script src=\"/a.js\"></script>")
    }

    @Test func attributesKeepTheirOrder() throws {
        #expect(try Markup(.element("p", ["z": "1", "a": "2", "m": ""])).text == "<p z=\"1\" a=\"2\" m=\"\"></p>")
    }

    @Test(arguments: [0x00, 0x08, 0x0B, 0x0D, 0x1F, 0x7F, 0x85, 0xFDD0, 0xFFFE, 0x1FFFF] as [UInt32])
    func charactersThatMarkupCannotHoldAreRefused(number: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(number))
        let character = String(Character(scalar))
        let fault = MarkupFault.forbiddenCharacter(scalar, element: "td")
        #expect(throws: fault) { try Markup(.element("td", [.text("a\(character)b")])) }
        #expect(throws: fault) { try Markup(.element("td", ["title": character])) }
    }

    @Test func malformedTreesAreRefused() {
        #expect(throws: MarkupFault.malformedName("a b")) { try Markup(.element("a b")) }
        #expect(throws: MarkupFault.malformedName("")) { try Markup(.element("")) }
        #expect(throws: MarkupFault.malformedName("on\"x")) { try Markup(.element("p", ["on\"x": ""])) }
        #expect(throws: MarkupFault.repeatedAttribute("id", element: "p")) {
            try Markup(.element("p", ["id": "1", "id": "2"]))
        }
        #expect(throws: MarkupFault.childrenOfVoidElement("br")) { try Markup(.element("br", [.text("x")])) }
        #expect(throws: MarkupFault.markInRawText(element: "script")) {
            try Markup(.element("script", [.text("a < b")]))
        }
    }

    @Test func aPieceThatIsWrittenAlreadyGoesInAsItIs() throws {
        let inner = try Markup(.element("b", [.text("&")]))
        #expect(try Markup(.element("p", [.markup(inner), .text("&")])).text == "<p><b>&amp;</b>&amp;</p>")
    }
}
