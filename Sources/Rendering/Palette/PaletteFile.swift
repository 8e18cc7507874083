import LocatedInput

/// `templates/palette.yaml`: the one file by which an owner gives the site other colours and a logo.
public enum PaletteFile {
    /// Reads the palette; `nil` with every fault where a colour is missing, is none, or does not stand out as it must.
    public static func load(_ file: InputFile, _ diagnostics: inout Diagnostics) -> Palette? {
        guard let mapping = YAMLValue(file, &diagnostics)?.mapping(&diagnostics) else { return nil }
        mapping.allow(["logo"] + PaletteScheme.allCases.map(\.rawValue), &diagnostics)
        let logo = mapping["logo"].flatMap { $0.string(&diagnostics) }
        if let logo, !isFileName(logo.value) { diagnostics.emit(.notAFileName(logo)) }
        var colours: [PaletteScheme: [PaletteColour: Colour]] = [:]
        for scheme in PaletteScheme.allCases {
            colours[scheme] = mapping.mapping(scheme.rawValue, &diagnostics).map {
                read($0, scheme, &diagnostics)
            }
        }
        return Palette(colours, logo: logo?.value)
    }

    private static func read(
        _ mapping: YAMLMapping, _ scheme: PaletteScheme, _ diagnostics: inout Diagnostics
    ) -> [PaletteColour: Colour] {
        mapping.allow(PaletteColour.allCases.map(\.rawValue), &diagnostics)
        var found: [PaletteColour: Located<Colour>] = [:]
        for use in PaletteColour.allCases {
            guard let text = mapping.string(use.rawValue, &diagnostics) else { continue }
            if let colour = Colour(text.value) {
                found[use] = Located(colour, at: text.location)
            } else {
                diagnostics.emit(.notAColour(text))
            }
        }
        for pair in PaletteContrast.all {
            guard let front = found[pair.front], let back = found[pair.back] else { continue }
            let contrast = front.value.contrast(with: back.value)
            if contrast < pair.least { diagnostics.emit(.faint(pair, contrast, in: scheme, at: front.location)) }
        }
        return found.mapValues(\.value)
    }

    /// True for the plain name of a picture that browsers show without further ado.
    private static func isFileName(_ name: String) -> Bool {
        !name.contains("/") && !name.hasPrefix(".") && (name.hasSuffix(".svg") || name.hasSuffix(".png"))
    }
}

extension Diagnostic {
    fileprivate static func notAColour(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotAColour", at: text.location, "'\(text.value)' is no colour",
            remedy: "write # and six hexadecimal digits in quotes, such as \"#005a9c\"")
    }

    fileprivate static func notAFileName(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotAFileName", at: name.location, "'\(name.value)' is no file that a logo can be in",
            remedy: "put an .svg or .png file into templates/styles and write its name")
    }

    fileprivate static func faint(
        _ pair: PaletteContrast, _ contrast: Double, in scheme: PaletteScheme, at location: SourceLocation
    ) -> Diagnostic {
        // Cut, not rounded, so that what is too little never looks like enough.
        let shown = NumberText.Decimal(Int(contrast * 100), decimals: 2).text
        let least = NumberText.Decimal(Int(pair.least * 10), decimals: 1).text
        return Diagnostic(
            .error, "FaintColour", at: location,
            "\(pair.front.rawValue) on \(pair.back.rawValue) has a contrast of \(shown) in \(scheme.rawValue), "
                + "and must have \(least)",
            remedy: "choose a \(scheme == .dark ? "lighter" : "darker") colour, or another background")
    }
}
