// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

@testable import ZegelPolicy

/// A shipped policy in which a rule is spoiled, and the invariant that must notice.
struct Broken: Sendable, CustomTestStringConvertible {
    /// What is replaced in a file, wherever it stands.
    struct Change: Sendable {
        let file: String
        let old: String
        let new: String

        init(_ file: String, _ old: String, _ new: String) {
            self.file = file
            self.old = old
            self.new = new
        }
    }

    let invariant: String
    /// The exchanges that are loaded: those that the invariant names, and where it names all, those that are spoiled.
    let exchanges: [String]
    let changes: [Change]
    /// A part of a line of the counterexample.
    let shows: String

    init(_ invariant: String, _ exchanges: [String], _ changes: Change..., shows: String) {
        self.invariant = invariant
        self.exchanges = exchanges
        self.changes = changes
        self.shows = shows
    }

    var testDescription: String { "\(self.invariant) in \(self.exchanges[0])" }

    /// The policy with these exchanges and this invariant alone.
    func source() throws -> PolicySource {
        var files = try TestPolicy.source().files.filter { file in
            !file.path.contains("/") || self.exchanges.contains { file.path == "exchanges/\($0).yaml" }
        }
        files.removeAll { $0.path == "invariants.yaml" }
        files.append(("invariants.yaml", Array(try Self.text(of: self.invariant).utf8)))
        for change in self.changes {
            let place = try #require(files.firstIndex { $0.path == change.file }, "\(change.file)")
            let text = String(decoding: files[place].bytes, as: UTF8.self)
            try #require(text.contains(change.old), "\(change.old)")
            files[place].bytes = Array(text.replacingOccurrences(of: change.old, with: change.new).utf8)
        }
        return PolicySource(files: files)
    }

    /// The file of the invariants, with one of them alone.
    static func text(of invariant: String) throws -> String {
        let parts = try TestPolicy.text("invariants.yaml").components(separatedBy: "\n  - invariant: ")
        let part = try #require(parts.first { $0.hasPrefix("\(invariant)\n") }, "\(invariant)")
        return "invariants:\n  - invariant: \(part)\n"
    }

    /// What is proved of the policy.
    static func proof(of source: PolicySource) async throws -> ProofReport {
        let policy = try PolicySet(source)
        let engine = PolicyEngine(policy: policy, ceiling: .stgZeerGeheim)
        return await Prover(engine, try Invariant.all(of: source, for: policy), asOf: TestPolicy.asOf).prove()
    }
}
