// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

@testable import ZegelServer

/// Compares `docs/limits.md` with the limits of the code.
@Suite("docs/limits.md")
struct LimitsPageTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func page() throws -> String {
        try String(contentsOf: Self.root.appending(path: "docs/limits.md"), encoding: .utf8)
    }

    @Test("has each limit once, with its value, and no other")
    func values() throws {
        var stated: [String: Int] = [:]
        for row in try Self.page().matches(of: /\n\| `(\w+)` \| ([0-9,]+)/) {
            let value = Int(row.2.filter(\.isNumber))
            #expect(stated.updateValue(value ?? -1, forKey: String(row.1)) == nil, "\(row.1) stands twice")
        }
        let limits = Dictionary(
            uniqueKeysWithValues: Mirror(reflecting: Limits()).children.compactMap { child in
                child.label.flatMap { label in (child.value as? Int).map { (label, $0) } }
            }
        )
        #expect(stated == limits)
    }

    @Test("names codes that exist, with the status that they have")
    func codes() throws {
        let refusals = Route.allCases.flatMap(\.refusals)
        let page = try Self.page()
        for match in page.matches(of: /\b([0-9]{3}) `([a-z.-]+)`/) {
            #expect(
                refusals.contains { $0.code == match.2 && "\($0.status)" == match.1 },
                "\(match.1) \(match.2)"
            )
        }
        #expect(page.matches(of: /`[a-z]+\.[a-z-]+`/).count > 25)
    }

    @Test("has no limit that nothing holds anyone to")
    func used() throws {
        let sources = Self.root.appending(path: "Sources")
        var text = ""
        for file in try FileManager.default.subpathsOfDirectory(atPath: sources.path)
        where file.hasSuffix(".swift") && file != "ZegelCore/Limits.swift" {
            text += try String(contentsOf: sources.appending(path: file), encoding: .utf8)
        }
        for child in Mirror(reflecting: Limits()).children {
            let name = try #require(child.label)
            #expect(text.contains("imits.\(name)") || text.contains("Limits().\(name)"), "\(name)")
        }
    }
}
