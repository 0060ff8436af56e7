// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import TransparencyLog
package import ZegelCore
package import ZegelVerify

/// A statement of a server about one day of a mailbox, verified.
package struct VerifiedReconciliation: Sendable {
    /// What the server says.
    package let record: ReconciliationRecord
    /// Whether its certificate was looked up in a list.
    package let revocation: ReceiptVerifier.Revocation
    /// The answer as it came: record and signature in base64.
    package let bytes: [UInt8]
}

extension ZegelConnection {
    /// Remembers the numbers of messages that were shown, and tells what contradicts those that were shown before.
    ///
    /// - Throws: ``ClientError`` `configuration.invalid` where the memory cannot be read or written.
    package func note(_ lines: [InboxPage.Line], in mailbox: MailboxName) throws(ClientError) -> [NumberFinding] {
        guard let memory = self.numbers(of: mailbox) else { return [] }
        do {
            return try memory.note(lines.compactMap(\.arrival)) + (try ListMemory(of: memory).note(lines))
        } catch {
            throw ClientError(error)
        }
    }

    /// Remembers the number of a message that was looked at, where it is one of the mailbox.
    ///
    /// - Throws: ``ClientError`` as ``note(_:in:)``.
    package func note(_ message: SeenMessage, in mailbox: MailboxName) throws(ClientError) -> [NumberFinding] {
        try self.note(
            message.deliveries.compactMap { $0.mailbox == mailbox ? message.arrival(of: $0) : nil },
            to: mailbox
        )
    }

    private func note(_ arrivals: [NumberedArrival], to mailbox: MailboxName) throws(ClientError) -> [NumberFinding] {
        guard let memory = self.numbers(of: mailbox) else { return [] }
        do { return try memory.note(arrivals) } catch { throw ClientError(error) }
    }

    /// The numbers that are missing in a mailbox, once all of it was shown.
    ///
    /// Where something seems to be missing the mailbox is read again from its beginning first: it may have been read in parts.
    ///
    /// - Throws: ``ClientError``.
    package func missing(in mailbox: MailboxName) async throws(ClientError) -> [NumberFinding] {
        guard let memory = self.numbers(of: mailbox) else { return [] }
        let lists = ListMemory(of: memory)
        do { if try memory.missing().isEmpty, try lists.missing().isEmpty { return [] } } catch {
            throw ClientError(error)
        }
        let twice = try await self.noteAll(of: mailbox)
        do { return twice + (try memory.missing()) + (try lists.missing()) } catch { throw ClientError(error) }
    }

    /// Reads all of a mailbox and remembers its numbers.
    ///
    /// - Throws: ``ClientError``.
    package func noteAll(of mailbox: MailboxName) async throws(ClientError) -> [NumberFinding] {
        var (findings, cursor): ([NumberFinding], String?) = ([], nil)
        while true {
            let page = try await self.mailbox(mailbox, after: cursor, limit: Limits().page)
            findings += try self.note(page.messages, in: mailbox)
            guard page.messages.count == Limits().page, let next = page.next else { return findings }
            cursor = next
        }
    }

    /// What is remembered of the time from one moment until before another, by sender.
    ///
    /// - Throws: ``ClientError`` `configuration.invalid` where nothing is remembered, for want of a folder, or it cannot be read.
    package func arrivals(
        in mailbox: MailboxName,
        from start: Instant,
        until end: Instant
    ) throws(ClientError) -> [MailboxName: [NumberedArrival]] {
        guard let memory = self.numbers(of: mailbox) else {
            throw ClientError(Problem(.configuration, "The profile names no folder to remember in (state)."))
        }
        do { return try memory.arrivals(from: start, until: end) } catch { throw ClientError(error) }
    }

    /// What the server signs for as delivered to and from a mailbox on a day.
    ///
    /// - Throws: ``ClientError``; with the cause `receipt` where the answer proves nothing.
    package func reconciliation(
        of mailbox: MailboxName,
        on day: CalendarDate
    ) async throws(ClientError) -> VerifiedReconciliation {
        let answer = try await self.answer(.get("/v1/mailboxes/\(mailbox)/reconciliation?day=\(day)", .read))
        do throws(Problem) {
            guard let record = answer.json["record"]?.string.flatMap({ Base64.decode($0) }),
                let signature = answer.json["signature"]?.string.flatMap({ Base64.decode($0) })
            else { throw Problem(.receiptInvalid, "The answer has another form.") }
            let verified = try await self.receipts.verify(
                reconciliation: record,
                signature: signature,
                of: mailbox,
                on: day,
                at: self.clock()
            )
            return VerifiedReconciliation(
                record: verified.record,
                revocation: verified.revocation,
                bytes: answer.body
            )
        } catch {
            throw ClientError.receipt(error).traced(answer.traceID)
        }
    }

    /// What is remembered of a mailbox at this server: the numbers of another log are others.
    private func numbers(of mailbox: MailboxName) -> NumberMemory? {
        self.profile.state.map { state in
            let server =
                self.memory.map { ForkEvidence.name(of: LogOrigin($0.key.name)) }
                ?? ForkEvidence.safe(self.caller.address.name)
            return NumberMemory(of: mailbox, server: server, in: state)
        }
    }
}

extension InboxPage.Line {
    /// The message under its number; `nil` for one that the mailbox sent itself.
    package var arrival: NumberedArrival? {
        guard let number = self.number else { return nil }
        return NumberedArrival(
            sender: self.from.mailbox,
            number: number,
            message: self.id,
            container: self.container,
            availableAt: self.availableAt
        )
    }
}

extension SeenMessage {
    /// The message under its number for an addressee; `nil` where it was not delivered there.
    package func arrival(of delivery: Delivery) -> NumberedArrival? {
        guard let number = delivery.number, let availableAt = delivery.availableAt else { return nil }
        return NumberedArrival(
            sender: self.from.mailbox,
            number: number,
            message: self.id,
            container: self.container,
            availableAt: availableAt
        )
    }
}
