/// The elements of a picture, with coordinates in pixels of its own frame, x to the right and y down.
///
/// None takes a `style`: a strict content policy blocks it. Looks come from classes or presentation attributes.
public enum SVG {
    /// A picture `width` × `height` as a file of its own; its frame begins at 0, 0.
    public static func file(
        width: Double, height: Double, _ attributes: Attributes = [:], _ children: [Node]
    ) -> Node {
        let namespace: Attributes = ["xmlns": "http://www.w3.org/2000/svg"]
        return .element("svg", namespace.adding(frame(width, height)).adding(attributes), children)
    }

    /// A picture `width` × `height` inside a page of HTML, which needs no namespace.
    public static func inline(
        width: Double, height: Double, _ attributes: Attributes = [:], _ children: [Node]
    ) -> Node {
        .element("svg", frame(width, height).adding(attributes), children)
    }

    /// A picture inside a page whose style sheet says how large it is; `width` × `height` is its own frame.
    public static func inline(
        frame width: Double, _ height: Double, _ attributes: Attributes = [:], _ children: [Node]
    ) -> Node {
        let box: Attributes = ["viewBox": "0 0 \(SVGNumber.text(width)) \(SVGNumber.text(height))"]
        return .element("svg", box.adding(attributes), children)
    }

    private static func frame(_ width: Double, _ height: Double) -> Attributes {
        let (width, height) = (SVGNumber.text(width), SVGNumber.text(height))
        return ["viewBox": "0 0 \(width) \(height)", "width": width, "height": height]
    }

    /// A group.
    public static func g(_ children: [Node]) -> Node { .element("g", children) }

    /// A group with attributes of its own.
    public static func g(_ attributes: Attributes, _ children: [Node]) -> Node {
        .element("g", attributes, children)
    }

    /// A rectangle from its upper left corner.
    public static func rect(
        x: Double, y: Double, width: Double, height: Double, _ attributes: Attributes = [:]
    ) -> Node {
        let box: Attributes = [
            "x": SVGNumber.text(x), "y": SVGNumber.text(y), "width": SVGNumber.text(width),
            "height": SVGNumber.text(height),
        ]
        return .element("rect", box.adding(attributes))
    }

    /// A straight line.
    public static func line(x1: Double, y1: Double, x2: Double, y2: Double, _ attributes: Attributes = [:]) -> Node {
        let ends: Attributes = [
            "x1": SVGNumber.text(x1), "y1": SVGNumber.text(y1), "x2": SVGNumber.text(x2), "y2": SVGNumber.text(y2),
        ]
        return .element("line", ends.adding(attributes))
    }

    /// A circle about its centre.
    public static func circle(x: Double, y: Double, radius: Double, _ attributes: Attributes = [:]) -> Node {
        let circle: Attributes = ["cx": SVGNumber.text(x), "cy": SVGNumber.text(y), "r": SVGNumber.text(radius)]
        return .element("circle", circle.adding(attributes))
    }

    /// A path.
    public static func path(_ path: SVGPath, _ attributes: Attributes = [:]) -> Node {
        .element("path", (["d": path.text] as Attributes).adding(attributes))
    }

    /// A line of text on its baseline.
    public static func text(_ text: String, x: Double, y: Double, _ attributes: Attributes = [:]) -> Node {
        let origin: Attributes = ["x": SVGNumber.text(x), "y": SVGNumber.text(y)]
        return .element("text", origin.adding(attributes), [.text(text)])
    }
}
