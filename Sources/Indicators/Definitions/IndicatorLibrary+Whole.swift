import LocatedInput
import Registers

extension IndicatorLibrary {
    /// How many themes a profile has: those of the regulation on the overview of public health, in its order.
    static let themeCount = 5

    /// Reports what keeps the library from being whole: a theme too many or too few, a theme without indicators, and a
    /// register of `registers` that no indicator reads and that doesn't say why it waits, or that says so and is read.
    public func checkWhole(_ registers: [RegisterDefinition], _ diagnostics: inout Diagnostics) {
        if themes.count != Self.themeCount, let first = themes.first {
            diagnostics.emit(.wrongNumberOfThemes(at: first.location))
        }
        for theme in themes where indicators(of: theme.id).isEmpty { diagnostics.emit(.emptyTheme(theme)) }
        let read = indicators.reduce(into: Set<RegisterID>()) { $0.formUnion($1.registers) }
        for register in registers {
            switch (read.contains(register.id), register.waits == nil) {
            case (false, true): diagnostics.emit(.unusedRegister(register))
            case (true, false): diagnostics.emit(.waitsInVain(register))
            default: break
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func wrongNumberOfThemes(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "WrongNumberOfThemes", at: location,
            "a profile has the \(IndicatorLibrary.themeCount) themes of the regulation, and here are others",
            remedy: "keep exactly those; an indicator's place is its theme's folder")
    }

    fileprivate static func emptyTheme(_ theme: Theme) -> Diagnostic {
        Diagnostic(
            .error, "EmptyTheme", at: theme.location, "no indicator belongs to the theme '\(theme.id)'",
            remedy: "define one in the folder of the theme")
    }

    fileprivate static func unusedRegister(_ register: RegisterDefinition) -> Diagnostic {
        Diagnostic(
            .error, "UnusedRegister", at: register.location, "no indicator reads the register '\(register.id)'",
            remedy: "define one, or say in 'waits' what the register is waiting for")
    }

    fileprivate static func waitsInVain(_ register: RegisterDefinition) -> Diagnostic {
        Diagnostic(
            .error, "WaitsInVain", at: register.location,
            "the register '\(register.id)' says that it waits, and an indicator reads it", remedy: "remove 'waits'")
    }
}
