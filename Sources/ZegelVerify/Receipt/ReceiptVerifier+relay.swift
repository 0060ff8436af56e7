// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import TransparencyLog
package import ZegelCore

/// A message that was pushed to another server, as the receipt of that server must speak of it.
package struct PushedMessage: Sendable {
    /// The header.
    package let header: MessageHeader
    /// The digest of the container.
    package let container: ContentDigest
    /// Bytes of the container.
    package let size: Int
    /// Bytes of the container before its central directory.
    package let entriesSize: Int
    /// What the own server said when it accepted it.
    package let acceptance: AcceptanceRecord
    /// The manifest of the own seal: it names every entry of the container.
    package let sealManifest: [UInt8]
    /// The own seal.
    package let seal: [UInt8]
    /// Those who have it by a forward.
    package let forwardedTo: [MailboxName]

    /// Gathers what a receipt is held to.
    package init(
        header: MessageHeader,
        container: ContentDigest,
        size: Int,
        entriesSize: Int,
        acceptance: AcceptanceRecord,
        sealManifest: [UInt8],
        seal: [UInt8],
        forwardedTo: [MailboxName] = []
    ) {
        self.header = header
        self.container = container
        self.size = size
        self.entriesSize = entriesSize
        self.acceptance = acceptance
        self.sealManifest = sealManifest
        self.seal = seal
        self.forwardedTo = forwardedTo
    }

    /// Whether these are the seals of servers that it passed, the own one last: this one, or that from before this server lost it.
    func hasPassed(_ seals: [ContentDigest]) -> Bool {
        let known = self.acceptance.previous
        guard let last = seals.last, last == ContentDigest(of: self.seal) || known.contains(last) else { return false }
        return Set(seals.dropLast()).isSubset(of: known)
    }

    /// The digests of the container's entries, by their names.
    func entries() throws(Problem) -> [String: [UInt8]] {
        let manifest: ASiCManifest
        do { manifest = try ASiCManifest(parsing: self.sealManifest) } catch { throw Problem(error) }
        let added = Set(self.acceptance.evidence.map(\.name) + [EntryPath.acceptance])
        let own = manifest.references.filter { !added.contains($0.uri) }
        return Dictionary(own.map { ($0.uri, $0.digest) }, uniquingKeysWith: { first, _ in first })
    }
}

extension ReceiptVerifier {
    /// Verifies the receipt of another server for a message that was pushed to it.
    ///
    /// It is about this very container, says by which servers it came, and covers every entry.
    ///
    /// - Throws: ``Problem`` as ``verify(_:of:at:)-(MessageReceipt,CheckedContainer,_)``.
    package func verify(
        _ receipt: MessageReceipt,
        of pushed: PushedMessage,
        at now: Instant
    ) async throws(Problem) -> Verified<AcceptanceRecord> {
        let record = try AcceptanceRecord(parsing: receipt.acceptance)
        let header = pushed.header
        try Self.hold([
            ("container", record.container == pushed.container),
            ("size", record.size == pushed.size && record.entriesSize == pushed.entriesSize),
            ("submittedBy", record.submittedBy == pushed.acceptance.server),
            (
                "to",
                !record.to.isEmpty
                    && Set(record.to).isSubset(of: header.to.map(\.address.mailbox) + pushed.forwardedTo)
            ),
            ("previous", pushed.hasPassed(record.previous)),
        ])
        return try await self.verified(receipt, record, of: header, covering: pushed.entries(), now)
    }

    /// Verifies the receipt of another server for a statement that was pushed to it.
    ///
    /// What the message is called there is that server's own matter: the digests say which statement and which container it is about.
    ///
    /// - Throws: ``Problem`` as ``verify(_:of:at:)-(StatementReceipt,_,_)``.
    package func verify(
        _ receipt: StatementReceipt,
        ofPushed statement: [UInt8],
        at now: Instant
    ) async throws(Problem) -> Verified<StatementRecord> {
        let record = try StatementRecord(parsing: receipt.record)
        return try await self.verified(receipt, record, of: StatementOpening(parsing: statement), now)
    }
}
