/// The kinds of file we import, told apart by the names of their fields.
enum ImportFormat {
    /// A KLASS code list: `code`, `level`, `name`.
    case codeList
    /// A KLASS correspondence from districts to units: `sourceCode`, `targetCode`.
    case correspondence
    /// A KLASS change table: `oldCode`, `newCode`, and perhaps `changeOccurred`.
    case changes
    /// A table of every unit and the areas above it: `grunnkrets_no`, `bydel_no`, and perhaps `version_date`.
    case hierarchy

    /// The format whose fields are all among `names`.
    init?(_ names: some Sequence<String>) {
        let names = Set(names)
        if names.isSuperset(of: ["grunnkrets_no", "grunnkrets_name", "bydel_no", "bydel_name"]) {
            self = .hierarchy
        } else if names.isSuperset(of: ["oldCode", "newCode"]) {
            self = .changes
        } else if names.isSuperset(of: ["sourceCode", "sourceName", "targetCode"]) {
            self = .correspondence
        } else if names.isSuperset(of: ["code", "level", "name"]) {
            self = .codeList
        } else {
            return nil
        }
    }
}
