// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors in our own targets; dependencies are left alone.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// A target of the one-way pipeline; it sees only what stands to its left.
func wall(_ name: String, sees dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one target, in a folder of the same name; `data` are files there that tests read by path.
func tests(of name: String, with dependencies: [Target.Dependency] = [], data: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.init(stringLiteral: name), "TestSupport"] + dependencies,
        exclude: data, swiftSettings: strict)
}

let package = Package(
    name: "bydelsprofil-package",
    products: [.executable(name: "bydelsprofil", targets: ["bydelsprofil"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CClp", pkgConfig: "clp", providers: [.apt(["coinor-libclp-dev"])]),
        .target(name: "CSystem"),
        wall("Checksum", sees: ["CLibCrypto"]),
        wall("Parallel", sees: []),
        wall("LocatedInput", sees: ["Parallel", "Yams"]),
        wall("Geography", sees: ["Parallel", "LocatedInput"]),
        wall("Registers", sees: ["Parallel", "Checksum", "LocatedInput", "Geography"]),
        wall("Cells", sees: []),
        wall("CellTables", sees: ["LocatedInput", "Cells"]),
        wall("LinearPrograms", sees: ["CClp"]),
        wall("Protection", sees: ["Parallel", "Cells", "LinearPrograms"]),
        wall("Audit", sees: ["Parallel", "Cells", "LinearPrograms"]),
        wall("Demonstration", sees: ["Parallel", "Checksum", "LocatedInput", "Geography", "Registers"]),
        wall("Statistics", sees: []),
        wall("Indicators", sees: ["Parallel", "LocatedInput", "Geography", "Registers", "Statistics"]),
        wall(
            "Disclosure",
            sees: [
                "Parallel", "LocatedInput", "Geography", "Registers", "Statistics", "Indicators", "Cells", "Protection",
                "Audit", "Checksum",
            ]),
        wall("Profiles", sees: ["LocatedInput", "Geography", "Registers", "Indicators", "Disclosure"]),
        wall("Markup", sees: ["LocatedInput", "CLibXML2"]),
        wall("Borders", sees: ["Parallel", "LocatedInput", "Geography", "Markup"]),
        wall(
            "SplitRequests",
            sees: ["LocatedInput", "Geography", "Borders", "Registers", "Indicators", "Disclosure"]),
        wall(
            "Rendering",
            sees: [
                "Parallel", "Checksum", "LocatedInput", "Geography", "Registers", "Indicators", "Disclosure",
                "Profiles", "Markup", "Borders", "SplitRequests",
            ]),
        wall(
            "Site",
            sees: [
                "Parallel", "Checksum", "LocatedInput", "Geography", "Registers", "Indicators", "Disclosure",
                "Profiles",
                "Markup", "Borders", "Rendering", "CSystem",
            ]),
        wall(
            "Serving",
            sees: [
                "Site", .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ]),
        .executableTarget(
            name: "bydelsprofil",
            dependencies: [
                "CSystem", "LocatedInput", "Geography", "Registers", "Statistics", "Indicators", "Disclosure",
                "Profiles", "Markup", "Rendering", "Site", "Serving", "Demonstration", "Cells", "CellTables",
                "Protection", "Audit", "SplitRequests", "Checksum",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .target(
            name: "TestSupport", dependencies: ["LocatedInput", "Cells", "CellTables"], path: "Tests/TestSupport",
            swiftSettings: strict),
        .target(
            name: "GeographyLiterals", dependencies: ["Geography"], path: "Tests/GeographyLiterals",
            swiftSettings: strict),
        .executableTarget(
            name: "protection-bench", dependencies: ["Cells", "Protection", "Audit", "CellTables", "TestSupport"],
            path: "Tests/ProtectionBench", swiftSettings: strict),
        tests(of: "Checksum"),
        tests(of: "LocatedInput"),
        tests(of: "Geography", with: ["GeographyLiterals"]),
        tests(of: "CellTables", with: ["Audit", "Cells", "LocatedInput", "Protection"], data: ["Specs"]),
        tests(of: "Registers", with: ["Checksum"]),
        tests(of: "LinearPrograms"),
        tests(of: "Protection", with: ["Cells", "LinearPrograms", "Parallel"]),
        tests(of: "Audit", with: ["Cells", "Protection"]),
        tests(of: "Demonstration", with: ["Checksum", "Geography", "LocatedInput", "Registers"]),
        tests(of: "Statistics", data: ["Reference"]),
        tests(of: "Indicators"),
        tests(of: "Disclosure"),
        tests(of: "Profiles"),
        tests(of: "Markup", with: [.product(name: "Mustache", package: "swift-mustache")]),
        tests(of: "Borders", with: ["Geography", "LocatedInput"]),
        tests(of: "SplitRequests", with: ["Geography", "GeographyLiterals", "LocatedInput"]),
        tests(of: "Rendering", with: ["Borders", "Checksum", "SplitRequests"], data: ["Golden"]),
        tests(of: "Site", with: ["Checksum"]),
        tests(of: "Serving", with: ["Site"]),
        tests(of: "bydelsprofil", with: ["Checksum"]),
    ],
    swiftLanguageModes: [.v6]
)
