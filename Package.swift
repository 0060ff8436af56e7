// swift-tools-version: 6.3
//
// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

// MARK: - Libraries of others

// Vocabulary: any target may use these.
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let asn1 = Target.Dependency.product(name: "SwiftASN1", package: "swift-asn1")
let x509 = Target.Dependency.product(name: "X509", package: "swift-certificates")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")

// The network: ZegelTransport, ZegelClient and ZegelServer; NIOCore alone also in ZegelStore and ZegelExchange.
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let nioTLS = Target.Dependency.product(name: "NIOTLS", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioHTTP2 = Target.Dependency.product(name: "NIOHTTP2", package: "swift-nio-http2")
let nioHPACK = Target.Dependency.product(name: "NIOHPACK", package: "swift-nio-http2")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")

// Every other package enters at one target.
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let jwtKit = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let asyncHTTPClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")

// MARK: - Zegel, in reading order: a target imports only what stands above it

let package = Package(
    name: "zegel",
    products: [
        .executable(name: "zegel", targets: ["zegel"]),
        .executable(name: "zegel-bench", targets: ["zegel-bench"]),
        .library(name: "ASiC", targets: ["ASiC"]),
        .library(name: "CAdES", targets: ["CAdES"]),
        .library(name: "TransparencyLog", targets: ["TransparencyLog"]),
        .library(name: "ZegelVerify", targets: ["ZegelVerify"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto.git", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-asn1.git", exact: "1.7.4"),
        .package(url: "https://github.com/apple/swift-certificates.git", exact: "1.21.1"),
        .package(url: "https://github.com/apple/swift-log.git", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics.git", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio.git", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", exact: "2.37.6"),
        .package(url: "https://github.com/apple/swift-nio-http2.git", exact: "1.46.0"),
        .package(url: "https://github.com/apple/swift-http-types.git", exact: "1.8.0"),
        .package(url: "https://github.com/groue/GRDB.swift.git", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams.git", exact: "6.2.2"),
        .package(url: "https://github.com/vapor/jwt-kit.git", exact: "5.7.1"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", exact: "1.8.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", exact: "2.13.0"),
        .package(url: "https://github.com/swift-server/async-http-client.git", exact: "1.37.0"),
    ],
    targets: [
        // Formats that know nothing of Zegel
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "ASiC", dependencies: ["CZlib", crypto]),
        .target(name: "CAdES", dependencies: [asn1, crypto, cryptoExtras, x509]),
        .target(name: "TransparencyLog", dependencies: [crypto]),

        // Values, trust, and the one verifier: no network, no store
        .target(name: "ZegelCore", dependencies: [crypto]),
        .target(name: "ZegelTrust", dependencies: ["ZegelCore", asn1, crypto, cryptoExtras, x509]),
        .target(
            name: "ZegelVerify",
            dependencies: ["ASiC", "CAdES", "TransparencyLog", "ZegelCore", "ZegelTrust", asn1, crypto, x509]
        ),

        // The stages of a message
        .target(
            name: "ZegelTransport",
            dependencies: [
                "ZegelCore", "ZegelTrust", crypto, x509, asn1, logging, metrics, nioCore, nioPosix, nioTLS, nioSSL,
                nioHTTP2, nioHPACK, httpTypes,
            ]
        ),
        .target(
            name: "ZegelIdentity",
            dependencies: ["ZegelCore", "ZegelTrust", "ZegelTransport", crypto, x509, jwtKit]
        ),
        .target(
            name: "ZegelPolicy",
            dependencies: ["TransparencyLog", "ZegelCore", "ZegelIdentity", crypto, yams]
        ),
        .target(
            name: "ZegelSeal",
            dependencies: [
                "ASiC", "CAdES", "ZegelCore", "ZegelTrust", "ZegelVerify", "ZegelIdentity", "ZegelPolicy", crypto, x509,
            ]
        ),
        .target(
            name: "ZegelStore",
            dependencies: [
                "ASiC", "TransparencyLog", "ZegelCore", "ZegelVerify", "ZegelIdentity", "ZegelPolicy", "ZegelSeal",
                crypto, logging, metrics, nioCore, grdb, grdbSQLite,
            ]
        ),

        // The other side of the interface
        .target(
            name: "ZegelClient",
            dependencies: [
                "ASiC", "CAdES", "TransparencyLog", "ZegelCore", "ZegelTrust", "ZegelVerify", crypto, x509, nioCore,
                nioPosix, nioSSL,
                nioHTTP1, asyncHTTPClient,
            ]
        ),

        // It will arrive, it arrived
        .target(
            name: "ZegelDelivery",
            dependencies: [
                "TransparencyLog", "ZegelCore", "ZegelTrust", "ZegelVerify", "ZegelStore", "ZegelClient", crypto,
                logging, metrics, nioCore,
            ]
        ),

        // It can be proved
        .target(
            name: "ZegelLog",
            dependencies: ["TransparencyLog", "ZegelCore", "ZegelVerify", "ZegelStore", "ZegelClient", crypto]
        ),

        // What the product does, and how it is reached
        .target(
            name: "ZegelExchange",
            dependencies: [
                "ASiC", "CAdES", "TransparencyLog", "ZegelCore", "ZegelTrust", "ZegelVerify", "ZegelIdentity",
                "ZegelPolicy", "ZegelSeal", "ZegelStore", crypto, logging, metrics, nioCore,
            ]
        ),
        .target(
            name: "ZegelServer",
            dependencies: [
                "ASiC", "CAdES", "TransparencyLog", "ZegelCore", "ZegelTrust", "ZegelVerify", "ZegelTransport",
                "ZegelIdentity", "ZegelPolicy", "ZegelSeal", "ZegelStore", "ZegelClient", "ZegelDelivery", "ZegelLog",
                "ZegelExchange", crypto, x509, logging, metrics, nioCore, nioPosix, nioSSL, nioHTTP1, httpTypes,
                lifecycle, unixSignals,
            ]
        ),
        .target(
            name: "ZegelCommands",
            dependencies: [
                "ASiC", "CAdES", "TransparencyLog", "ZegelCore", "ZegelTrust", "ZegelVerify", "ZegelPolicy",
                "ZegelStore", "ZegelClient", "ZegelLog", "ZegelServer", crypto, x509, asn1, logging, argumentParser,
            ]
        ),
        .executableTarget(name: "zegel", dependencies: ["ZegelCommands"]),
        .executableTarget(
            name: "zegel-bench",
            dependencies: [
                "CAdES", "TransparencyLog", "ZegelCore", "ZegelTrust", "ZegelTransport", "ZegelIdentity", "ZegelPolicy",
                "ZegelStore", "ZegelClient", "ZegelLog", "ZegelCommands", crypto, logging, nioCore, nioPosix, nioSSL,
                nioHTTP2, nioHPACK, argumentParser,
            ]
        ),

        // Tests, one target per target
        .testTarget(name: "ASiCTests", dependencies: ["ASiC", crypto]),
        .testTarget(name: "CAdESTests", dependencies: ["CAdES", crypto, cryptoExtras, asn1, x509]),
        .testTarget(name: "TransparencyLogTests", dependencies: ["TransparencyLog", crypto]),
        .testTarget(name: "ZegelCoreTests", dependencies: ["ZegelCore"]),
        .testTarget(
            name: "ZegelTrustTests",
            dependencies: ["ZegelTrust", "ZegelCore", crypto, cryptoExtras, asn1, x509]
        ),
        .testTarget(
            name: "ZegelVerifyTests",
            dependencies: ["ZegelVerify", "ASiC", "CAdES", "ZegelCore", "ZegelTrust", crypto, asn1, x509]
        ),
        .testTarget(
            name: "ZegelTransportTests",
            dependencies: [
                "ZegelTransport", "ZegelCore", "ZegelTrust", logging, nioCore, nioPosix, nioEmbedded, nioSSL, nioHTTP2,
                nioHPACK, httpTypes, asn1, x509,
            ]
        ),
        .testTarget(
            name: "ZegelIdentityTests",
            dependencies: [
                "ZegelIdentity", "ZegelCore", "ZegelTrust", "ZegelTransport", crypto, cryptoExtras, x509,
            ]
        ),
        .testTarget(
            name: "ZegelPolicyTests",
            dependencies: ["ZegelPolicy", "ZegelCore", "ZegelIdentity", "ZegelTrust", "ZegelTransport", crypto]
        ),
        .testTarget(
            name: "ZegelSealTests",
            dependencies: [
                "ZegelSeal", "ASiC", "CAdES", "TransparencyLog", "ZegelCore", "ZegelTrust", "ZegelVerify",
                "ZegelPolicy",
                "ZegelIdentity", crypto, x509,
            ]
        ),
        .testTarget(
            name: "ZegelStoreTests",
            dependencies: [
                "ZegelStore", "TransparencyLog", "ZegelCore", "ZegelPolicy", "ZegelSeal", crypto, nioCore, nioPosix,
                grdb,
            ]
        ),
        .testTarget(
            name: "ZegelLogTests",
            dependencies: [
                "ZegelLog", "TransparencyLog", "ZegelCore", "ZegelStore", "ZegelVerify", crypto, nioCore, nioPosix,
                grdb,
            ]
        ),
        // Counts and fails the writes and syncs of SQLite; GRDB links the system's library, this compiles against its header.
        .target(name: "CSyncCounter", path: "Tests/CSyncCounter", linkerSettings: [.linkedLibrary("sqlite3")]),
        .testTarget(
            name: "ZegelExchangeTests",
            dependencies: [
                "ZegelExchange", "ASiC", "CAdES", "TransparencyLog", "ZegelCore", "ZegelTrust", "ZegelVerify",
                "ZegelIdentity", "ZegelPolicy", "ZegelSeal", "ZegelStore", "ZegelClient", "ZegelDelivery", "ZegelLog",
                "CSyncCounter", crypto, x509, logging, nioCore, nioPosix, nioEmbedded, grdb,
            ]
        ),
        .testTarget(
            name: "ZegelClientTests",
            dependencies: [
                "ZegelClient", "TransparencyLog", "ZegelCore", "ZegelTrust", "ZegelVerify", "zegel", nioHTTP1,
            ]
        ),
        .testTarget(
            name: "ZegelCommandsTests",
            dependencies: [
                "ZegelCommands", "ASiC", "TransparencyLog", "ZegelCore", "ZegelPolicy", "ZegelTrust", "zegel",
                "zegel-bench", asyncHTTPClient, nioCore, nioHTTP1, nioHTTP2, nioPosix, nioSSL,
            ]
        ),
        .testTarget(
            name: "ZegelServerTests",
            dependencies: [
                "ZegelServer", "ASiC", "CAdES", "TransparencyLog", "ZegelCore", "ZegelVerify", "ZegelStore", "ZegelLog",
                "ZegelClient", "ZegelExchange", "ZegelTransport", "ZegelTrust", asyncHTTPClient, crypto, httpTypes,
                logging,
                metrics, nioCore, nioHTTP1, nioPosix, nioSSL, x509,
            ]
        ),
        // Fails the syncs of a whole process, and keeps a journal of what it does to its files.
        .target(name: "CFaultySync", path: "Tests/CFaultySync"),
        // A server that kills itself, or loses its disk, at a stage, has a wrong clock or keeps that journal: `zegel serve` cannot be told to.
        .executableTarget(
            name: "CrashServer",
            dependencies: ["CFaultySync", "ZegelCore", "ZegelExchange", "ZegelServer"],
            path: "Tests/CrashServer"
        ),
        .testTarget(
            name: "CrashTests",
            dependencies: [
                "CAdES", "TransparencyLog", "ZegelCore", "ZegelTrust", "ZegelVerify", "ZegelPolicy", "ZegelStore",
                "ZegelClient", "ZegelLog", "ZegelExchange", "ZegelServer", "ZegelTransport", "ZegelCommands",
                "CrashServer", "zegel",
                asn1, grdb, httpTypes, logging, nioCore, nioPosix, nioSSL, nioTLS, x509,
            ]
        ),
        .testTarget(name: "ArchitectureTests", exclude: ["Forgeries"]),
    ],
    swiftLanguageModes: [.v6]
)

// MARK: - Fuzzing and sanitizers: the format libraries alone, and what reads tokens, hellos and policies

if let formatsFor = Context.environment["ZEGEL_FORMATS"] {
    let formats: Set = [
        "CZlib", "ASiC", "CAdES", "TransparencyLog", "ZegelCore", "ZegelTrust", "ZegelVerify", "ZegelTransport",
        "ZegelIdentity", "ZegelPolicy", "ASiCTests", "CAdESTests", "TransparencyLogTests", "ZegelCoreTests",
        "ZegelTrustTests", "ZegelVerifyTests",
    ]
    package.products = []
    package.targets.removeAll { !formats.contains($0.name) }
    // libFuzzer brings its own `main`, so this can be linked with it only.
    let fuzzing = Target.executableTarget(
        name: "Fuzzing",
        dependencies: [
            "ASiC", "CAdES", "TransparencyLog", "ZegelCore", "ZegelTrust", "ZegelTransport", "ZegelIdentity",
            "ZegelPolicy", nioCore,
        ],
        path: "Tests/Fuzzing",
        exclude: ["Seeds"]
    )
    if formatsFor == "fuzzing" { package.targets.append(fuzzing) }
}

// MARK: - Settings every target shares

for target in package.targets {
    switch target.type {
    case .regular, .executable, .test:
        var settings = target.swiftSettings ?? []
        settings += [
            .strictMemorySafety(),  // SE-0458: every unsafe use is spelled `unsafe`
            .enableUpcomingFeature("ExistentialAny"),  // SE-0335
            .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409: `package import` is a visible choice
            .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
            .enableUpcomingFeature("InferIsolatedConformances"),  // SE-0470
            .enableUpcomingFeature("NonisolatedNonsendingByDefault"),  // SE-0461
            .enableUpcomingFeature("ImmutableWeakCaptures"),  // SE-0481
        ]
        if Context.environment["ZEGEL_CI"] != nil {
            settings.append(.treatAllWarnings(as: .error))  // SE-0480: own targets only, not dependencies
        }
        target.swiftSettings = settings
    case .macro, .plugin, .system, .binary:
        ()
    @unknown default:
        ()
    }
}
