// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
package import ZegelCore
package import ZegelSeal
import ZegelVerify

/// Where a message stands for one addressee, as it is stored.
package struct StoredDelivery: Hashable, Sendable {
    /// The addressee.
    package let mailbox: MailboxName
    /// Where it stands.
    package let state: DeliveryState
    /// When all of it had been collected.
    package let collectedAt: Instant?
    /// When it was acknowledged.
    package let acknowledgedAt: Instant?
}

/// A message that is durable.
///
/// Made only by the store, from what the committer wrote or what was read back.
package struct StoredMessage: Sendable {
    /// The name of the message.
    package let id: MessageID
    /// Its header.
    package let header: MessageHeader
    /// Where it stands.
    package let state: MessageState
    /// When the whole of it had arrived.
    package let receivedAt: Instant
    /// Who handed it in.
    package let submittedBy: OIN
    /// How many persons of the sender must sign, the first included.
    package let releases: Int
    /// The digest of the container.
    package let containerDigest: ContentDigest
    /// Bytes of the container.
    package let size: Int
    /// Bytes of the container before its central directory.
    package let entriesSize: Int
    /// Bytes of the container before its first document.
    package let openingSize: Int
    /// The exact bytes of `acceptance.json`.
    package let acceptance: [UInt8]
    /// The exact bytes of the seal's manifest.
    package let manifest: [UInt8]
    /// The seal.
    package let signature: [UInt8]
    /// The container's central directory and end record.
    package let directory: [UInt8]
    /// Where it stands for each addressee.
    package let deliveries: [StoredDelivery]
    let number: Int64
    let key: SymmetricKey
    let contentFile: String?

    /// How many persons have signed, the one who handed it in included.
    package var releasedBy: Int { self.state == .awaitingRelease ? 1 : self.releases }

    /// The receipt (DESIGN §7): the same bytes each time, whatever became of the message since.
    package var receipt: JSONValue {
        MessageReceipt(
            id: self.id,
            state: self.releases > 1 ? .awaitingRelease : .accepted,
            kenmerk: self.header.kenmerk,
            date: self.header.date,
            receivedAt: self.receivedAt,
            container: self.containerDigest,
            acceptance: self.acceptance,
            sealManifest: self.manifest,
            seal: self.signature
        ).json
    }

    /// The parts of its dossier.
    package func dossier(evidence: [EvidenceEntry], statements: [StoredDossier.Statement]) -> StoredDossier {
        StoredDossier(
            id: self.id,
            state: self.state,
            acceptance: self.acceptance,
            manifest: self.manifest,
            signature: self.signature,
            evidence: evidence,
            statements: statements,
            directory: self.directory,
            entriesSize: self.entriesSize,
            openingSize: self.openingSize
        )
    }
}

/// What became of an attempt to store a message.
package enum Insertion: Sendable {
    /// It is stored.
    case stored(StoredMessage)
    /// The same container from the same organisation was stored before.
    case same(StoredMessage)
    /// Another message of the mailbox has the kenmerk and date.
    case taken(MessageID, ContentDigest)
}
