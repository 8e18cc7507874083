/// What a template can show.
public enum TemplateValue: Equatable, Sendable {
    /// Plain text, shown by `{{name}}` and escaped there. As a section it is shown once, as `{{.}}`, unless it is empty.
    case text(String)
    /// Markup, shown by `{{{name}}}` as it is. As a section it is shown once, as `{{{.}}}`, unless it is empty.
    case markup(Markup)
    /// Values for a section that is repeated, once for each; an empty list makes it silent.
    case list([TemplateValue])
    /// Names for a section to use.
    case object(TemplateNames)
    /// Whether a section is shown. `.flag(false)` also stands for anything optional that is not there.
    case flag(Bool)
}
