// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Reads `organisations.yaml`.
struct OrganisationReading {
    private var seen: [String: Int] = [:]

    mutating func directory(_ reader: inout YAMLReader) -> OrganisationDirectory {
        let organisations = reader.mappings("organisations") { self.organisation(&$0) }
        if organisations.isEmpty { reader.missing("organisations", "a list of partners") }
        var servers = ServerReading(organisations)
        return OrganisationDirectory(organisations, servers: servers.servers(&reader))
    }

    private mutating func organisation(_ reader: inout YAMLReader) -> Organisation? {
        let oin = reader.required("oin", "20 digits") { OIN($0) }
        let short = reader.required("short", "a short name of small letters, digits and hyphens") {
            MailboxName.isLabel($0) ? $0 : nil
        }
        let name = reader.required("name", "a name") { $0.isEmpty ? nil : $0 }
        let kinds = Organisation.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        let kind = reader.required("kind", "one of \(kinds)", Organisation.Kind.init(rawValue:))
        let region = reader.required("region", "nl, eu or other", Organisation.Region.init(rawValue:))
        let scopes = self.scopes(&reader)
        let releasers = reader.list("releasers", "a SHA-256 in small hexadecimal digits") {
            ContentDigest(hexadecimal: $0)
        }
        let validFrom = reader.optional("validFrom", "a day as 2026-01-01") { CalendarDate($0) }
        let validUntil = reader.optional("validUntil", "a day as 2026-12-31") { CalendarDate($0) }
        if let validFrom, let validUntil, validUntil < validFrom {
            reader.fault(reader.node, "validUntil lies before validFrom")
        }
        let mailboxes = self.mailboxes(&reader, of: short ?? "")
        guard let oin, let short, let name, let kind, let region else { return nil }
        self.refuseTwice("the OIN \(oin)", &reader)
        self.refuseTwice("the short name \(short)", &reader)
        return Organisation(
            oin: oin,
            short: short,
            name: name,
            kind: kind,
            region: region,
            mailboxes: mailboxes,
            scopes: scopes,
            releasers: Set(releasers),
            validFrom: validFrom,
            validUntil: validUntil
        )
    }

    private func mailboxes(_ reader: inout YAMLReader, of short: String) -> [Organisation.Mailbox] {
        let entries = reader.entries("mailboxes")
        if entries.isEmpty { reader.missing("mailboxes", "name and clearance of each") }
        return entries.compactMap { entry in
            guard let name = MailboxName(entry.name), name.organisation == short else {
                reader.fault(entry.key, "a mailbox of \(short) is named \(short)/ and a function")
                return nil
            }
            guard let clearance = entry.value.scalar.flatMap(Classification.init(rawValue:)) else {
                let levels = Classification.allCases.map(\.rawValue)
                reader.fault(entry.value, "the clearance is one of \(levels.joined(separator: ", "))", known: levels)
                return nil
            }
            return Organisation.Mailbox(name: name, clearance: clearance)
        }
    }

    /// Names of scopes, and `messages.*` for all that begin so.
    private func scopes(_ reader: inout YAMLReader) -> Set<Scope.Name> {
        guard let node = reader.value("scopes") else { return [] }
        guard let elements = node.sequence else {
            reader.fault(node, "scopes must be a list")
            return []
        }
        var scopes: Set<Scope.Name> = []
        for element in elements {
            if element.scalar == "messages.*" {
                scopes.formUnion(Scope.Name.allCases.filter(\.isNarrowable))
            } else if let name = element.scalar.flatMap(Scope.Name.init(rawValue:)) {
                scopes.insert(name)
            } else {
                let known = Scope.Name.allCases.map(\.rawValue)
                reader.fault(element, "“\((element.scalar ?? "…").prefix(40))” is no scope", known: known)
            }
        }
        return scopes
    }

    private mutating func refuseTwice(_ what: String, _ reader: inout YAMLReader) {
        if let line = self.seen[what] {
            reader.fault(reader.node, "\(what) stands twice; it stands first at line \(line)")
        } else {
            self.seen[what] = reader.node.line
        }
    }
}
