import LocatedInput

/// The files of an import, read and put together: all of one kind.
struct FiguresReading {
    private enum Figures {
        case persons(PersonsDraft)
        case parts([PartKey: Int])
        case percentages([CoverageKey: OwnerFigure])
    }

    private let figures: Figures

    /// What kind of table the figures make.
    var kind: FigureFileKind {
        switch figures {
        case .persons: .persons
        case .parts: .parts
        case .percentages: .percentages
        }
    }

    /// The table in our own format.
    var text: String {
        switch figures {
        case .persons(let draft): PersonsFile.text(of: draft)
        case .parts(let parts): PartsFile.text(of: parts)
        case .percentages(let figures): PercentagesFile.text(of: figures)
        }
    }

    /// Reads the files of `request` in the layouts of `register`. All faults are reported; `nil` where nothing could be
    /// read.
    init?(_ request: FiguresImport.Request, _ register: RegisterDefinition, _ diagnostics: inout Diagnostics) {
        var files: [(file: InputFile, layout: LayoutID)] = []
        for path in request.files {
            guard let file = InputFile(reading: path, &diagnostics) else { continue }
            guard let layout = LayoutID.detect(file), register.layouts.contains(layout) else {
                diagnostics.emit(.unknownHeader(file.path, register))
                continue
            }
            files.append((file, layout))
        }
        guard let first = files.first else { return nil }
        let tables = ReadingTables(register: request.register, folder: request.registers)
        switch first.layout {
        case .statBankCSV, .districtAgeSex, .longPersons:
            guard let draft = Self.persons(files, tables, from: register.firstYear, &diagnostics) else { return nil }
            figures = .persons(draft)
        case .districtParts:
            guard let labels = tables.parts(&diagnostics) else { return nil }
            var parts: [PartKey: Int] = [:]
            for (file, _) in files {
                let more = DistrictPartsLayout.read(file, labels: labels, from: register.firstYear, &diagnostics)
                parts.add(more, of: file, &diagnostics)
            }
            figures = .parts(parts)
        case .kommunehelsaExport:
            guard let places = tables.places(&diagnostics), let categories = tables.categories(&diagnostics) else {
                return nil
            }
            var percentages: [CoverageKey: OwnerFigure] = [:]
            for (file, _) in files {
                let more = KommunehelsaLayout.read(file, places: places, categories: categories, &diagnostics)
                percentages.add(more, of: file, &diagnostics)
            }
            figures = .percentages(percentages.withoutEmptySeries())
        }
    }

    private static func persons(
        _ files: [(file: InputFile, layout: LayoutID)], _ tables: ReadingTables, from firstYear: Int,
        _ diagnostics: inout Diagnostics
    ) -> PersonsDraft? {
        guard let labels = tables.areas(&diagnostics) else { return nil }
        var draft = PersonsDraft(labels: labels, from: firstYear)
        for (file, layout) in files {
            let read =
                switch layout {
                case .statBankCSV: StatBankCSVLayout.read
                case .districtAgeSex: DistrictAgeSexLayout.read
                default: LongPersonsLayout.read
                }
            draft.merge(read(file, labels, firstYear, &diagnostics), &diagnostics)
        }
        draft.finish(&diagnostics)
        return draft
    }
}

extension Dictionary where Value: Equatable, Key: Comparable {
    /// Adds the figures of another file; where both have one, they must agree.
    fileprivate mutating func add(_ more: Self, of file: InputFile, _ diagnostics: inout Diagnostics) {
        for (key, value) in more.sorted(by: { $0.key < $1.key }) {
            if let present = updateValue(value, forKey: key), present != value {
                diagnostics.emit(.filesDisagree(file.path))
            }
        }
    }
}

extension [CoverageKey: OwnerFigure] {
    /// The figures without those of an age and category that have a number in no place and no period: the owner's table
    /// has a row for everything, also for what nobody is offered at that age.
    fileprivate func withoutEmptySeries() -> Self {
        var filled: [AgeRange: Set<String>] = [:]
        for (key, figure) in self {
            if case .number = figure { filled[key.age, default: []].insert(key.category) }
        }
        return filter { filled[$0.key.age]?.contains($0.key.category) ?? false }
    }
}

extension Diagnostic {
    fileprivate static func unknownHeader(_ path: String, _ register: RegisterDefinition) -> Diagnostic {
        Diagnostic(
            .error, "UnknownHeader", at: SourceLocation(file: path),
            "the header is not that of a layout of register '\(register.id)'",
            remedy: "its layouts: \(register.layouts.map(\.rawValue).joined(separator: ", "))")
    }

    fileprivate static func filesDisagree(_ path: String) -> Diagnostic {
        Diagnostic(
            .error, "FilesDisagree", at: SourceLocation(file: path), "a figure differs from the one in an earlier file",
            remedy: "import the newer file alone, or correct the one that is wrong")
    }
}
