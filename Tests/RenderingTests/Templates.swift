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

    static func library() throws -> TemplateLibrary {
        var diagnostics = Diagnostics()
        let library = TemplateLibrary.load(
            pages: folder.folder("pages"), partials: folder.folder("partials"), &diagnostics)
        return try #require(library, "\(diagnostics.sorted)")
    }
}
