import Geography
import LocatedInput

/// A source register: who keeps it, what it counts, and in which layouts its figures come.
///
/// One file `indicators/registers/<id>.yaml` each.
public struct RegisterDefinition: Sendable {
    /// The register.
    public let id: RegisterID
    /// Who keeps it.
    public let owner: Translated<String>
    /// What it is called.
    public let name: Translated<String>
    /// What it counts, in one sentence.
    public let counts: Translated<String>
    /// The smallest places it has figures for.
    public let lowestGeography: GeographicLevel
    /// The first year of figures that are read; earlier ones are left out.
    public let firstYear: Int
    /// The licence its figures are published under.
    public let licence: Translated<String>
    /// The owner's numbers or names of the tables that are read.
    public let tables: [String]
    /// How the figures came to be public.
    public let publication: Publication
    /// The layouts its open figures come in.
    public let layouts: [LayoutID]
    /// What the law lets it be used for, in a line; `nil` where the figures are open.
    public let purpose: Translated<String>?
    /// Who or what is missing from it; `nil` where nobody is.
    public let coverage: Translated<String>?
    /// How its deliveries are written; `nil` where there are none.
    public let delivery: DeliveryLayout?
    /// Why no indicator reads it yet; `nil` where one does.
    public let waits: Translated<String>?
    /// Where it is defined.
    public let location: SourceLocation

    /// Reads every definition in `folder`, by id. All faults are reported; a definition with an error is left out.
    public static func loadAll(from folder: InputFolder, _ diagnostics: inout Diagnostics) -> [RegisterDefinition] {
        let names = folder.files(ending: "yaml")
        return concurrently(names.count, &diagnostics) { index, diagnostics in
            InputFile(reading: folder.file(names[index]), &diagnostics).flatMap {
                RegisterDefinition($0, id: String(names[index].dropLast(".yaml".count)), &diagnostics)
            }
        }.compactMap(\.self).sorted { $0.id < $1.id }
    }

    /// Reads the register `id` in `folder`; diagnostics and `nil` if there is none or it has an error.
    public static func load(_ id: RegisterID, from folder: InputFolder, _ diagnostics: inout Diagnostics)
        -> RegisterDefinition?
    {
        let known = folder.files(ending: "yaml").map { String($0.dropLast(".yaml".count)) }
        guard known.contains(id.id) else {
            diagnostics.emit(.unknownRegister(id, in: folder, among: known))
            return nil
        }
        guard let file = InputFile(reading: folder.file("\(id.id).yaml"), &diagnostics) else { return nil }
        return RegisterDefinition(file, id: id.id, &diagnostics)
    }

    /// Reads the definition in `file`, which must be of the register `id`, as the file is named.
    init?(_ file: InputFile, id expected: String, _ diagnostics: inout Diagnostics) {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        guard let root = YAMLValue(file, &found)?.mapping(&found) else { return nil }
        root.allow(Self.keys, &found)
        let id = root.string("id", &found)
        let owner = root.translated("owner", &found)
        let name = root.translated("name", &found)
        let counts = root.translated("counts", &found)
        let level = root.choice("lowest_geography", of: GeographicLevel.self, &found)
        let firstYear = root.required("first_year", &found)?.wholeNumber(&found)
        let licence = root.translated("licence", &found)
        let tables = root.required("tables", &found)?.strings(&found)
        let publication = root.choice("publication", of: Publication.self, &found)
        let purpose = root["purpose"].flatMap { _ in root.translated("purpose", &found) }
        let coverage = root["coverage"].flatMap { _ in root.translated("coverage", &found) }
        let delivery = root["delivery"]?.mapping(&found).flatMap { DeliveryLayout($0, &found) }
        let waits = root["waits"].flatMap { _ in root.translated("waits", &found) }
        let layouts = root["layouts"].map { $0.strings(&found) ?? [] }?.map { text -> LayoutID? in
            if let layout = LayoutID(rawValue: text.value) { return layout }
            found.emit(.unknownLayout(text))
            return nil
        }
        if root["layouts"] == nil, root["delivery"] == nil { found.emit(.noLayout(at: root.location)) }
        if let id, id.value != expected { found.emit(.misnamedRegister(id, expected: expected)) }
        guard let id, id.value == expected, let owner, let name, let counts, let level, let firstYear, let licence,
            let tables, let publication, !found.hasErrors
        else { return nil }
        self.id = RegisterID(id.value)
        self.owner = owner
        self.name = name
        self.counts = counts
        lowestGeography = level.value
        self.firstYear = firstYear.value
        self.licence = licence
        self.tables = tables.map(\.value)
        self.publication = publication.value
        self.layouts = (layouts ?? []).compactMap { $0 }
        self.purpose = purpose
        self.coverage = coverage
        self.delivery = delivery
        self.waits = waits
        location = root.location
    }

    private static let keys = [
        "id", "owner", "name", "counts", "lowest_geography", "first_year", "licence", "tables", "publication",
        "layouts", "purpose", "coverage", "delivery", "waits",
    ]
}

extension Diagnostic {
    fileprivate static func unknownRegister(_ id: RegisterID, in folder: InputFolder, among known: [String])
        -> Diagnostic
    {
        Diagnostic(
            .error, "UnknownRegister", at: SourceLocation(file: folder.path), "register '\(id)' doesn't exist",
            remedy: Suggestion.remedy(for: id.id, among: known))
    }

    fileprivate static func misnamedRegister(_ id: Located<String>, expected: String) -> Diagnostic {
        Diagnostic(
            .error, "MisnamedRegister", at: id.location, "the id '\(id.value)' is not the name of the file",
            remedy: "write '\(expected)', or rename the file")
    }

    fileprivate static func noLayout(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NoLayout", at: location, "nothing says how the figures of the register are written",
            remedy: "add 'layouts' for open figures or 'delivery' for deliveries")
    }

    fileprivate static func unknownLayout(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "UnknownLayout", at: text.location, "no reader for the layout '\(text.value)'",
            remedy: Suggestion.remedy(for: text.value, among: LayoutID.allCases.map(\.rawValue)))
    }
}
