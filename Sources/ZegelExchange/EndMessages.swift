// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore
package import ZegelCore
package import ZegelPolicy
package import ZegelStore

/// Finds the messages whose term is over, and ends them: some are destroyed, some go to the archive first (DESIGN §3.9).
package struct EndMessages: Sendable {
    /// What holds for all messages of one walk.
    package struct Terms: Sendable {
        /// What stops the clock.
        package let holds: HoldBook
        /// The folder of the archive; nothing that is due for it ends without one.
        package let archive: String?
        /// Days after which a backup with the key of a destroyed message is gone.
        package let backupDays: Int

        /// Gathers the terms.
        package init(holds: HoldBook, archive: String?, backupDays: Int) {
            self.holds = holds
            self.archive = archive
            self.backupDays = backupDays
        }
    }

    /// What came of a part of a walk.
    package struct Outcome: Sendable {
        /// How many messages were taken away.
        package var erased = 0
        /// How many are due, and held or still on their way to another server.
        package var held = 0
        /// How many are due for the archive, and there is none.
        package var withoutArchive = 0
        /// What could not be ended now, and why; it holds up nothing behind it.
        package var failed: [(message: MessageID, code: String)] = []
        /// Where the next part begins; `nil` at the end.
        package var next: Int64?
    }

    private let context: ExchangeContext
    private let eventLoop: any EventLoop

    /// Prepares to end messages.
    package init(_ context: ExchangeContext, on eventLoop: any EventLoop) {
        self.context = context
        self.eventLoop = eventLoop
    }

    /// Looks at the messages behind a place, and ends those that are due.
    ///
    /// - Parameter limit: How many are looked at.
    package func callAsFunction(after number: Int64, limit: Int, under terms: Terms) async throws -> Outcome {
        let messages = try await self.context.store.read(on: self.eventLoop) { view in
            try view.endingMessages(after: number, limit: limit)
        }.get()
        var outcome = Outcome()
        let now = self.context.clock()
        for message in messages {
            do {
                try await self.look(at: message, terms, at: now, &outcome)
            } catch {
                let problem = Problem(any: error)
                // What keeps all of them from their end is no matter of this one.
                if Task.isCancelled || [Problem(.stopping).code, Problem(.busy).code].contains(problem.code) {
                    throw error
                }
                outcome.failed.append((message.id, problem.code))
            }
        }
        outcome.next = messages.count == limit ? messages.last?.number : nil
        return outcome
    }

    private func look(
        at message: EndingMessage,
        _ terms: Terms,
        at now: Instant,
        _ outcome: inout Outcome
    ) async throws {
        guard let end = self.due(message, at: now) else { return }
        if terms.holds.hold(on: message.id, at: Amsterdam.day(of: now)) != nil {
            outcome.held += 1
        } else if try await self.isUnderWay(message) {
            outcome.held += 1
        } else if end.outcome == .transferred, terms.archive == nil {
            outcome.withoutArchive += 1
        } else if try await self.end(message, end, terms, at: now) {
            outcome.erased += 1
        }
    }

    private func isUnderWay(_ message: EndingMessage) async throws -> Bool {
        try await self.context.store.read(on: self.eventLoop) { try $0.isUnderWay(message.number) }.get()
    }

    private func due(_ message: EndingMessage, at now: Instant) -> EndOfTerm? {
        let rules = self.context.policy.rules
        guard case .term(let end) = rules.end(of: message), end.isOver(at: now) else { return nil }
        return end
    }

    private func end(
        _ message: EndingMessage,
        _ end: EndOfTerm,
        _ terms: Terms,
        at now: Instant
    ) async throws -> Bool {
        var archived: ArchivedDossier?
        if end.outcome == .transferred, let folder = terms.archive {
            let archive = ArchiveMessage(self.context, into: folder, on: self.eventLoop)
            archived = try await archive(message.id, at: end)
        }
        let record = ErasureRecord(
            message: message.id,
            server: self.context.server,
            outcome: end.outcome,
            rule: end.rule,
            time: now,
            sealManifest: message.sealManifest,
            seal: message.seal,
            backupsUntil: Amsterdam.day(of: now).advanced(byDays: terms.backupDays),
            archived: archived?.digest
        )
        let erase = EraseMessages(self.context, on: self.eventLoop)
        return try await erase.begin(record, with: archived?.statements).get()
    }
}

extension Rules {
    /// When a stored message ends at the server.
    package func end(of message: EndingMessage) -> MessageEnd {
        self.engine.policy.end(
            of: message.header,
            delivered: Amsterdam.day(of: message.deliveredAt),
            replaced: message.replacedAt.map { Amsterdam.day(of: $0) },
            cases: self.cases
        )
    }
}
