// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Reads `classifications.yaml`: the levels, which headers fix, the markings, and the codes that stand in `details`.
struct ClassificationReading {
    private(set) var markings: [String: Marking] = [:]
    private(set) var codes: [String: [String: HandlingCode]] = [:]

    mutating func read(_ reader: inout YAMLReader) {
        let levels = Classification.allCases.map(\.rawValue)
        let node = reader.value("levels")
        if node?.sequence?.map(\.scalar) != levels {
            reader.fault(node ?? reader.node, "levels must be [\(levels.joined(separator: ", "))], in this order")
        }
        self.readMarkings(&reader)
        for entry in reader.entries("codes") {
            guard PolicyVocabulary.key(entry.name) != nil else {
                reader.fault(entry.key, "“\(entry.name.prefix(40))” cannot be a key of details")
                continue
            }
            var values: [String: HandlingCode] = [:]
            for value in entry.value.mapping ?? [] {
                values[value.key.scalar ?? ""] = reader.nested(value.value) { Self.code(&$0) }
            }
            if values.isEmpty { reader.fault(entry.value, "a code has values, each with what it does to a forward") }
            self.codes[entry.name] = values
        }
    }

    private static let effects = ForwardEffect.allCases.map(\.rawValue).joined(separator: ", ")

    private static func code(_ reader: inout YAMLReader) -> HandlingCode? {
        let forward = reader.required("forward", "one of \(Self.effects)", ForwardEffect.init(rawValue:))
        let purposes = reader.list("consentFor", "a purpose", PolicyVocabulary.label)
        return forward.map { HandlingCode(forward: $0, consentFor: Set(purposes)) }
    }

    // MARK: - Markings

    /// A marking brings with it all that it implies, so that their number bounds the work.
    private static let maximumMarkings = 64

    /// One marking as the file has it.
    private struct Entry {
        let key: YAMLNode
        let effect: Marking.Effect
        let forward: ForwardEffect
        let implies: [YAMLNode]
        let notFor: Set<String>
    }

    private mutating func readMarkings(_ reader: inout YAMLReader) {
        var entries: [String: Entry] = [:]
        let all = reader.entries("markings")
        if all.count > Self.maximumMarkings {
            reader.fault(reader.value("markings") ?? reader.node, "there are at most \(Self.maximumMarkings) markings")
        }
        for entry in all.prefix(Self.maximumMarkings) {
            guard PolicyVocabulary.label(entry.name) != nil else {
                reader.fault(entry.key, "“\(entry.name.prefix(40))” cannot be the name of a marking")
                continue
            }
            entries[entry.name] = reader.nested(entry.value) { inner in
                let forward = inner.optional("forward", "one of \(Self.effects)", ForwardEffect.init(rawValue:))
                _ = inner.list("implies", "a marking") { $0 }
                let implies = inner.value("implies")?.sequence ?? []
                let notFor = Set(inner.list("notFor", "a purpose", PolicyVocabulary.label))
                return inner.required("effect", "restricts or releases", Marking.Effect.init(rawValue:)).map {
                    Entry(key: entry.key, effect: $0, forward: forward ?? .free, implies: implies, notFor: notFor)
                }
            }
        }
        for (name, entry) in entries.sorted(by: { $0.value.key.line < $1.value.key.line }) {
            let implied = Self.implied(by: name, entry, entries, &reader)
            let notFor = implied.reduce(into: entry.notFor) { $0.formUnion(entries[$1]?.notFor ?? []) }
            self.markings[name] = Marking(
                name: name,
                effect: entry.effect,
                forward: entry.forward,
                implies: implied,
                notFor: notFor
            )
        }
    }

    /// All that a marking brings with it.
    ///
    /// What implies itself, or something of the other effect, makes no lattice: joining would have no least result.
    private static func implied(
        by name: String,
        _ entry: Entry,
        _ entries: [String: Entry],
        _ reader: inout YAMLReader
    ) -> Set<String> {
        var found: Set<String> = []
        var pending = entry.implies
        while let node = pending.popLast() {
            let next = node.scalar ?? ""
            guard let other = entries[next] else {
                reader.fault(node, "“\(next.prefix(40))” is no marking", known: entries.keys)
                continue
            }
            if next == name {
                reader.fault(entry.key, "\(name) implies itself: the markings make no lattice")
                return found
            }
            if other.effect != entry.effect {
                reader.fault(entry.key, "\(name) implies \(next), which has the other effect: they make no lattice")
            }
            if found.insert(next).inserted { pending += other.implies }
        }
        return found
    }
}
