import LocatedInput

extension TableSpec {
    private static let keys = ["count", "amount", "sensitive", "cap", "dimensions", "tables", "frozen"]

    /// The spec in `file`; nil if there is a fault, and all faults are reported.
    init?(_ file: InputFile, _ diagnostics: inout Diagnostics) {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        guard let mapping = YAMLValue(file, &found)?.mapping(&found) else { return nil }
        mapping.allow(Self.keys, &found)
        let measure = Self.measure(mapping, &found)
        let cap = mapping["cap"]?.string(&found)
        let dimensions = Self.dimensions(mapping, &found)
        let names = dimensions.map(\.name.value)
        let tables = mapping["tables"]?.sequence(&found)?.compactMap { Self.table($0, among: names, &found) }
        if let written = mapping["tables"], tables?.isEmpty == true { found.emit(.nothing("tables", at: written)) }
        let earlier = mapping["frozen"]?.sequence(&found)?.compactMap { Self.earlier($0, &found) } ?? []
        guard let measure, !found.hasErrors else { return nil }
        self.init(
            file: file.path, measure: measure, cap: cap, dimensions: dimensions, tables: tables, earlier: earlier)
    }

    private static func measure(_ mapping: YAMLMapping, _ diagnostics: inout Diagnostics) -> Measure? {
        if let amount = mapping["amount"] {
            if let count = mapping["count"] { diagnostics.emit(.twoMeasures(at: count)) }
            let sensitive = mapping.mapping("sensitive", &diagnostics).flatMap { sensitiveAmounts($0, &diagnostics) }
            guard let column = amount.string(&diagnostics), let sensitive else { return nil }
            return .amount(column, sensitive)
        }
        if let sensitive = mapping["sensitive"] { diagnostics.emit(.policyDecides(at: sensitive)) }
        return mapping.string("count", &diagnostics).map { .count($0) }
    }

    private static func sensitiveAmounts(
        _ mapping: YAMLMapping, _ diagnostics: inout Diagnostics
    ) -> SensitiveAmounts? {
        mapping.allow(["largest", "contributors", "fewest"], &diagnostics)
        if let largest = mapping["largest"] {
            if let other = mapping["contributors"] ?? mapping["fewest"] { diagnostics.emit(.twoRules(at: other)) }
            return largest.decimal(&diagnostics).map { .upTo($0.value) }
        }
        let column = mapping.string("contributors", &diagnostics)
        let fewest = mapping.required("fewest", &diagnostics)?.wholeNumber(&diagnostics)
        guard let column, let fewest else { return nil }
        return .contributors(column: column, fewest: fewest.value)
    }

    private static func dimensions(_ mapping: YAMLMapping, _ diagnostics: inout Diagnostics) -> [Dimension] {
        guard let written = mapping.mapping("dimensions", &diagnostics) else { return [] }
        var seen: Set<String> = []
        if written.entries.isEmpty, let value = mapping["dimensions"] {
            diagnostics.emit(.nothing("dimensions", at: value))
        }
        return written.entries.compactMap { name, value in
            if !seen.insert(name.value).inserted { diagnostics.emit(.dimensionTwice(name)) }
            if TablePattern.reservedColumns.contains(name.value) { diagnostics.emit(.reservedName(name)) }
            return dimension(name, value, &diagnostics)
        }
    }

    private static func dimension(
        _ name: Located<String>, _ value: YAMLValue, _ diagnostics: inout Diagnostics
    ) -> Dimension? {
        if case .scalar("") = value.content {
            return Dimension(name: name, hierarchies: [[name]], windows: [], hasTotal: true, hidden: [])
        }
        guard let mapping = value.mapping(&diagnostics) else { return nil }
        mapping.allow(["hierarchies", "windows", "total", "hidden"], &diagnostics)
        let windows = lengths(mapping["windows"], &diagnostics)
        if !windows.isEmpty, let hierarchies = mapping["hierarchies"] {
            diagnostics.emit(.windowsOfHierarchies(at: hierarchies))
        }
        let lists = mapping["hierarchies"]?.sequence(&diagnostics)?.map { $0.strings(&diagnostics) ?? [] }
        if let written = mapping["hierarchies"], lists?.contains(where: \.isEmpty) ?? true {
            diagnostics.emit(.nothing("hierarchies", at: written))
        }
        return Dimension(
            name: name, hierarchies: lists ?? [[name]], windows: windows,
            hasTotal: mapping["total"]?.truth(&diagnostics)?.value ?? windows.isEmpty,
            hidden: mapping["hidden"]?.strings(&diagnostics) ?? [])
    }

    /// One length or a list of them.
    private static func lengths(_ value: YAMLValue?, _ diagnostics: inout Diagnostics) -> [Located<Int>] {
        guard let value else { return [] }
        var values = [value]
        if case .sequence(let list) = value.content { values = list }
        if values.isEmpty { diagnostics.emit(.nothing("windows", at: value)) }
        var seen: Set<Int> = []
        return values.compactMap { $0.wholeNumber(&diagnostics) }.filter { length in
            if length.value == 0 || !seen.insert(length.value).inserted { diagnostics.emit(.noLength(length)) }
            return length.value > 0
        }
    }

    private static func table(
        _ value: YAMLValue, among names: [String], _ diagnostics: inout Diagnostics
    ) -> Located<Table>? {
        guard let mapping = value.mapping(&diagnostics) else { return nil }
        mapping.allow(names, &diagnostics)
        let table: Table = mapping.entries.map { name, value in
            if case .scalar("all") = value.content { return (name, nil) }
            let levels = value.strings(&diagnostics) ?? []
            if levels.isEmpty { diagnostics.emit(.nothing(name.value, at: value)) }
            return (name, levels)
        }
        return Located(table, at: value.location)
    }

    private static func earlier(_ value: YAMLValue, _ diagnostics: inout Diagnostics) -> Earlier? {
        guard let mapping = value.mapping(&diagnostics) else { return nil }
        mapping.allow(["spec", "pattern"], &diagnostics)
        let spec = mapping["spec"]?.string(&diagnostics)
        return mapping.string("pattern", &diagnostics).map { Earlier(spec: spec, pattern: $0) }
    }
}

extension Diagnostic {
    fileprivate static func twoMeasures(at value: YAMLValue) -> Diagnostic {
        Diagnostic(
            .error, "TwoMeasures", at: value.location, "a table is of counts or of amounts, not of both",
            remedy: "leave out 'count' or 'amount'")
    }

    fileprivate static func policyDecides(at value: YAMLValue) -> Diagnostic {
        Diagnostic(
            .error, "PolicyDecides", at: value.location, "the policy says which counts are sensitive",
            remedy: "set 'largest-withheld' and 'withhold-zero' in the policy; 'sensitive' belongs to amounts")
    }

    fileprivate static func twoRules(at value: YAMLValue) -> Diagnostic {
        Diagnostic(
            .error, "TwoRules", at: value.location, "amounts are sensitive by their size or by their contributors",
            remedy: "leave out 'largest', or 'contributors' and 'fewest'")
    }

    fileprivate static func nothing(_ key: String, at value: YAMLValue) -> Diagnostic {
        Diagnostic(
            .error, "NothingNamed", at: value.location, "'\(key)' names nothing",
            remedy: "name something or leave it out")
    }

    fileprivate static func dimensionTwice(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "DimensionTwice", at: name.location, "the dimension '\(name.value)' is there already",
            remedy: "write several hierarchies of one dimension")
    }

    fileprivate static func reservedName(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "ReservedName", at: name.location, "a pattern has a column '\(name.value)' of its own",
            remedy: "call the dimension something else and name its columns under 'hierarchies'")
    }

    fileprivate static func windowsOfHierarchies(at value: YAMLValue) -> Diagnostic {
        Diagnostic(
            .error, "WindowsOfHierarchies", at: value.location, "windows are sums over the years of one column",
            remedy: "call the dimension as its column and leave 'hierarchies' out")
    }

    fileprivate static func noLength(_ length: Located<Int>) -> Diagnostic {
        Diagnostic(
            .error, "NoLength", at: length.location, "a window of \(length.value) years is none, or is there already",
            remedy: "write each length once")
    }
}
