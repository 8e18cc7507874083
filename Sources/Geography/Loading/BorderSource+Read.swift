import LocatedInput

extension BorderSource {
    /// What a mapping such as `{ file: borders.geojson, source: …, licence: … }` says of a file in `folder`.
    static func read(_ mapping: YAMLMapping, in folder: InputFolder, _ diagnostics: inout Diagnostics) -> Self? {
        mapping.allow(["file", "source", "licence", "code", "crs", "holds_other_places"], &diagnostics)
        let file = mapping.string("file", &diagnostics)
        let source = mapping.translated("source", &diagnostics)
        let licence = mapping.string("licence", &diagnostics)
        let code = mapping["code"]?.string(&diagnostics)
        let system = mapping["crs"]?.string(&diagnostics)
        let others = mapping["holds_other_places"]?.truth(&diagnostics)
        guard let file, let source, let licence else { return nil }
        guard !file.value.contains("/") else {
            diagnostics.emit(.borderFileElsewhere(file))
            return nil
        }
        return Self(
            file: Located(folder.file(file.value), at: file.location), source: source, licence: licence.value,
            code: code, system: system, holdsOtherPlaces: others?.value ?? false)
    }

    /// The borders of `split` as `<city>/<split>/borders.yaml` in `folder` describes them; `nil` where there is no such
    /// file, or it cannot be used.
    public static func read(
        of split: SplitID, in folder: InputFolder, _ diagnostics: inout Diagnostics
    ) -> Self? {
        let own = folder.folder(split.city).folder(split.split)
        guard own.has("borders.yaml"), let file = InputFile(reading: own.file("borders.yaml"), &diagnostics),
            let mapping = YAMLValue(file, &diagnostics)?.mapping(&diagnostics)
        else { return nil }
        return read(mapping, in: own, &diagnostics)
    }
}

extension Diagnostic {
    fileprivate static func borderFileElsewhere(_ file: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotAFileName", at: file.location, "'\(file.value)' is a path, not the name of a file",
            remedy: "put the file of borders beside this one and write its name alone")
    }
}
