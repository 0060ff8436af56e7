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

    private static let read = Result { try PolicySource.read(folder: root.appendingPathComponent("policies").path) }
    private static let policy = Result { try PolicySet(try read.get()) }
    private static let tables = Result { try PolicyTable.tables(of: try read.get(), for: try policy.get()) }

    static func source() throws -> PolicySource { try Self.read.get() }

    static func engine(ceiling: Classification = .stgZeerGeheim) throws -> PolicyEngine {
        PolicyEngine(policy: try Self.policy.get(), ceiling: ceiling)
    }

    /// The rows of all tables.
    static func rows() throws -> [PolicyTable.Row] { try Self.tables.get().flatMap(\.rows) }

    /// The engine of a policy with some exchanges only.
    static func engine(exchanges: [String]) throws -> PolicyEngine {
        let files = try Self.source().files.filter { file in
            !file.path.contains("/") || exchanges.contains { file.path == "exchanges/\($0).yaml" }
        }
        return PolicyEngine(policy: try PolicySet(PolicySource(files: files)), ceiling: .stgZeerGeheim)
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
