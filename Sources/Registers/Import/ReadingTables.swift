import LocatedInput

/// The tables beside a register's definition that say what the words of its sources mean.
struct ReadingTables {
    let register: RegisterID
    let folder: InputFolder

    func areas(_ diagnostics: inout Diagnostics) -> AreaLabels? {
        file("areas", &diagnostics).map { AreaLabels($0, &diagnostics) }
    }

    func parts(_ diagnostics: inout Diagnostics) -> PartLabels? {
        file("areas", &diagnostics).map { PartLabels($0, &diagnostics) }
    }

    func places(_ diagnostics: inout Diagnostics) -> NamedPlaces? {
        file("places", &diagnostics).map { NamedPlaces($0, &diagnostics) }
    }

    func categories(_ diagnostics: inout Diagnostics) -> CategoryLabels? {
        file("categories", &diagnostics).map { CategoryLabels($0, &diagnostics) }
    }

    private func file(_ what: String, _ diagnostics: inout Diagnostics) -> InputFile? {
        InputFile(reading: folder.file("\(register.id)-\(what).csv"), &diagnostics)
    }
}
