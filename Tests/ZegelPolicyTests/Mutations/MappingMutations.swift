// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

@testable import ZegelPolicy

/// What can be changed about keys and values.
///
/// Each key is left out that may be. A condition is turned into its opposite. What cites gets each other relation, and takes what is
/// past its review or nothing at all; a release, a number of subjects, a limit of addressees, a requirement or leave to forward that
/// nobody wrote is written.
struct MappingMutations {
    private let names: MutationNames
    private let place: [String]

    init(_ names: MutationNames, _ place: [String]) {
        self.names = names
        self.place = place
    }

    private static let conditions: Set<String> = ["when", "unless", "where"]

    func variants(of node: YAMLNode) -> [Variant] {
        let members = node.mapping ?? []
        var changes = members.compactMap { self.without($0.key.scalar ?? "", $0.value, of: node) }
        if Self.conditions.contains(self.place.last ?? "") {
            changes.append(("turned round", .map([("not", node)])))
        }
        changes += self.additions(to: node)
        return changes.map { Variant(place: self.place, change: $0, node: $1, words: []) }
    }

    /// The mapping without a member; `nil` where that changes nothing.
    private func without(_ key: String, _ value: YAMLNode, of node: YAMLNode) -> (String, YAMLNode)? {
        let isMember = self.place.first == "members" && self.place.count == 3
        if MutationWalk.inert.contains(key) || isMember && key == "basis" { return nil }
        if self.place.isEmpty, key != "every", key != "onward", key != "auditors" { return nil }
        if self.place.first == "organisations" { return nil }
        let isParty = ["from", "to", "party"].contains(key)
        if isParty, value.sequence?.compactMap(\.scalar) == ["any"] { return nil }
        return ("without \(key)", node.setting(key, to: nil))
    }

    private func additions(to node: YAMLNode) -> [(String, YAMLNode)] {
        func adding(_ key: String, _ value: String) -> (String, YAMLNode) {
            ("\(key): \(value)", node.setting(key, to: .text(value)))
        }
        switch (self.place.count, self.place.first) {
        case (0, _) where !self.names.kinds.isEmpty && node["onward"] == nil:
            let permit = YAMLNode.map([
                ("from", .list([.text("any")])), ("to", .list([.text("any")])), ("purpose", .text("any")),
                ("consent", .text("not-needed")),
            ])
            return [("free onward", node.setting("onward", to: .map([("permits", .list([permit]))])))]
        case (2, "kinds"):
            let shared = self.names.every
            let release = shared?["release"] == nil ? "2" : "1"
            return (node["release"] == nil ? [adding("release", release)] : [])
                + (node["subjects"] == nil && shared?["subjects"] == nil ? [adding("subjects", "any")] : [])
        default: return self.inner(node, adding)
        }
    }

    private func inner(_ node: YAMLNode, _ adding: (String, String) -> (String, YAMLNode)) -> [(String, YAMLNode)] {
        let parent = self.place.dropLast().last
        switch parent {
        case "permits" where self.place.first == "kinds" && node["addressees"] == nil:
            let to = (node["to"]?.sequence ?? []).compactMap(\.scalar)
            return self.names.mailboxes(to)?.count == 1 ? [] : [adding("addressees", "1")]
        case "details", "fields":
            let isOpen = node["required"] == nil && node["forbidden"] == nil
            return isOpen ? [("required", node.setting("required", to: .list([.text("any")])))] : []
        case "cites": return self.citing(node, adding)
        default: return []
        }
    }

    private func citing(_ node: YAMLNode, _ adding: (String, String) -> (String, YAMLNode)) -> [(String, YAMLNode)] {
        let relation = ListMutations.relations.sorted().first { node[$0] != nil }
        guard let relation, let kinds = node[relation] else { return [] }
        let others = ListMutations.relations.sorted().filter { $0 != relation }
        let turned = others.map { other in
            ("\(other) instead of \(relation)", node.setting(relation, to: nil).setting(other, to: kinds))
        }
        let free = node["number"] == nil ? [adding("number", "optional")] : []
        return turned + free + (node["lapsed"] == nil ? [adding("lapsed", "allowed")] : [])
    }
}
