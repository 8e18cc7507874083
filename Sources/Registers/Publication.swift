/// How the figures of a register came to be public, if they are.
public enum Publication: String, CaseIterable, Sendable {
    /// The owner has published them itself, under a licence.
    case publishedByOwner = "published-by-owner"
    /// They are delivered in confidence; only what passes the gate is published.
    case confidentialDelivery = "confidential-delivery"
}
