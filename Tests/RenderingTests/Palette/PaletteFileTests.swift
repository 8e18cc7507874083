import Foundation
import LocatedInput
import TestSupport
import Testing

@testable import Rendering

/// What an owner may write into `palette.yaml`, and what the build says of the rest.
struct PaletteFileTests {
    private static func text() throws -> String {
        try String(contentsOf: URL(fileURLWithPath: Templates.folder.file("palette.yaml")), encoding: .utf8)
    }

    private static func load(_ text: String) -> (palette: Palette?, findings: [Diagnostic]) {
        var diagnostics = Diagnostics()
        let palette = PaletteFile.load(InputFile(path: "palette.yaml", text: text), &diagnostics)
        return (palette, diagnostics.sorted)
    }

    /// The shipped palette with the first `old` replaced.
    private static func changed(_ old: String, _ new: String) throws -> String {
        var text = try Self.text()
        let place = try #require(text.range(of: old))
        text.replaceSubrange(place, with: new)
        return text
    }

    @Test func theShippedPaletteHasEveryColourAndEachStandsOut() throws {
        let (palette, findings) = Self.load(try Self.text())
        #expect(findings.isEmpty)
        #expect(try #require(palette).logo == nil)
    }

    @Test func aFaintColourIsNamedWithItsPairItsRatioAndWhatItMustHave() throws {
        let old = "neutral-text-subtle: \"#4a5561\""
        let (_, findings) = Self.load(try Self.changed(old, "neutral-text-subtle: \"#777777\""))
        let faint = try #require(findings.first { $0.message.contains("on neutral-background-default") })
        #expect(faint.name == "FaintColour" && faint.severity == .error)
        #expect(
            faint.message
                == "neutral-text-subtle on neutral-background-default has a contrast of 4.47 in light, and must have 4.5"
        )
        #expect(
            try Self.text().split(separator: "\n", omittingEmptySubsequences: false)[faint.location.line - 1] == "  "
                + old)
    }

    @Test(arguments: [
        ("light:", "bright:", ["MissingKey", "UnknownKey"]),
        ("  chart-grid:", "  chart-grit:", ["MissingKey", "UnknownKey"]),
        ("  chart-grid: \"#c3ccd4\"", "  chart-grid: grey", ["NotAColour"]),
        ("light:", "logo: ../logo.svg\nlight:", ["NotAFileName"]),
        ("light:", "logo: logo.exe\nlight:", ["NotAFileName"]),
    ])
    func everyFaultIsNamed(old: String, new: String, names: [String]) throws {
        // The first line that begins so: comments come before the colours.
        let (_, findings) = Self.load(try Self.changed("\n" + old, "\n" + new))
        #expect(findings.map(\.name).sorted() == names)
    }

    @Test func theStyleSheetGivesEveryPropertyInEveryScheme() throws {
        let sheet = try #require(Self.load(try Self.text()).palette).styleSheet
        for use in PaletteColour.allCases {
            #expect(sheet.components(separatedBy: "\(use.property): #").count == 4, "\(use)")
        }
    }

    @Test func noOtherStyleSheetNamesAColourOrAPropertyThatThePaletteLacks() throws {
        let known = Set(PaletteColour.allCases.map(\.property))
        for name in ["styles/site.css", "paper/profile.css"] {
            let sheet = try String(contentsOf: URL(fileURLWithPath: Templates.folder.file(name)), encoding: .utf8)
            #expect(sheet.matches(of: /#[0-9A-Fa-f]{3,8}\b|\b(?:rgb|hsl)a?\(/).map { String($0.0) } == [], "\(name)")
            for use in sheet.matches(of: /var\((--(?:ds-|verdict-|chart-)[a-z-]*)\)/) {
                #expect(known.contains(String(use.1)), "\(name): \(use.1)")
            }
        }
    }
}
