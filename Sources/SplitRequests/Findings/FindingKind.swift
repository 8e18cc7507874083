/// The rules a requested split is held against. The raw value is the rule's stable name, `group.rule`.
public enum FindingKind: String, CaseIterable, Hashable, Sendable {
    case workbook = "codes.workbook"
    case empty = "codes.empty"
    case noHeader = "codes.no-header"
    case doubledColumn = "codes.doubled-column"
    case unusedColumn = "codes.unused-column"
    case brokenLine = "codes.broken-line"
    case noDistrictCode = "codes.no-district"
    case malformedDistrict = "codes.malformed-district"
    case numberedDistricts = "codes.numbered-districts"
    case malformedUnit = "codes.malformed"
    case unknownUnit = "codes.unknown"
    case lostZero = "codes.lost-zero"
    case delomraade = "codes.delomraade"
    case unallocated = "codes.unallocated"
    case otherKommune = "codes.other-kommune"
    case otherKommuner = "codes.other-kommuner"
    case unknownKommune = "codes.unknown-kommune"
    case outsideLists = "codes.outside-lists"
    case newerThanLists = "codes.newer-than-lists"
    case traced = "codes.traced"
    case ended = "codes.ended"
    case cutByDate = "codes.cut-by-date"
    case doubledRow = "codes.doubled-row"
    case nameOfOther = "codes.name-of-another"
    case notAdoptable = "codes.not-adoptable"
    case unitAndDistrict = "codes.unit-and-district"
    case unplaced = "coverage.unplaced"
    case unplacedByIntention = "coverage.unplaced-by-intention"
    case unplacedEmpty = "coverage.unplaced-without-people"
    case placedTwice = "coverage.placed-twice"
    case oneDistrict = "coverage.one-district"
    case emptyDistrict = "coverage.no-people"
    case unpeopledUnit = "coverage.unit-without-people"
    case elsewhereInStandard = "coverage.elsewhere-in-standard"
    case unreadableMap = "shape.unreadable"
    case noArea = "shape.no-area"
    case openRing = "shape.open-ring"
    case shortRing = "shape.short-ring"
    case crossedRing = "shape.crossed-ring"
    case noSystem = "shape.no-system"
    case unknownSystem = "shape.unknown-system"
    case swappedAxes = "shape.swapped-axes"
    case outsideNorway = "shape.outside-norway"
    case noDistrictProperty = "shape.no-district-property"
    case noUnitProperty = "shape.no-unit-property"
    case placeWithoutCode = "shape.place-without-code"
    case noUnitsToLay = "shape.no-units"
    case noPoints = "shape.no-points"
    case noUnitsHere = "shape.no-units-here"
    case nothingMeets = "shape.nothing-meets"
    case overlap = "shape.overlap"
    case districtWithoutUnits = "shape.district-without-units"
    case drawnElsewhere = "shape.drawn-elsewhere"
    case missingUnit = "shape.unit-missing"
    case uncoveredUnit = "shape.unit-outside"
    case cutUnit = "shape.unit-cut"
    case mostlyOutside = "shape.unit-mostly-outside"
    case mapNotUsed = "shape.units-not-used"
    case noPeople = "size.not-examined"
    case belowFloor = "size.below-floor"
    case fewOfAge = "size.few-of-age"
    case unbalanced = "size.unbalanced"
    case noFigures = "yield.not-examined"
    case refusedFigures = "yield.refused"
    case littleShown = "yield.little-shown"
    case lessThanNow = "yield.less-than-now"
    case comparableFrom = "time.comparable-from"
    case jump = "time.jump"
    case nested = "differencing.nested"
    case clean = "differencing.clean"
    case notJudged = "differencing.not-judged"
    case blocked = "differencing.blocked"
    case smallRest = "differencing.small-rest"
    case sharedName = "names.shared"
    case twoNames = "names.two-for-one"
    case markup = "names.markup"
    case missingName = "names.missing"
    case longName = "names.long"
    case move = "advice.move"
    case mergeShown = "advice.merge-shown"
    case merge = "advice.merge"

    /// What the finding is about.
    public var group: FindingGroup {
        // The raw value begins with the group's.
        rawValue.split(separator: ".").first.flatMap { FindingGroup(rawValue: String($0)) } ?? .advice
    }

    /// How bad it is: a split with an error cannot be adopted as it is.
    public var severity: Severity {
        switch self {
        case .workbook, .empty, .noHeader, .doubledColumn, .brokenLine, .noDistrictCode, .malformedDistrict,
            .malformedUnit, .unknownUnit, .delomraade, .otherKommune, .unknownKommune, .outsideLists, .ended,
            .cutByDate, .notAdoptable, .unplaced, .placedTwice, .oneDistrict, .emptyDistrict, .unreadableMap, .noArea,
            .openRing, .shortRing, .crossedRing, .noSystem, .unknownSystem, .swappedAxes, .outsideNorway,
            .noDistrictProperty, .noUnitProperty, .placeWithoutCode, .noUnitsToLay, .noPoints, .noUnitsHere,
            .nothingMeets, .districtWithoutUnits, .sharedName, .twoNames, .markup, .missingName:
            .error
        case .blocked, .smallRest: .blocking
        case .lostZero, .newerThanLists, .traced, .doubledRow, .nameOfOther, .elsewhereInStandard, .missingUnit,
            .overlap, .cutUnit, .mostlyOutside, .belowFloor, .unbalanced, .refusedFigures, .littleShown, .lessThanNow,
            .jump, .notJudged, .longName:
            .warning
        case .unusedColumn, .numberedDistricts, .unallocated, .otherKommuner, .unitAndDistrict, .unplacedByIntention,
            .unplacedEmpty, .unpeopledUnit, .drawnElsewhere, .uncoveredUnit, .mapNotUsed, .noPeople, .fewOfAge,
            .noFigures, .comparableFrom, .nested, .clean, .move, .mergeShown, .merge:
            .note
        }
    }

    /// How bad a finding is.
    public enum Severity: String, CaseIterable, Hashable, Sendable, Comparable {
        /// The split would give people away.
        case blocking
        /// The request cannot be used as it stands.
        case error
        /// Somebody should look at it.
        case warning
        /// Good to know.
        case note

        /// Worst first.
        public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// The slots that the words of a finding may have.
    public var slots: Set<String> {
        switch self {
        case .workbook, .empty, .noHeader, .brokenLine, .numberedDistricts, .noPeople, .noFigures, .unreadableMap,
            .noArea,
            .openRing, .shortRing, .crossedRing, .noSystem, .swappedAxes, .outsideNorway, .placeWithoutCode,
            .noUnitsToLay, .noPoints, .nothingMeets, .mapNotUsed:
            []
        case .doubledColumn: ["column", "other"]
        case .unusedColumn: ["column"]
        case .noDistrictCode, .malformedUnit, .unknownUnit, .delomraade, .unallocated: ["unit"]
        case .malformedDistrict: ["district"]
        case .lostZero: ["unit", "written"]
        case .otherKommune: ["unit", "name", "kommune"]
        case .otherKommuner: ["districts", "kommuner"]
        case .unknownKommune: ["kommune", "date"]
        case .outsideLists: ["date", "first"]
        case .newerThanLists: ["date", "last"]
        case .traced: ["unit", "name", "became", "date"]
        case .ended: ["unit", "name", "date"]
        case .cutByDate: ["unit", "name", "became", "date"]
        case .doubledRow: ["unit", "line"]
        case .nameOfOther: ["unit", "name", "written", "other"]
        case .unitAndDistrict: ["district", "unit-name", "district-name"]
        case .unplaced, .unplacedByIntention, .unplacedEmpty, .unpeopledUnit, .missingUnit, .uncoveredUnit:
            ["unit", "name"]
        case .placedTwice: ["unit", "name", "districts"]
        case .oneDistrict: ["district"]
        case .emptyDistrict, .missingName: ["district"]
        case .elsewhereInStandard: ["unit", "name", "district", "standard", "standard-name"]
        case .notAdoptable, .refusedFigures: ["why"]
        case .unknownSystem: ["system"]
        case .noDistrictProperty, .noUnitProperty: ["properties"]
        case .noUnitsHere: ["kommune"]
        case .overlap: ["district", "other"]
        case .districtWithoutUnits: ["district"]
        case .drawnElsewhere: ["districts"]
        case .cutUnit: ["unit", "name", "parts", "district"]
        case .mostlyOutside: ["unit", "name", "district"]
        case .belowFloor: ["district", "floor"]
        case .fewOfAge: ["district", "ages"]
        case .unbalanced: ["largest", "smallest", "ratio"]
        case .littleShown: ["district", "share", "left-out"]
        case .lessThanNow: ["group", "split", "share", "now"]
        case .comparableFrom: ["district", "year"]
        case .jump: ["district", "year"]
        case .nested, .clean, .notJudged: ["split"]
        case .blocked: ["split", "districts", "published", "units", "least"]
        case .smallRest: ["units", "least"]
        case .sharedName: ["name", "districts"]
        case .twoNames: ["district", "names"]
        case .markup: ["name"]
        case .longName: ["name", "limit"]
        case .move: ["units", "from", "to", "outcome"]
        case .mergeShown: ["districts", "before", "after"]
        case .merge: ["districts", "floor", "before", "after"]
        }
    }
}
