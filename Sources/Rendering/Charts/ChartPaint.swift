import LocatedInput
import Markup

/// The looks of marks: colour by class or attribute, all else by attributes in both styles.
struct ChartPaint {
    /// Where the picture is going to be seen.
    let style: ChartStyle

    /// A filled shape; `opacity` in per cent.
    func fill(_ role: ChartRole, opacity: Int? = nil) -> Attributes {
        var attributes = base(role)
        attributes.append("fill", colour(role))
        if let opacity { attributes.append("fill-opacity", NumberText.Decimal(opacity, decimals: 2).text) }
        return attributes
    }

    /// A line, or an outline with nothing inside. `dashes` are lengths of dash and gap in pixels.
    func stroke(_ role: ChartRole, width: Double, dashes: String? = nil) -> Attributes {
        outline(role, width: width, inside: "none", dashes: dashes)
    }

    /// A shape with the background's colour inside, so that lines behind it do not show.
    func hollow(_ role: ChartRole, width: Double) -> Attributes {
        switch style {
        case .page:
            (["class": "\(role.rawValue) hollow"] as Attributes).adding(strokeColours(role, width, inside: "none"))
        case .standalone: strokeColours(role, width, inside: "#FFFFFF")
        }
    }

    /// Text of a size in pixels; `anchor` is where x stands in it.
    func text(_ role: ChartRole = .text, size: Double, anchor: Anchor = .start, isBold: Bool = false) -> Attributes {
        var attributes = fill(role)
        attributes.append("font-size", SVGNumber.text(size))
        if anchor != .start { attributes.append("text-anchor", anchor.rawValue) }
        if isBold { attributes.append("font-weight", "bold") }
        return attributes
    }

    /// Where a text's x stands.
    enum Anchor: String {
        case start, middle, end
    }

    private func outline(_ role: ChartRole, width: Double, inside: String, dashes: String?) -> Attributes {
        var attributes = base(role).adding(strokeColours(role, width, inside: inside))
        if let dashes { attributes.append("stroke-dasharray", dashes) }
        return attributes
    }

    private func strokeColours(_ role: ChartRole, _ width: Double, inside: String) -> Attributes {
        ["fill": inside, "stroke": colour(role), "stroke-width": SVGNumber.text(width)]
    }

    private func base(_ role: ChartRole) -> Attributes { style == .page ? ["class": role.rawValue] : [:] }

    private func colour(_ role: ChartRole) -> String { style == .page ? "currentColor" : role.colour }
}
