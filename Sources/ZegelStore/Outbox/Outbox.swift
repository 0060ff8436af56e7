// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore
import ZegelVerify

/// What has to reach other servers, in the order in which it was made.
enum Outbox {
    /// What is open is found by its place in the queue of its server, without a walk over what was; a message goes to a server once.
    ///
    /// `relayed_out` says which server has a message and what it is called there.
    static let schema = """
        CREATE TABLE outbox (
            number INTEGER PRIMARY KEY,
            server TEXT NOT NULL CHECK (length(server) = 20),
            message INTEGER NOT NULL REFERENCES message (number),
            statement INTEGER REFERENCES statement (number),
            state TEXT NOT NULL CHECK (state IN
                ('waiting', 'pushing', 'receipted', 'dead', 'abandoned', 'expired', 'withdrawn')),
            attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
            reason TEXT,
            made_at INTEGER NOT NULL,
            due_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL,
            settled_at INTEGER,
            receipt BLOB,
            CHECK ((settled_at IS NULL) = (state IN ('waiting', 'pushing'))),
            CHECK ((receipt IS NOT NULL) = (state = 'receipted'))
        ) STRICT;

        CREATE UNIQUE INDEX outbox_message ON outbox (message, server) WHERE statement IS NULL;
        CREATE UNIQUE INDEX outbox_statement ON outbox (statement, server) WHERE statement IS NOT NULL;
        CREATE INDEX outbox_queue ON outbox (server, number) WHERE state IN ('waiting', 'pushing');
        CREATE INDEX outbox_expiry ON outbox (server, expires_at) WHERE state = 'waiting';
        CREATE INDEX outbox_unsettled ON outbox (number) WHERE state NOT IN ('receipted', 'withdrawn');

        CREATE INDEX outbox_of_message ON outbox (message);

        CREATE TABLE relayed_out (
            message INTEGER NOT NULL REFERENCES message (number),
            mailbox TEXT NOT NULL,
            server TEXT NOT NULL CHECK (length(server) = 20),
            id TEXT NOT NULL CHECK (length(id) = 32),
            receipt BLOB NOT NULL,
            PRIMARY KEY (message, mailbox)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX relayed_out_there ON relayed_out (server, id);
        """
}

/// What is to be pushed to another server: a message, or a statement about one.
///
/// Made only by the store, in the transaction that says that an attempt begins.
package struct OutboxItem: Sendable {
    /// A signed statement.
    package struct Declared: Sendable {
        /// What is declared.
        package let kind: Statement.Kind
        /// What is to be said of the forward that it is; `nil` for any other.
        package let word: ForwardWord?
        /// The signed statement, the `.p7m`.
        package let bytes: [UInt8]
    }

    /// Its name for operators.
    package let number: Int64
    /// Where it goes.
    package let server: OIN
    /// The message that it is, or is about.
    package let message: StoredMessage
    /// The statement; `nil` where the message itself goes.
    package let statement: Declared?
    /// Which attempt this is, from 1.
    package let attempt: Int
    /// Whether the server is known to have the message.
    package let isTaken: Bool
    /// What nothing else goes in until this has an outcome.
    package let lanes: [Int64]
}

/// A line of the outbox.
package struct OutboxLine: Hashable, Sendable {
    /// Its name for operators.
    package let number: Int64
    /// Where it goes.
    package let server: OIN
    /// The message that it is, or is about.
    package let message: MessageID
    /// What is declared; `nil` where the message itself goes.
    package let statement: Statement.Kind?
    /// Where it stands.
    package let state: DispatchState
    /// How often it was tried.
    package let attempts: Int
    /// Why the last attempt failed, or it was given up.
    package let reason: String?
    /// Since when it has to go.
    package let madeAt: Instant
    /// When it is tried next.
    package let dueAt: Instant
    /// When its time is over.
    package let expiresAt: Instant

    /// As operators read it.
    package var json: JSONValue {
        let statement = self.statement.map { [JSONValue.Member("statement", .string($0.rawValue))] } ?? []
        return .object(
            [.init("number", .integer(self.number)), .init("message", .string("\(self.message)"))] + statement
                + (self.standing.members ?? [])
        )
    }

    /// As the originator of the message reads it.
    package var standing: JSONValue {
        var members: [JSONValue.Member] = [
            .init("server", .string("\(self.server)")), .init("state", .string(self.state.rawValue)),
            .init("attempts", .integer(Int64(self.attempts))), .init("since", .string("\(self.madeAt)")),
        ]
        if let reason { members.append(.init("reason", .string(reason))) }
        if self.state.isOpen {
            members += [
                .init("due", .string("\(self.dueAt)")), .init("expires", .string("\(self.expiresAt)")),
            ]
        }
        return .object(members)
    }
}

/// When there is something to do for a server.
package struct OutboxHead: Hashable, Sendable {
    /// When the first of those that may begin is to be tried; `nil` where all wait behind what is under way.
    package let dueAt: Instant?
    /// When the first time is over, of those that wait.
    package let expiresAt: Instant?
}
