// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// A policy that was read without a fault: organisations and exchanges.
package struct PolicySet: Sendable {
    /// The digest of its files.
    package let digest: ContentDigest
    /// The organisations.
    package let organisations: OrganisationDirectory
    let exchanges: [String: ExchangePolicy]

    /// Reads a policy.
    ///
    /// - Throws: ``YAMLFaults`` with every fault of every file.
    package init(_ source: PolicySource) throws(YAMLFaults) {
        var faults: [YAMLFault] = []
        var organisations = OrganisationDirectory([])
        if let file = source.files.first(where: { $0.path == "organisations.yaml" }) {
            Self.read(file, &faults) { organisations = Self.organisations(&$0) }
        } else {
            faults.append(.init(file: "organisations.yaml", line: 1, message: "the file is missing"))
        }
        var exchanges: [String: ExchangePolicy] = [:]
        for file in source.files where file.path.hasPrefix("exchanges/") {
            Self.read(file, &faults) { reader in
                guard let exchange = ExchangePolicy(&reader, known: organisations) else { return }
                if exchanges.updateValue(exchange, forKey: exchange.name) != nil {
                    reader.fault(reader.node, "the exchange \(exchange.name) stands in two files")
                }
            }
        }
        guard faults.isEmpty else { throw YAMLFaults(faults: faults) }
        self.digest = source.digest
        self.organisations = organisations
        self.exchanges = exchanges
    }

    private static func read(
        _ file: (path: String, bytes: [UInt8]),
        _ faults: inout [YAMLFault],
        _ body: (inout YAMLReader) -> Void
    ) {
        do {
            var reader = YAMLReader(try StrictYAML.parse(file.bytes, file: file.path), file: file.path)
            body(&reader)
            reader.refuseUnknown()
            faults += reader.faults
        } catch {
            faults += error.faults
        }
    }

    private static func organisations(_ reader: inout YAMLReader) -> OrganisationDirectory {
        var seen: Set<String> = []
        let organisations = reader.mappings("organisations") { element -> Organisation? in
            guard let oin = element.required("oin", "20 digits", { OIN($0) }),
                let short = element.required("short", "a short name", { MailboxName.isLabel($0) ? $0 : nil }),
                let name = element.required("name", "a name", { $0.isEmpty ? nil : $0 }),
                let kind = element.required("kind", "a kind of organisation", Organisation.Kind.init(rawValue:)),
                let region = element.required("region", "nl, eu or other", Organisation.Region.init(rawValue:))
            else { return nil }
            if !seen.insert("\(oin)").inserted { element.fault(element.node, "the OIN \(oin) stands twice") }
            if !seen.insert(short).inserted { element.fault(element.node, "the name \(short) stands twice") }
            var mailboxes: [Organisation.Mailbox] = []
            for entry in element.entries("mailboxes") {
                guard let mailbox = MailboxName(entry.name), mailbox.organisation == short,
                    let clearance = entry.value.scalar.flatMap(Classification.init(rawValue:))
                else {
                    element.fault(entry.key, "write \(short)/function: level")
                    continue
                }
                mailboxes.append(.init(name: mailbox, clearance: clearance))
            }
            return Organisation(
                oin: oin,
                short: short,
                name: name,
                kind: kind,
                region: region,
                mailboxes: mailboxes,
                scopes: Set(element.list("scopes", "a scope", Scope.Name.init(rawValue:))),
                releasers: Set(element.list("releasers", "a SHA-256", { ContentDigest(hexadecimal: $0) })),
                validFrom: element.optional("validFrom", "a day", { CalendarDate($0) }),
                validUntil: element.optional("validUntil", "a day", { CalendarDate($0) })
            )
        }
        return OrganisationDirectory(organisations)
    }
}
