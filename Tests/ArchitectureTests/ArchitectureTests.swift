// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing

@Suite("The architecture")
struct ArchitectureTests {
    /// The targets in reading order: each imports only what stands above it.
    static let order = [
        "CZlib", "ASiC", "CAdES", "TransparencyLog", "ZegelCore", "ZegelTrust", "ZegelVerify", "ZegelTransport",
        "ZegelIdentity", "ZegelPolicy",
        "ZegelSeal", "ZegelStore", "ZegelClient", "ZegelDelivery", "ZegelLog", "ZegelExchange", "ZegelServer",
        "ZegelCommands", "zegel",
        "zegel-bench",
    ]

    /// Where each package of others may enter; what is not named here is vocabulary.
    static let entries: [String: Set<String>] = [
        "GRDB": ["ZegelStore"], "GRDBSQLite": ["ZegelStore"], "Yams": ["ZegelPolicy"], "JWTKit": ["ZegelIdentity"],
        "AsyncHTTPClient": ["ZegelClient"],
        "ArgumentParser": ["ZegelCommands", "zegel-bench"],
        "NIOSSL": ["ZegelTransport", "ZegelClient", "ZegelServer", "zegel-bench"],
        "NIOHTTP2": ["ZegelTransport", "zegel-bench"], "NIOHPACK": ["ZegelTransport", "zegel-bench"],
        "HTTPTypes": ["ZegelTransport", "ZegelClient", "ZegelServer"], "NIOHTTP1": ["ZegelClient", "ZegelServer"],
        "NIOPosix": ["ZegelTransport", "ZegelClient", "ZegelServer", "zegel-bench"], "NIOTLS": ["ZegelTransport"],
        "NIOCore": [
            "ZegelTransport", "ZegelStore", "ZegelClient", "ZegelDelivery", "ZegelExchange", "ZegelServer",
            "zegel-bench",
        ],
        "ServiceLifecycle": ["ZegelServer"], "UnixSignals": ["ZegelServer"],
    ]

    /// What would open another target, or make a value of any type out of bytes; forgeries that the compiler lets through.
    static let openers = ["@testable", "@_private(", "@_silgen_name", "unsafeBitCast"]

    static func faults(_ file: SourceTree.File) -> [String] {
        let place = Self.order.firstIndex(of: file.target) ?? 0
        let imports = file.imports.compactMap { module -> String? in
            if let other = Self.order.firstIndex(of: module), other >= place {
                return "\(file.path) imports \(module), which stands below it"
            }
            if let allowed = Self.entries[module], !allowed.contains(file.target) {
                return "\(file.path) imports \(module)"
            }
            return nil
        }
        let code = file.lines.filter { !$0.drop { $0 == " " }.hasPrefix("//") }
        let opened = Self.openers.filter { opener in code.contains { $0.contains(opener) } }
        return imports + opened.map { "\(file.path) opens another target with \($0)" }
    }

    /// Helpers of tests lie under `Tests` and have no place in the order.
    @Test("The reading order is that of the manifest")
    func manifest() throws {
        let targets = try SourceTree.text("Package.swift").matches(
            of: /\.(?:systemLibrary|target|executableTarget)\(\s*name: "([\w\-]+)"/
        )
        let names = targets.map { String($0.output.1) }
        #expect(names.filter { !SourceTree.hasFolder("Tests/\($0)") } == Self.order)
    }

    @Test("A target imports only what stands above it, and each package enters where it belongs")
    func imports() throws {
        for file in try SourceTree.files(in: "Sources") {
            #expect(Self.order.contains(file.target), "\(file.path)")
            #expect(Self.faults(file) == [])
        }
    }

    @Test(
        "Finds an import that goes the wrong way",
        arguments: [
            ("Sources/ZegelPolicy/X.swift", "import GRDB"), ("Sources/ZegelVerify/X.swift", "package import NIOCore"),
            ("Sources/ZegelCore/X.swift", "import ZegelTrust"),
            ("Sources/ZegelSeal/X.swift", "@testable import ZegelPolicy"),
            ("Sources/ASiC/X.swift", "public import ZegelCore"),
            ("Sources/ZegelStore/X.swift", "package @testable import ZegelSeal"),
            ("Sources/ZegelStore/X.swift", "    let leave = unsafe unsafeBitCast(bytes, to: Authorization.self)"),
            ("Sources/ZegelStore/X.swift", "@_silgen_name(\"seal\") func seal()"),
            ("Sources/TransparencyLog/X.swift", "import ZegelCore"),
        ]
    )
    func finds(_ path: String, _ line: String) {
        #expect(Self.faults(SourceTree.File(path: path, lines: [line])).count == 1)
    }

    @Test(
        "Takes what is in order",
        arguments: [
            ("Sources/ZegelStore/X.swift", "package import ZegelSeal"),
            ("Sources/ZegelStore/X.swift", "    /// Not with unsafeBitCast."),
            ("Sources/ZegelPolicy/X.swift", "import Yams"),
        ]
    )
    func takes(_ path: String, _ line: String) {
        #expect(Self.faults(SourceTree.File(path: path, lines: [line])) == [])
    }

    @Test("Every file begins with the same three lines")
    func header() throws {
        let header = [
            "// Zegel", "// Licensed under the Apache License, Version 2.0", "// SPDX-License-Identifier: Apache-2.0",
            "",
        ]
        for file in try SourceTree.files(in: "Sources") + SourceTree.files(in: "Tests") {
            #expect(Array(file.lines.prefix(4)) == header, "\(file.path)")
        }
    }

    @Test("No source file is long, the embedded policies aside")
    func length() throws {
        for file in try SourceTree.files(in: "Sources") where !file.path.hasSuffix("EmbeddedPolicies.swift") {
            #expect(file.lines.count <= 351, "\(file.path) has \(file.lines.count) lines")
        }
    }
}
