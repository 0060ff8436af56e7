// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

extension Schema {
    /// Who passed a message on, and where that stands; through which forward a mailbox has it; and what an originator is asked, with a place
    /// of its own among the post of its mailbox.
    ///
    /// `content` is what a statement says, without the signature, of the kinds that are read again for later decisions. An originator may
    /// refuse more than once: each refusal answers what waits then.
    static let forwards = """
        ALTER TABLE statement ADD COLUMN content BLOB;
        ALTER TABLE delivery ADD COLUMN forward INTEGER REFERENCES statement (number);

        CREATE TABLE forward (
            statement INTEGER PRIMARY KEY REFERENCES statement (number),
            message INTEGER NOT NULL REFERENCES message (number),
            mailbox TEXT NOT NULL,
            originator TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'refused')),
            settled_at INTEGER,
            answer INTEGER REFERENCES statement (number),
            reasons TEXT NOT NULL DEFAULT '',
            CHECK ((state = 'waiting') = (settled_at IS NULL)),
            CHECK (answer IS NULL OR state <> 'waiting')
        ) STRICT;

        CREATE INDEX delivery_forward ON delivery (forward) WHERE forward IS NOT NULL;
        CREATE INDEX forward_answer ON forward (answer) WHERE answer IS NOT NULL;
        CREATE INDEX forward_of_message ON forward (message, statement);
        CREATE INDEX forward_asked ON forward (originator, statement) WHERE state = 'waiting';
        CREATE INDEX forward_waiting ON forward (mailbox, statement) WHERE state = 'waiting';

        CREATE TABLE asked (
            message INTEGER PRIMARY KEY REFERENCES message (number),
            mailbox TEXT NOT NULL,
            arrival INTEGER NOT NULL,
            asked_at INTEGER NOT NULL,
            is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
            UNIQUE (mailbox, arrival)
        ) STRICT;

        CREATE INDEX asked_open ON asked (mailbox, arrival) WHERE is_open = 1;

        DROP INDEX statement_once;
        CREATE UNIQUE INDEX statement_once ON statement (message, kind, mailbox)
            WHERE kind IN ('release', 'acknowledgement', 'withdrawal', 'correction');
        """

    /// Which server a forward came from, and whether it came with the message; what its originator answered to one that waits at another
    /// server; what an outbox line says of the forward that it carries; and by which line a forward reaches another server.
    static let relayedForwards = """
        ALTER TABLE forward ADD COLUMN server TEXT CHECK (length(server) = 20);
        ALTER TABLE forward ADD COLUMN came INTEGER NOT NULL DEFAULT 0 CHECK (came IN (0, 1));
        ALTER TABLE forward ADD COLUMN answered INTEGER REFERENCES statement (number);
        DROP INDEX forward_asked;
        CREATE INDEX forward_asked ON forward (originator, statement) WHERE state = 'waiting' AND answered IS NULL;
        CREATE INDEX forward_answered ON forward (answered) WHERE answered IS NOT NULL;

        ALTER TABLE outbox ADD COLUMN word TEXT CHECK (word IN ('waiting', 'done', 'refused', 'deliver'));
        DROP INDEX outbox_statement;
        CREATE UNIQUE INDEX outbox_statement ON outbox (statement, server, coalesce(word, '')) WHERE statement IS NOT NULL;

        CREATE TABLE passed_on (
            message INTEGER NOT NULL REFERENCES message (number),
            forward INTEGER NOT NULL REFERENCES forward (statement),
            server TEXT NOT NULL CHECK (length(server) = 20),
            line INTEGER NOT NULL REFERENCES outbox (number),
            PRIMARY KEY (forward, server)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX passed_on_of_message ON passed_on (message);
        CREATE INDEX passed_on_by ON passed_on (line);
        """
}
