import LocatedInput

/// The levels of one dimension of a spec, and which of them are made of which.
struct LevelsOfDimension {
    let name: String
    let levels: [Level]
    /// The lengths of its windows, where it has any, by level.
    let windows: [Int?]
    /// For each level and each finer one whose places it is a sum of: where they lie.
    let parents: [[[ClosedRange<Int>]?]]
    /// Where the level stands that holds everything, if it is published or asked for.
    let total: Int?

    /// Works the levels out; all faults are reported.
    init(_ dimension: TableSpec.Dimension, _ table: LongTable, _ diagnostics: inout Diagnostics) {
        name = dimension.name.value
        var levels: [Level] = []
        var windows: [Int?] = []
        if dimension.hasTotal {
            levels.append(.total(of: table))
            windows.append(nil)
        }
        total = dimension.hasTotal ? 0 : nil
        if dimension.windows.isEmpty {
            for column in dimension.columns {
                levels.append(.column(column.value, of: table))
                windows.append(nil)
            }
            for hierarchy in dimension.hierarchies {
                for (wider, finer) in zip(hierarchy, hierarchy.dropFirst()) {
                    Self.checkNesting(finer.value, in: wider.value, of: table, &diagnostics)
                }
            }
        } else if let years = Self.years(dimension.name, table, &diagnostics) {
            for length in dimension.windows {
                guard length.value <= years.all.count else {
                    diagnostics.emit(.tooFewYears(length))
                    continue
                }
                levels.append(.windows(length.value, years.each, all: years.all))
                windows.append(length.value)
            }
        }
        if !dimension.hidden.isEmpty {
            levels.append(.intersections(dimension.hidden.map(\.value), of: table))
            windows.append(nil)
        }
        self.levels = levels
        self.windows = windows
        parents = levels.indices.map { wider in
            levels.indices.map { finer in wider == finer ? nil : levels[wider].parents(of: levels[finer]) }
        }
    }

    /// The published levels that a name in a spec's tables stands for: a column, `Total`, or a number of years.
    func level(named name: String) -> Int? {
        levels.indices.first { level in
            !levels[level].isHidden && (windows[level].map { "\($0)" == name } ?? (levels[level].name == name))
        }
    }

    /// Whether patterns name the level beside the place.
    var namesLevels: Bool {
        levels.count { !$0.isHidden && $0.name != TablePattern.total } > 1 && windows.allSatisfy { $0 == nil }
    }

    /// The first and the last year and each part's own, all years between being there.
    private static func years(
        _ column: Located<String>, _ table: LongTable, _ diagnostics: inout Diagnostics
    ) -> (all: ClosedRange<Int>, each: [Int])? {
        let codes = table.columns[column.value] ?? LongTable.Column()
        let each = codes.code.map { code in
            codes.codes[code].utf8.count == 4 ? NumberText.wholeNumber(codes.codes[code]) : nil
        }
        for (part, year) in each.enumerated() where year == nil {
            diagnostics.emit(.notAYear(codes.codes[codes.code[part]], at: table.location(part, column.value)))
        }
        let years = each.compactMap { $0 }
        guard years.count == each.count, let first = years.min(), let last = years.max() else { return nil }
        let present = Set(years)
        let absent = (first...last).filter { !present.contains($0) }
        for year in absent { diagnostics.emit(.missingYear(year, column, table.file)) }
        return absent.isEmpty ? (first...last, years) : nil
    }

    /// Reports codes of `finer` that lie in several codes of `wider`.
    private static func checkNesting(
        _ finer: String, in wider: String, of table: LongTable, _ diagnostics: inout Diagnostics
    ) {
        var parents: [Int: Int] = [:]
        for part in 0..<table.count {
            let code = table.code(part, finer)
            let parent = table.code(part, wider)
            if let known = parents[code], known != parent {
                let name = table.columns[finer]?.codes[code] ?? ""
                diagnostics.emit(.notNested(name, finer, wider, at: table.location(part, wider)))
            }
            parents[code] = parents[code] ?? parent
        }
    }
}

extension Diagnostic {
    fileprivate static func tooFewYears(_ length: Located<Int>) -> Diagnostic {
        Diagnostic(
            .error, "TooFewYears", at: length.location, "the table has fewer than \(length.value) years",
            remedy: "ask for shorter windows")
    }

    fileprivate static func notAYear(_ code: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotAYear", at: location, "'\(code)' is not a year", remedy: "write years in four digits")
    }

    fileprivate static func missingYear(_ year: Int, _ column: Located<String>, _ file: String) -> Diagnostic {
        Diagnostic(
            .error, "MissingYear", at: SourceLocation(file: file),
            "no row is of \(year), which lies between the first and the last '\(column.value)'",
            remedy: "add its rows, with zeros if nothing happened")
    }

    fileprivate static func notNested(
        _ code: String, _ finer: String, _ wider: String, at location: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            .error, "NotNested", at: location, "'\(code)' of '\(finer)' lies in two codes of '\(wider)'",
            remedy: "mend the code, or make '\(finer)' and '\(wider)' two hierarchies")
    }
}
