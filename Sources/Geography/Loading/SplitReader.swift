import LocatedInput

/// Reads the folder of one split.
struct SplitReader {
    let folder: InputFolder
    let id: SplitID
    let known: KnownPlaces

    /// The split; all faults are reported, and `nil` if its definition cannot be used at all.
    func read(_ tracing: UnitTracing, siblings: [String], _ diagnostics: inout Diagnostics) -> Split? {
        guard FolderName.check(folder, named: id.split, &diagnostics),
            let definition = definition(siblings: siblings, &diagnostics)
        else { return nil }
        let districts = self.districts(&diagnostics)
        let members = self.members(&diagnostics)
        MemberChecks(members: members, districts: districts, known: known).run(&diagnostics)
        DistrictChecks(districts: districts, members: members.map(\.value), known: known).run(&diagnostics)
        return Split(
            definition, districts: districts.map(\.value), members: members.map(\.value), tracing: tracing)
    }

    private func definition(siblings: [String], _ diagnostics: inout Diagnostics) -> SplitDefinition? {
        guard let file = InputFile(reading: folder.file("split.yaml"), &diagnostics),
            let top = YAMLValue(file, &diagnostics)?.mapping(&diagnostics)
        else { return nil }
        top.allow(
            ["title", "purpose", "requested_by", "status", "extent", "standard", "replaces", "supplements"],
            &diagnostics)
        let title = top.translatedText("title", &diagnostics)
        let purpose = top.translatedText("purpose", &diagnostics)
        let requestedBy = top.string("requested_by", &diagnostics)
        let status = top.choice("status", of: SplitStatus.self, &diagnostics)
        let extent = top.choice("extent", of: SplitExtent.self, &diagnostics)
        let standard = top["standard"]?.string(&diagnostics)
        let replaces = related("replaces", in: top, siblings: siblings, &diagnostics)
        let supplements = related("supplements", in: top, siblings: siblings, &diagnostics)
        guard let title, let purpose, let requestedBy, let status, let extent else { return nil }
        return SplitDefinition(
            id: id, title: title, purpose: purpose, requestedBy: requestedBy.value, status: status.value,
            extent: extent.value, standard: standard?.value, replaces: replaces, supplements: supplements)
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

    /// The rows of `districts.csv`.
    func districts(_ diagnostics: inout Diagnostics) -> [Located<District>] {
        TableRow.read("districts.csv", in: folder, columns: District.columns, &diagnostics) { row, diagnostics in
            District(row, &diagnostics)
        }
    }

    /// The rows of `members.csv`.
    func members(_ diagnostics: inout Diagnostics) -> [Located<Membership>] {
        TableRow.read("members.csv", in: folder, columns: Membership.columns, &diagnostics) { row, diagnostics in
            let unit = row.unit("grunnkrets", &diagnostics)
            let district = row.district("district", &diagnostics)
            let validity = row.validity(&diagnostics)
            guard let unit, let district, let validity else { return nil }
            return Membership(unit: unit, district: district, validity: validity)
        }
    }
}

extension Membership {
    /// The columns of `members.csv`.
    static let columns = ["grunnkrets", "district", "valid_from", "valid_to"]
}

extension Diagnostic {
    fileprivate static func unknownSibling(_ name: Located<String>, among others: [String]) -> Diagnostic {
        Diagnostic(
            .error, "UnknownSplit", at: name.location, "the city has no other split '\(name.value)'",
            remedy: Suggestion.remedy(for: name.value, among: others))
    }
}
