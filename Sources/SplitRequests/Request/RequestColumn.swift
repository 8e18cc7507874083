import Geography

/// What a column of a municipality's table can hold, and what such columns are called.
enum RequestColumn: Hashable {
    case unit
    case unitName
    case districtCode
    case districtName(Language)
    /// Either side of a KLASS correspondence: which one the units are is seen from the codes.
    case source
    case sourceName
    case target
    case targetName

    /// The column that `heading` names; `nil` where it is none that is used.
    init?(heading: String) {
        let plain = heading.foldedForComparison
        guard let column = Self.all.first(where: { $0.headings.contains(plain) }) else { return nil }
        self = column
    }

    private static let all: [RequestColumn] = [
        .unit, .unitName, .districtCode, .districtName(.nb), .districtName(.nn), .districtName(.en), .districtName(.se),
        .source, .sourceName, .target, .targetName,
    ]

    private var headings: Set<String> {
        switch self {
        case .unit:
            [
                "grunnkrets", "grunnkretsnr", "grunnkretsnummer", "grunnkretskode", "grunnkretsno", "grunnkretsid",
                "grunnkrins", "grunnkrinsnummer", "gkrets", "gkretsnr", "krets", "kretsnr", "gk", "gknr",
                "basicstatisticalunit", "unit", "unitcode", "bsu",
            ]
        case .unitName: ["grunnkretsnavn", "grunnkrinsnamn", "grunnkretsname", "kretsnavn", "unitname"]
        case .districtCode:
            [
                "kode", "bydel", "bydelsnr", "bydelsnummer", "bydelskode", "bydelnr", "bydelno", "sone", "sonenr",
                "sonekode", "sonenummer", "distrikt", "distriktsnr", "distriktskode", "levekaar", "levekår",
                "levekårssone", "levekaarssone", "lks", "lksnr", "lkskode", "område", "områdekode", "omradekode",
                "code",
                "district", "districtcode", "zone", "zonecode",
            ]
        case .districtName(.nb):
            [
                "navn", "navnnb", "bydelsnavn", "bydelnavn", "bydelname", "sonenavn", "distriktsnavn", "lksnavn",
                "levekårssonenavn", "områdenavn", "omradenavn", "name", "namenb", "districtname", "zonename",
            ]
        case .districtName(.nn): ["navnnn", "namnnn", "namn", "namenn"]
        case .districtName(.en): ["navnen", "nameen", "navnengelsk"]
        case .districtName(.se): ["navnse", "namese", "namma", "navnsamisk"]
        case .source: ["sourcecode"]
        case .sourceName: ["sourcename"]
        case .target: ["targetcode"]
        case .targetName: ["targetname"]
        }
    }
}
