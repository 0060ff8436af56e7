// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

@testable import ZegelPolicy

/// The names that an exchange declares, and who sends and receives each kind.
struct MutationNames {
    let roles: [String]
    let members: [String: Set<String>]
    let bases: [String]
    let kinds: [String]
    let every: YAMLNode?
    private let root: YAMLNode
    /// The mailboxes of each kind of organisation and each region, as `kind:bank` and `region:eu`.
    private let groups: [String: Set<String>]

    init(_ root: YAMLNode, groups: [String: Set<String>]) {
        func keys(_ key: String) -> [String] { (root[key]?.mapping ?? []).compactMap(\.key.scalar) }
        self.roles = keys("members")
        self.bases = keys("bases")
        self.kinds = keys("kinds")
        self.every = root["every"]
        self.root = root
        self.groups = groups
        self.members = Dictionary(
            (root["members"]?.mapping ?? []).map { member in
                (member.key.scalar ?? "", Set((member.value.sequence ?? []).compactMap { $0["mailbox"]?.scalar }))
            },
            uniquingKeysWith: { $0.union($1) }
        )
    }

    /// The mailboxes of `kind:` and `region:`, and those of an organisation as `short:`, as `organisations.yaml` has them.
    static func groups(_ organisations: YAMLNode?) -> [String: Set<String>] {
        (organisations?["organisations"]?.sequence ?? []).reduce(into: [:]) { groups, organisation in
            let mailboxes = (organisation["mailboxes"]?.mapping ?? []).compactMap(\.key.scalar)
            for key in ["kind", "region", "short"] {
                groups["\(key):\(organisation[key]?.scalar ?? "")", default: []].formUnion(mailboxes)
            }
        }
    }

    /// The mailboxes that a list of parties selects, as far as roles and mailboxes of this exchange say; `nil` where more.
    func mailboxes(_ parties: [String]) -> Set<String>? {
        var found: Set<String> = []
        for party in parties {
            if party == "any" || party == "members" { return nil }
            found.formUnion(self.members[party] ?? self.groups[party] ?? [party])
        }
        return found
    }

    /// The mailboxes without a role whose organisation has a member in a role.
    func outsiders(beside role: String) -> [String] {
        let inside = self.members[role] ?? []
        let organisations = Set(inside.compactMap { $0.split(separator: "/").first })
        let all = organisations.reduce(into: Set<String>()) { $0.formUnion(self.groups["short:\($1)"] ?? []) }
        return all.subtracting(self.members.values.joined()).sorted()
    }

    /// The roles that select more than a list of parties does, and that can matter at a place.
    ///
    /// Beside a permit, a list of senders is about those who send a kind that the rule is about, and one of addressees about those who receive
    /// it: for anybody else the permits have said no before, whatever stands in the list.
    func roles(besides parties: [String], at place: [String]) -> [String] {
        guard let selected = self.mailboxes(parties) else { return [] }
        let taking = self.takers(at: place)
        return self.roles.filter { role in
            let more = (self.members[role] ?? []).subtracting(selected)
            return !(taking.map { more.intersection($0) } ?? more).isEmpty
        }
    }

    /// Who can send, or receive, what the rule at a place is about; `nil` where anyone.
    private func takers(at place: [String]) -> Set<String>? {
        let isOfSenders = place.last == "from"
        let kinds: [String]
        switch place.first {
        case "kinds" where place.count > 2 && place[2] != "permits": kinds = [place[1]]
        case "every" where place.count > 1 && place[1] != "permits": kinds = self.kinds
        default: return nil
        }
        var found: Set<String> = []
        for kind in kinds {
            for permit in (self.root["kinds"]?[kind]?["permits"] ?? self.every?["permits"])?.sequence ?? [] {
                let parties = (permit[isOfSenders ? "from" : "to"]?.sequence ?? []).compactMap(\.scalar)
                guard let mailboxes = self.mailboxes(parties) else { return nil }
                found.formUnion(mailboxes)
            }
        }
        return found
    }
}
