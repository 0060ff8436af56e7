// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// What came of comparing a day with another server.
package struct RelayDay: Hashable, Sendable {
    /// What the other server signed.
    package struct Word: Hashable, Sendable {
        /// The exact bytes of its record.
        package let record: [UInt8]
        /// Its detached CAdES over them.
        package let signature: [UInt8]

        /// Joins both.
        package init(record: [UInt8], signature: [UInt8]) {
            self.record = record
            self.signature = signature
        }
    }

    /// How many differences are named; what is beyond is counted.
    package static let named = 1_000

    /// The other server.
    package let server: OIN
    /// The day.
    package let day: CalendarDate
    /// When it was compared.
    package let comparedAt: Instant
    /// How much passed, as the other server has it.
    package let count: Int64
    /// What one has and the other lacks: the first of it.
    package let differences: [RelayDifference]
    /// How much that is in all, without what is under way.
    package let open: Int
    /// What the other server signed.
    package let word: Word

    /// Describes an outcome.
    package init(
        server: OIN,
        day: CalendarDate,
        comparedAt: Instant,
        count: Int64,
        differences: [RelayDifference],
        open: Int,
        word: Word
    ) {
        self.server = server
        self.day = day
        self.comparedAt = comparedAt
        self.count = count
        self.differences = differences
        self.open = open
        self.word = word
    }

    /// Whether both have the same.
    package var isAgreed: Bool { self.differences.isEmpty && self.open == 0 }

    /// As operators read it.
    package var json: JSONValue {
        [
            "day": .string("\(self.day)"), "state": .string(self.isAgreed ? "agreed" : "different"),
            "compared": .string("\(self.comparedAt)"), "count": .integer(self.count),
            "open": .integer(Int64(self.open)), "differences": .array(self.differences.map(\.json)),
        ]
    }
}

extension RelayDay {
    /// The moment of taking, as the receipt names it, stands with what passed; of what was destroyed name and moment stay.
    ///
    /// What was receipted before there was such a moment has that at which the receipt came. Where that is another day by this, the days are
    /// found to differ, and it is pushed again, which brings the receipt once more.
    static let schema = """
        ALTER TABLE outbox ADD COLUMN taken_at INTEGER;
        ALTER TABLE outbox ADD COLUMN taken_as TEXT CHECK (taken_as IS NULL OR (length(taken_as) = 32 AND statement IS NULL));
        ALTER TABLE outbox ADD COLUMN earlier_receipt BLOB;
        UPDATE outbox SET taken_at = settled_at, taken_as = (SELECT id FROM relayed_out
                WHERE relayed_out.message = outbox.message AND relayed_out.server = outbox.server)
            WHERE state = 'receipted' AND statement IS NULL AND EXISTS (SELECT 1 FROM relayed_out
                WHERE relayed_out.message = outbox.message AND relayed_out.server = outbox.server);
        UPDATE outbox SET taken_at = settled_at WHERE state = 'receipted' AND statement IS NOT NULL;
        CREATE INDEX outbox_taken ON outbox (server, taken_at) WHERE taken_at IS NOT NULL;
        CREATE INDEX outbox_begun ON outbox (server, number) WHERE attempts > 0 AND state IN ('waiting', 'pushing');

        ALTER TABLE relayed_hop ADD COLUMN taken_at INTEGER;
        UPDATE relayed_hop SET taken_at = (SELECT received_at FROM message WHERE message.number = relayed_hop.message)
            WHERE position = (SELECT max(position) FROM relayed_hop AS other WHERE other.message = relayed_hop.message);
        CREATE INDEX relayed_hop_taken ON relayed_hop (server, taken_at) WHERE taken_at IS NOT NULL;

        ALTER TABLE statement ADD COLUMN brought_by TEXT CHECK (length(brought_by) = 20);
        CREATE INDEX statement_brought ON statement (brought_by, received_at) WHERE brought_by IS NOT NULL;

        CREATE TABLE erased_passage (
            server TEXT NOT NULL CHECK (length(server) = 20),
            taken_at INTEGER NOT NULL,
            name TEXT NOT NULL CHECK (length(name) IN (32, 64)),
            is_given INTEGER NOT NULL CHECK (is_given IN (0, 1)),
            PRIMARY KEY (server, taken_at, name)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE relay_day (
            server TEXT NOT NULL CHECK (length(server) = 20),
            day TEXT NOT NULL CHECK (length(day) = 10),
            is_agreed INTEGER NOT NULL CHECK (is_agreed IN (0, 1)),
            compared_at INTEGER NOT NULL,
            count INTEGER NOT NULL,
            open INTEGER NOT NULL CHECK (open >= 0),
            differences BLOB NOT NULL,
            record BLOB NOT NULL,
            signature BLOB NOT NULL,
            PRIMARY KEY (server, day)
        ) STRICT, WITHOUT ROWID;
        """
}
