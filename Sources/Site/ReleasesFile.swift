import Geography
import LocatedInput
import Rendering

/// `indicators/releases.yaml`: every edition and correction that has been published, the newest first.
enum ReleasesFile {
    /// Reads the list, whose newest entry must be about `edition`.
    static func load(_ file: InputFile, newest edition: String?, _ diagnostics: inout Diagnostics) -> [Release]? {
        guard let values = YAMLValue(file, &diagnostics)?.sequence(&diagnostics) else { return nil }
        var found = Diagnostics()
        var releases: [Release] = []
        for value in values {
            guard let mapping = value.mapping(&found), let release = release(mapping, &found) else { continue }
            if let later = releases.last, later.date < release.date {
                found.emit(.notNewestFirst(at: mapping.location))
            }
            if releases.isEmpty, let edition, release.edition != edition {
                found.emit(.newestIsAnother(release.edition, than: edition, at: mapping.location))
            }
            releases.append(release)
        }
        if values.isEmpty { found.emit(.noRelease(at: SourceLocation(file: file.path))) }
        diagnostics.merge(found)
        return found.hasErrors ? nil : releases
    }

    private static func release(_ mapping: YAMLMapping, _ diagnostics: inout Diagnostics) -> Release? {
        mapping.allow(["edition", "date", "kind", "changes"], &diagnostics)
        let edition = mapping.string("edition", &diagnostics)
        let text = mapping.string("date", &diagnostics)
        let date = text.flatMap { CalendarDate($0.value) }
        if let text, date == nil { diagnostics.emit(.notADay(text)) }
        let kind = mapping.choice("kind", of: Release.Kind.self, &diagnostics)
        let changes = (mapping.required("changes", &diagnostics)?.sequence(&diagnostics) ?? []).compactMap { value in
            value.mapping(&diagnostics).flatMap { change($0, &diagnostics) }
        }
        guard let edition, let date, let kind else { return nil }
        return Release(edition: edition.value, date: date, kind: kind.value, changes: changes)
    }

    private static func change(_ mapping: YAMLMapping, _ diagnostics: inout Diagnostics) -> Release.Change? {
        mapping.allow(["reason", "text"], &diagnostics)
        let reason = mapping.choice("reason", of: Release.Reason.self, &diagnostics)
        guard let text = mapping.translated("text", &diagnostics), let reason else { return nil }
        return Release.Change(reason: reason.value, text: text)
    }
}

extension Diagnostic {
    fileprivate static func notADay(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotADate", at: text.location, "'\(text.value)' is no date",
            remedy: "write year-month-day, such as 2026-01-01")
    }

    fileprivate static func notNewestFirst(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotNewestFirst", at: location, "this release is newer than the one above it",
            remedy: "put the newest first")
    }

    fileprivate static func newestIsAnother(_ written: String, than edition: String, at location: SourceLocation)
        -> Diagnostic
    {
        Diagnostic(
            .error, "NewestReleaseIsAnother", at: location,
            "the newest release is of '\(written)', and edition.yaml publishes '\(edition)'",
            remedy: "write what is new in '\(edition)' above it")
    }

    fileprivate static func noRelease(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NoRelease", at: location, "no release is named", remedy: "write the edition that is published")
    }
}
