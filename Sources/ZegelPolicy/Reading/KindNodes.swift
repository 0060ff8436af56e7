// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// The kinds of an exchange as its file has them, each with what `every` says of all of them.
struct KindNodes {
    let kinds: [(name: String, key: YAMLNode, value: YAMLNode)]
    /// Values that may be read because kinds have what stands under `every`: a small file must not make much work.
    private static let maximumWork = 100_000

    /// Takes the members of `kinds`, and the value of `every`, where there is one.
    init(
        _ kinds: [(name: String, key: YAMLNode, value: YAMLNode)],
        every: YAMLNode?,
        _ reader: inout YAMLReader
    ) {
        if let every, every.count * kinds.count > Self.maximumWork {
            reader.fault(every, "every says too much for so many kinds")
            self.kinds = kinds
            return
        }
        self.kinds = kinds.map {
            ($0.name, $0.key, every.map { [value = $0.value] in Self.joined($0, value) } ?? $0.value)
        }
    }

    /// What a kind says itself goes before; `details` and `fields` join key by key, and `forbids` add up.
    private static func joined(_ every: YAMLNode, _ kind: YAMLNode) -> YAMLNode {
        guard let general = every.mapping, let own = kind.mapping else { return kind }
        var members = own
        for member in general {
            guard let place = own.firstIndex(where: { $0.key.scalar == member.key.scalar }) else {
                members.append(member)
                continue
            }
            switch member.key.scalar {
            case "details", "fields": members[place].value = Self.merged(member.value, own[place].value)
            case "forbids": members[place].value = Self.added(member.value, own[place].value)
            default: ()
            }
        }
        return YAMLNode(content: .mapping(members), line: kind.line, column: kind.column)
    }

    private static func merged(_ general: YAMLNode, _ own: YAMLNode) -> YAMLNode {
        guard let all = general.mapping, let some = own.mapping else { return own }
        let missing = all.filter { member in !some.contains { $0.key.scalar == member.key.scalar } }
        return YAMLNode(content: .mapping(some + missing), line: own.line, column: own.column)
    }

    private static func added(_ general: YAMLNode, _ own: YAMLNode) -> YAMLNode {
        guard let all = general.sequence, let some = own.sequence else { return own }
        return YAMLNode(content: .sequence(some + all), line: own.line, column: own.column)
    }
}
