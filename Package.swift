// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "vigie",
    products: [.executable(name: "vigie", targets: ["vigie"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // The nouns of the trade; pure, no Foundation, no clock, no disk.
        .target(name: "Receivables"),

        // C libraries, each behind one target that nothing else imports.
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CQPDF", pkgConfig: "libqpdf", providers: [.apt(["libqpdf-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        // Loaded when it is needed, not linked: no pkgConfig.
        .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CLinux"),
        .target(name: "XMLReading", dependencies: ["CLibXML2"]),
        .target(name: "PDFReading", dependencies: ["CQPDF", "CZlib"]),
        .target(name: "ArchiveReading", dependencies: ["CZip"]),
        .target(name: "HTTPPosting", dependencies: ["CCurl"]),

        .target(name: "Ingest", dependencies: ["Receivables", "XMLReading", "PDFReading", "ArchiveReading"]),
        .target(name: "Risk", dependencies: ["Receivables"]),
        .target(name: "Reporting", dependencies: ["Receivables", "Risk"]),
        .target(
            name: "Agent",
            dependencies: [
                "Receivables", "Ingest", "Risk", "Reporting", "HTTPPosting", "CLinux", "Yams",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["Schemas/json"]
        ),
        .executableTarget(
            name: "vigie",
            dependencies: [
                "Agent", "Receivables",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),

        .testTarget(name: "ReceivablesTests", dependencies: ["Receivables"]),
        .testTarget(
            name: "IngestTests", dependencies: ["Ingest", "XMLReading", "PDFReading", "Receivables"],
            exclude: ["Golden"]),
        .testTarget(name: "RiskTests", dependencies: ["Risk", "Receivables"]),
        .testTarget(name: "ReportingTests", dependencies: ["Reporting", "Risk", "Receivables"]),
        .testTarget(
            name: "AgentTests", dependencies: ["Agent", "Ingest", "Risk", "Receivables", "HTTPPosting"],
            exclude: ["Golden"]),
        .testTarget(name: "VigieTests", dependencies: ["vigie", "Receivables"]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .treatAllWarnings(as: .error),
        .strictMemorySafety(),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
    ]
}
