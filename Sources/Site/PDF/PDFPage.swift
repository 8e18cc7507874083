/// A page of the site that is published as a PDF as well.
struct PDFPage: Sendable {
    /// Where the page lies.
    let page: String
    /// Where its PDF lies.
    let pdf: String
}
