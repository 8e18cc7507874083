import LocatedInput

/// The templates of a site: pages, and the partials they share.
///
/// A template's name is its file's, without `.mustache`. The braces say what a value is: `{{name}}` shows text and
/// escapes it, `{{{name}}}` shows markup as it is, and neither shows the other. A name that no enclosing object has is
/// an error, in a section too; what may be absent is given as `.flag(false)` or an empty list.
public struct TemplateLibrary: Sendable {
    private let pages: [String: Template]
    private let partials: [String: Template]
    private let folder: InputFolder

    /// The names of the pages, in order.
    public var pageNames: [String] { pages.keys.sorted() }

    /// Reads every `*.mustache` in both folders, with a diagnostic for each fault of form; `nil` if there was an error.
    public static func load(
        pages: InputFolder, partials: InputFolder, _ diagnostics: inout Diagnostics
    ) -> TemplateLibrary? {
        var found = Diagnostics()
        let library = TemplateLibrary(
            pages: read(pages, &found), partials: read(partials, &found), folder: pages)
        library.checkPartials(&found)
        diagnostics.merge(found)
        return found.hasErrors ? nil : library
    }

    /// Fills in a page. Throws every fault that was met, each at its tag.
    public func render(page name: String, with values: TemplateNames) throws(InputFailure) -> Markup {
        guard let page = pages[name] else {
            throw InputFailure(.unknownPage(name, in: folder, known: pageNames))
        }
        var renderer = TemplateRenderer(partials: partials, root: values)
        renderer.render(page.pieces)
        try renderer.diagnostics.throwIfErrors()
        return Markup(written: renderer.text)
    }

    private static func read(_ folder: InputFolder, _ diagnostics: inout Diagnostics) -> [String: Template] {
        guard folder.exists else {
            diagnostics.emit(.missingTemplateFolder(folder))
            return [:]
        }
        var templates: [String: Template] = [:]
        for name in folder.files(ending: "mustache") {
            guard let file = InputFile(reading: folder.file(name), &diagnostics) else { continue }
            templates[String(name.dropLast(".mustache".count))] = TemplateReader.read(file, &diagnostics)
        }
        return templates
    }

    private func checkPartials(_ diagnostics: inout Diagnostics) {
        for template in pages.values { checkNames(in: template, &diagnostics) }
        for (name, template) in partials {
            checkNames(in: template, &diagnostics)
            for tag in template.partials where reaches(name, from: tag.name.text) {
                diagnostics.emit(.cyclicPartial(tag))
            }
        }
    }

    private func checkNames(in template: Template, _ diagnostics: inout Diagnostics) {
        for tag in template.partials where partials[tag.name.text] == nil {
            diagnostics.emit(.unknownPartial(tag, known: partials.keys.sorted()))
        }
    }

    private func reaches(_ target: String, from start: String) -> Bool {
        var waiting = [start]
        var seen: Set<String> = []
        while let name = waiting.popLast() {
            if name == target { return true }
            guard seen.insert(name).inserted, let template = partials[name] else { continue }
            waiting += template.partials.map(\.name.text)
        }
        return false
    }
}

extension Diagnostic {
    fileprivate static func missingTemplateFolder(_ folder: InputFolder) -> Diagnostic {
        Diagnostic(
            .error, "MissingTemplateFolder", at: SourceLocation(file: folder.path),
            "the folder of templates is not there",
            remedy: "check the path")
    }

    fileprivate static func unknownPage(_ name: String, in folder: InputFolder, known: [String]) -> Diagnostic {
        Diagnostic(
            .error, "UnknownPage", at: SourceLocation(file: folder.path), "there is no template '\(name).mustache'",
            remedy: Suggestion.remedy(for: name, among: known))
    }

    fileprivate static func unknownPartial(_ tag: Template.Tag, known: [String]) -> Diagnostic {
        Diagnostic(
            .error, "UnknownPartial", at: tag.location, "there is no partial '\(tag.name.text)'",
            remedy: Suggestion.remedy(for: tag.name.text, among: known))
    }

    fileprivate static func cyclicPartial(_ tag: Template.Tag) -> Diagnostic {
        Diagnostic(
            .error, "CyclicPartial", at: tag.location, "partial '\(tag.name.text)' leads back to this one",
            remedy: "let the partials stand in one order")
    }
}
