/// What `split.yaml` says about a split.
struct SplitDefinition: Sendable {
    let id: SplitID
    let title: TranslatedText
    let purpose: TranslatedText
    let requestedBy: String
    let status: SplitStatus
    let extent: SplitExtent
    let standard: String?
    let replaces: [SplitID]
    let supplements: [SplitID]
}
