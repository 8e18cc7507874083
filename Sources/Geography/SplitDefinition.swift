/// What `split.yaml` says about a split.
struct SplitDefinition: Sendable {
    let id: SplitID
    let title: Translated<String>
    let purpose: Translated<String>
    let requestedBy: String
    let status: SplitStatus
    let extent: SplitExtent
    let standard: String?
    let replaces: [SplitID]
    let supplements: [SplitID]
    let borders: BorderSource?
}
