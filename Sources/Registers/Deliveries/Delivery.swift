import Checksum
import Foundation
import Geography
import LocatedInput

/// What the owner of a register has sent: a folder `<register>[-anything]` with the files as they came and
/// `delivery.yaml`, which says what they are.
public struct Delivery: Sendable {
    /// The name of the file that describes a delivery.
    public static let fileName = "delivery.yaml"

    /// When the codes of places are those of.
    public enum GeographyDate: Hashable, Sendable {
        /// All years have the codes of this day.
        case date(CalendarDate)
        /// Each year has the codes of its own 1 January.
        case perYear

        /// The day whose codes the figures of `year` have.
        public func date(for year: Int) -> CalendarDate {
            switch self {
            case .date(let date): date
            case .perYear: .january1(year)
            }
        }
    }

    /// Whether figures may still change.
    public enum Status: String, CaseIterable, Sendable {
        /// They stand.
        case final
        /// They will be replaced.
        case provisional
    }

    /// One of the files.
    public struct File: Hashable, Sendable {
        /// Its name in the folder.
        public let name: Located<String>
        /// The SHA-256 of its bytes in small hexadecimal digits, as the description has it.
        public let sha256: Located<String>
        /// Whether its figures may still change.
        public let status: Status
    }

    /// The register.
    public let register: RegisterID
    /// The day it came.
    public let received: CalendarDate
    /// When the codes of places are those of.
    public let geographyDate: GeographyDate
    /// The years it has figures for: all of them, and no others.
    public let years: ClosedRange<Int>
    /// True if it was made by a program.
    public let isSynthetic: Bool
    /// The years from which the register counts something else than the year before.
    public let breaks: Set<Int>
    /// The files, in the order they are listed.
    public let files: [File]
    /// The folder.
    public let folder: InputFolder
    /// Where its years are written.
    public let yearsLocation: SourceLocation

    /// Reads the description of every delivery in `folder`, in the order of their names. All faults are reported; a
    /// delivery with an error is left out. Files are not opened yet.
    public static func loadAll(
        from folder: InputFolder, registers: [RegisterDefinition], _ diagnostics: inout Diagnostics
    ) -> [Delivery] {
        guard folder.exists else {
            diagnostics.emit(.noDeliveries(folder))
            return []
        }
        var deliveries: [Delivery] = []
        var firstWithChecksum: [String: Located<String>] = [:]
        for name in folder.names() {
            let home = folder.folder(name)
            guard home.exists else {
                diagnostics.emit(.strayFile(folder.file(name)))
                continue
            }
            guard home.has(fileName) else {
                diagnostics.emit(.noDescription(home))
                continue
            }
            guard let delivery = Delivery(in: home, named: name, registers: registers, &diagnostics) else { continue }
            for file in delivery.files {
                if let first = firstWithChecksum[file.sha256.value] {
                    diagnostics.emit(.fileDeliveredTwice(file, first))
                } else {
                    firstWithChecksum[file.sha256.value] = file.name
                }
            }
            deliveries.append(delivery)
        }
        return deliveries
    }

    /// The path of `file`.
    public func path(of file: File) -> String { folder.file(file.name.value) }

    /// Opens `file`, mapped into memory; diagnostics and `nil` if it cannot be read or is not the file that was
    /// described. Its checksum is worked out piece by piece.
    public func open(_ file: File, _ diagnostics: inout Diagnostics) -> InputFile? {
        guard let opened = InputFile(reading: path(of: file), &diagnostics) else { return nil }
        guard let digest = Checksum.sha256(ofFileAt: opened.path) else {
            diagnostics.emit(.unreadable(opened.path))
            return nil
        }
        return check(file, digest: digest, &diagnostics) ? opened : nil
    }

    /// True if `digest`, the SHA-256 of the bytes of `file` in small hexadecimal digits, is the one in the description;
    /// a diagnostic if not. For a reader that works the checksum out while it reads.
    public func check(_ file: File, digest: String, _ diagnostics: inout Diagnostics) -> Bool {
        if digest == file.sha256.value { return true }
        diagnostics.emit(.checksumMismatch(file))
        return false
    }

    /// Reports every year of the delivery that is not among `found`, the years that its files have records of.
    public func reportMissingYears(found: Set<Int>, _ diagnostics: inout Diagnostics) {
        for year in years where !found.contains(year) {
            diagnostics.emit(.missingYear(year, register, at: yearsLocation))
        }
    }
}

extension Delivery {
    private init?(
        in folder: InputFolder, named name: String, registers: [RegisterDefinition], _ diagnostics: inout Diagnostics
    ) {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        guard let description = InputFile(reading: folder.file(Self.fileName), &found),
            let root = YAMLValue(description, &found)?.mapping(&found)
        else { return nil }
        root.allow(
            ["register", "received", "geography_date", "years", "synthetic", "breaks", "files"], &found)
        let register = root.string("register", &found).flatMap {
            Self.register($0, in: name, among: registers, &found)
        }
        let received = root.date("received", &found)
        let geographyDate = Self.geographyDate(root, received: received, &found)
        let years = Self.years(root, of: register, received: received, &found)
        let isSynthetic = root["synthetic"].map { $0.truth(&found)?.value ?? false } ?? false
        let breaks = (root["breaks"]?.sequence(&found) ?? []).compactMap { $0.wholeNumber(&found) }
        if let years {
            for year in breaks where !years.value.contains(year.value) { found.emit(.breakOutsideYears(year, years)) }
        }
        let files = Self.files(root, in: folder, &found)
        guard let register, let received, let geographyDate, let years, let files, !found.hasErrors else { return nil }
        self.init(
            register: register.id, received: received, geographyDate: geographyDate, years: years.value,
            isSynthetic: isSynthetic, breaks: Set(breaks.map(\.value)), files: files, folder: folder,
            yearsLocation: years.location)
    }

    /// The register `id`, which must be defined, be delivered and begin the name of the folder.
    private static func register(
        _ id: Located<String>, in folderName: String, among registers: [RegisterDefinition],
        _ diagnostics: inout Diagnostics
    ) -> RegisterDefinition? {
        guard let register = registers.first(where: { $0.id.id == id.value }) else {
            diagnostics.emit(.unknownRegister(id, among: registers))
            return nil
        }
        if register.delivery == nil { diagnostics.emit(.notDelivered(id)) }
        if folderName != id.value, !folderName.hasPrefix("\(id.value)-") {
            diagnostics.emit(.misnamedFolder(folderName, id))
        }
        return register
    }

    private static func geographyDate(
        _ root: YAMLMapping, received: CalendarDate?, _ diagnostics: inout Diagnostics
    ) -> GeographyDate? {
        guard let text = root.string("geography_date", &diagnostics) else { return nil }
        if text.value == "per-year" { return .perYear }
        guard let date = root.date("geography_date", &diagnostics) else { return nil }
        if let received, date > received { diagnostics.emit(.codesOfTheFuture(text, received)) }
        return .date(date)
    }

    /// `years: [2010, 2025]`, the last no later than the year the delivery came, nor before the register's first.
    private static func years(
        _ root: YAMLMapping, of register: RegisterDefinition?, received: CalendarDate?,
        _ diagnostics: inout Diagnostics
    ) -> Located<ClosedRange<Int>>? {
        guard let written = root.required("years", &diagnostics), let members = written.sequence(&diagnostics) else {
            return nil
        }
        let years = members.compactMap { $0.wholeNumber(&diagnostics) }
        guard years.count == members.count else { return nil }
        guard years.count == 2, years[0].value <= years[1].value,
            years.allSatisfy({ (1000...9999).contains($0.value) })
        else {
            diagnostics.emit(.notYears(at: written.location))
            return nil
        }
        if let received, years[1].value > received.year { diagnostics.emit(.yearsOfTheFuture(years[1], received)) }
        if let register, years[1].value < register.firstYear {
            diagnostics.emit(.beforeFirstYear(years[1], register))
        }
        return Located(years[0].value...years[1].value, at: written.location)
    }

    /// The files that are listed: each of them there, none listed twice, and none there that is not listed.
    private static func files(
        _ root: YAMLMapping, in folder: InputFolder, _ diagnostics: inout Diagnostics
    ) -> [File]? {
        guard let written = root.required("files", &diagnostics), let members = written.sequence(&diagnostics) else {
            return nil
        }
        let files = members.compactMap { $0.mapping(&diagnostics).flatMap { File($0, in: folder, &diagnostics) } }
        if members.isEmpty { diagnostics.emit(.noFiles(at: written.location)) }
        var first: [String: Located<String>] = [:]
        for file in files {
            if let other = first[file.name.value] {
                diagnostics.emit(.fileListedTwice(file.name, other))
            } else {
                first[file.name.value] = file.name
            }
        }
        let listed = members.compactMap { member -> String? in
            guard case .mapping(let entries) = member.content,
                case .scalar(let name) = entries.first(where: { $0.key.value == "file" })?.value.content
            else { return nil }
            return name
        }
        for name in folder.names() where name != fileName && !listed.contains(name) {
            diagnostics.emit(.unlistedFile(folder.file(name), in: folder))
        }
        return files.count == members.count ? files : nil
    }
}

extension Delivery.File {
    fileprivate init?(_ mapping: YAMLMapping, in folder: InputFolder, _ diagnostics: inout Diagnostics) {
        mapping.allow(["file", "sha256", "status"], &diagnostics)
        let name = mapping.string("file", &diagnostics)
        let sha256 = mapping.string("sha256", &diagnostics)
        let status = mapping.choice("status", of: Delivery.Status.self, &diagnostics)
        if let sha256, sha256.utf8.count != 64 || !sha256.utf8.allSatisfy(Self.isHexadecimal) {
            diagnostics.emit(.notAChecksum(sha256))
        }
        guard let name, let sha256, let status else { return nil }
        guard !name.value.isEmpty, !name.value.contains("/"), name.value != ".", name.value != "..",
            name.value != Delivery.fileName
        else {
            diagnostics.emit(.notAFileName(name))
            return nil
        }
        guard folder.has(name.value), !folder.folder(name.value).exists else {
            diagnostics.emit(.missingFile(name, among: folder.names()))
            return nil
        }
        self.init(name: name, sha256: sha256, status: status.value)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
}

extension Diagnostic {
    fileprivate static func noDeliveries(_ folder: InputFolder) -> Diagnostic {
        Diagnostic(
            .error, "MissingFolder", at: SourceLocation(file: folder.path), "there is no such folder of deliveries",
            remedy: "check the path")
    }

    fileprivate static func strayFile(_ path: String) -> Diagnostic {
        Diagnostic(
            .warning, "StrayFile", at: SourceLocation(file: path), "the file is in no delivery and is not read",
            remedy: "move it into the folder of its delivery and list it in \(Delivery.fileName), or remove it")
    }

    fileprivate static func noDescription(_ folder: InputFolder) -> Diagnostic {
        Diagnostic(
            .error, "NoDescription", at: SourceLocation(file: folder.path),
            "nothing says what is delivered in this folder",
            remedy: "write \(Delivery.fileName), with register, received, geography_date, years and files")
    }

    fileprivate static func fileDeliveredTwice(_ file: Delivery.File, _ first: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "FileDeliveredTwice", at: file.sha256.location,
            "'\(file.name.value)' has the checksum of '\(first.value)' in \(first.location.file)",
            remedy: "a file is delivered once: remove it from one of the deliveries, or correct the checksum")
    }

    fileprivate static func unreadable(_ path: String) -> Diagnostic {
        Diagnostic(
            .error, "UnreadableFile", at: SourceLocation(file: path), "the file cannot be read",
            remedy: "check its permissions")
    }

    fileprivate static func checksumMismatch(_ file: Delivery.File) -> Diagnostic {
        Diagnostic(
            .error, "ChecksumMismatch", at: file.sha256.location,
            "'\(file.name.value)' is not the file this checksum is of, so it may be damaged or another one",
            remedy: "fetch the delivery again; if the change is meant, write the SHA-256 of the file as it is now")
    }

    fileprivate static func missingYear(_ year: Int, _ register: RegisterID, at location: SourceLocation) -> Diagnostic
    {
        Diagnostic(
            .error, "MissingYear", at: location, "no file of this delivery of '\(register)' has figures for \(year)",
            remedy: "ask the owner for the year, or correct 'years'")
    }

    fileprivate static func unknownRegister(_ id: Located<String>, among registers: [RegisterDefinition]) -> Diagnostic
    {
        Diagnostic(
            .error, "UnknownRegister", at: id.location, "register '\(id.value)' doesn't exist",
            remedy: Suggestion.remedy(for: id.value, among: registers.map(\.id.id)))
    }

    fileprivate static func notDelivered(_ id: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotDelivered", at: id.location,
            "nothing says how deliveries of register '\(id.value)' are written",
            remedy: "add 'delivery' to the definition of the register")
    }

    fileprivate static func misnamedFolder(_ name: String, _ id: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "MisnamedDelivery", at: id.location, "the folder '\(name)' is not named after its register",
            remedy: "name it '\(id.value)', or begin its name with '\(id.value)-'")
    }

    fileprivate static func codesOfTheFuture(_ date: Located<String>, _ received: CalendarDate) -> Diagnostic {
        Diagnostic(
            .error, "ReferenceDate", at: date.location,
            "places have the codes of a day after the delivery came, \(received)",
            remedy: "correct 'geography_date' or 'received'")
    }

    fileprivate static func yearsOfTheFuture(_ year: Located<Int>, _ received: CalendarDate) -> Diagnostic {
        Diagnostic(
            .error, "ReferenceDate", at: year.location,
            "the year \(year.value) had not begun when the delivery came, \(received)",
            remedy: "correct 'years' or 'received'")
    }

    fileprivate static func beforeFirstYear(_ year: Located<Int>, _ register: RegisterDefinition) -> Diagnostic {
        Diagnostic(
            .error, "ReferenceDate", at: year.location,
            "register '\(register.id)' is not used before \(register.firstYear), and the delivery ends in \(year.value)",
            remedy: "correct 'years', or 'first_year' in the definition of the register")
    }

    fileprivate static func notYears(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotYears", at: location, "the first and the last year belong here",
            remedy: "write them in order, as in [2010, 2025]")
    }

    fileprivate static func breakOutsideYears(_ year: Located<Int>, _ years: Located<ClosedRange<Int>>) -> Diagnostic {
        Diagnostic(
            .error, "BreakOutsideYears", at: year.location,
            "\(year.value) is not one of the years of the delivery, \(years.lowerBound) to \(years.upperBound)",
            remedy: "write the first year that counts something else, or correct 'years'")
    }

    fileprivate static func noFiles(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NoFiles", at: location, "the delivery has no files", remedy: "list them, or remove the delivery")
    }

    fileprivate static func fileListedTwice(_ name: Located<String>, _ first: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "FileListedTwice", at: name.location, "'\(name.value)' is listed at \(first.location) already",
            remedy: "list each file once")
    }

    fileprivate static func unlistedFile(_ path: String, in folder: InputFolder) -> Diagnostic {
        Diagnostic(
            .error, "UnlistedFile", at: SourceLocation(file: path),
            "the file lies in a delivery that does not list it, so nobody knows what it is",
            remedy: "list it in \(folder.file(Delivery.fileName)) with its SHA-256 and status, or move it away")
    }

    fileprivate static func notAChecksum(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotAChecksum", at: text.location, "'\(text.value)' is no SHA-256",
            remedy: "write 64 hexadecimal digits in small letters, as sha256sum prints them")
    }

    fileprivate static func notAFileName(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotAFileName", at: name.location, "'\(name.value)' is not the name of a delivered file",
            remedy: "put the file beside \(Delivery.fileName) and write its name alone")
    }

    fileprivate static func missingFile(_ name: Located<String>, among present: [String]) -> Diagnostic {
        let others = present.filter { $0 != Delivery.fileName }
        return Diagnostic(
            .error, "MissingFile", at: name.location, "there is no file '\(name.value)' in the delivery",
            remedy: Suggestion.nearest(to: name.value, among: others).map { "did you mean '\($0)'?" }
                ?? "put it beside \(Delivery.fileName), or do not list it")
    }
}
