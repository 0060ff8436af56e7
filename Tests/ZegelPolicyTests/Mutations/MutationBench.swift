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

    private let policy: PolicySet
    private let kinds: [String: Set<String>]
    private let nodes: [String: YAMLNode]
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

    /// Every file as it is.
    func unchanged() -> [Mutant] {
        self.nodes.sorted { $0.key < $1.key }.map { file, root in
            Mutant(file: file, place: [], change: "nothing", root: root, words: [])
        }
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

    // MARK: - Reading

    /// The policy with a mutant in it; `nil` where that cannot be read.
    private func policy(with mutant: Mutant) -> PolicySet? {
        let vocabulary = PolicyVocabulary(
            directory: self.policy.organisations,
            markings: self.policy.markings,
            codes: self.policy.codes,
            exchanges: self.kinds
        )
        guard let name = mutant.exchange else { return self.policy(withShared: mutant) }
        guard let exchange = Self.exchange(mutant.root, mutant.file, vocabulary) else { return nil }
        var exchanges = self.policy.exchanges
        exchanges[name] = exchange
        return PolicySet(
            digest: self.policy.digest,
            organisations: self.policy.organisations,
            markings: self.policy.markings,
            codes: self.policy.codes,
            exchanges: exchanges
        )
    }

    /// The same where organisations or classifications are changed, which every exchange looks at.
    private func policy(withShared mutant: Mutant) -> PolicySet? {
        var (directory, markings, codes) = (self.policy.organisations, self.policy.markings, self.policy.codes)
        var reader = YAMLReader(mutant.root, file: mutant.file)
        if mutant.file == "organisations.yaml" {
            var reading = OrganisationReading()
            directory = reading.directory(&reader)
        } else {
            var reading = ClassificationReading()
            reading.read(&reader)
            (markings, codes) = (reading.markings, reading.codes)
        }
        guard reader.faults.isEmpty else { return nil }
        let vocabulary = PolicyVocabulary(
            directory: directory,
            markings: markings,
            codes: codes,
            exchanges: self.kinds
        )
        var exchanges: [String: ExchangePolicy] = [:]
        for (file, root) in self.nodes where file.hasPrefix("exchanges/") {
            guard let exchange = Self.exchange(root, file, vocabulary) else { return nil }
            exchanges[exchange.name] = exchange
        }
        return PolicySet(
            digest: self.policy.digest,
            organisations: directory,
            markings: markings,
            codes: codes,
            exchanges: exchanges
        )
    }

    private static func exchange(_ root: YAMLNode, _ file: String, _ vocabulary: PolicyVocabulary) -> ExchangePolicy? {
        var reader = YAMLReader(root, file: file)
        let exchange = ExchangePolicy(&reader, vocabulary)
        reader.refuseUnknown()
        return reader.faults.isEmpty ? exchange : nil
    }
}

extension Mutant {
    /// The exchange that it is of; `nil` for what all exchanges look at.
    var exchange: String? {
        guard self.file.hasPrefix("exchanges/") else { return nil }
        return String(self.file.dropFirst("exchanges/".count).dropLast(".yaml".count))
    }
}
