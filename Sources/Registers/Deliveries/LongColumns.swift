import LocatedInput

/// What stands in each column of a long file, and how its codes are numbered.
struct LongColumns: Sendable {
    /// What a column holds.
    enum Role: Sendable {
        /// The place: digits.
        case area
        /// The year: four digits.
        case year
        /// An age in years: digits.
        case age
        /// A code that a table numbers; the number counts for this much in the record's cell.
        case code(CodeKind, CodeTable)
        /// The count.
        case count
        /// The weight.
        case weight
        /// Something that is not read.
        case other
    }

    /// What a code tells.
    enum CodeKind: Hashable, Sendable {
        case sex, age
        /// One of the columns that make up the category, by its place among them.
        case category(Int)
    }

    /// The columns, in the order of the file.
    let roles: [Role]
    /// The names of columns that are not read.
    let unread: [String]
    /// How many categories' columns there are.
    let categoryColumns: Int
    /// For every combination of the columns of categories, the first slowest, the place among the owner's categories.
    let combinations: [Int32]
    /// How many codes each column of categories has.
    let codesOfCategory: [Int]

    /// The columns of `header` as `layout` names them. All faults are reported; `nil` if one was an error.
    init?(_ header: [Located<String>], _ layout: DeliveryLayout, _ diagnostics: inout Diagnostics) {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        let names = header.map(\.value)
        let columns = layout.columns
        func place(_ name: String?) -> Int? {
            guard let name else { return nil }
            if let place = names.firstIndex(of: name) { return place }
            found.emit(.missingColumn(name, among: names, at: header))
            return nil
        }
        if columns.count == nil { found.emit(.noCountColumn(at: header)) }
        var roles = [Role](repeating: .other, count: header.count)
        var taken: Set<Int> = []
        func set(_ name: String?, _ role: Role) {
            guard let place = place(name) else { return }
            roles[place] = role
            taken.insert(place)
        }
        set(columns.area, .area)
        set(columns.year, .year)
        set(columns.sex, .code(.sex, Self.table(layout.sexes.keys.sorted(), layout.ignoredSexes, layout.encoding)))
        switch layout.ages {
        case .fixed: break
        case .singleYears: set(columns.age, .age)
        case .bands(let bands): set(columns.age, .code(.age, Self.table(bands.keys.sorted(), layout.ignoredAges, layout.encoding)))
        }
        if columns.age == nil, case .fixed = layout.ages {} else if columns.age == nil {
            found.emit(.noAgeColumn(at: header))
        }
        let categories = CategoryCodes(layout)
        for (index, name) in columns.category.enumerated() {
            set(name, .code(.category(index), Self.table(categories.codes[index], [], layout.encoding)))
        }
        set(columns.count, .count)
        set(columns.weight, .weight)
        if !categories.misfits.isEmpty { found.emit(.categoriesDoNotFit(categories.misfits, at: header)) }
        unread = names.indices.filter { !taken.contains($0) }.map { names[$0] }
        self.roles = roles
        categoryColumns = columns.category.count
        combinations = categories.combinations
        codesOfCategory = categories.codes.map(\.count)
        if found.hasErrors { return nil }
    }

    /// The codes numbered in their order; a code that cannot be written in the encoding cannot stand in the file.
    private static func table(_ codes: [String], _ ignored: Set<String>, _ encoding: TextEncoding) -> CodeTable {
        let declared = codes.enumerated().filter { !ignored.contains($1) }.map { ($1, Int32($0)) }
        return CodeTable(
            (declared + ignored.sorted().map { ($0, CodeTable.ignored) }).compactMap { code, number in
                encoding.encode(code).map { (code, $0, number) }
            })
    }
}

/// The codes of categories, column by column.
private struct CategoryCodes {
    /// The codes of each column, in order.
    let codes: [[String]]
    /// For every combination of them the owner's category, or that it is passed over or not declared.
    let combinations: [Int32]
    /// Codes that do not have a part for each column.
    let misfits: [String]

    init(_ layout: DeliveryLayout) {
        let columns = layout.columns.category.count
        func parts(_ code: String) -> [String] {
            columns <= 1
                ? [code] : code.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        }
        let declared = layout.categories.keys.sorted()
        let all = declared + layout.ignored.sorted()
        misfits = columns == 0 ? [] : all.filter { parts($0).count != columns }
        let codes = (0..<columns).map { column in
            Set(all.map(parts).filter { $0.count == columns }.map { $0[column] }).sorted()
        }
        var combinations = [Int32](
            repeating: CodeTable.undeclared, count: codes.reduce(1) { $0 * $1.count })
        func place(_ code: String) -> Int? {
            var place = 0
            let parts = parts(code)
            guard parts.count == columns else { return nil }
            for (column, part) in parts.enumerated() {
                guard let number = codes[column].firstIndex(of: part) else { return nil }
                place = place * codes[column].count + number
            }
            return place
        }
        if columns == 0 {
            combinations[0] = 0
        } else {
            for code in layout.ignored { if let place = place(code) { combinations[place] = CodeTable.ignored } }
            for (number, code) in declared.enumerated() {
                if let place = place(code) { combinations[place] = Int32(number) }
            }
        }
        self.codes = codes
        self.combinations = combinations
    }
}

extension TextEncoding {
    /// The bytes that `text` is written with; `nil` if it cannot be written.
    fileprivate func encode(_ text: String) -> [UInt8]? {
        if self == .utf8 { return Array(text.utf8) }
        var bytes: [Character: UInt8] = [:]
        for byte in UInt8.min...UInt8.max {
            if let character = decode([byte])?.first { bytes[character] = byte }
        }
        let written = text.map { bytes[$0] }
        return written.contains(nil) ? nil : written.compactMap(\.self)
    }
}

extension Diagnostic {
    fileprivate static func missingColumn(_ name: String, among names: [String], at header: [Located<String>])
        -> Diagnostic
    {
        Diagnostic(
            .error, "MissingColumn", at: place(header), "the column '\(name)' is missing",
            remedy: Suggestion.nearest(to: name, among: names).map { "is '\($0)' meant? then say so in the layout" }
                ?? "add it to the file, or name the right column in the layout")
    }

    fileprivate static func noCountColumn(at header: [Located<String>]) -> Diagnostic {
        Diagnostic(
            .error, "MissingColumn", at: place(header), "the layout does not say which column holds the counts",
            remedy: "add 'count' to its columns")
    }

    fileprivate static func noAgeColumn(at header: [Located<String>]) -> Diagnostic {
        Diagnostic(
            .error, "MissingColumn", at: place(header), "the layout does not say which column holds the ages",
            remedy: "add 'age' to its columns, or write the ages of all figures, as in ages: 0_17")
    }

    fileprivate static func categoriesDoNotFit(_ codes: [String], at header: [Located<String>]) -> Diagnostic {
        Diagnostic(
            .error, "CategoryParts", at: place(header),
            "the layout's categories \(codes.joined(separator: ", ")) do not have a code for each of their columns",
            remedy: "join the codes of the columns by '/'")
    }

    private static func place(_ header: [Located<String>]) -> SourceLocation {
        SourceLocation(file: header.first?.location.file ?? "", line: header.first?.location.line ?? 0)
    }
}
