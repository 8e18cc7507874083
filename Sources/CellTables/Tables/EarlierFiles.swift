import LocatedInput

/// The files of an earlier publication that a spec names, opened.
struct EarlierFiles {
    let spec: TableSpec?
    let pattern: InputFile?

    /// Opens the files beside `now`; nil for what is missing or faulty, and all faults are reported.
    init(_ earlier: TableSpec.Earlier, beside now: TableSpec, _ diagnostics: inout Diagnostics) {
        pattern = Self.open(earlier.pattern, beside: now.file, &diagnostics)
        guard let written = earlier.spec else {
            spec = now
            return
        }
        spec = Self.open(written, beside: now.file, &diagnostics).flatMap { TableSpec($0, &diagnostics) }
        if let spec, spec.measure.column.value != now.measure.column.value {
            diagnostics.emit(.otherMeasure(spec.measure.column, now.measure.column))
        }
    }

    private static func open(
        _ name: Located<String>, beside file: String, _ diagnostics: inout Diagnostics
    ) -> InputFile? {
        let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
        return InputFile(reading: name.value.hasPrefix("/") ? name.value : folder + name.value, &diagnostics)
    }
}

extension Diagnostic {
    fileprivate static func otherMeasure(_ column: Located<String>, _ now: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "OtherMeasure", at: column.location,
            "the earlier publication is of '\(column.value)', and this one of '\(now.value)'",
            remedy: "name publications of the same column only; others don't give it away")
    }
}
