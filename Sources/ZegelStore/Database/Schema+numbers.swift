// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

extension Schema {
    /// How many messages one mailbox has delivered to another, and which number each delivery got.
    ///
    /// The numbers of a pair begin at 1 and have no gaps, for number and delivery come of one change of one row; what was delivered before
    /// gets its number in the order in which it became visible. `pair_at` says when; it stays with the number where the message was erased.
    static let numbers = """
        CREATE TABLE pair (
            number INTEGER PRIMARY KEY,
            sender TEXT NOT NULL,
            recipient TEXT NOT NULL,
            last INTEGER NOT NULL CHECK (last > 0),
            last_at INTEGER NOT NULL,
            UNIQUE (sender, recipient)
        ) STRICT;

        CREATE INDEX pair_recipient ON pair (recipient);

        INSERT INTO pair (sender, recipient, last, last_at)
        SELECT sender_mailbox, mailbox, count(*), max(available_at) FROM delivery
        JOIN message ON message.number = delivery.message WHERE available_at IS NOT NULL GROUP BY sender_mailbox, mailbox;

        ALTER TABLE delivery ADD COLUMN pair INTEGER REFERENCES pair (number);
        ALTER TABLE delivery ADD COLUMN pair_number INTEGER CHECK ((pair IS NULL) = (pair_number IS NULL));

        ALTER TABLE delivery ADD COLUMN pair_at INTEGER CHECK ((pair IS NULL) = (pair_at IS NULL));

        UPDATE delivery SET pair = numbered.pair, pair_number = numbered.place, pair_at = available_at FROM (
            SELECT message.number AS message, pair.number AS pair, mailbox,
                row_number() OVER (PARTITION BY pair.number ORDER BY available_at, message.number) AS place
            FROM delivery JOIN message ON message.number = delivery.message
            JOIN pair ON pair.sender = sender_mailbox AND pair.recipient = mailbox
            WHERE available_at IS NOT NULL
        ) AS numbered WHERE delivery.message = numbered.message AND delivery.mailbox = numbered.mailbox;

        CREATE UNIQUE INDEX delivery_number ON delivery (pair, pair_number) WHERE pair IS NOT NULL;
        """

    /// What has to be told whom at which moment, the answers that were parts, and of which list a message is a version.
    ///
    /// `about` is the mailbox that owes an answer, else the one that is told. What has been told stays until the matter is settled, so
    /// that it is shown as long as it is one.
    static let clocks = """
        CREATE TABLE alarm (
            message INTEGER NOT NULL REFERENCES message (number),
            kind TEXT NOT NULL CHECK (kind IN ('reminder', 'overdue', 'escalation', 'review', 'lapse')),
            mailbox TEXT NOT NULL,
            about TEXT NOT NULL,
            at INTEGER NOT NULL,
            told_at INTEGER,
            PRIMARY KEY (message, mailbox, kind, about)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX alarm_at ON alarm (at) WHERE told_at IS NULL;
        CREATE INDEX alarm_of_mailbox ON alarm (mailbox, kind) WHERE told_at IS NOT NULL;

        CREATE INDEX list_version_of_message ON list_version (message);

        CREATE TABLE partial_reply (
            request INTEGER NOT NULL REFERENCES message (number),
            mailbox TEXT NOT NULL,
            reply INTEGER NOT NULL REFERENCES message (number),
            PRIMARY KEY (request, mailbox, reply)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX partial_reply_by_reply ON partial_reply (reply);

        INSERT INTO alarm (message, kind, mailbox, about, at)
        SELECT message, 'overdue', mailbox, mailbox, due_at FROM request WHERE settled_at IS NULL;
        """
}
