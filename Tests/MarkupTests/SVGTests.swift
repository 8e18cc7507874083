import LocatedInput
import Markup
import Testing

struct SVGTests {
    @Test(arguments: [
        (0.0, "0"), (-0.0, "0"), (-0.04, "0"), (0.05, ".1"), (-0.05, "-.1"), (10.5, "10.5"), (12.0, "12"),
        (12.34, "12.3"),
        (-3.5, "-3.5"),
        (99.96, "100"), (123456.78, "123456.8"), (1e8, "100000000"),
    ])
    func coordinatesAreRoundedToATenthOfAPixel(value: Double, text: String) {
        #expect(SVGNumber.text(value) == text)
    }

    @Test func aCoordinateIsReadBackWithinHalfATenth() throws {
        for step in -2000...2000 {
            let value = Double(step) * 0.137
            let read = try #require(Double(SVGNumber.text(value)))
            #expect(abs(read - value) <= 0.05 + 1e-9)
        }
    }

    @Test func aPathGoesThroughItsPoints() {
        let points = [(x: 0.0, y: 1.5), (x: 2, y: 3), (x: -1, y: 0)]
        #expect(SVGPath(through: points).text == "M0 1.5l2 1.5l-3-3")
        #expect(SVGPath(through: points, isClosed: true).text == "M0 1.5l2 1.5l-3-3z")
        #expect(SVGPath(through: [], isClosed: true).text == "")
    }

    @Test func levelAndUprightLinesAreWrittenShortWhereverTheyEndUpSo() {
        #expect(SVGPath(through: [(x: 1, y: 2), (x: 5, y: 2.04), (x: 5, y: 9), (x: 5, y: 9)]).text == "M1 2h4v7h0")
        var path = SVGPath(through: [(x: 0, y: 0), (x: 3, y: 0)], isClosed: true)
        path.move(3, 4)
        path.line(3, 0)
        #expect(path.text == "M0 0h3zM3 4v-4")
    }

    @Test func aPictureIsReadBackAsItsElements() throws {
        let picture = SVG.file(
            width: 20, height: 10.5, ["role": "img"],
            [
                SVG.g([SVG.circle(x: 1, y: 2, radius: 3), SVG.rect(x: 0, y: 0, width: 4, height: 5)]),
                SVG.line(x1: 0, y1: 1, x2: 2, y2: 3, ["class": "spine"]), SVG.text("Ø", x: 1, y: 1),
            ])
        var diagnostics = Diagnostics()
        let read = try #require(XMLElement.read(InputFile(path: "a.svg", text: try Markup(picture).text), &diagnostics))
        #expect(read.attributes["viewBox"] == "0 0 20 10.5")
        #expect(read.all.map(\.name) == ["svg", "g", "circle", "rect", "line", "text"])
        #expect(read.all("line").first?.attributes["class"] == "spine")
        #expect(read.wholeText == "Ø")
    }
}
