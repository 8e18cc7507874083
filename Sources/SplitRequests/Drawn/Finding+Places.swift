import Borders
import LocatedInput

extension Finding {
    /// A fault in a file of places, in the requester's words.
    init(_ fault: PlaceFault) {
        let place = fault.location
        switch fault.kind {
        case .unreadable: self.init(.unreadableMap, place.subject, at: place)
        case .empty: self.init(.noArea, place.subject, at: place)
        case .openRing: self.init(.openRing, place.subject, at: place)
        case .shortRing: self.init(.shortRing, place.subject, at: place)
        case .crossedRing: self.init(.crossedRing, place.subject, at: place)
        case .noSystem: self.init(.noSystem, place.subject, at: place)
        case .unknownSystem(let name): self.init(.unknownSystem, name, at: place, ["system": name])
        case .swappedAxes: self.init(.swappedAxes, place.subject, at: place)
        case .outsideNorway: self.init(.outsideNorway, place.subject, at: place)
        }
    }
}

extension SourceLocation {
    /// What a finding is about that has nothing but its place: the same in every round of the same file.
    var subject: String { line == 0 ? "" : column == 0 ? "\(line)" : "\(line):\(column)" }
}
