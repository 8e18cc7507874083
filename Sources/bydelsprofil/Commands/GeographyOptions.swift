import ArgumentParser
import Geography
import LocatedInput

/// What every geography command takes.
struct GeographyOptions: ParsableArguments {
    @Option(help: "The folder that holds a folder for each city.")
    var geography = "geography"

    @Flag(help: "Print one JSON document.")
    var json = false

    /// The folder as an input.
    var folder: InputFolder { InputFolder(geography) }
}

extension CalendarDate: ExpressibleByArgument {
    /// Reads an ISO date from the command line.
    public init?(argument: String) { self.init(argument) }
}
