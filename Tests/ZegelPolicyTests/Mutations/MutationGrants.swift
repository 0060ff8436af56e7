// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

@testable import ZegelPolicy

/// What permits, purposes, ceilings and citations of a file come to, written out for every kind, sender and addressee.
///
/// Two files with the same grants decide alike, however they say it: a basis that another rule gives already, a ceiling below which another
/// stands, a purpose for those who never send that kind, another word for whoever alone could have sent what is cited. To change one into the other is no mutation.
struct MutationGrants: Equatable {
    /// Who sends a kind to whom.
    private struct Route: Hashable {
        let kind: String
        let from: String
        let to: String
    }

    /// Under which condition, and to how many of those whom a permit selects.
    private struct Leave: Hashable {
        let addressees: Int
        let when: String
    }

    private var routes: [Route: Set<Leave>] = [:]
    private var purposes: [Route: [String: Set<String>]] = [:]
    private var levels: [Route: Int] = [:]
    /// For each route and rule, what it could cite.
    private var citations: [Route: Set<String>] = [:]

    /// Writes out a file; `nil` where it is that of no exchange.
    init?(_ root: YAMLNode, groups: [String: Set<String>]) {
        guard let kinds = root["kinds"]?.mapping else { return nil }
        let names = MutationNames(root, groups: groups)
        let all = names.members.values.reduce(into: Set<String>()) { $0.formUnion($1) }
        func mailboxes(_ node: YAMLNode?) -> Set<String> {
            guard let parties = node?.sequence?.compactMap(\.scalar) else { return all }
            return names.mailboxes(parties) ?? all
        }
        for kind in kinds {
            let permits = kind.value["permits"] ?? root["every"]?["permits"]
            for permit in permits?.sequence ?? [] {
                let receivers = mailboxes(permit["to"])
                let limit = permit["addressees"]?.scalar.flatMap { Int($0) } ?? 200
                let leave = Leave(addressees: min(limit, receivers.count), when: permit["when"]?.text ?? "")
                for from in mailboxes(permit["from"]) {
                    for to in receivers {
                        let route = Route(kind: kind.key.scalar ?? "", from: from, to: to)
                        self.routes[route, default: []].insert(leave)
                    }
                }
            }
        }
        self.routes = self.routes.mapValues { leaves in
            let widest = leaves.filter(\.when.isEmpty).map(\.addressees).max() ?? 0
            return leaves.filter { $0.addressees > widest || $0.when.isEmpty && $0.addressees == widest }
        }
        for rule in root["purposes"]?.sequence ?? [] {
            let bases = (rule["bases"]?.sequence ?? []).compactMap(\.scalar)
            let granted = Set(bases.map { "\($0) \(rule["when"]?.text ?? "")" })
            for route in self.about(rule, mailboxes) {
                self.purposes[route, default: [:]][rule["purpose"]?.scalar ?? "", default: []].formUnion(granted)
            }
        }
        for rule in root["ceilings"]?.sequence ?? [] {
            let level = rule["level"]?.scalar.flatMap { Classification(rawValue: $0) }?.rank ?? 0
            for route in self.about(rule, mailboxes) { self.levels[route] = min(level, self.levels[route] ?? 9) }
        }
        for kind in kinds {
            let rules = kind.value["cites"] ?? root["every"]?["cites"]
            for (index, rule) in (rules?.sequence ?? []).enumerated() { self.cite(rule, index, kind.key.scalar ?? "") }
        }
    }

    /// Writes out which messages a rule takes between which parties; where one addressee tells two relations not apart, several do not.
    private mutating func cite(_ rule: YAMLNode, _ index: Int, _ kind: String) {
        guard let relation = ListMutations.relations.sorted().first(where: { rule[$0] != nil }) else { return }
        let cited = (rule[relation]?.sequence ?? []).compactMap(\.scalar)
        let rest = "\(index) \(rule.setting(relation, to: nil).text)"
        for route in self.routes.keys where route.kind == kind {
            var taken = Set(cited.filter { $0.contains("/") }.map { "\(rest) \(relation) \($0)" })
            for other in self.routes.keys where cited.contains(other.kind) {
                let isTaken =
                    switch relation {
                    case "answers": other.from == route.to && other.to == route.from
                    case "follows": other.from == route.from && other.to == route.to
                    case "received": other.to == route.from
                    case "sent": other.from == route.from
                    default: other.from == route.from || other.to == route.from
                    }
                if isTaken { taken.insert("\(rest) \(other)") }
            }
            self.citations[route, default: []].formUnion(taken.union([rest]))
        }
    }

    /// The routes that a rule is about.
    private func about(_ rule: YAMLNode, _ mailboxes: (YAMLNode?) -> Set<String>) -> [Route] {
        let (from, to) = (mailboxes(rule["from"]), mailboxes(rule["to"]))
        let kinds = rule["kinds"]?.sequence?.compactMap(\.scalar)
        return self.routes.keys.filter { route in
            from.contains(route.from) && to.contains(route.to) && kinds?.contains(route.kind) ?? true
        }
    }
}

extension YAMLNode {
    /// What it says, in one way.
    fileprivate var text: String {
        switch self.content {
        case .scalar(let text): text
        case .sequence(let elements): "[\(elements.map(\.text).joined(separator: ","))]"
        case .mapping(let members):
            "{\(members.map { "\($0.key.text):\($0.value.text)" }.sorted().joined(separator: ","))}"
        }
    }
}
