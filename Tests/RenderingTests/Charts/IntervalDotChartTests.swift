import Geography
import LocatedInput
import Markup
import Rendering
import Testing

struct IntervalDotChartTests {
    private static let words = ChartWords(
        idPrefix: "dots", title: "Andel barn, alle bydeler i Dalby", description: "Punktdiagram med intervaller.",
        source: "Kilde: et oppdiktet register.")

    private static func chart(_ values: [Double?], country: Double? = 11) -> IntervalDotChart {
        IntervalDotChart(
            rows: values.enumerated().map { index, value in
                IntervalDotRow(
                    name: "Bydel \(index)", value: value.map(NumberText.Decimal.tenths),
                    interval: value.map { ChartInterval(.tenths($0 - 1.5), .tenths($0 + 2)) },
                    verdict: ChartVerdict.allCases[index % 6], absenceMark: "..")
            },
            country: country.map(NumberText.Decimal.tenths), countryLabel: "Norge", unit: "prosent")
    }

    private static let shapes = [
        "verdict-better", "verdict-worse", "verdict-unclear", "verdict-differs", "verdict-untested",
    ]

    @Test func everyDotAndIntervalIsReadBackAsPublished() throws {
        let values = [8.2, 10.0, 11.1, 14.7, 13.3, 9.9]
        let picture = try Picture(Self.chart(values).node(Self.words, NumberStyle(.nb)))
        let grid = try picture.marks("grid").map { try $0.middleX() }
        // Steps of two from six to eighteen.
        #expect(grid.count == 7)
        let read = { (x: Double) in 6 + (x - grid[0]) / (grid[6] - grid[0]) * 12 }
        let halfPixel = 12 / (grid[6] - grid[0]) / 2
        let dots = picture.root.all.filter {
            Self.shapes.contains($0.attributes["class"]?.split(separator: " ").first.map(String.init) ?? "")
        }
        #expect(dots.count == values.count)
        for (dot, value) in zip(dots, values) { #expect(abs(read(try dot.middleX()) - value) <= halfPixel) }
        for (whisker, value) in zip(picture.marks("interval"), values) {
            let xs = try whisker.points().map(\.x)
            #expect(abs(read(try #require(xs.min())) - (value - 1.5)) <= halfPixel)
            #expect(abs(read(try #require(xs.max())) - (value + 2)) <= halfPixel)
        }
        #expect(abs(read(try picture.marks("spine")[0].middleX()) - 11) <= halfPixel)
    }

    @Test func districtsKeepTheirOrder() throws {
        let names = try Picture(Self.chart([9, 3, 5]).node(Self.words, NumberStyle(.nb))).texts.filter {
            $0.hasPrefix("Bydel")
        }
        #expect(names == ["Bydel 0", "Bydel 1", "Bydel 2"])
    }

    @Test func aValueThatIsNotShownIsItsMark() throws {
        let picture = try Picture(Self.chart([9, nil], country: nil).node(Self.words, NumberStyle(.nb)))
        #expect(picture.marks("absence").map(\.text) == [".."])
        #expect(picture.marks("interval").count == 1)
        #expect(picture.marks("spine").isEmpty)
        #expect(try Picture(Self.chart([nil], country: nil).node(Self.words, NumberStyle(.nb))).marks("grid").isEmpty)
    }

    @Test func theDistrictsLookAsTheyWereLastRead() throws {
        try Picture(
            Self.chart([8.2, 10.0, 11.1, 14.7, 13.3, 9.9, nil]).node(
                Self.words, NumberStyle(.nb), style: .standalone(Templates.colours))
        )
        .expectGolden("interval-dots")
    }
}
