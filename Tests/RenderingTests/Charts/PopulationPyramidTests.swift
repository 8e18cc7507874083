import Geography
import LocatedInput
import Markup
import Rendering
import Testing

struct PopulationPyramidTests {
    private static let words = ChartWords(
        idPrefix: "pyramid", title: "Innbyggere i Øvre Dal etter alder og kjønn", description: "Befolkningspyramide.",
        source: "Kilde: et oppdiktet register. CC BY 4.0")

    private static func pyramid(_ men: [Double?], _ women: [Double?], reference: Double? = 3.2) -> PopulationPyramid {
        PopulationPyramid(
            bands: zip(men, women).enumerated().map { index, shares in
                PyramidBand(
                    label: "\(index * 5)–\(index * 5 + 4)", men: shares.0.map(NumberText.Decimal.tenths),
                    women: shares.1.map(NumberText.Decimal.tenths),
                    referenceMen: reference.map(NumberText.Decimal.tenths),
                    referenceWomen: reference.map(NumberText.Decimal.tenths))
            },
            menLabel: "Menn", womenLabel: "Kvinner", unit: "prosent av innbyggerne", referenceLabel: "Dalby",
            absenceMark: ":")
    }

    @Test func barsAreReadBackAsThePublishedShares() throws {
        let (men, women) = ([2.5, 4.8, 0.0, 3.3], [2.4, 5.0, 1.1, 3.5])
        let picture = try Picture(Self.pyramid(men, women).node(Self.words, NumberStyle(.nb)))
        // The axis ends at six per cent, 196 pixels from where the bars begin.
        let perPixel = 6.0 / 196
        #expect(picture.texts.filter { $0 == "6" }.count == 2)
        for (name, shares) in [("bar-men", men), ("bar-women", women)] {
            let bars = picture.marks(name)
            #expect(bars.count == shares.count)
            for (bar, share) in zip(bars, shares) {
                #expect(abs(try bar.number("width") * perPixel - share) <= perPixel / 2)
            }
        }
        #expect(try picture.marks("bar-men").allSatisfy { try abs($0.number("x") + $0.number("width") - 210) < 0.11 })
        #expect(try picture.marks("bar-women").allSatisfy { try $0.number("x") == 270 })
    }

    @Test func theYoungestAreAtTheBottom() throws {
        let bars = try Picture(Self.pyramid([1, 2, 3], [1, 2, 3]).node(Self.words, NumberStyle(.nb))).marks("bar-men")
        let heights = try bars.map { try $0.number("y") }
        #expect(heights == heights.sorted(by: >))
    }

    @Test func aShareThatIsNotShownIsItsMark() throws {
        let picture = try Picture(Self.pyramid([1, nil], [nil, 2], reference: nil).node(Self.words, NumberStyle(.nb)))
        #expect(picture.marks("absence").map(\.text) == [":", ":"])
        #expect(picture.marks("bar-men").count == 1)
        #expect(picture.marks("series-country").isEmpty)
        #expect(!picture.texts.contains("Dalby"))
    }

    @Test func anEmptyPyramidIsDrawn() throws {
        #expect(try Picture(Self.pyramid([], []).node(Self.words, NumberStyle(.nb))).marks("bar-men").isEmpty)
        #expect(
            try Picture(Self.pyramid([0], [0], reference: 0).node(Self.words, NumberStyle(.nb))).marks("bar-men").count
                == 1)
    }

    @Test func thePyramidLooksAsItWasLastRead() throws {
        let men = [2.5, 2.8, 2.9, 2.6, 3.9, 5.4, 5.1, 4.4, 3.6, 3.2, 3.0, 2.7, 2.2, 1.9, 1.6, 1.1, 0.6, nil, 0.1]
        let women = [2.4, 2.7, 2.8, 2.7, 4.4, 5.9, 5.0, 4.1, 3.4, 3.1, 2.9, 2.7, 2.3, 2.0, 1.8, 1.4, 0.9, nil, 0.3]
        try Picture(Self.pyramid(men, women).node(Self.words, NumberStyle(.nb), style: .standalone(Templates.colours)))
            .expectGolden(
                "pyramid")
    }
}
