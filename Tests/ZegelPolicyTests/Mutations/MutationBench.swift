// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

@testable import ZegelPolicy

/// What becomes of a mutant.
enum MutantFate: Sendable, Equatable {
    /// It cannot be read, so that it is no mutation.
    case refused
    /// A row of the tables comes out otherwise.
    case caught
    /// No row notices it.
    case survived
}

/// Reads mutants, and runs the rows of the tables on them until one fails.
struct MutationBench: Sendable {
    /// A row as its file has it.
    private struct Row: Sendable {
        let node: YAMLNode
        let words: Set<String>
    }

    /// A file of rows.
    private struct Table: Sendable {
        let file: String
        let root: YAMLNode
        let rows: [Row]
    }

    let policy: PolicySet
    let kinds: [String: Set<String>]
    /// Every file of rules.
    let nodes: [String: YAMLNode]
    private let tables: [String: Table]

    init(_ source: PolicySource) throws {
        self.policy = try PolicySet(source)
        self.kinds = self.policy.exchanges.mapValues { Set($0.kinds.keys) }
        var (nodes, tables): ([String: YAMLNode], [String: Table]) = ([:], [:])
        for file in source.files where !file.path.hasPrefix("schema/") {
            let root = try StrictYAML.parse(file.bytes, file: file.path)
            guard file.path.hasPrefix(PolicyReading.tests) else {
                nodes[file.path] = root
                continue
            }
            let rows = (root["rows"]?.sequence ?? []).map { Row(node: $0, words: $0.words) }
            let name = root["exchange"]?.scalar ?? ""
            tables[name] = Table(file: file.path, root: root.setting("rows", to: nil), rows: rows)
        }
        nodes[PolicyReading.invariants] = nil
        (self.nodes, self.tables) = (nodes, tables)
    }

    /// All mutants of all files, in order.
    func mutants() -> [Mutant] {
        let groups = MutationNames.groups(self.nodes["organisations.yaml"])
        let named = self.nodes.values.reduce(into: Set<String>()) { $0.formUnion($1.words) }
        return self.nodes.sorted { $0.key < $1.key }.flatMap { file, root in
            MutationWalk(root, file: file, groups: groups, named: named).mutants(of: root)
        }
    }

    /// A file as it is.
    func unchanged(_ file: String) -> Mutant? {
        self.nodes[file].map { Mutant(file: file, place: [], change: "nothing", root: $0, words: []) }
    }

    /// Whether a row fails on a mutant.
    func fate(of mutant: Mutant) -> MutantFate {
        guard let policy = self.policy(with: mutant) else { return .refused }
        let engine = PolicyEngine(policy: policy, ceiling: .stgZeerGeheim)
        let names = mutant.exchange.map { [$0] } ?? self.tables.keys.sorted()
        // The rows that name what the mutant is about come first.
        var rows: [(score: Int, table: String, row: Row)] = []
        var readings: [String: TableReading] = [:]
        for name in names {
            guard let table = self.tables[name] else { continue }
            var reader = YAMLReader(table.root, file: table.file)
            readings[name] = TableReading(&reader, policy)
            if !reader.faults.isEmpty { return .caught }
            rows += table.rows.map { ($0.words.intersection(mutant.words).count, name, $0) }
        }
        rows.sort { $0.score > $1.score }
        let isCaught = rows.contains { _, name, row in
            readings[name].map { Self.fails(row, $0, engine) } ?? true
        }
        return isCaught ? .caught : .survived
    }

    private static func fails(_ row: Row, _ reading: TableReading, _ engine: PolicyEngine) -> Bool {
        var reader = YAMLReader(row.node, file: "")
        guard let parsed = reading.row(&reader), reader.faults.isEmpty else { return true }
        return !PolicyTable(exchange: reading.exchange.name, rows: [parsed]).failures(of: engine).isEmpty
    }
}

extension Mutant {
    /// The exchange that it is of; `nil` for what all exchanges look at.
    var exchange: String? {
        guard self.file.hasPrefix("exchanges/") else { return nil }
        return String(self.file.dropFirst("exchanges/".count).dropLast(".yaml".count))
    }
}
