// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

@testable import ZegelPolicy

/// All files that differ from a given one in one thing.
///
/// What a mutation is: the list operations, mapping operations and value operations of ``ListMutations``, ``MappingMutations`` and
/// ``ScalarMutations``, at every place of the file where they give a policy that can still be read. What cannot be read is no mutation: the
/// server refuses it. Nothing is changed that decides nothing: titles, the texts of `why`, the references of bases, the basis that stands
/// beside a member, `limits`, which is about invariants, and the effect of a marking, which is about joining messages; nor is a change of permits, purposes, ceilings or citations one that, written out for every
/// kind, sender and addressee, grants what was granted (``MutationGrants``). `signingAge`, `deliverWithin`, `escalation`, `partial` and `auditContents` are no part of an answer to a row; a test
/// of their own holds them.
struct MutationWalk {
    let file: String
    private let names: MutationNames
    private let groups: [String: Set<String>]
    private let named: Set<String>

    static let inert: Set<String> = [
        "title", "exchange", "why", "limits", "signingAge", "deliverWithin", "escalation", "partial", "auditContents",
        "levels", "effect",
    ]

    init(_ root: YAMLNode, file: String, groups: [String: Set<String>], named: Set<String>) {
        self.file = file
        self.names = MutationNames(root, groups: groups)
        self.groups = groups
        self.named = named
    }

    func mutants(of root: YAMLNode) -> [Mutant] {
        let grants = MutationGrants(root, groups: self.groups)
        return self.variants(of: root, at: []).filter { variant in
            let isOfGrants =
                ["purposes", "ceilings"].contains(variant.place.first)
                || variant.place.contains("permits") || variant.place.contains("cites")
            return !isOfGrants || variant.place.first == "onward"
                || MutationGrants(variant.node, groups: self.groups) != grants
        }
        .map { variant in
            Mutant(
                file: self.file,
                place: variant.place,
                change: variant.change,
                root: variant.node,
                words: variant.words.union(variant.place)
            )
        }
    }

    private func variants(of node: YAMLNode, at place: [String]) -> [Variant] {
        switch node.content {
        case .scalar: return ScalarMutations(place, named: self.named).variants(of: node)
        case .sequence(let elements):
            let own = ListMutations(self.names, place).variants(of: elements, node)
            return own
                + elements.indices.flatMap { index in
                    self.variants(of: elements[index], at: place + ["\(index)"]).map { inner in
                        var all = elements
                        all[index] = inner.node
                        return self.lifted(inner, node.with(.sequence(all)), elements[index])
                    }
                }
        case .mapping(let members):
            let own = MappingMutations(self.names, place).variants(of: node)
            return own
                + members.indices.flatMap { index -> [Variant] in
                    let key = members[index].key.scalar ?? ""
                    if self.isInert(key, at: place) { return [] }
                    return self.variants(of: members[index].value, at: place + [key]).map { inner in
                        var all = members
                        all[index].value = inner.node
                        // What stands beside a rule says who it is about.
                        let near = place.count > 2 ? node : members[index].value
                        return self.lifted(inner, node.with(.mapping(all)), near)
                    }
                }
        }
    }

    private func lifted(_ inner: Variant, _ node: YAMLNode, _ near: YAMLNode) -> Variant {
        let words = near.line > 0 && inner.words.count < 40 ? inner.words.union(near.words) : inner.words
        return Variant(place: inner.place, change: inner.change, node: node, words: words)
    }

    private func isInert(_ key: String, at place: [String]) -> Bool {
        if place.isEmpty, key == "bases" { return true }
        if place.first == "members", key == "basis" { return true }
        if place.first == "organisations" { return !["mailboxes", "kind", "region"].contains(key) && place.count < 3 }
        return Self.inert.contains(key)
    }
}
