// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// The names that an exchange's file may use, so that one that leads nowhere is found when the policy is read.
struct PolicyVocabulary {
    let directory: OrganisationDirectory
    let markings: [String: Marking]
    var roles = RoleNames()
    var bases: Set<String> = []
    var kinds: Set<String> = []

    init(directory: OrganisationDirectory, markings: [String: Marking]) {
        self.directory = directory
        self.markings = markings
    }

    /// Reads a list of roles and mailboxes, or `[any]`; `absent` where the key is not there.
    func selector(_ key: String, _ reader: inout YAMLReader, absent: Selector) -> Selector {
        guard let node = reader.value(key) else { return absent }
        guard let elements = node.sequence, !elements.isEmpty else {
            reader.fault(node, "\(key) must be a list of roles and mailboxes, or [any]")
            return absent
        }
        var isAny = false
        var roles: UInt64 = 0
        var mailboxes: Set<MailboxName> = []
        for element in elements {
            let text = element.scalar ?? ""
            if text == "any" {
                isAny = true
            } else if let bit = self.roles.bits[text] {
                roles |= bit
            } else if let mailbox = self.mailbox(text) {
                mailboxes.insert(mailbox)
            } else {
                reader.fault(
                    element,
                    "“\(text.prefix(80))” is neither a role of this exchange nor a mailbox of organisations.yaml",
                    known: text.contains("/") ? self.mailboxNames : Array(self.roles.bits.keys)
                )
            }
        }
        return Selector(isAny: isAny, roles: roles, mailboxes: mailboxes)
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
