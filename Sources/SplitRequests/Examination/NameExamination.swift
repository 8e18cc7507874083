/// Whether the names have room in charts.
struct NameExamination {
    let policy: RequestPolicy

    func findings(of split: RequestedSplit) -> [Finding] {
        split.districts.filter { $0.name.nb.count > policy.longestName }.map { district in
            Finding(.longName, district.code.digits, ["name": district.name.nb, "limit": "\(policy.longestName)"])
        }
    }
}
