// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

extension ExchangePolicy {
    /// Reads a file; `nil` where faults were noted that leave nothing to read.
    init?(_ reader: inout YAMLReader, known: OrganisationDirectory) {
        guard let name = reader.required("exchange", "the name of the exchange", Self.label) else { return nil }
        var roles: [String: Set<MailboxName>] = [:]
        for entry in reader.entries("members") {
            roles[entry.name] = Self.mailboxes(entry.value, known, &reader)
        }
        let auditors = reader.value("auditors").map { Self.mailboxes($0, known, &reader) } ?? []
        var kinds: [String: Kind] = [:]
        for entry in reader.entries("kinds") {
            kinds[entry.name] = reader.nested(entry.value) { Self.kind(&$0, roles, known, line: entry.key.line) }
        }
        self.name = name
        self.file = reader.file
        self.members = roles.values.reduce(into: []) { $0.formUnion($1) }
        self.auditors = auditors
        self.kinds = kinds
    }

    private static func kind(
        _ reader: inout YAMLReader,
        _ roles: [String: Set<MailboxName>],
        _ known: OrganisationDirectory,
        line: Int
    ) -> Kind? {
        let from = reader.required("from", "a role of members") { roles[$0] }
        let to = reader.required("to", "a role of members") { roles[$0] }
        var details: [String: DetailType] = [:]
        for entry in reader.entries("details") {
            guard let type = entry.value.scalar.flatMap(DetailType.init(rawValue:)) else {
                reader.fault(entry.value, "\(entry.name) must be integer, date, boolean, text or group")
                continue
            }
            details[entry.name] = type
        }
        let kind = Kind(
            from: from ?? [],
            to: to ?? [],
            hasOneAddressee: reader.optional("addressees", "one") { $0 == "one" ? true : nil } ?? false,
            releases: reader.optional("release", "1 or 2") { Int($0).flatMap { (1...2).contains($0) ? $0 : nil } } ?? 1,
            details: details,
            required: reader.list("required", "a key of details") { details[$0] == nil ? nil : $0 },
            markings: reader.list("markings", "a marking", Self.label),
            review: reader.optional("review", "a number of days") { Int($0) },
            answers: reader.optional("answers", "a kind", Self.label),
            uses: reader.mappings("uses") { Self.use(&$0, details, known) },
            line: line
        )
        if kind.uses.isEmpty { reader.fault(reader.node, "a kind needs at least one use") }
        return kind
    }

    private static func use(
        _ reader: inout YAMLReader,
        _ details: [String: DetailType],
        _ known: OrganisationDirectory
    ) -> Use? {
        guard let purpose = reader.required("purpose", "a purpose", Self.label),
            let basis = reader.required("basis", "a legal basis", Self.label),
            let ceiling = reader.required("ceiling", "a level", Classification.init(rawValue:))
        else { return nil }
        return Use(
            purpose: purpose,
            basis: basis,
            from: Set(reader.list("from", "a mailbox of organisations.yaml") { Self.mailbox($0, known) }),
            to: Set(reader.list("to", "a mailbox of organisations.yaml") { Self.mailbox($0, known) }),
            ceiling: ceiling,
            required: reader.list("required", "a key of details") { details[$0] == nil ? nil : $0 },
            line: reader.node.line
        )
    }

    private static func mailboxes(
        _ node: YAMLNode,
        _ known: OrganisationDirectory,
        _ reader: inout YAMLReader
    ) -> Set<MailboxName> {
        var names: Set<MailboxName> = []
        for element in node.sequence ?? [] {
            guard let name = element.scalar.flatMap({ Self.mailbox($0, known) }) else {
                reader.fault(element, "“\(element.scalar ?? "…")” is no mailbox of organisations.yaml")
                continue
            }
            names.insert(name)
        }
        if node.sequence == nil { reader.fault(node, "a list of mailboxes is expected") }
        return names
    }

    private static func mailbox(_ text: String, _ known: OrganisationDirectory) -> MailboxName? {
        MailboxName(text).flatMap { known.clearance(of: $0) == nil ? nil : $0 }
    }

    private static func label(_ text: String) -> String? { MailboxName.isLabel(text) ? text : nil }
}
