extension String {
    /// The text in small letters without spaces, hyphens and the like: as headings and names are compared.
    var foldedForComparison: String { String(lowercased().filter { $0.isLetter || $0.isNumber }) }
}
