import Foundation
import Geography
import LocatedInput
import Rendering

/// `indicators/site.yaml`: who publishes the site, where, and on what terms.
enum SiteIdentityFile {
    static func load(_ file: InputFile, _ diagnostics: inout Diagnostics) -> SiteIdentity? {
        guard let mapping = YAMLValue(file, &diagnostics)?.mapping(&diagnostics) else { return nil }
        mapping.allow(
            ["address", "publisher", "organisation", "contact", "licence", "data_themes", "frequency"], &diagnostics)
        let address = mapping["address"].flatMap { $0.string(&diagnostics) }
        if let address, !isFolder(address.value) { diagnostics.emit(.notAFolderAddress(address)) }
        let organisation = mapping["organisation"].flatMap { $0.string(&diagnostics) }
        if let organisation, !isOrganisation(organisation.value) { diagnostics.emit(.notAnOrganisation(organisation)) }
        let publisher = mapping.translated("publisher", &diagnostics)
        let contact = mapping.mapping("contact", &diagnostics).flatMap { readContact($0, &diagnostics) }
        let licence = mapping.mapping("licence", &diagnostics).flatMap { readLicence($0, &diagnostics) }
        let themes = mapping.required("data_themes", &diagnostics)?.strings(&diagnostics) ?? []
        if themes.isEmpty { diagnostics.emit(.noDataTheme(at: mapping.location)) }
        let frequency = mapping.string("frequency", &diagnostics)
        for code in themes + [frequency].compactMap(\.self) { checkCode(code, &diagnostics) }
        guard !diagnostics.hasErrors, let publisher, let contact, let licence, let frequency else { return nil }
        return SiteIdentity(
            address: address?.value, publisher: publisher, organisation: organisation?.value, contact: contact,
            licence: licence, dataThemes: themes.map(\.value), frequency: frequency.value)
    }

    private static func readContact(_ mapping: YAMLMapping, _ diagnostics: inout Diagnostics) -> SiteIdentity.Contact? {
        mapping.allow(["name", "email"], &diagnostics)
        let name = mapping.translated("name", &diagnostics)
        guard let email = mapping.string("email", &diagnostics), let name else { return nil }
        let parts = email.value.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && isPlain($0) }) else {
            diagnostics.emit(.notAnEmail(email))
            return nil
        }
        return SiteIdentity.Contact(name: name, email: email.value)
    }

    private static func readLicence(_ mapping: YAMLMapping, _ diagnostics: inout Diagnostics) -> SiteIdentity.Licence? {
        mapping.allow(["name", "address", "code"], &diagnostics)
        let name = mapping.string("name", &diagnostics)
        let address = mapping.string("address", &diagnostics)
        let code = mapping.string("code", &diagnostics)
        guard let name, let address, let code else { return nil }
        if !isFolder(address.value) { diagnostics.emit(.notAFolderAddress(address)) }
        checkCode(code, &diagnostics)
        return SiteIdentity.Licence(name: name.value, address: address.value, code: code.value)
    }

    /// Codes of the EU's lists are parts of addresses.
    private static func checkCode(_ code: Located<String>, _ diagnostics: inout Diagnostics) {
        let isCode =
            !code.value.isEmpty
            && code.value.utf8.allSatisfy { (65...90).contains($0) || (48...57).contains($0) || $0 == 95 }
        if !isCode { diagnostics.emit(.notACode(code)) }
    }

    /// True for `https://name/folder/`, with neither query nor fragment.
    private static func isFolder(_ address: String) -> Bool {
        guard address.hasPrefix("https://"), address.hasSuffix("/") else { return false }
        let rest = address.dropFirst("https://".count)
        return rest.first != "/" && isPlain(rest)
    }

    /// True for nine digits whose last fits the others (Enhetsregisteret: weights 3 2 7 6 5 4 3 2, modulus 11).
    private static func isOrganisation(_ number: String) -> Bool {
        let digits = number.utf8.compactMap { (48...57).contains($0) ? Int($0) - 48 : nil }
        guard number.utf8.count == 9, digits.count == 9 else { return false }
        return zip(digits, [3, 2, 7, 6, 5, 4, 3, 2, 1]).reduce(0) { $0 + $1.0 * $1.1 } % 11 == 0
    }

    /// True for letters, digits and signs that mean nothing else in an address.
    private static func isPlain(_ text: some StringProtocol) -> Bool {
        text.utf8.allSatisfy { byte in
            (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte)
                || [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "~")]
                    .contains(byte)
        }
    }
}

extension Diagnostic {
    fileprivate static func notAFolderAddress(_ address: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotAFolderAddress", at: address.location, "'\(address.value)' is no address of a folder",
            remedy: "write it whole, from https:// to the slash at its end")
    }

    fileprivate static func notAnOrganisation(_ number: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotAnOrganisation", at: number.location, "'\(number.value)' is no number of Enhetsregisteret",
            remedy: "write its nine digits without spaces, in quotes")
    }

    fileprivate static func notAnEmail(_ email: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotAnEmail", at: email.location, "'\(email.value)' is no address for letters",
            remedy: "write it like post@kommune.no")
    }

    fileprivate static func notACode(_ code: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotACode", at: code.location, "'\(code.value)' is no code of the EU's lists",
            remedy: "use capital letters A–Z, digits and low lines, such as CC_BY_4_0")
    }

    fileprivate static func noDataTheme(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NoDataTheme", at: location, "the datasets belong to no theme",
            remedy: "name at least one, such as HEAL")
    }
}
