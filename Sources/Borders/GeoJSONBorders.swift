import LocatedInput

/// Reads a feature collection of GeoJSON: polygons and points, with or without a third coordinate and the old member `crs`.
enum GeoJSONBorders {
    /// The features of `file`; every fault is reported.
    static func read(_ file: InputFile, _ diagnostics: inout Diagnostics) -> [BorderFeature] {
        guard let top = JSONValue(file, &diagnostics),
            let type = top.required("type", &diagnostics)?.string(&diagnostics)
        else { return [] }
        guard type.value == "FeatureCollection" else {
            diagnostics.emit(.notACollection(type))
            return []
        }
        let system = top["crs"]?["properties"]?["name"]?.string(&diagnostics)
        let features = top.required("features", &diagnostics)?.array(&diagnostics) ?? []
        return features.compactMap { feature($0, system, &diagnostics) }
    }

    private static func feature(
        _ value: JSONValue, _ system: Located<String>?, _ diagnostics: inout Diagnostics
    ) -> BorderFeature? {
        guard let geometry = value.required("geometry", &diagnostics) else { return nil }
        guard let type = geometry.required("type", &diagnostics)?.string(&diagnostics),
            let coordinates = geometry.required("coordinates", &diagnostics)
        else { return nil }
        var areas: [JSONValue] = []
        var points: [BorderFeature.Point] = []
        switch type.value {
        case "Point":
            points = point(coordinates, &diagnostics).map { [BorderFeature.Point(point: $0, system: system)] } ?? []
        case "Polygon": areas = [coordinates]
        case "MultiPolygon": areas = coordinates.array(&diagnostics) ?? []
        default:
            diagnostics.emit(.notAnArea(type))
            return nil
        }
        return BorderFeature(
            location: value.location, properties: properties(value["properties"]),
            polygons: areas.map { area in
                let rings = (area.array(&diagnostics) ?? []).map { ring in
                    BorderFeature.Ring(
                        location: ring.location,
                        points: (ring.array(&diagnostics) ?? []).compactMap { point($0, &diagnostics) })
                }
                return BorderFeature.Polygon(rings: rings, system: system)
            }, points: points)
    }

    private static func point(_ value: JSONValue, _ diagnostics: inout Diagnostics) -> SIMD2<Double>? {
        guard let numbers = value.array(&diagnostics) else { return nil }
        guard numbers.count == 2 || numbers.count == 3 else {
            diagnostics.emit(.notACoordinate(value.location))
            return nil
        }
        guard let first = numbers[0].number(&diagnostics), let second = numbers[1].number(&diagnostics) else {
            return nil
        }
        return SIMD2(first.value, second.value)
    }

    private static func properties(_ value: JSONValue?) -> [(name: String, value: Located<String>)] {
        guard let value, case .object(let members) = value.content else { return [] }
        return members.compactMap { key, value in
            switch value.content {
            case .string(let text): (key.value, Located(text, at: value.location))
            case .number(let number):
                Int(exactly: number).map { (key.value, Located("\($0)", at: value.location)) }
            case .null, .truth, .array, .object: nil
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func notACollection(_ type: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotACollection", at: type.location, "'\(type.value)' is no collection of places",
            remedy: "export the borders as a GeoJSON FeatureCollection")
    }

    fileprivate static func notAnArea(_ type: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotAnArea", at: type.location, "a border is a Polygon or a MultiPolygon, not '\(type.value)'",
            remedy: "export the districts as areas")
    }

    fileprivate static func notACoordinate(_ location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotACoordinate", at: location, "a coordinate has two numbers, or three with the height",
            remedy: "export the file anew")
    }
}
