// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

@testable import ZegelPolicy

/// The policies of this repository, as files and as an engine.
enum TestPolicy {
    /// A moment on the day of the table tests.
    static let asOf = Instant(milliseconds: 1_795_176_000_000)

    /// The root of the repository.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static func source() throws -> PolicySource {
        try PolicySource.read(folder: Self.root.appendingPathComponent("policies").path)
    }

    static func engine(ceiling: Classification = .stgZeerGeheim) throws -> PolicyEngine {
        PolicyEngine(policy: try PolicySet(try Self.source()), ceiling: ceiling)
    }

    /// The rows of all tables.
    static func rows() throws -> [PolicyTable.Row] {
        let source = try Self.source()
        return try PolicyTable.tables(of: source, for: try PolicySet(source)).flatMap(\.rows)
    }

    /// The source with one file replaced, added, or left out where the text is `nil`.
    static func source(_ path: String, _ text: String?) throws -> PolicySource {
        var files = try Self.source().files.filter { $0.path != path }
        if let text { files.append((path, Array(text.utf8))) }
        return PolicySource(files: files)
    }

    /// The text of a file, and where a text in it stands.
    static func text(_ path: String) throws -> String {
        let file = try #require(try Self.source().files.first { $0.path == path })
        return String(decoding: file.bytes, as: UTF8.self)
    }
}
