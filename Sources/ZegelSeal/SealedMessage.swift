// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore
package import ZegelPolicy
import ZegelTrust
import ZegelVerify

/// A message that the server signed for; what the store makes durable.
///
/// Only ``Sealer/seal(_:under:as:at:evidence:)`` makes these.
package struct SealedMessage: Sendable {
    /// The name of the message.
    package let id: MessageID
    /// Its header.
    package let header: MessageHeader
    /// When the whole of it had arrived.
    package let receivedAt: Instant
    /// Whose message it is; that of a message that was relayed has not handed it in here itself.
    package let originator: OIN
    /// The addressees for whom it was accepted here.
    package let recipients: [MailboxName]
    /// The digest of the policy that decided; it must still be in force at the commit.
    package let policy: ContentDigest
    /// How many persons of the sender must sign before it is delivered, the first included.
    package let releases: Int
    /// Where it stands once it is stored.
    package let state: MessageState
    /// The exact bytes of `acceptance.json`.
    package let acceptance: [UInt8]
    /// The exact bytes of the seal's manifest.
    package let manifest: [UInt8]
    /// The seal: a detached CAdES over the manifest.
    package let signature: [UInt8]
    /// The certificates and lists that were used, as entries of the dossier.
    package let evidence: [EvidenceEntry]
    /// What shows the servers that it passed, as entries of the dossier behind the evidence.
    package let passed: [EvidenceEntry]
    /// The names that the message had at those servers, oldest first.
    package let hops: [(server: OIN, message: MessageID)]
    /// The digest of the container.
    package let containerDigest: ContentDigest
    /// Bytes of the container.
    package let size: Int
    /// Bytes of the container before its central directory.
    package let entriesSize: Int
    /// Bytes of the container before its first document.
    package let openingSize: Int
    /// The container's central directory and end record.
    package let directory: [UInt8]
    /// The decision that allowed it.
    package let decision: DecisionRecord
}

/// A certificate or list that was used, as an entry of the dossier.
package struct EvidenceEntry: Hashable, Sendable {
    /// The whole entry name, under `META-INF/evidence/`; it tells the content, so equal names are equal bytes.
    package let name: String
    /// The certificate or list, DER.
    package let bytes: [UInt8]
    /// The digest of those bytes.
    package let digest: ContentDigest

    /// Takes evidence as the store kept it.
    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        self.digest = ContentDigest(of: bytes)
    }

    init(_ evidence: TrustedCertificate.Evidence) {
        self.name = EntryPath.evidence + evidence.name
        self.bytes = evidence.bytes
        self.digest = evidence.digest
    }
}

/// A statement that the server signed for; what the store makes durable.
///
/// Only ``Sealer/accept(_:decision:at:)`` makes these.
package struct SealedStatement: Sendable {
    /// What it says.
    package let statement: Statement
    /// The message that it is about, by its id here; a statement that was made at another server has the id there.
    package let message: MessageID
    /// The signed statement, an attached CAdES: the `.p7m`.
    package let bytes: [UInt8]
    /// The digest of those bytes.
    package let digest: ContentDigest
    /// The exact bytes of the server's record.
    package let record: [UInt8]
    /// The server's detached CAdES over the record.
    package let signature: [UInt8]
    /// When it was accepted.
    package let receivedAt: Instant
    /// The decision that allowed it.
    package let decision: DecisionRecord
    /// Whether it counts only once the originator has consented.
    package let waits: Bool
    /// The server that brought it; `nil` where it was handed in here.
    package let carrier: StatementCarrier?

    /// What is declared.
    package var declaration: Statement.Declaration { self.statement.declaration }
    /// The mailbox that speaks.
    package var mailbox: MailboxName { self.statement.mailbox }
    /// The kind of what is declared.
    package var kind: Statement.Kind { self.statement.kind }
}
