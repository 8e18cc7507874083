import Foundation
import LocatedInput
import Markup

/// A folder of templates that lives as long as a test.
final class TemplateFolder {
    private let root: URL
    /// The templates, if they could be used.
    private(set) var library: TemplateLibrary?
    /// What was found when they were read; places are named from `pages/` and `partials/` on.
    private(set) var diagnostics = Diagnostics()

    init(pages: [String: String], partials: [String: String] = [:]) throws {
        root = FileManager.default.temporaryDirectory.appendingPathComponent("templates-\(UUID().uuidString)")
        for (folder, files) in [("pages", pages), ("partials", partials)] {
            let place = root.appendingPathComponent(folder)
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            for (name, text) in files {
                try Data(text.utf8).write(to: place.appendingPathComponent("\(name).mustache"))
            }
        }
        library = TemplateLibrary.load(
            pages: InputFolder(root.appendingPathComponent("pages").path),
            partials: InputFolder(root.appendingPathComponent("partials").path), &diagnostics)
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    /// What was found when the templates were read.
    var findings: [String] { relative(diagnostics) }

    /// The page `p`, filled in, or what was wrong with it.
    func render(_ values: TemplateNames) -> (text: String?, findings: [String]) {
        guard let library else { return (nil, findings) }
        do {
            return (try library.render(page: "p", with: values).text, [])
        } catch {
            return (nil, relative(error.diagnostics))
        }
    }

    private func relative(_ diagnostics: Diagnostics) -> [String] {
        diagnostics.sorted.map { $0.description.replacing("\(root.path)/", with: "") }
    }
}
