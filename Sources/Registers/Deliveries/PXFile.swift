import LocatedInput

/// Reads a table in PX, as StatBanks save it.
///
/// Cells stand in the order of the dimensions, those of `STUB` first and the last of `HEADING` fastest. A dimension goes
/// by its codes where it has some, and by its texts otherwise. A cell of one to six dots is the mark that
/// `DATASYMBOL1` to `DATASYMBOL6` say, or those dots; `-` is what `DATASYMBOLNIL` says, or zero. The file says itself
/// how its bytes stand for characters, in `CODEPAGE`; the layout's word holds where it does not. Statements in another
/// language than the main one are passed over.
enum PXFile {
    /// The table in `file`; all faults are reported, `nil` if its shape cannot be made out.
    static func read(_ file: InputFile, encoding: TextEncoding, _ diagnostics: inout Diagnostics) -> Cube? {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        guard let encoding = self.encoding(of: file, orElse: encoding, &found),
            let statements = statements(file, encoding, &found)
        else { return nil }
        let start = SourceLocation(file: file.path)
        if let keys = statements.all("KEYS").first { found.emit(.keys(at: keys.name.location)) }
        let axes = (statements.first("STUB")?.texts ?? []) + (statements.first("HEADING")?.texts ?? [])
        if axes.isEmpty { found.emit(.missingKeyword("STUB or HEADING", at: start)) }
        let measure = statements.first("CONTVARIABLE")?.texts.first?.value
        let dimensions = axes.compactMap { dimension($0, statements, isMeasure: $0.value == measure, &found) }
        guard let data = statements.first("DATA") else {
            found.emit(.missingKeyword("DATA", at: start))
            return nil
        }
        guard !found.hasErrors else { return nil }
        guard let written = data.cells, written.count == Cube.size(dimensions.map(\.codes.count)) else {
            found.emit(.wrongNumberOfCells(at: data.name.location))
            return nil
        }
        return Cube(
            dimensions: dimensions,
            forEachCell: { diagnostics, body in
                file.data.withUnsafeBytes { raw in
                    var reader = PXReader(raw.bindMemory(to: UInt8.self), path: file.path, encoding: encoding)
                    reader.go(to: written.start)
                    for position in 0..<written.count {
                        guard let (cell, location) = reader.nextCell() else { return }
                        let content = statements.content(cell)
                        body(Cube.Cell(position: position, content: content, location: location), &diagnostics)
                    }
                }
            }, location: axes.first?.location ?? start)
    }

    /// What `CODEPAGE` near the beginning of the file says.
    private static func encoding(
        of file: InputFile, orElse fallback: TextEncoding, _ diagnostics: inout Diagnostics
    ) -> TextEncoding? {
        if file.data.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
        let head = TextEncoding.latin1.decode(file.data.prefix(4096)) ?? ""
        let lines = head.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() where line.hasPrefix("CODEPAGE=") {
            let name = line.dropFirst("CODEPAGE=".count).filter { $0 != "\"" && $0 != ";" }.lowercased()
            if let encoding = TextEncoding(rawValue: name.trimmingWhitespace()) { return encoding }
            diagnostics.emit(
                .unknownCodePage(name, at: SourceLocation(file: file.path, line: index + 1)))
            return nil
        }
        return fallback
    }

    private static func statements(
        _ file: InputFile, _ encoding: TextEncoding, _ diagnostics: inout Diagnostics
    ) -> PXStatements? {
        let read = file.data.withUnsafeBytes { raw -> Result<PXStatements, PXReader.Fault> in
            var reader = PXReader(raw.bindMemory(to: UInt8.self), path: file.path, encoding: encoding)
            return Result { () throws(PXReader.Fault) in
                var statements = PXStatements()
                while let keyword = try reader.next() { statements.add(keyword) }
                return statements
            }
        }
        switch read {
        case .success(let statements): return statements
        case .failure(let fault):
            diagnostics.emit(.notPX(fault))
            return nil
        }
    }

    private static func dimension(
        _ name: Located<String>, _ statements: PXStatements, isMeasure: Bool, _ diagnostics: inout Diagnostics
    ) -> Cube.Dimension? {
        let values = statements.first("VALUES", of: name.value)?.texts
        let codes = statements.first("CODES", of: name.value)?.texts
        if let values, let codes, values.count != codes.count {
            diagnostics.emit(.codesDoNotMatch(codes.first ?? name, of: name.value))
        }
        let times = statements.first("TIMEVAL", of: name.value).flatMap { self.times($0, &diagnostics) }
        guard let found = codes ?? values ?? times, !found.isEmpty else {
            diagnostics.emit(.noValues(name))
            return nil
        }
        Cube.checkCodes(found, of: name.value, &diagnostics)
        var names = [name.value]
        if let code = statements.first("VARIABLECODE", of: name.value)?.texts.first, code.value != name.value {
            names.append(code.value)
        }
        return Cube.Dimension(names: names, codes: found, isMeasure: isMeasure, location: name.location)
    }

    /// The years of a `TIMEVAL`, listed or as a range.
    private static func times(_ keyword: PXKeyword, _ diagnostics: inout Diagnostics) -> [Located<String>]? {
        guard case .times(let scale, let range)? = keyword.values.first else { return keyword.texts }
        guard scale.value == "A1" else {
            diagnostics.emit(.notWholeYears(scale))
            return nil
        }
        guard let range else { return keyword.texts }
        guard let first = NumberText.wholeNumber(range.first.value),
            let last = NumberText.wholeNumber(range.last.value),
            (1000...9999).contains(first), (first...9999).contains(last)
        else {
            diagnostics.emit(.notWholeYears(range.first))
            return nil
        }
        return (first...last).map { Located(String($0), at: range.first.location) }
    }
}

/// The statements of a PX file in its main language.
private struct PXStatements {
    private var statements: [String: [PXKeyword]] = [:]
    private var marks: [String: String] = [:]

    mutating func add(_ keyword: PXKeyword) {
        guard keyword.language == nil else { return }
        statements[keyword.name.value, default: []].append(keyword)
        let name = keyword.name.value
        guard name.hasPrefix("DATASYMBOL"), let mark = keyword.texts.first?.value else { return }
        if name == "DATASYMBOLNIL" {
            marks["-"] = mark
        } else if let dots = NumberText.wholeNumber(String(name.dropFirst("DATASYMBOL".count))), (1...6).contains(dots)
        {
            marks[String(repeating: ".", count: dots)] = mark
        }
    }

    func all(_ name: String) -> [PXKeyword] { statements[name] ?? [] }

    /// The statement `name`, about the whole table.
    func first(_ name: String) -> PXKeyword? { all(name).first { $0.about.isEmpty } }

    /// The statement `name` about a dimension.
    func first(_ name: String, of dimension: String) -> PXKeyword? { all(name).first { $0.about == [dimension] } }

    /// What a cell holds.
    func content(_ cell: PXReader.Cell) -> Cube.Content {
        switch cell {
        case .number(let number): .number(number)
        case .text(""): .blank
        case .text(let text): .mark(marks[text] ?? text)
        }
    }
}

extension Diagnostic {
    fileprivate static func notPX(_ fault: PXReader.Fault) -> Diagnostic {
        Diagnostic(
            .error, "NotPX", at: fault.location, "the file cannot be read as PX: \(fault.problem)",
            remedy: "fetch it again, and see that its statements end in ';' and its texts stand in quotes")
    }

    fileprivate static func unknownCodePage(_ name: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "UnknownEncoding", at: location, "nothing here reads the code page '\(name)'",
            remedy: "save the file in one of \(TextEncoding.allCases.map(\.rawValue).joined(separator: ", "))")
    }

    fileprivate static func keys(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "UnsupportedPX", at: location, "tables whose rows are found by KEYS cannot be read",
            remedy: "save the table with all its cells")
    }

    fileprivate static func missingKeyword(_ name: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "MissingKeyword", at: location, "the file has no \(name)",
            remedy: "fetch it again; it may have been cut off")
    }

    fileprivate static func codesDoNotMatch(_ code: Located<String>, of name: String) -> Diagnostic {
        Diagnostic(
            .error, "WrongSize", at: code.location, "the dimension '\(name)' has not as many CODES as VALUES",
            remedy: "fetch the file again")
    }

    fileprivate static func noValues(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "MissingKeyword", at: name.location, "the dimension '\(name.value)' has neither VALUES nor CODES",
            remedy: "fetch the file again")
    }

    fileprivate static func notWholeYears(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotAYear", at: text.location, "'\(text.value)' does not tell of whole years",
            remedy: "fetch the table with figures for single years")
    }
}
