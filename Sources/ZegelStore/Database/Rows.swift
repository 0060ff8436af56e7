// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import GRDB
import ZegelCore
import ZegelSeal

extension StoredMessage {
    /// Reads a row back; what does not parse or decipher is damage, not absence.
    init(_ row: Row, _ deliveries: [StoredDelivery], _ vault: Vault) throws {
        guard let id = MessageID(row["id"] as String), let state = MessageState(rawValue: row["state"]),
            let originator = OIN(row["submitted_by"] as String),
            let container = ContentDigest(bytes: row["container"] as Data)
        else { throw Problem(.storageDamaged, "A stored message cannot be read.") }
        let key = try vault.key.unwrap(Array(row["wrapped_key"] as Data), for: id)
        let parts = PartCipher(messageKey: key)
        self.id = id
        self.header = try MessageHeader(parsing: parts.open(Array(row["header"] as Data), as: "header"))
        self.state = state
        self.receivedAt = Instant(milliseconds: row["received_at"])
        self.originator = originator
        self.releases = row["releases"]
        self.containerDigest = container
        self.size = row["size"]
        self.entriesSize = row["entries_size"]
        self.openingSize = row["opening_size"]
        self.acceptance = try parts.open(Array(row["acceptance"] as Data), as: "acceptance")
        self.manifest = try parts.open(Array(row["seal_manifest"] as Data), as: "seal manifest")
        self.signature = try parts.open(Array(row["seal"] as Data), as: "seal")
        self.directory = try parts.open(Array(row["directory"] as Data), as: "directory")
        self.deliveries = deliveries
        self.number = row["number"]
        self.key = key
        self.contentFile = row["content_file"]
        self.place = try LogPlace(row, parts)
        self.log = nil
    }
}

/// What a message got when its row was written.
struct InsertedRow {
    let number: Int64
    let key: SymmetricKey
    let parts: PartCipher
    let contentFile: String?
    let place: LogPlace
}

extension StoredMessage {
    /// The message whose row was written just now: reading it back would decipher all of it again.
    init(_ sealed: SealedMessage, _ row: InsertedRow, _ deliveries: [StoredDelivery]) {
        self.init(
            id: sealed.id,
            header: sealed.header,
            state: sealed.state,
            receivedAt: sealed.receivedAt,
            originator: sealed.originator,
            releases: sealed.releases,
            containerDigest: sealed.containerDigest,
            size: sealed.size,
            entriesSize: sealed.entriesSize,
            openingSize: sealed.openingSize,
            acceptance: sealed.acceptance,
            manifest: sealed.manifest,
            signature: sealed.signature,
            directory: sealed.directory,
            deliveries: deliveries,
            number: row.number,
            key: row.key,
            contentFile: row.contentFile,
            place: row.place,
            log: nil
        )
    }
}

extension LogPlace {
    /// Reads where the act of a row stands; `nil` for one from before there was a log.
    init?(_ row: Row, _ parts: PartCipher) throws {
        let earlier = row["earlier_log"] as Int64?
        guard let index = earlier == nil ? row["entry"] as Int64? : row["earlier_entry"] as Int64?,
            let salt = row["salt"] as Data?
        else { return nil }
        self.init(earlier: earlier, index: UInt64(index), salt: try parts.open(Array(salt), as: "log salt"))
    }
}

extension StoredDelivery {
    init(_ row: Row) throws {
        guard let mailbox = MailboxName(row["mailbox"] as String), let state = DeliveryState(rawValue: row["state"])
        else {
            throw Problem(.storageDamaged, "A stored delivery cannot be read.")
        }
        self.mailbox = mailbox
        self.state = state
        self.number = row["pair_number"]
        self.availableAt = (row["available_at"] as Int64?).map { Instant(milliseconds: $0) }
        self.collectedAt = (row["collected_at"] as Int64?).map { Instant(milliseconds: $0) }
        let certificate = (row["collected_certificate"] as Data?).flatMap { ContentDigest(bytes: $0) }
        self.collectedBy = (row["collected_by"] as String?).flatMap { OIN($0) }
            .map { Collector(oin: $0, certificate: certificate) }
        self.acknowledgedAt = (row["acknowledged_at"] as Int64?).map { Instant(milliseconds: $0) }
        self.disposedAt = (row["disposed_at"] as Int64?).map { Instant(milliseconds: $0) }
        self.forwardedBy = (row["forwarded_by"] as String?).flatMap { MailboxName($0) }
    }
}

extension MailboxLine {
    init(_ row: Row) throws {
        guard let id = MessageID(row["id"] as String), let kenmerk = Kenmerk(row["kenmerk"] as String),
            let date = CalendarDate(row["date"] as String), let oin = OIN(row["sender_oin"] as String),
            let mailbox = MailboxName(row["sender_mailbox"] as String),
            let classification = Classification(rawValue: row["classification"]),
            let container = ContentDigest(bytes: row["container"] as Data),
            let messageState = MessageState(rawValue: row["message_state"])
        else { throw Problem(.storageDamaged, "A stored message cannot be read.") }
        self.id = id
        self.kenmerk = kenmerk
        self.date = date
        self.exchange = row["exchange"]
        self.kind = row["kind"]
        self.from = MailboxAddress(oin: oin, mailbox: mailbox)
        self.classification = classification
        self.receivedAt = Instant(milliseconds: row["received_at"])
        self.availableAt = Instant(milliseconds: row["available_at"])
        self.number = row["pair_number"]
        self.list = (row["list_name"] as String?).map { ListVersion(name: $0, version: row["list_version"]) }
        self.containerDigest = container
        self.size = row["size"]
        self.state = (row["delivery_state"] as String?).flatMap { DeliveryState(rawValue: $0) }
        self.notice = MailboxNotice(of: messageState, row)
    }
}

extension MailboxNotice {
    /// What a mailbox must know of a message.
    ///
    /// Its originator: what became of it at another server, or that a consent is asked for. An addressee: that it was withdrawn, else that it
    /// was corrected or replaced, else that its own forward, which waited, was decided, else what has come due.
    init?(of state: MessageState, _ row: Row) {
        if let news = (row["news"] as String?).flatMap({ Self(rawValue: $0) }) {
            self = news
        } else if row["delivery_state"] as String? == nil {
            self = .consent
        } else if state == .withdrawn {
            self = .withdrawal
        } else if row["is_corrected"] {
            self = .correction
        } else if row["is_replaced"] {
            self = .replacement
        } else if row["is_answered"] {
            self = .forward
        } else if let alarm = (row["alarm"] as String?).flatMap({ Self(rawValue: $0) }) {
            self = alarm
        } else {
            return nil
        }
    }
}
