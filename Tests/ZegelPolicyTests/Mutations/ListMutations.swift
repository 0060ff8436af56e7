// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

@testable import ZegelPolicy

/// What can be changed about a list.
///
/// Each element is left out where another stays. A role gets each further mailbox of the organisations of its members. A list of parties gets each other role that selects more; one of bases or kinds each
/// other basis or kind. A list of one party, basis, kind or cited kind gets another instead of it.
struct ListMutations {
    private let names: MutationNames
    private let place: [String]

    init(_ names: MutationNames, _ place: [String]) {
        self.names = names
        self.place = place
    }

    private static let parties: Set<String> = [
        "from", "to", "someTo", "everyTo", "required", "forbidden", "table", "measures", "party",
    ]

    /// How what is cited stands to what cites it.
    static let relations: Set<String> = ["answers", "follows", "received", "sent", "known"]

    func variants(of elements: [YAMLNode], _ node: YAMLNode) -> [Variant] {
        var variants: [Variant] = []
        func add(_ change: String, _ changed: [YAMLNode], _ words: Set<String>) {
            variants.append(
                Variant(place: self.place, change: change, node: node.with(.sequence(changed)), words: words)
            )
        }
        if elements.count > 1 {
            for index in elements.indices {
                var fewer = elements
                let gone = fewer.remove(at: index)
                add("without \(gone.scalar ?? "\(index)")", fewer, gone.words)
            }
        }
        if self.place.count == 2, self.place[0] == "members" {
            for outsider in self.names.outsiders(beside: self.place[1]) {
                add("and \(outsider)", elements + [.map([("mailbox", .text(outsider))])], [outsider])
            }
        }
        let texts = elements.compactMap(\.scalar)
        guard texts.count == elements.count, let others = self.others(than: texts) else { return variants }
        for other in others where !Self.relations.contains(self.place.last ?? "") {
            let words = self.names.members[other]?.union([other]) ?? [other]
            add("and \(other)", elements + [.text(other)], words)
        }
        if elements.count == 1, let other = others.first {
            add("\(other) instead of \(texts[0])", [.text(other)], Set(texts))
        }
        return variants
    }

    /// What the list could name besides; `nil` where it is of another kind.
    private func others(than texts: [String]) -> [String]? {
        let key = self.place.last ?? ""
        if key == "bases" { return self.names.bases.filter { !texts.contains($0) } }
        if key == "kinds" { return self.names.kinds.filter { !texts.contains($0) } }
        if key == "auditors" { return ["ctivd/onderzoek", "ap/toezicht"].filter { !texts.contains($0) } }
        if Self.relations.contains(key) { return self.names.kinds.filter { !texts.contains($0) } }
        guard Self.parties.contains(key), !self.isOfMarkings else { return nil }
        return self.names.roles(besides: texts, at: self.place)
    }

    private var isOfMarkings: Bool { self.place.dropLast().last == "markings" }
}
