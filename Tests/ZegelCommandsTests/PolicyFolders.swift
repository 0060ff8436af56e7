// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore
import ZegelPolicy

/// Copies of the shipped policies in which a test changes what it is about.
struct PolicyFolders {
    private let scratch = Result { try Scratch() }

    /// A folder with the shipped policies, in which a text of one file is replaced by another.
    func folder(_ file: String = "", _ old: String = "", _ new: String = "") throws -> String {
        let folder = try self.scratch.get().path("policies-\(UUID().uuidString)")
        for source in PolicySource.embedded.files {
            var text = String(decoding: source.bytes, as: UTF8.self)
            if source.path == file {
                let range = try #require(text.range(of: old))
                text.replaceSubrange(range, with: new)
            }
            try self.write(Array(text.utf8), to: "\(folder)/\(source.path)")
        }
        return folder
    }

    /// The line of a shipped file on which a text stands first, from 1.
    static func line(of part: String, in file: String) throws -> Int {
        let source = try #require(PolicySource.embedded.files.first { $0.path == file })
        let text = String(decoding: source.bytes, as: UTF8.self)
        let range = try #require(text.range(of: part))
        return text[..<range.lowerBound].count { $0 == "\n" } + 1
    }

    /// Adds a file to a folder.
    func write(_ bytes: [UInt8], to path: String) throws {
        let url = URL(fileURLWithPath: path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    /// A question about an ambtsbericht from aivd/ct to om/lovj, with some members of its header changed.
    static func question(
        _ changes: [String: JSONValue],
        facts: JSONValue = ["asOf": "2026-11-20T12:00:00Z"]
    ) -> [UInt8] {
        let header: [(String, JSONValue)] = [
            ("exchange", "ambtsberichten"), ("kind", "ambtsbericht"),
            ("from", ["oin": "00000099000000001000", "mailbox": "aivd/ct"]),
            ("to", [["oin": "00000099000000002000", "mailbox": "om/lovj"]]),
            ("purpose", "opsporing-en-vervolging"), ("legalBasis", "wiv2017-art66"),
            ("classification", "departementaal-vertrouwelijk"),
            (
                "details",
                ["subjects": 1, "evaluation": ["source": "A", "information": "1"], "underlyingSeen": "2026-11-18"]
            ),
        ]
        let members = header.map { JSONValue.Member($0.0, changes[$0.0] ?? $0.1) }
        return (["header": .object(members), "facts": facts, "action": "send"] as JSONValue).encoded
    }
}
