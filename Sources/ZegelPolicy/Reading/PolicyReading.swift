// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Reads the files of a policy one after the other and gathers the faults of all.
struct PolicyReading {
    private let source: PolicySource
    private(set) var faults: [YAMLFault] = []
    private var nodes: [String: YAMLNode] = [:]
    /// The folder of the table tests, which are no part of the rules.
    static let tests = "tests/"
    /// The folder of the JSON Schemas, which editors read.
    private static let schemas = "schema/"
    /// The file of the invariants, which are proved of the rules and no part of them.
    static let invariants = "invariants.yaml"
    private static let names = ["organisations.yaml", "classifications.yaml", Self.invariants]

    init(_ source: PolicySource) { self.source = source }

    mutating func organisations() -> OrganisationDirectory {
        var directory = OrganisationDirectory([])
        self.read("organisations.yaml") { reader in
            var reading = OrganisationReading()
            directory = reading.directory(&reader)
        }
        return directory
    }

    mutating func classifications() -> ClassificationReading {
        var reading = ClassificationReading()
        self.read("classifications.yaml") { reading.read(&$0) }
        return reading
    }

    mutating func exchanges(
        _ directory: OrganisationDirectory,
        _ classifications: ClassificationReading
    ) -> [String: ExchangePolicy] {
        var exchanges: [String: ExchangePolicy] = [:]
        let vocabulary = PolicyVocabulary(
            directory: directory,
            markings: classifications.markings,
            codes: classifications.codes,
            exchanges: self.kinds()
        )
        for file in self.source.files where file.path.hasPrefix("exchanges/") {
            self.read(file) { reader in
                guard let exchange = ExchangePolicy(&reader, vocabulary) else { return }
                if file.path != "exchanges/\(exchange.name).yaml" {
                    reader.fault(reader.node, "the exchange \(exchange.name) stands in exchanges/\(exchange.name).yaml")
                }
                exchanges[exchange.name] = exchange
            }
        }
        return exchanges
    }

    /// The kinds of every exchange, so that one can cite those of another.
    private mutating func kinds() -> [String: Set<String>] {
        var kinds: [String: Set<String>] = [:]
        for file in self.source.files where file.path.hasPrefix("exchanges/") {
            guard let members = try? self.parse(file).mapping else { continue }
            guard let name = members.first(where: { $0.key.scalar == "exchange" })?.value.scalar else { continue }
            let entries = members.first { $0.key.scalar == "kinds" }?.value.mapping ?? []
            kinds[name] = Set(entries.compactMap(\.key.scalar))
        }
        return kinds
    }

    /// A file that nobody reads is a mistake: perhaps its name is.
    mutating func refuseOthers() {
        for file in self.source.files {
            let isRead = ["exchanges/", Self.tests, Self.schemas].contains { file.path.hasPrefix($0) }
            if isRead || Self.names.contains(file.path) { continue }
            let hint = Spelling.hint(for: file.path, among: Self.names)
            self.faults.append(.init(file: file.path, line: 1, message: "this is no file of a policy\(hint)"))
        }
    }

    private mutating func read(_ path: String, _ body: (inout YAMLReader) -> Void) {
        guard let file = self.source.files.first(where: { $0.path == path }) else {
            self.faults.append(.init(file: path, line: 1, message: "the file is missing"))
            return
        }
        self.read(file, body)
    }

    private mutating func read(_ file: (path: String, bytes: [UInt8]), _ body: (inout YAMLReader) -> Void) {
        do {
            var reader = YAMLReader(try self.parse(file), file: file.path)
            body(&reader)
            reader.refuseUnknown()
            // What stands under `every` is read once for each kind.
            var told: Set<YAMLFault> = []
            let faults = reader.faults.filter { told.insert($0).inserted }
            self.faults += faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
        } catch {
            self.faults += error.faults
        }
    }

    private mutating func parse(_ file: (path: String, bytes: [UInt8])) throws(YAMLFaults) -> YAMLNode {
        if let node = self.nodes[file.path] { return node }
        let node = try StrictYAML.parse(file.bytes, file: file.path)
        self.nodes[file.path] = node
        return node
    }
}
