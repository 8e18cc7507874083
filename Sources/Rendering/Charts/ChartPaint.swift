import LocatedInput
import Markup

/// The looks of marks. On a page their classes say the colours, and a mark with a `stroke-width` is a line or an outline;
/// on its own a picture has its colours in attributes. All else is in attributes in both.
struct ChartPaint {
    /// Where the picture is going to be seen.
    let style: ChartStyle

    /// A filled shape; `opacity` in per cent.
    func fill(_ role: ChartRole, opacity: Int? = nil) -> Attributes {
        var attributes: Attributes =
            switch style {
            case .page: ["class": role.rawValue]
            case .standalone(let colours): ["fill": colours[role.use]]
            }
        if let opacity { attributes.append("fill-opacity", NumberText.Decimal(opacity, decimals: 2).text) }
        return attributes
    }

    /// A line, or an outline with nothing inside. `dashes` are lengths of dash and gap in pixels.
    func stroke(_ role: ChartRole, width: Double, dashes: String? = nil) -> Attributes {
        var attributes = outline(role, width: width, name: role.rawValue, isHollow: false)
        if let dashes { attributes.append("stroke-dasharray", dashes) }
        return attributes
    }

    /// A shape with the background's colour inside, so that lines behind it do not show.
    func hollow(_ role: ChartRole, width: Double) -> Attributes {
        outline(role, width: width, name: "\(role.rawValue) hollow", isHollow: true)
    }

    /// Text of a size in pixels, or of its picture's; `anchor` is where x stands in it.
    func text(
        _ role: ChartRole = .text, size: Double? = nil, anchor: Anchor = .start, isBold: Bool = false
    ) -> Attributes {
        var attributes = fill(role)
        if let size { attributes.append("font-size", SVGNumber.text(size)) }
        if anchor != .start { attributes.append("text-anchor", anchor.rawValue) }
        if isBold { attributes.append("font-weight", "bold") }
        return attributes
    }

    /// Where a text's x stands.
    enum Anchor: String {
        case start, middle, end
    }

    private func outline(_ role: ChartRole, width: Double, name: String, isHollow: Bool) -> Attributes {
        let width = SVGNumber.text(width)
        return switch style {
        case .page: ["class": name, "stroke-width": width]
        case .standalone(let colours):
            ["fill": isHollow ? colours.ground : "none", "stroke": colours[role.use], "stroke-width": width]
        }
    }
}
