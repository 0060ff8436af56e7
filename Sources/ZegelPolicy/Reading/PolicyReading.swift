// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Reads the files of a policy one after the other and gathers the faults of all.
struct PolicyReading {
    private let source: PolicySource
    private(set) var faults: [YAMLFault] = []
    /// The folder of the table tests, which are no part of the rules.
    static let tests = "tests/"

    init(_ source: PolicySource) { self.source = source }

    mutating func organisations() -> OrganisationDirectory {
        var directory = OrganisationDirectory([])
        self.read("organisations.yaml") { reader in
            var reading = OrganisationReading()
            directory = reading.directory(&reader)
        }
        return directory
    }

    /// The levels must be those that headers know, in their order; the markings are free.
    mutating func markings() -> [String: Marking] {
        var markings: [String: Marking] = [:]
        self.read("classifications.yaml") { reader in
            let levels = Classification.allCases.map(\.rawValue)
            let node = reader.value("levels")
            if node?.sequence?.map(\.scalar) != levels {
                reader.fault(node ?? reader.node, "levels must be [\(levels.joined(separator: ", "))], in this order")
            }
            for entry in reader.entries("markings") {
                guard PolicyVocabulary.label(entry.name) != nil else {
                    reader.fault(entry.key, "“\(entry.name.prefix(40))” cannot be the name of a marking")
                    continue
                }
                markings[entry.name] = reader.nested(entry.value) { inner in
                    let forward = inner.optional("forward", "free, consent or never", Marking.Forward.init(rawValue:))
                    return inner.required("effect", "restricts or releases", Marking.Effect.init(rawValue:)).map {
                        Marking(name: entry.name, effect: $0, forward: forward ?? .free)
                    }
                }
            }
        }
        return markings
    }

    mutating func exchanges(
        _ directory: OrganisationDirectory,
        _ markings: [String: Marking]
    ) -> [String: ExchangePolicy] {
        var exchanges: [String: ExchangePolicy] = [:]
        for file in self.source.files where file.path.hasPrefix("exchanges/") {
            self.read(file) { reader in
                guard let exchange = ExchangePolicy(&reader, directory, markings) else { return }
                if file.path != "exchanges/\(exchange.name).yaml" {
                    reader.fault(reader.node, "the exchange \(exchange.name) stands in exchanges/\(exchange.name).yaml")
                }
                exchanges[exchange.name] = exchange
            }
        }
        return exchanges
    }

    /// A file that nobody reads is a mistake: perhaps its name is.
    mutating func refuseOthers() {
        for file in self.source.files {
            let isKnown = ["organisations.yaml", "classifications.yaml"].contains(file.path)
            if isKnown || file.path.hasPrefix("exchanges/") || file.path.hasPrefix(Self.tests) { continue }
            let hint = Spelling.hint(for: file.path, among: ["organisations.yaml", "classifications.yaml"])
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
            var reader = YAMLReader(try StrictYAML.parse(file.bytes, file: file.path), file: file.path)
            body(&reader)
            reader.refuseUnknown()
            self.faults += reader.faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
        } catch {
            self.faults += error.faults
        }
    }
}
