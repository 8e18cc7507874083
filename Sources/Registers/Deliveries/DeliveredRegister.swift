import Geography
import LocatedInput

/// The deliveries of one register, added up by the places of today.
struct DeliveredRegister: Sendable {
    /// Places whose history is cut, since nobody has said how their units were shared out.
    struct Cut: Hashable, Sendable {
        /// The place of today.
        let area: Area
        /// The years without figures, in order.
        let years: [Int]
    }

    /// The register.
    let id: RegisterID
    /// The counts.
    let table: CountTable
    /// The deliveries, in the order of their names.
    let deliveries: [Delivery]
    /// How many records have a count of their own.
    let records: Int
    /// What was cut.
    let cuts: [Cut]
    /// Kommuner without a single record, and the years.
    let silent: [Cut]
    /// The corrections that were made.
    let corrections: [Correction]

    /// What is needed to read the deliveries of any register.
    struct Context: Sendable {
        /// How cities are divided.
        let geography: Geography
        /// The day whose places are meant.
        let today: CalendarDate
        /// What is known to be wrong.
        let corrections: Corrections
        /// True if files must be the ones whose checksums are written.
        let verifiesChecksums: Bool
    }

    /// Reads every file of `stack`. All faults are reported; `nil` if one was an error.
    init?(_ stack: DeliveryStack, _ register: RegisterDefinition, _ context: Context, _ diagnostics: inout Diagnostics) {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        guard let layout = register.delivery,
            let reading = StackReading(stack, register, layout, context, &found)
        else { return nil }
        var stack = stack
        let counts = layout.format == .longCSV
            ? reading.readLongFiles(&stack, &found) : reading.readCells(&stack, &found)
        guard let counts, !found.hasErrors else { return nil }
        var assembly = CountAssembly(counts.layers, reading, context.geography)
        assembly.run(&found)
        guard !found.hasErrors else { return nil }
        id = register.id
        var quality = CountTable.Quality()
        quality.provisionalYears = stack.provisionalYears
        quality.breaks = stack.breaks
        quality.isSynthetic = stack.isSynthetic
        quality.isEstimate = layout.columns.weight != nil || assembly.usesShares
        quality.completeness = layout.columns.weight == nil ? nil : counts.layers.first?.sink.completeness
        table = CountTable(
            axes: assembly.axes, counts: assembly.values, quality: quality, lowestGeography: register.lowestGeography)
        deliveries = stack.deliveries
        records = counts.layers.reduce(0) { $0 + $1.sink.cells.count }
        cuts = assembly.cuts
        silent = assembly.silent
        corrections = counts.corrections
        for cut in cuts { found.emit(.historyCut(cut, stack)) }
        for cut in silent { found.emit(.silentKommune(cut, stack)) }
    }
}

extension Diagnostic {
    fileprivate static func historyCut(_ cut: DeliveredRegister.Cut, _ stack: DeliveryStack) -> Diagnostic {
        Diagnostic(
            .note, "HistoryCut", at: place(stack),
            "\(cut.area.words) has no figures of '\(stack.register)' for \(cut.span): nobody has said how units that "
                + "lay partly there were shared out",
            remedy: "state the shares in changes.csv")
    }

    fileprivate static func silentKommune(_ cut: DeliveredRegister.Cut, _ stack: DeliveryStack) -> Diagnostic {
        Diagnostic(
            .warning, "NothingDelivered", at: place(stack),
            "nothing of '\(stack.register)' was delivered for \(cut.area.words) in \(cut.span), so it has no figures then",
            remedy: "ask the owner whether that is right")
    }

    private static func place(_ stack: DeliveryStack) -> SourceLocation {
        SourceLocation(file: stack.deliveries.first?.folder.file(Delivery.fileName) ?? "")
    }
}

extension DeliveredRegister.Cut {
    /// The place and the years, in words.
    var description: String { "\(area.words), \(span)" }

    /// The years, runs of them shortened.
    fileprivate var span: String {
        var runs: [ClosedRange<Int>] = []
        for year in years {
            if let last = runs.last, last.upperBound + 1 == year {
                runs[runs.count - 1] = last.lowerBound...year
            } else {
                runs.append(year...year)
            }
        }
        return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }.joined(
            separator: ", ")
    }
}

extension Area {
    /// The place for a diagnostic.
    fileprivate var words: String {
        switch self {
        case .country: "the country"
        case .kommune(let code): "kommune \(code)"
        case .district(let split, let code): "district \(code) of \(split)"
        case .unallocated(let split, let code): "the unallocated of kommune \(code) in \(split)"
        }
    }
}
