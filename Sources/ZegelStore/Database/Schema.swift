// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB

/// The tables, one migration per change, never edited once released.
///
/// The invariants stand in the schema: what these constraints refuse cannot be stored by any mistake above them.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 messages") { try $0.execute(sql: Self.messages) }
        migrator.registerMigration("2 decisions") { try $0.execute(sql: Self.decisions) }
        migrator.registerMigration("3 log") { try $0.execute(sql: Self.log) }
        migrator.registerMigration("4 decisions by exchange") {
            try $0.execute(sql: "CREATE INDEX decision_exchange ON decision (exchange, number)")
        }
        migrator.registerMigration("5 references") { try $0.execute(sql: Self.references) }
        migrator.registerMigration("6 revoked tokens") { try $0.execute(sql: Self.revokedTokens) }
        migrator.registerMigration("7 lists and questions") { try $0.execute(sql: Self.counts) }
        migrator.registerMigration("8 cosigned checkpoints") { try $0.execute(sql: Self.cosigned) }
        migrator.registerMigration("9 proofs") {
            try $0.execute(
                sql: "CREATE TABLE proof (key BLOB PRIMARY KEY CHECK (length(key) = 32)) STRICT, WITHOUT ROWID"
            )
        }
        migrator.registerMigration("10 time-stamps") { try $0.execute(sql: Self.timestamps) }
        migrator.registerMigration("11 earlier logs") { try $0.execute(sql: EarlierLog.schema) }
        migrator.registerMigration("12 what became of messages") { try $0.execute(sql: Self.fates) }
        migrator.registerMigration("13 collecting") { try $0.execute(sql: Self.collecting) }
        migrator.registerMigration("14 time-stamps of the log") { try $0.execute(sql: Self.stampedCheckpoints) }
        migrator.registerMigration("15 leaves by runs") { try $0.execute(sql: Self.leaves) }
        migrator.registerMigration("16 relayed") { try $0.execute(sql: RelayedMessage.schema) }
        migrator.registerMigration("17 outbox") { try $0.execute(sql: Outbox.schema) }
        migrator.registerMigration("18 forwards") { try $0.execute(sql: Self.forwards) }
        migrator.registerMigration("19 erasure") { try Self.erasure($0) }
        migrator.registerMigration("20 numbers and clocks") { try $0.execute(sql: Self.numbers + Self.clocks) }
        migrator.registerMigration("21 what came to its end") { try $0.execute(sql: Self.ended + Self.mentions) }
        migrator.registerMigration("22 days between servers") { try $0.execute(sql: RelayDay.schema) }
        migrator.registerMigration("23 forwards between servers") { try $0.execute(sql: Self.relayedForwards) }
        migrator.registerMigration("24 pushes beside each other") { try $0.execute(sql: Outbox.lanes) }
        migrator.registerMigration("25 uploads") { try $0.execute(sql: StoredUpload.schema) }
        migrator.registerMigration("26 healing") {
            try $0.execute(sql: "ALTER TABLE outbox ADD COLUMN healed_at INTEGER")
        }
        migrator.registerMigration("27 lanes of what is gone") { try $0.execute(sql: Outbox.laneOfWhatIsGone) }
        migrator.registerMigration("28 less for each message") {
            try $0.execute(sql: EvidenceSets.schema + Self.unstoredHeaders)
        }
        return migrator
    }

    private static let messages = """
        CREATE TABLE message (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (length(id) = 32),
            sender_oin TEXT NOT NULL CHECK (length(sender_oin) = 20),
            sender_mailbox TEXT NOT NULL,
            submitted_by TEXT NOT NULL CHECK (length(submitted_by) = 20),
            kenmerk TEXT NOT NULL,
            date TEXT NOT NULL CHECK (length(date) = 10),
            exchange TEXT NOT NULL,
            kind TEXT NOT NULL,
            classification TEXT NOT NULL,
            container BLOB NOT NULL CHECK (length(container) = 32),
            size INTEGER NOT NULL CHECK (size > 0),
            entries_size INTEGER NOT NULL CHECK (entries_size BETWEEN 1 AND size),
            opening_size INTEGER NOT NULL CHECK (opening_size BETWEEN 1 AND entries_size),
            received_at INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('awaiting-release', 'accepted', 'withdrawn', 'erased')),
            releases INTEGER NOT NULL CHECK (releases BETWEEN 1 AND 2),
            policy BLOB NOT NULL CHECK (length(policy) = 32),
            wrapped_key BLOB NOT NULL,
            header BLOB NOT NULL,
            acceptance BLOB NOT NULL,
            seal_manifest BLOB NOT NULL,
            seal BLOB NOT NULL,
            directory BLOB NOT NULL,
            content BLOB,
            content_file TEXT UNIQUE,
            UNIQUE (sender_mailbox, kenmerk, date),
            UNIQUE (container, submitted_by),
            CHECK ((content IS NULL) <> (content_file IS NULL))
        ) STRICT;

        CREATE TABLE evidence (
            name TEXT PRIMARY KEY,
            bytes BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE message_evidence (
            message INTEGER NOT NULL REFERENCES message (number),
            position INTEGER NOT NULL,
            name TEXT NOT NULL REFERENCES evidence (name),
            PRIMARY KEY (message, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE delivery (
            message INTEGER NOT NULL REFERENCES message (number),
            mailbox TEXT NOT NULL,
            role TEXT NOT NULL CHECK (role IN ('action', 'information')),
            state TEXT NOT NULL CHECK (state IN
                ('pending', 'available', 'collected', 'acknowledged', 'refused', 'withdrawn', 'destroyed', 'kept')),
            arrival INTEGER,
            available_at INTEGER,
            collected_at INTEGER,
            acknowledged_at INTEGER,
            ranges TEXT NOT NULL DEFAULT '',
            PRIMARY KEY (message, mailbox),
            UNIQUE (mailbox, arrival),
            CHECK ((state = 'pending') = (arrival IS NULL)),
            CHECK ((arrival IS NULL) = (available_at IS NULL)),
            CHECK (state <> 'acknowledged' OR acknowledged_at IS NOT NULL)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE statement (
            number INTEGER PRIMARY KEY,
            message INTEGER NOT NULL REFERENCES message (number),
            kind TEXT NOT NULL,
            mailbox TEXT NOT NULL,
            digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
            bytes BLOB NOT NULL,
            record BLOB NOT NULL,
            signature BLOB NOT NULL,
            received_at INTEGER NOT NULL,
            UNIQUE (message, kind, mailbox)
        ) STRICT;
        """

    /// A header may cite a hundred messages by kenmerk and date, and whoever may send may ask: none of them may cost a walk over all.
    private static let references = "CREATE INDEX message_reference ON message (kenmerk, date);"

    private static let revokedTokens = """
        CREATE TABLE revoked_token (
            issuer TEXT NOT NULL,
            id TEXT NOT NULL,
            organisation TEXT NOT NULL CHECK (length(organisation) = 20),
            expires INTEGER NOT NULL,
            PRIMARY KEY (issuer, id, organisation)
        ) STRICT, WITHOUT ROWID;
        """

    /// What later decisions count: the versions of lists, and the questions of a day; only of kinds whose rules look at them.
    private static let counts = """
        CREATE TABLE list_version (
            exchange TEXT NOT NULL,
            mailbox TEXT NOT NULL,
            name TEXT NOT NULL,
            version INTEGER NOT NULL,
            message INTEGER NOT NULL REFERENCES message (number),
            PRIMARY KEY (exchange, mailbox, name, version)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE question_count (
            mailbox TEXT NOT NULL,
            exchange TEXT NOT NULL,
            kind TEXT NOT NULL,
            day TEXT NOT NULL CHECK (length(day) = 10),
            questions INTEGER NOT NULL CHECK (questions > 0),
            PRIMARY KEY (mailbox, exchange, kind, day)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX act_of_cases ON act (entry) WHERE kind = 'cases';
        """

    private static let decisions = """
        CREATE TABLE decision (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (length(id) = 32),
            message INTEGER REFERENCES message (number),
            timestamp INTEGER NOT NULL,
            policy BLOB NOT NULL CHECK (length(policy) = 32),
            organisation TEXT NOT NULL CHECK (length(organisation) = 20),
            exchange TEXT NOT NULL,
            is_allowed INTEGER NOT NULL CHECK (is_allowed IN (0, 1)),
            json BLOB NOT NULL
        ) STRICT;

        CREATE TABLE turned_away (
            organisation TEXT NOT NULL,
            minute INTEGER NOT NULL,
            refusals INTEGER NOT NULL CHECK (refusals > 0),
            PRIMARY KEY (organisation, minute)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE policy_version (
            digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
            files BLOB NOT NULL,
            in_force_from INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    /// Entries and tiles as they are served; what opens an entry stands with the act, so that it can go when the act is erased.
    private static let log = """
        CREATE TABLE log_entry (
            number INTEGER PRIMARY KEY CHECK (number >= 0),
            entry BLOB NOT NULL CHECK (length(entry) = 32),
            leaf INTEGER NOT NULL
        ) STRICT;

        CREATE INDEX log_entry_by_leaf ON log_entry (leaf);

        CREATE TABLE log_tile (
            level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 7),
            place INTEGER NOT NULL CHECK (place >= 0),
            hashes BLOB NOT NULL CHECK (length(hashes) BETWEEN 32 AND 8192 AND length(hashes) % 32 = 0),
            PRIMARY KEY (level, place)
        ) STRICT;

        CREATE TABLE log_checkpoint (
            size INTEGER PRIMARY KEY CHECK (size > 0),
            root BLOB NOT NULL CHECK (length(root) = 32),
            note BLOB
        ) STRICT;

        CREATE TABLE act (
            entry INTEGER PRIMARY KEY REFERENCES log_entry (number),
            kind TEXT NOT NULL,
            message INTEGER REFERENCES message (number),
            record BLOB NOT NULL,
            salt BLOB NOT NULL CHECK (length(salt) = 32)
        ) STRICT;

        CREATE INDEX act_by_kind ON act (kind, entry) WHERE kind IN ('policy', 'key');

        ALTER TABLE message ADD COLUMN entry INTEGER REFERENCES log_entry (number);
        ALTER TABLE message ADD COLUMN salt BLOB;
        ALTER TABLE statement ADD COLUMN entry INTEGER REFERENCES log_entry (number);
        ALTER TABLE statement ADD COLUMN salt BLOB;
        """

    /// Leaf hashes by runs of 262,144 entries, for they come in no order.
    ///
    /// Sorted as a whole each new one would change another page of an index that grows with the log; so the same thousand pages take them
    /// all. Who looks for one asks each run, of which ten million entries make 39.
    private static let leaves = """
        DROP INDEX log_entry_by_leaf;
        CREATE INDEX log_entry_by_run_and_leaf ON log_entry (number >> 18, leaf);
        """

    /// Tokens of authorities for time-stamps, with the manifest that each is over.
    private static let timestamps = """
        CREATE TABLE seal_timestamp (
            message INTEGER PRIMARY KEY REFERENCES message (number),
            manifest BLOB NOT NULL,
            token BLOB NOT NULL
        ) STRICT;
        """

    /// What took the place of a message, and what became of copies; a mailbox may keep its copy first and destroy it later.
    private static let fates = """
        CREATE TABLE correction (
            message INTEGER PRIMARY KEY REFERENCES message (number),
            replacement INTEGER NOT NULL REFERENCES message (number),
            CHECK (replacement > message)
        ) STRICT;

        CREATE INDEX correction_replacement ON correction (replacement);

        ALTER TABLE delivery ADD COLUMN disposed_at INTEGER;

        CREATE TABLE new_statement (
            number INTEGER PRIMARY KEY,
            message INTEGER NOT NULL REFERENCES message (number),
            kind TEXT NOT NULL,
            mailbox TEXT NOT NULL,
            digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
            bytes BLOB NOT NULL,
            record BLOB NOT NULL,
            signature BLOB NOT NULL,
            received_at INTEGER NOT NULL,
            entry INTEGER REFERENCES log_entry (number),
            salt BLOB,
            earlier_log INTEGER REFERENCES earlier_log (number),
            earlier_entry INTEGER
        ) STRICT;

        INSERT INTO new_statement
        SELECT number, message, kind, mailbox, digest, bytes, record, signature, received_at, entry, salt, earlier_log,
            earlier_entry
        FROM statement;
        DROP TABLE statement;
        ALTER TABLE new_statement RENAME TO statement;

        CREATE INDEX statement_message ON statement (message, number);
        CREATE UNIQUE INDEX statement_once ON statement (message, kind, mailbox)
            WHERE kind IN ('release', 'acknowledgement', 'refusal', 'withdrawal', 'correction');
        """

    /// Which organisation took the last byte of a message, with which certificate; which system will, until when; and what has to be
    /// answered, by whom and when.
    ///
    /// What still has to be collected or answered is found without a walk over what was.
    private static let collecting = """
        ALTER TABLE delivery ADD COLUMN collected_by TEXT CHECK (length(collected_by) = 20);
        ALTER TABLE delivery ADD COLUMN collected_certificate BLOB CHECK (length(collected_certificate) = 32);
        ALTER TABLE delivery ADD COLUMN claimed_by TEXT;
        ALTER TABLE delivery ADD COLUMN claimed_until INTEGER;
        CREATE INDEX delivery_available ON delivery (mailbox, arrival) WHERE state = 'available';
        CREATE INDEX delivery_claimed ON delivery (mailbox, claimed_by, arrival) WHERE state = 'available' AND claimed_by IS NOT NULL;

        CREATE TABLE request (
            message INTEGER NOT NULL REFERENCES message (number),
            mailbox TEXT NOT NULL,
            sender TEXT NOT NULL,
            due_at INTEGER NOT NULL,
            settled_at INTEGER,
            reply INTEGER REFERENCES message (number),
            PRIMARY KEY (message, mailbox),
            CHECK (reply IS NULL OR settled_at IS NOT NULL)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX request_of_addressee ON request (mailbox, due_at) WHERE settled_at IS NULL;
        CREATE INDEX request_of_sender ON request (sender, due_at) WHERE settled_at IS NULL;
        """

    /// Checkpoints of the log with the token of an authority over each, and when that was asked for.
    private static let stampedCheckpoints = """
        CREATE TABLE log_timestamp (
            size INTEGER PRIMARY KEY CHECK (size > 0),
            note BLOB NOT NULL,
            token BLOB NOT NULL,
            stamped_at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE earlier_timestamp (
            log INTEGER NOT NULL REFERENCES earlier_log (number),
            size INTEGER NOT NULL,
            note BLOB NOT NULL,
            token BLOB NOT NULL,
            stamped_at INTEGER NOT NULL,
            PRIMARY KEY (log, size)
        ) STRICT;
        """

    /// Checkpoints of the log that witnesses have cosigned, with all cosignatures, and how many those are.
    private static let cosigned = """
        CREATE TABLE log_cosigned (
            size INTEGER PRIMARY KEY CHECK (size > 0),
            cosignatures INTEGER NOT NULL CHECK (cosignatures > 0),
            note BLOB NOT NULL
        ) STRICT;
        """
}
