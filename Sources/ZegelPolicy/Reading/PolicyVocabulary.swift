// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// The names that an exchange's file may use, so that one that leads nowhere is found when the policy is read.
struct PolicyVocabulary {
    let directory: OrganisationDirectory
    let markings: [String: Marking]
    /// The codes that stand in `details`, by name and value.
    let codes: [String: [String: HandlingCode]]
    /// The kinds of all exchanges, by exchange.
    let exchanges: [String: Set<String>]
    var roles = RoleNames()
    var bases: Set<String> = []
    var kinds: Set<String> = []
    var purposes: Set<String> = []
    /// What each kind says about `details`.
    var details: [String: [String: DetailRule]] = [:]

    init(
        directory: OrganisationDirectory,
        markings: [String: Marking],
        codes: [String: [String: HandlingCode]],
        exchanges: [String: Set<String>]
    ) {
        self.directory = directory
        self.markings = markings
        self.codes = codes
        self.exchanges = exchanges
    }

    /// Reads the list under a key that says whom a rule is about; `absent` where the key is not there.
    func selector(_ key: String, _ reader: inout YAMLReader, absent: Selector) -> Selector {
        guard let node = reader.value(key) else { return absent }
        return self.selector(node, key, &reader) ?? absent
    }

    /// The same, where a key that is not there means nobody.
    func selector(_ key: String, _ reader: inout YAMLReader) -> Selector? {
        reader.value(key).flatMap { self.selector($0, key, &reader) }
    }

    /// Reads a list of roles, mailboxes, kinds of organisations, regions, `own-organisation`, `members`, or `[any]`.
    func selector(_ node: YAMLNode, _ key: String, _ reader: inout YAMLReader) -> Selector? {
        guard let elements = node.sequence, !elements.isEmpty else {
            reader.fault(node, "\(key) must be a list of roles and mailboxes, or [any]")
            return nil
        }
        var (isAny, isOwn, roles, mailboxes) = (false, false, UInt64(0), Set<MailboxName>())
        for element in elements {
            let text = element.scalar ?? ""
            switch text {
            case "any": isAny = true
            case "own-organisation": isOwn = true
            case "members": roles |= self.roles.bits.values.reduce(0, |)
            default:
                if let bit = self.roles.bits[text] {
                    roles |= bit
                } else if let mailbox = self.mailbox(text) {
                    mailboxes.insert(mailbox)
                } else if let some = self.mailboxes(ofOrganisations: text) {
                    mailboxes.formUnion(some)
                } else {
                    reader.fault(
                        element,
                        "“\(text.prefix(80))” is neither a role of this exchange nor a mailbox of organisations.yaml",
                        known: self.words(like: text)
                    )
                }
            }
        }
        return Selector(isAny: isAny, roles: roles, mailboxes: mailboxes, hasOwnOrganisation: isOwn)
    }

    /// The mailboxes of all organisations of a kind, as `kind:bank`, or in a region, as `region:other`.
    private func mailboxes(ofOrganisations text: String) -> [MailboxName]? {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        let organisations = self.directory.organisations
        if parts[0] == "kind", let kind = Organisation.Kind(rawValue: parts[1]) {
            return organisations.filter { $0.kind == kind }.flatMap(\.mailboxes).map(\.name)
        }
        if parts[0] == "region", let region = Organisation.Region(rawValue: parts[1]) {
            return organisations.filter { $0.region == region }.flatMap(\.mailboxes).map(\.name)
        }
        return nil
    }

    private func words(like text: String) -> [String] {
        if text.contains("/") { return self.mailboxNames }
        if text.hasPrefix("kind:") { return Organisation.Kind.allCases.map { "kind:\($0.rawValue)" } }
        if text.hasPrefix("region:") { return Organisation.Region.allCases.map { "region:\($0.rawValue)" } }
        return self.roles.bits.keys + ["any", "own-organisation", "members"]
    }

    /// Reads a list of kinds of this exchange, or of another as `ambtsberichten/ambtsbericht`.
    func kindNames(_ node: YAMLNode, _ key: String, _ reader: inout YAMLReader) -> Set<KindName>? {
        guard let elements = node.sequence, !elements.isEmpty else {
            reader.fault(node, "\(key) must be a list of kinds")
            return nil
        }
        var names: Set<KindName> = []
        for element in elements {
            let parts = (element.scalar ?? "").split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            if parts.count == 1, self.kinds.contains(parts[0]) {
                names.insert(KindName(exchange: nil, kind: parts[0]))
            } else if parts.count == 2, self.exchanges[parts[0]]?.contains(parts[1]) ?? false {
                names.insert(KindName(exchange: parts[0], kind: parts[1]))
            } else {
                let others = self.exchanges.flatMap { exchange, kinds in kinds.map { "\(exchange)/\($0)" } }
                reader.fault(
                    element,
                    "“\((element.scalar ?? "…").prefix(80))” is no kind of this exchange",
                    known: parts.count == 1 ? Array(self.kinds) : others
                )
            }
        }
        return names
    }

    /// Reads a list of names that must be known; `nil` where the key is not there.
    func names(_ key: String, _ known: Set<String>, _ what: String, _ reader: inout YAMLReader) -> Set<String>? {
        guard let node = reader.value(key) else { return nil }
        guard let elements = node.sequence, !elements.isEmpty else {
            reader.fault(node, "\(key) must be a list with at least one \(what)")
            return nil
        }
        for element in elements where !known.contains(element.scalar ?? "") {
            reader.fault(element, "“\((element.scalar ?? "…").prefix(80))” is no \(what)", known: known)
        }
        return Set(elements.compactMap(\.scalar))
    }

    /// Reads a list of mailboxes.
    func mailboxes(_ key: String, _ reader: inout YAMLReader) -> Set<MailboxName> {
        guard let node = reader.value(key) else { return [] }
        guard let elements = node.sequence else {
            reader.fault(node, "\(key) must be a list of mailboxes")
            return []
        }
        return Set(elements.compactMap { self.mailbox($0, &reader) })
    }

    /// A mailbox that a node names; one that no organisation has is a fault.
    func mailbox(_ node: YAMLNode, _ reader: inout YAMLReader) -> MailboxName? {
        let text = node.scalar ?? ""
        if let name = self.mailbox(text) { return name }
        reader.fault(node, "“\(text.prefix(80))” is no mailbox of organisations.yaml", known: self.mailboxNames)
        return nil
    }

    private func mailbox(_ text: String) -> MailboxName? {
        MailboxName(text).flatMap { self.directory.clearance(of: $0) == nil ? nil : $0 }
    }

    private var mailboxNames: [String] { self.directory.organisations.flatMap(\.mailboxes).map { "\($0.name)" } }

    /// A name as headers have it: 1 to 64 lower-case letters, digits and hyphens.
    static func label(_ text: String) -> String? {
        let isPlain = text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        return (1...64).contains(text.utf8.count) && isPlain && !text.hasPrefix("-") && !text.hasSuffix("-")
            ? text : nil
    }

    /// A key of `details`: letters and digits, beginning with a small letter.
    static func key(_ text: String) -> String? {
        guard let first = text.first, first.isLowercase, first.isASCII, text.utf8.count <= 40 else { return nil }
        return text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } ? text : nil
    }
}
