import Geography
import Profiles
import Rendering

/// What every file of figures says of itself that can say anything: who made it, from what, when, and on what terms.
struct DataNotice {
    let edition: Edition
    let identity: SiteIdentity
    /// Who the figures come from.
    let source: Translated<String>
    /// How the file is cited.
    let citation: Translated<String>
}
