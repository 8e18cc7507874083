import LocatedInput
import Markup
import TestSupport
import Testing

@testable import Rendering

/// The templates and phrases of the site, as tests read them.
enum Templates {
    static let folder = InputFolder(SharedData.packageRoot.appendingPathComponent("templates").path)

    static func wordings() throws -> Wordings {
        var diagnostics = Diagnostics()
        return try #require(Wordings.load(from: folder.folder("text"), &diagnostics), "\(diagnostics.sorted)")
    }

    /// The palette the site is published with.
    static func palette() throws -> Palette {
        var diagnostics = Diagnostics()
        let palette = InputFile(reading: folder.file("palette.yaml"), &diagnostics).flatMap {
            PaletteFile.load($0, &diagnostics)
        }
        return try #require(palette, "\(diagnostics.sorted)")
    }

    /// Its colours for pictures that stand alone; black where it cannot be read, which a test of its own finds.
    static let colours = (try? palette())?.chartColours ?? ChartColours([:])

    static func library() throws -> TemplateLibrary {
        var diagnostics = Diagnostics()
        let library = TemplateLibrary.load(
            pages: folder.folder("pages"), partials: folder.folder("partials"), &diagnostics)
        return try #require(library, "\(diagnostics.sorted)")
    }
}
