import LocatedInput
import Registers

/// How common something is, by sex and single year of age: odds, that is p/(1 − p), at each; 0 where it cannot occur.
struct RateLevels: Sendable {
    /// The distinct odds; the first is 0.
    private(set) var steps: [Double] = [0]
    /// The place among ``steps`` of men and of women at each age.
    private(set) var places: [[Int]]

    /// Nowhere common.
    private init() {
        places = [[Int]](repeating: [Int](repeating: 0, count: PublishedPopulation.lastAge + 1), count: 2)
    }

    /// Reads a level for everybody, or levels by age such as `0_17: 12`; a list of two is men and women. `per` persons
    /// are what levels are counted in. All faults are reported; `nil` if there was one.
    init?(_ value: YAMLValue, per: Int, _ diagnostics: inout Diagnostics) {
        self.init()
        var isSound = true
        if case .mapping(let entries) = value.content {
            for (key, value) in entries {
                guard let ages = AgeRange(code: key.value) else {
                    diagnostics.emit(.notAges(key))
                    isSound = false
                    continue
                }
                isSound = set(ages, value, per: per, &diagnostics) && isSound
            }
        } else {
            isSound = set(.all, value, per: per, &diagnostics)
        }
        if !isSound { return nil }
    }

    private mutating func set(_ ages: AgeRange, _ value: YAMLValue, per: Int, _ diagnostics: inout Diagnostics) -> Bool
    {
        var values = [value, value]
        if case .sequence(let each) = value.content {
            guard each.count == 2 else {
                diagnostics.emit(.notMenAndWomen(at: value.location))
                return false
            }
            values = each
        }
        for (sex, value) in values.enumerated() {
            guard let level = value.decimal(&diagnostics) else { return false }
            guard level.value >= 0, level.value <= Double(per) else {
                diagnostics.emit(.notALevel(at: level.location))
                return false
            }
            let share = min(level.value / Double(per), 0.9999)
            let step = step(share / (1 - share))
            for age in ages.from...min(ages.to, PublishedPopulation.lastAge) where age < places[sex].count {
                places[sex][age] = step
            }
        }
        return true
    }

    private mutating func step(_ odds: Double) -> Int {
        if let place = steps.firstIndex(of: odds) { return place }
        steps.append(odds)
        return steps.count - 1
    }
}

extension Diagnostic {
    fileprivate static func notAges(_ key: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotAges", at: key.location, "'\(key.value)' is not ages", remedy: "write ages as 0_17, or 80_120")
    }

    fileprivate static func notMenAndWomen(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "WrongShape", at: location, "a list of levels is men and women", remedy: "write two, as [12, 9]")
    }

    fileprivate static func notALevel(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotALevel", at: location, "a level lies between zero and the number of persons it is counted in",
            remedy: "correct the level or 'per'")
    }
}
