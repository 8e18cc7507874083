import LocatedInput

/// Reads the folder of one split.
struct SplitReader {
    let folder: InputFolder
    let id: SplitID
    let known: KnownPlaces
    let tiles: [Tile]

    /// The split; all faults are reported, and `nil` if its definition cannot be used at all.
    func read(_ tracing: UnitTracing, siblings: [String], _ diagnostics: inout Diagnostics) -> Split? {
        guard FolderName.check(folder, named: id.split, &diagnostics),
            let definition = definition(siblings: siblings, &diagnostics)
        else { return nil }
        let districts = folder.rows(of: "districts.csv", &diagnostics, District.rows)
        let members = folder.rows(of: "members.csv", &diagnostics, Membership.rows)
        MemberChecks(members: members, districts: districts, known: known).run(&diagnostics)
        DistrictChecks(districts: districts, members: members.map(\.value)).run(&diagnostics)
        MissingTileCheck(districts: districts, tiles: tiles).run(&diagnostics)
        return Split(
            definition, districts: districts.map(\.value), members: members.map(\.value), tracing: tracing)
    }

    private func definition(siblings: [String], _ diagnostics: inout Diagnostics) -> SplitDefinition? {
        guard let file = InputFile(reading: folder.file("split.yaml"), &diagnostics),
            let top = YAMLValue(file, &diagnostics)?.mapping(&diagnostics)
        else { return nil }
        top.allow(
            [
                "title", "purpose", "requested_by", "status", "extent", "standard", "replaces", "supplements",
                "borders",
            ],
            &diagnostics)
        let title = top.translated("title", &diagnostics)
        let purpose = top.translated("purpose", &diagnostics)
        let requestedBy = top.string("requested_by", &diagnostics)
        let status = top.choice("status", of: SplitStatus.self, &diagnostics)
        let extent = top.choice("extent", of: SplitExtent.self, &diagnostics)
        let standard = top["standard"]?.string(&diagnostics)
        let replaces = related("replaces", in: top, siblings: siblings, &diagnostics)
        let supplements = related("supplements", in: top, siblings: siblings, &diagnostics)
        let borders = top["borders"]?.mapping(&diagnostics).flatMap {
            BorderSource.read($0, in: folder, &diagnostics)
        }
        guard let title, let purpose, let requestedBy, let status, let extent else { return nil }
        return SplitDefinition(
            id: id, title: title, purpose: purpose, requestedBy: requestedBy.value, status: status.value,
            extent: extent.value, standard: standard?.value, replaces: replaces, supplements: supplements,
            borders: borders)
    }

    private func related(
        _ key: String, in top: YAMLMapping, siblings: [String], _ diagnostics: inout Diagnostics
    ) -> [SplitID] {
        let others = siblings.filter { $0 != id.split }
        return (top[key]?.strings(&diagnostics) ?? []).compactMap { name in
            if others.contains(name.value) { return SplitID(city: id.city, split: name.value) }
            diagnostics.emit(.unknownSibling(name, among: others))
            return nil
        }
    }
}

extension Diagnostic {
    fileprivate static func unknownSibling(_ name: Located<String>, among others: [String]) -> Diagnostic {
        Diagnostic(
            .error, "UnknownSplit", at: name.location, "the city has no other split '\(name.value)'",
            remedy: Suggestion.remedy(for: name.value, among: others))
    }
}
