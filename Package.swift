// swift-tools-version: 6.2
import Foundation
import PackageDescription

// The house: four floors, drawn in Documentation/architecture.md. A floor imports only floors below it;
// `Scripts/check-floors` fails where one does not.

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),  // SE-0335: `any` marks each existential
    .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444: a file names what it uses
    .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409: an import leaks no API unless it says so
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),  // SE-0461: async functions stay on the caller
    .treatAllWarnings(as: .error),
]

/// A library target in `Sources/<floor>/<name>` with its tests in `Tests/<name>Tests`.
///
/// - Parameter testFiles: what stands in the folder of the tests besides their sources.
func room(
    _ floor: String, _ name: String, _ dependencies: [Target.Dependency] = [], testFiles: [String] = []
) -> [Target] {
    [
        .target(name: name, dependencies: dependencies, path: "Sources/\(floor)/\(name)", swiftSettings: settings),
        .testTarget(
            name: "\(name)Tests", dependencies: [.byName(name: name), "SeededRandom"] + dependencies,
            path: "Tests/\(name)Tests",
            exclude: testFiles, swiftSettings: settings),
    ]
}

/// A C library of the system, with the Debian package that holds it.
func system(_ name: String, _ pkgConfig: String, _ package: String) -> [Target] {
    [.systemLibrary(name: name, path: "Sources/Platform/\(name)", pkgConfig: pkgConfig, providers: [.apt([package])])]
}

let engines = room("Engines", "Bargaining")

let alliance = room(
    "Alliance", "AllianceModel", ["Bargaining", .product(name: "Crypto", package: "swift-crypto")])

let platform =
    room(
        "Platform", "Database",
        [.product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift")])
    + room(
        "Platform", "Ledger", ["Database", .product(name: "Crypto", package: "swift-crypto")],
        testFiles: ["Vectors", "verify.py"])
    + room(
        "Platform", "Accounts",
        [
            "Database", .product(name: "Crypto", package: "swift-crypto"),
            .product(name: "CryptoExtras", package: "swift-crypto"),
        ])
    + room("Platform", "Hosting", ["AllianceModel", "Database", "Ledger", "Accounts"])
    + system("CExpat", "expat", "libexpat1-dev")
    + system("CLibYAML", "yaml-0.1", "libyaml-dev")
    + system("CZlib", "zlib", "zlib1g-dev")
    + room("Platform", "Interchange", ["AllianceModel", "Bargaining", "CExpat", "CLibYAML"])

let presentation =
    room("Presentation", "Markup", [.product(name: "Crypto", package: "swift-crypto")])
    + room("Presentation", "AlliancePages", ["AllianceModel", "Markup"])

let hummingbird: [Target.Dependency] = [
    .product(name: "Hummingbird", package: "hummingbird"),
    .product(name: "HummingbirdTLS", package: "hummingbird"),
    .product(name: "Configuration", package: "swift-configuration"),
    .product(name: "Crypto", package: "swift-crypto"),
]

let apps: [Target] = [
    .target(
        name: "EntenteServer",
        dependencies: [
            "Accounts", "AllianceModel", "AlliancePages", "CZlib", "Database", "Hosting", "Interchange", "Ledger",
            "Markup",
        ] + hummingbird,
        path: "Sources/Apps/EntenteServer", swiftSettings: settings),
    .testTarget(
        name: "EntenteServerTests",
        dependencies: ["EntenteServer", .product(name: "HummingbirdTesting", package: "hummingbird")],
        path: "Tests/EntenteServerTests", swiftSettings: settings),
    .executableTarget(
        name: "EntenteCommand",
        dependencies: [
            "Accounts", "AllianceModel", "AlliancePages", "Bargaining", "EntenteServer", "Hosting", "Interchange",
            "Ledger",
            "Markup",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ],
        path: "Sources/Apps/EntenteCommand", swiftSettings: settings),
    .testTarget(name: "EntenteCommandTests", dependencies: ["EntenteCommand"], swiftSettings: settings),
]

let whole: [Target] = [
    .target(name: "SeededRandom", path: "Tests/SeededRandom", swiftSettings: settings),
    .testTarget(
        name: "PitfallTests", dependencies: ["AllianceModel", "Interchange"], exclude: ["Files"],
        swiftSettings: settings),
    .testTarget(
        name: "SiteTests", dependencies: ["AllianceModel", "AlliancePages", "Interchange", "Markup", "SeededRandom"],
        swiftSettings: settings),
]

/// Programs that measure the changes and measure and torment the ledger. Only `make bench`, `Benchmarks/ledger/run` and
/// `Tests/Faults/run` ask for them, so that a normal build does not pay for them.
let tools: [Target] =
    ProcessInfo.processInfo.environment["ENTENTE_TOOLS"] == nil
    ? []
    : [
        .executableTarget(
            name: "LedgerWriter", dependencies: ["Ledger", "Database"], path: "Tests/Faults/Writer",
            swiftSettings: settings),
        .executableTarget(
            name: "LedgerBenchmark", dependencies: ["Ledger", "Database"], path: "Benchmarks/ledger/Sources",
            swiftSettings: settings),
        .executableTarget(
            name: "ChangeBenchmark", dependencies: ["AllianceModel", "Interchange"],
            path: "Benchmarks/alliance/Changes",
            swiftSettings: settings),
        .executableTarget(
            name: "HostingBenchmark", dependencies: ["AllianceModel", "Database", "Hosting"],
            path: "Benchmarks/hosting/Sources", swiftSettings: settings),
    ]

let package = Package(
    name: "entente",
    products: [
        .executable(name: "entente", targets: ["EntenteCommand"]),
        .library(name: "Bargaining", targets: ["Bargaining"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    ],
    targets: engines + alliance + platform + presentation + apps + whole + tools
)
