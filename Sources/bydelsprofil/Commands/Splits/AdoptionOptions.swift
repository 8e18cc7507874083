import ArgumentParser
import Geography
import Rendering
import SplitRequests

/// What a split is to be called, as options.
struct AdoptionOptions: ParsableArguments {
    @Option(help: "The folder of the split: short, small letters a–z, digits and hyphens.")
    var id: String

    @Option(help: "The folder of a new city; made from the municipality's name if left out.")
    var city: String?

    @Option(help: "What the districts are called, in bokmål.")
    var title: String

    @Option(help: "The title in nynorsk, where it differs.")
    var titleNn: String?

    @Option(help: "The title in English, where it differs.")
    var titleEn: String?

    @Option(help: "What the split is for, in bokmål.")
    var purpose: String

    @Option(help: "The purpose in nynorsk, where it differs.")
    var purposeNn: String?

    @Option(help: "The purpose in English, where it differs.")
    var purposeEn: String?

    @Option(help: "Who asks for it.")
    var requestedBy: String

    @Option(help: "The KLASS classification it follows, such as 745.")
    var standard: String?

    @Option(help: "The language that the pages of a new city open in.")
    var defaultLanguage = Language.nb

    func validate() throws {
        for name in [id, city].compactMap(\.self) where name.isEmpty || !FolderName.isSound(name) {
            throw ValidationError("'\(name)' cannot name a folder: use small letters a–z, digits and hyphens")
        }
        for text in [title, purpose, requestedBy] where text.isEmpty {
            throw ValidationError("--title, --purpose and --requested-by must say something")
        }
    }

    /// The wish, for the municipality called `name`.
    func wish(kommuneName name: String, status: SplitStatus) -> AdoptionWish {
        AdoptionWish(
            city: city ?? Slug.text(name), split: id,
            title: Translated(nb: title, nn: titleNn ?? title, en: titleEn ?? title),
            purpose: Translated(nb: purpose, nn: purposeNn ?? purpose, en: purposeEn ?? purpose),
            requestedBy: requestedBy, status: status, standard: standard, language: defaultLanguage)
    }
}
