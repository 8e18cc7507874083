import LocatedInput

/// The file of an invented indicator, as a test would write it.
public struct IndicatorFile: Sendable {
    /// Its id, which names its file.
    public var id: String
    /// Its theme, which is its folder.
    public var theme = "people"
    /// Its register.
    public var register = "persons"
    /// Its measure, as YAML on one line.
    public var measure: String
    /// Its unit.
    public var unit = "percent"
    /// Its decimals.
    public var decimals = 1
    /// Its polarity.
    public var polarity = "neutral"
    /// Its place in its theme.
    public var order = 1
    /// Whether it is in the barometer.
    public var barometer = true

    /// An indicator in the barometer, with one decimal and no polarity.
    public init(_ id: String, measure: String) {
        self.id = id
        self.measure = measure
    }

    /// The file's path under `indicators/`.
    public var path: String { "\(theme)/\(id).yaml" }

    /// The file.
    public var text: String {
        """
        id: \(id)
        theme: \(theme)
        register: \(register)
        measure: \(measure)
        unit: \(unit)
        decimals: \(decimals)
        polarity: \(polarity)
        order: \(order)
        barometer: \(barometer)
        text:
          nb: { title: Mål, subject: Målet, definition: Noe blir målt., caveat: Pass på. }
          nn: { title: Mål, subject: Målet, definition: Noko blir målt. }
          en: { title: Measure, subject: The measure, definition: Something is measured. }

        """
    }

    /// A `themes.yaml` with the theme that indicators have unless they say otherwise, and another.
    public static let themes = """
        - id: people
          title: { nb: Folk, nn: Folk, en: People }
        - id: health
          title: { nb: Helse, nn: Helse, en: Health }

        """
}

extension ScratchFolder {
    /// A folder of definitions with `indicators` in the order given.
    public convenience init(_ indicators: [IndicatorFile]) throws {
        try self.init()
        try write(IndicatorFile.themes, to: "themes.yaml")
        for (index, indicator) in indicators.enumerated() {
            var file = indicator
            file.order = index + 1
            try write(file.text, to: file.path)
        }
    }

    /// Findings as lines, places named from this folder on.
    public func findings(_ diagnostics: Diagnostics) -> [String] {
        diagnostics.sorted.map { $0.description.replacing("\(folder.path)/", with: "") }
    }
}
