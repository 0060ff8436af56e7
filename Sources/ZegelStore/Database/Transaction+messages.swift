// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import GRDB
package import ZegelCore
package import ZegelPolicy
package import ZegelSeal
import ZegelVerify

extension Transaction {
    /// Stores a sealed message with its content, deliveries, evidence and decision; or says why that is not needed or not possible.
    ///
    /// The same container of the same organisation is the same message, whoever brought it; kenmerk and date are unique per sending mailbox.
    ///
    /// - Parameters:
    ///   - terms: What it means for the clocks of requests.
    ///   - isStillSo: Whether what it was decided on is still so in this transaction, which nothing can come between any more.
    /// - Throws: ``CommitError/stale`` where that is not so.
    package func insert(
        _ sealed: SealedMessage,
        content: MessageContent,
        terms: ReplyTerms = .none,
        where isStillSo: (borrowing ReadView) throws -> Bool = { _ in true }
    ) throws -> Insertion {
        let view = ReadView(database: self.database, vault: self.vault)
        if let same = try view.message(withContainer: sealed.containerDigest, from: sealed.originator) {
            return .same(try view.proved(same))
        }
        if try view.hasEnded(sealed.containerDigest) {
            try self.recordDigest(of: sealed.decision)
            return .ended
        }
        let header = sealed.header
        if let other = try view.message(sentBy: header.from.mailbox, kenmerk: header.kenmerk, date: header.date) {
            try self.record(sealed.decision, of: other.id)
            return .taken(other.id, other.containerDigest)
        }
        guard try isStillSo(view) else { throw CommitError.stale }
        let row = try self.insertRow(sealed, content)
        let number = row.number
        try self.insertPassed(sealed, number, row.parts)
        let deliveries = try self.insertDeliveries(sealed, number, terms)
        try self.record(sealed.decision, about: number)
        return .stored(StoredMessage(sealed, row, deliveries.sorted { $0.mailbox < $1.mailbox }))
    }

    private func insertRow(_ sealed: SealedMessage, _ content: MessageContent) throws -> InsertedRow {
        let place = try self.log.append(
            LogOpening.details(signed: sealed.manifest, signature: sealed.signature),
            in: self.database
        )
        let evidence = try self.evidence.number(of: sealed.evidence, in: self)
        let key: SymmetricKey
        let inline: SQLValue
        let file: String?
        switch content {
        case .inline(let bytes):
            key = SymmetricKey(size: .bits256)
            inline = .blob(try SegmentCipher(messageKey: key).seal(whole: bytes))
            file = nil
        case .spooled(let spooled):
            key = spooled.key
            inline = .null
            file = spooled.name
        }
        let parts = PartCipher(messageKey: key)
        let header = sealed.header
        try self.execute(
            """
            INSERT INTO message (id, sender_oin, sender_mailbox, submitted_by, kenmerk, date, exchange, kind, classification,
                container, size, entries_size, opening_size, received_at, state, releases, policy, wrapped_key, header,
                acceptance, seal_manifest, seal, directory, content, content_file, entry, salt, evidence_set)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .text("\(sealed.id)"), .text("\(header.from.oin)"), .text("\(header.from.mailbox)"),
                .text("\(sealed.originator)"), .text("\(header.kenmerk)"), .text("\(header.date)"),
                .text(header.exchange), .text(header.kind), .text(header.classification.rawValue),
                .blob(sealed.containerDigest.bytes), .integer(Int64(sealed.size)), .integer(Int64(sealed.entriesSize)),
                .integer(Int64(sealed.openingSize)), .integer(sealed.receivedAt.milliseconds),
                .text(sealed.state.rawValue), .integer(Int64(sealed.releases)), .blob(sealed.policy.bytes),
                .blob(try self.vault.key.wrap(key, for: sealed.id)), .blob(try parts.seal(header.bytes, as: "header")),
                .blob(try parts.seal(sealed.acceptance, as: "acceptance")),
                .blob(try parts.seal(sealed.manifest, as: "seal manifest")),
                .blob(try parts.seal(sealed.signature, as: "seal")),
                .blob(try parts.seal(sealed.directory, as: "directory")), inline, file.map { .text($0) } ?? .null,
                .integer(Int64(place.index)), .blob(try parts.seal(place.salt, as: "log salt")),
                .integer(evidence),
            ]
        )
        return InsertedRow(
            number: self.database.lastInsertedRowID,
            key: key,
            parts: parts,
            contentFile: file,
            place: place
        )
    }

    private func insertDeliveries(
        _ sealed: SealedMessage,
        _ number: Int64,
        _ terms: ReplyTerms
    ) throws -> [StoredDelivery] {
        let here = sealed.header.to.filter { sealed.recipients.contains($0.address.mailbox) }
        guard sealed.state != .accepted else {
            let mailboxes = here.map(\.address.mailbox)
            return try self.makeAvailable(number, sealed.header, in: mailboxes, terms, at: sealed.receivedAt)
        }
        return try here.map { recipient in
            let mailbox = recipient.address.mailbox
            try self.execute(
                "INSERT INTO delivery (message, mailbox, role, state) VALUES (?, ?, ?, 'pending')",
                [.integer(number), .text("\(mailbox)"), .text(recipient.role.rawValue)]
            )
            return StoredDelivery(to: mailbox, as: .pending)
        }
    }

    /// Puts a message into its mailboxes, behind what is there; what it asks is due and what it answers is settled from now on.
    ///
    /// - Parameter mailboxes: Those of its addressees; of a message that was relayed, some have their post elsewhere.
    @discardableResult
    func makeAvailable(
        _ number: Int64,
        _ header: MessageHeader,
        in mailboxes: [MailboxName],
        _ terms: ReplyTerms,
        at moment: Instant
    ) throws -> [StoredDelivery] {
        let deliveries = try header.to.filter { mailboxes.contains($0.address.mailbox) }.map { recipient in
            try self.makeAvailable(
                number,
                from: header.from.mailbox,
                to: recipient.address.mailbox,
                as: recipient.role,
                at: moment
            )
        }
        try self.keepRequests(of: header, number, in: mailboxes, terms, at: moment)
        try self.setReview(of: header, number, in: mailboxes, from: moment, terms)
        try self.dispatch(number, header, for: mailboxes, until: terms.deliverBy, at: moment)
        return deliveries
    }

    /// The place behind all that is in a mailbox, that of what was erased included, as an expression of SQL: a place is used once.
    ///
    /// - Parameter mailbox: An expression as well; nothing that came from outside.
    static func behind(_ mailbox: String) -> String {
        """
        (max(coalesce((SELECT max(other.arrival) FROM delivery AS other WHERE other.mailbox = \(mailbox)), 0),
            coalesce((SELECT max(asked.arrival) FROM asked WHERE asked.mailbox = \(mailbox)), 0),
            coalesce((SELECT max(news.arrival) FROM outbox_news AS news WHERE news.mailbox = \(mailbox)), 0),
            coalesce((SELECT arrival FROM last_arrival WHERE last_arrival.mailbox = \(mailbox)), 0)) + 1)
        """
    }

    /// Notes that a range of the container was collected; once every byte was, the delivery is `collected`, by whom took the last one.
    package func collected(
        _ id: MessageID,
        for mailbox: MailboxName,
        by collector: Collector,
        range: Range<Int>,
        at moment: Instant
    ) throws {
        let row = try Row.fetchOne(
            self.database,
            sql: """
                SELECT delivery.message, delivery.ranges, delivery.pair_number, message.size FROM delivery
                JOIN message ON message.number = delivery.message
                WHERE message.id = ? AND delivery.mailbox = ? AND delivery.state = 'available'
                """,
            arguments: ["\(id)", "\(mailbox)"]
        )
        guard let row else { return }
        let before = CollectedRanges(row["ranges"])
        let ranges = before.adding(range)
        let place = [SQLValue.integer(row["message"]), .text("\(mailbox)")]
        guard ranges.cover(0..<(row["size"] as Int)) else {
            guard ranges != before else { return }
            try self.execute(
                "UPDATE delivery SET ranges = ? WHERE message = ? AND mailbox = ?",
                [.text(ranges.text)] + place
            )
            return
        }
        try self.execute(
            """
            UPDATE delivery SET ranges = '', state = 'collected', collected_at = ?, collected_by = ?,
                collected_certificate = ?, claimed_by = NULL, claimed_until = NULL WHERE message = ? AND mailbox = ?
            """,
            [
                .integer(moment.milliseconds), .text("\(collector.oin)"),
                collector.certificate.map { .blob($0.bytes) } ?? .null,
            ] + place
        )
        let act = Act.delivery(of: id, to: mailbox, number: row["pair_number"], by: collector, at: moment)
        try self.append(act, of: id)
    }
}
