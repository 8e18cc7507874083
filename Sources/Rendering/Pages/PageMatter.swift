import Markup

/// What a page says, and the pictures that lie beside it as files of their own.
struct PageMatter {
    /// A picture and the name of its file, without `.svg`.
    typealias Picture = (name: String, node: Node)

    /// The names the page's template uses.
    let values: TemplateNames
    let pictures: [Picture]

    init(_ values: TemplateNames, pictures: [Picture] = []) {
        self.values = values
        self.pictures = pictures
    }
}
