// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// The servers that a message passed before it came here, oldest first, each with what it said (DESIGN §4.2).
package struct Custody: Hashable, Sendable {
    /// The most servers that a message may pass.
    package static let maximum = 8

    /// The servers.
    package let hops: [Hop]

    init(hops: [Hop]) { self.hops = hops }

    /// Reads what the evidence of a dossier shows.
    ///
    /// - Throws: ``Problem`` `relay.invalid` where a part is missing, or there is one too many.
    init(evidence: [String: [UInt8]]) throws(Problem) {
        var rest = Set(evidence.keys.filter { $0.hasPrefix(EntryPath.relays) })
        var hops: [Hop] = []
        while rest.contains(Hop.Part.acceptance.name(hops.count + 1)) {
            let number = hops.count + 1
            hops.append(
                try Hop(release: number == 1 ? evidence[Hop.Part.release.name(number)] : nil) {
                    evidence[$0.name(number)]
                }
            )
            rest.subtract(hops[number - 1].entries(number).map(\.name))
        }
        guard rest.isEmpty, hops.count <= Self.maximum else {
            throw Problem(.relayInvalid, "'\(rest.min() ?? EntryPath.relays)' belongs to no server that it passed.")
        }
        self.init(hops: hops)
    }

    /// The numbers of the servers.
    package var servers: [OIN] { self.hops.map(\.acceptance.server) }
    /// The digests of their seals, as an acceptance has them under `previous`.
    package var seals: [ContentDigest] { self.hops.map(\.digest) }
    /// What shows them in the evidence of the next server, in order.
    package var entries: [(name: String, bytes: [UInt8])] {
        self.hops.enumerated().flatMap { $0.element.entries($0.offset + 1) }
    }
    /// The names that the message had, with the server that gave each.
    package var names: [(server: OIN, message: MessageID)] {
        self.hops.map { ($0.acceptance.server, $0.acceptance.id) }
    }

    /// The same up to some server.
    private func first(_ count: Int) -> Custody { Custody(hops: Array(self.hops.prefix(count))) }

    /// Holds each acceptance to the header, the container and those before it.
    ///
    /// - Parameter forwardedTo: Those whom forwards name that come with it.
    /// - Throws: ``Problem`` `relay.invalid`.
    func hold(
        to header: MessageHeader,
        _ container: ContentDigest,
        forwardedTo: Set<MailboxName> = []
    ) throws(Problem) {
        for (index, hop) in self.hops.enumerated() {
            guard hop.acceptance.container == container else {
                throw Problem(.relayInvalid, "A server that it passed accepted another container.")
            }
            try self.first(index).hold(hop.acceptance, to: header, forwardedTo: forwardedTo)
        }
        guard Set(self.servers).count == self.hops.count else {
            throw Problem(.relayInvalid, "It passed a server twice.")
        }
    }

    /// Holds the acceptance of the server that took the message after these to the header and to them.
    ///
    /// - Parameter forwardedTo: Those whom forwards name that come with it.
    /// - Throws: ``Problem`` `relay.invalid`.
    func hold(
        _ acceptance: AcceptanceRecord,
        to header: MessageHeader,
        forwardedTo: Set<MailboxName> = []
    ) throws(Problem) {
        let shown = acceptance.evidence.filter { $0.name.hasPrefix(EntryPath.relays) }
        let expected = self.entries.map {
            AcceptanceRecord.Evidence(name: $0.name, digest: ContentDigest(of: $0.bytes))
        }
        guard shown == expected else {
            throw Problem(.relayInvalid, "An acceptance lists other servers than those that it passed.")
        }
        guard acceptance.submittedBy == self.servers.last ?? header.from.oin else {
            throw Problem(.relayInvalid, "An acceptance names another organisation or server that handed it in.")
        }
        // A sender that brings a message back names its own old seal, of which there is nothing to show.
        guard self.hops.isEmpty || acceptance.previous == self.seals else {
            throw Problem(.relayInvalid, "An acceptance names other seals than those before it.")
        }
        let addressees = header.to.map(\.address.mailbox)
        let own = addressees.filter(acceptance.to.contains)
        let further = acceptance.to.dropFirst(own.count)
        let isPart =
            !acceptance.to.isEmpty && Array(acceptance.to.prefix(own.count)) == own
            && Set(further).count == further.count && forwardedTo.isSuperset(of: further)
        guard self.hops.isEmpty ? acceptance.to == addressees : isPart else {
            throw Problem(
                .relayInvalid,
                "An acceptance names other mailboxes than the header and the forwards with it."
            )
        }
    }
}
