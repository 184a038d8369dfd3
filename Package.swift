// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

/// Every module is compiled in Swift 6 mode with these; each feature names its proposal.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),  // SE-0335
  .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
  .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
  .treatAllWarnings(as: .error),  // SE-0480
]

/// What runs once a run and briefly is compiled for size: everybody who checks downloads it.
let small =
  strict + [SwiftSetting.unsafeFlags(["-Osize"], .when(configuration: .release))]

let package = Package(
  name: "modelgate",
  products: [
    .executable(name: "modelgate", targets: ["modelgate"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
  ],
  targets: [
    // Values and the pure engines.
    .target(name: "GateModel", swiftSettings: strict),
    .target(name: "Texts", dependencies: ["GateModel"], swiftSettings: strict),
    .target(
      name: "Digests",
      dependencies: [
        "GateModel", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ],
      swiftSettings: strict
    ),
    .target(name: "Fairness", swiftSettings: strict),
    .target(
      name: "RuleLanguage",
      dependencies: ["GateModel", "Texts", "CRE2"],
      swiftSettings: strict
    ),

    // Readers.
    .target(
      name: "GitStore",
      dependencies: ["GateModel", "Texts", "Digests", "Compression", "CGit2"],
      swiftSettings: strict
    ),
    .target(
      name: "Documents",
      dependencies: ["GateModel", "Texts", "CYAML", "CCMark"],
      swiftSettings: strict
    ),
    .target(name: "Compression", dependencies: ["CZlib", "CZstd"], swiftSettings: strict),
    .target(
      name: "FileShapes",
      dependencies: ["GateModel", "Texts", "Documents"],
      swiftSettings: strict
    ),
    .target(
      name: "Artifacts",
      dependencies: ["GateModel", "Texts", "Documents", "FileShapes", "Compression"],
      swiftSettings: strict
    ),
    .target(
      name: "Survey",
      dependencies: ["GateModel", "Texts", "Digests", "Documents", "FileShapes", "Artifacts"],
      swiftSettings: strict
    ),
    .target(
      name: "RulePacks",
      dependencies: [
        "GateModel", "Texts", "Compression", "Documents", "FileShapes", "RuleLanguage",
      ],
      swiftSettings: strict,
      plugins: ["EmbedPlugin"]
    ),

    // Judgement and what is written about it.
    .target(
      name: "Assessment",
      dependencies: [
        "GateModel", "Texts", "Artifacts", "Survey", "RulePacks", "RuleLanguage", "Fairness",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "Reporting",
      dependencies: ["GateModel", "Texts", "Digests", "Documents", "RuleLanguage", "RulePacks"],
      swiftSettings: strict
    ),
    .target(
      name: "EvidenceBundle",
      dependencies: ["GateModel", "Texts", "Digests", "Compression"],
      swiftSettings: strict
    ),
    .target(
      name: "Gate",
      dependencies: [
        "GateModel", "Texts", "Compression", "Digests", "GitStore", "Documents", "FileShapes",
        "Artifacts", "Survey", "RuleLanguage", "RulePacks", "Assessment", "Fairness", "Reporting",
        "EvidenceBundle",
      ],
      swiftSettings: small,
      plugins: ["EmbedPlugin"]
    ),
    .executableTarget(
      name: "modelgate",
      dependencies: [
        "GateModel", "Texts", "Gate", "Reporting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: small
    ),

    .executableTarget(
      name: "modelgate-docs",
      dependencies: ["Gate"],
      swiftSettings: strict
    ),

    // System libraries.
    .target(name: "CGit2", linkerSettings: [.linkedLibrary("git2")]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(
      name: "CCMark",
      providers: [.apt(["libcmark-gfm-dev"])]
    ),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2")]),

    // Build-time only: writes gates/ and templates/ into Swift source.
    .executableTarget(name: "embed-files", dependencies: ["CZstd"], swiftSettings: strict),
    .plugin(
      name: "EmbedPlugin",
      capability: .buildTool(),
      dependencies: ["embed-files"],
      path: "Sources/EmbedPlugin"
    ),

    // Tests.
    .target(
      name: "TestSupport",
      dependencies: ["Digests", "GateModel", "GitStore", "CGit2"],
      path: "Tests/TestSupport",
      swiftSettings: strict
    ),
    // Measurements; neither tests nor part of the product.
    .executableTarget(
      name: "modelgate-bench",
      dependencies: [
        "GateModel", "Fairness", "RuleLanguage", "Documents", "Artifacts", "FileShapes",
        "RulePacks", "Survey", "Assessment", "Reporting", "Gate", "TestSupport",
      ],
      path: "Tests/Benchmarks",
      swiftSettings: strict
    ),
    .testTarget(
      name: "GitStoreTests",
      dependencies: ["GitStore", "EvidenceBundle", "Digests", "GateModel", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["GateModel", "Texts", "Documents", "Reporting", "TestSupport"],
      exclude: ["Golden", "Schemas"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "CompressionTests",
      dependencies: ["Compression", "CZstd"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ArtifactsTests",
      dependencies: [
        "Artifacts", "Digests", "Documents", "FileShapes", "GateModel", "Survey", "TestSupport",
        "CZstd",
      ],
      exclude: ["Statements"],
      resources: [.copy("Fixtures"), .copy("Golden")],
      swiftSettings: strict
    ),
    .testTarget(
      name: "GateModelTests",
      dependencies: ["GateModel", "Texts", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "FairnessTests",
      dependencies: ["Fairness"],
      exclude: ["Vectors"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "FairnessCommandTests",
      dependencies: ["GateModel", "Gate", "Reporting", "TestSupport", "modelgate"],
      exclude: ["Golden"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "DocumentsTests",
      dependencies: ["Documents", "GateModel", "TestSupport"],
      exclude: ["Corpus"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "EvidenceBundleTests",
      dependencies: ["Digests", "EvidenceBundle", "GateModel", "Texts", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "RuleLanguageTests",
      dependencies: ["RuleLanguage", "GateModel", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "AssessmentTests",
      dependencies: [
        "Assessment", "Artifacts", "Documents", "FileShapes", "GateModel", "RuleLanguage",
        "RulePacks", "Survey", "TestSupport",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "RulePacksTests",
      dependencies: [
        "Assessment", "Digests", "Documents", "GateModel", "Gate", "Reporting", "RuleLanguage",
        "RulePacks", "TestSupport",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "GateTests",
      dependencies: [
        "Digests", "EvidenceBundle", "GateModel", "Gate", "GitStore", "Reporting", "TestSupport",
      ],
      exclude: ["WorkedUsers", "tier-cases.jsonl"],
      swiftSettings: strict
    ),
    // Runs the program as well, as CommandTests does.
    .testTarget(
      name: "AttackTests",
      dependencies: ["Assessment", "GateModel", "Gate", "Reporting", "TestSupport"],
      exclude: ["Fixture", "attempts.jsonl"],
      swiftSettings: strict
    ),
    // Runs the program itself: `swift build --build-tests` and `swift test` build it beside the tests.
    .testTarget(
      name: "CommandTests",
      dependencies: ["TestSupport"],
      exclude: ["Golden"],
      swiftSettings: strict
    ),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
