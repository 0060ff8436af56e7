// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// What operators do to the outbox; each is an entry of the log.
extension Transaction {
    /// Has one line tried again now, with its whole time before it.
    ///
    /// - Throws: `not-found` where there is no such line, `outbox.state` where it has arrived, was taken back, or is under way.
    package func retryOutbox(_ number: Int64, at moment: Instant) throws {
        try self.change(number, .retried, at: moment)
        try self.extend(number, from: moment)
    }

    /// Has a line tried at once, with its whole time before it.
    func extend(_ number: Int64, from moment: Instant) throws {
        try self.execute(
            "UPDATE outbox SET due_at = ?, expires_at = max(expires_at, ?) WHERE number = ?",
            [
                .integer(moment.milliseconds), .integer(self.lastMoment(from: moment).milliseconds),
                .integer(number),
            ]
        )
    }

    /// Gives one line up.
    ///
    /// - Throws: As ``retryOutbox(_:at:)``.
    package func abandonOutbox(_ number: Int64, at moment: Instant) throws {
        try self.change(number, .abandoned, because: "operator", at: moment)
    }

    private func change(
        _ number: Int64,
        _ event: DispatchEvent,
        because reason: String? = nil,
        at moment: Instant
    ) throws {
        let view = ReadView(database: self.database, vault: self.vault)
        guard let server = try view.outboxServer(of: number) else { throw Problem(.notFound) }
        guard try self.move(number, event, because: reason, at: moment) != nil else {
            throw Problem(.outboxState, "It has arrived, was taken back, or is under way.")
        }
        try self.append(.administration("outbox \(event.rawValue) \(number)", at: moment))
        let bell = self.vault.outboxBell
        self.afterCheckpoint { bell.ring(server) }
    }
}
