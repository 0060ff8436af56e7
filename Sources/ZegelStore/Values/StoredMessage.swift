// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
package import ZegelCore
package import ZegelSeal
package import ZegelVerify

/// Who took the last byte of a message: an organisation, and which of its systems.
package struct Collector: Hashable, Sendable {
    /// The organisation.
    package let oin: OIN
    /// The SHA-256 of the client certificate that it came with; `nil` for a server that the message was pushed to.
    package let certificate: ContentDigest?

    /// Names a collector.
    package init(oin: OIN, certificate: ContentDigest?) {
        self.oin = oin
        self.certificate = certificate
    }

    /// As records and answers have it.
    package var json: JSONValue {
        .object(
            [.init("oin", .string("\(self.oin)"))]
                + (self.certificate.map { [.init("certificate", .string("\($0)"))] } ?? [])
        )
    }
}

/// Where a message stands for one addressee, as it is stored.
package struct StoredDelivery: Hashable, Sendable {
    /// The addressee.
    package let mailbox: MailboxName
    /// Where it stands.
    package let state: DeliveryState
    /// Its number among the messages from this sender to this addressee; `nil` before it is available.
    package let number: Int64?
    /// When it became visible to the addressee.
    package let availableAt: Instant?
    /// When all of it had been collected.
    package let collectedAt: Instant?
    /// By whom; `nil` before, and for what was collected before that was kept.
    package let collectedBy: Collector?
    /// When it was acknowledged.
    package let acknowledgedAt: Instant?
    /// When the addressee said what became of its copy.
    package let disposedAt: Instant?
    /// Who passed it on to this mailbox; `nil` for an addressee of the message itself.
    package let forwardedBy: MailboxName?
}

extension StoredDelivery {
    /// The delivery whose row was written just now.
    init(to mailbox: MailboxName, as state: DeliveryState, number: Int64? = nil, at moment: Instant? = nil) {
        self.mailbox = mailbox
        self.state = state
        self.number = number
        self.availableAt = moment
        self.collectedAt = nil
        self.collectedBy = nil
        self.acknowledgedAt = nil
        self.disposedAt = nil
        self.forwardedBy = nil
    }
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
    /// Whose message it is: who handed it in, here or at the first server that it passed.
    package let originator: OIN
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
    /// Where its acceptance stands in the log; `nil` where it was accepted before there was one.
    let place: LogPlace?
    /// The proof of that, once it was asked for and its checkpoint is signed.
    package internal(set) var log: LogEvidence?

    /// Whether it stands in the log and no proof of that is at hand.
    package var lacksProof: Bool { self.place != nil && self.log == nil }

    func with(_ evidence: LogEvidence?) -> StoredMessage {
        var copy = self
        copy.log = evidence
        return copy
    }

    /// The message with the proof from the batch that it came with, where it has none.
    package func proved(by batch: LoggedBatch) throws -> StoredMessage {
        guard self.lacksProof, let place = self.place else { return self }
        return self.with(try batch.evidence(of: place))
    }

    /// The mailboxes that have it by a forward.
    package var forwardedTo: [MailboxName] { self.deliveries.filter { $0.forwardedBy != nil }.map(\.mailbox) }

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
            seal: self.signature,
            log: self.log
        ).json
    }

    /// Its number among the messages from its sender to a mailbox; `nil` where it was not delivered there.
    package func number(for mailbox: MailboxName) -> Int64? {
        self.deliveries.first { $0.mailbox == mailbox }?.number
    }

    /// The parts of its dossier.
    ///
    /// - Parameters:
    ///   - number: Its number for the addressee in whose view it is; `nil` in any other view.
    ///   - replacedBy: What took its place, as far as who asks may know of it.
    package func dossier(
        number: Int64? = nil,
        replacedBy: ZegelCore.Statement.Reference? = nil,
        evidence: [EvidenceEntry],
        statements: [StoredDossier.Statement],
        timestamp: SealTimestamp? = nil,
        logTimestamp: LogTimestamp? = nil
    ) -> StoredDossier {
        StoredDossier(
            id: self.id,
            state: self.state,
            number: number,
            replacedBy: replacedBy,
            acceptance: self.acceptance,
            manifest: self.manifest,
            signature: self.signature,
            timestamp: timestamp,
            logTimestamp: logTimestamp,
            log: self.log,
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
    /// The container was here, and came to its end.
    case ended

    /// The same with the proof from the batch, where it has none.
    package func proved(by batch: LoggedBatch) throws -> Insertion {
        switch self {
        case .stored(let message): .stored(try message.proved(by: batch))
        case .same(let message): .same(try message.proved(by: batch))
        case .taken, .ended: self
        }
    }
}
