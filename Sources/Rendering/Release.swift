import Geography

/// One time the site was published: an edition, or a correction of one.
public struct Release: Sendable {
    /// What was published.
    public enum Kind: String, CaseIterable, Sendable {
        case edition, correction
    }

    /// Why figures or pages are not what they were.
    public enum Reason: String, CaseIterable, Sendable {
        /// Indicators that were not there before.
        case newIndicators = "new-indicators"
        /// The registers have delivered newer years.
        case newDelivery = "new-delivery"
        /// A figure now means something else.
        case changedDefinition = "changed-definition"
        /// Districts have other borders.
        case changedBoundaries = "changed-boundaries"
        /// Something was wrong.
        case correction
        /// What was provisional is final.
        case finalFigures = "final-figures"
        /// Figures that are no longer shown.
        case withdrawn
    }

    /// Something that changed.
    public struct Change: Sendable {
        /// Why.
        public let reason: Reason
        /// What, in a sentence or two.
        public let text: Translated<String>

        /// A change.
        public init(reason: Reason, text: Translated<String>) {
            self.reason = reason
            self.text = text
        }
    }

    /// The edition that was published or corrected.
    public let edition: String
    /// The day.
    public let date: CalendarDate
    /// What was published.
    public let kind: Kind
    /// What changed since the release before.
    public let changes: [Change]

    /// The id of what is said of it on the page about changes.
    public var anchor: String { "\(kind.rawValue)-\(edition)-\(date)" }

    /// A release.
    public init(edition: String, date: CalendarDate, kind: Kind, changes: [Change]) {
        self.edition = edition
        self.date = date
        self.kind = kind
        self.changes = changes
    }
}
