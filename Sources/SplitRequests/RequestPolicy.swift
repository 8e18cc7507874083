import LocatedInput

/// What is demanded of a split that a municipality asks for: `requests.yaml` beside the cities' folders.
public struct RequestPolicy: Hashable, Sendable {
    /// The fewest people that a small area may have which follows from comparing two splits.
    public let leastOfDifference: Int
    /// The fewest people of a district whose profile says enough.
    public let leastOfDistrict: Int
    /// The fewest people of a key age group in a district.
    public let leastOfAge: Int
    /// How many times as many people the largest district may have as the smallest before it is mentioned.
    public let largestRatio: Int
    /// How much a district may grow or shrink in a year before it is mentioned, as a share.
    public let largestJump: Double
    /// The most characters that a name has room for in charts.
    public let longestName: Int
    /// The share of figures shown below which a district is mentioned.
    public let leastShown: Double
    /// The smallest share of a unit's ground that counts as a part of it where borders go through.
    public let leastPart: Double
    /// How much less of a group of indicators may be shown than of the districts that are published, before it is
    /// mentioned, as a share.
    public let largestLoss: Double
    /// The fewest indicators that have figures for a district, for what becomes of their group there to be told.
    public let leastOfGroup: Int
    /// How many merges are tried to find what they gain; each takes as long as finding out what is shown.
    public let mostMergesTried: Int

    /// Reads `requests.yaml` in `folder`; `nil` if anything is wrong, all of which is reported.
    public static func load(from folder: InputFolder, _ diagnostics: inout Diagnostics) -> RequestPolicy? {
        guard let file = InputFile(reading: folder.file("requests.yaml"), &diagnostics),
            let top = YAMLValue(file, &diagnostics)?.mapping(&diagnostics)
        else { return nil }
        top.allow(
            [
                "least_people_of_difference", "least_people_of_district", "least_people_of_age",
                "largest_ratio", "largest_jump", "longest_name", "least_shown", "largest_loss",
                "least_indicators_of_group", "most_merges_tried", "least_part",
            ], &diagnostics)
        func whole(_ key: String) -> Int? {
            guard let number = top.required(key, &diagnostics)?.wholeNumber(&diagnostics) else { return nil }
            if number.value > 0 { return number.value }
            diagnostics.emit(.notPositive(key, at: number.location))
            return nil
        }
        func share(_ key: String) -> Double? {
            guard let number = top.required(key, &diagnostics)?.decimal(&diagnostics) else { return nil }
            if number.value > 0, number.value < 1 { return number.value }
            diagnostics.emit(.notAShare(key, at: number.location))
            return nil
        }
        let difference = whole("least_people_of_difference")
        let district = whole("least_people_of_district")
        let age = whole("least_people_of_age")
        let ratio = whole("largest_ratio")
        let name = whole("longest_name")
        let jump = share("largest_jump")
        let shown = share("least_shown")
        let part = share("least_part")
        let loss = share("largest_loss")
        let group = whole("least_indicators_of_group")
        let merges = whole("most_merges_tried")
        guard let difference, let district, let age, let ratio, let name, let jump, let shown, let part, let loss,
            let group, let merges
        else { return nil }
        return RequestPolicy(
            leastOfDifference: difference, leastOfDistrict: district, leastOfAge: age, largestRatio: ratio,
            largestJump: jump, longestName: name, leastShown: shown, leastPart: part, largestLoss: loss,
            leastOfGroup: group, mostMergesTried: merges)
    }
}

extension Diagnostic {
    fileprivate static func notPositive(_ key: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotPositive", at: location, "'\(key)' must be more than zero",
            remedy: "write a whole number from 1")
    }

    fileprivate static func notAShare(_ key: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotAShare", at: location, "'\(key)' must lie between 0 and 1", remedy: "write 0.15 for 15 %")
    }
}
