// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
import ZegelCore

/// What of the outbox may go beside each other.
///
/// A line stands in lanes: one for each pair of mailboxes that it is a message of, and one for each message that it is, is about, or builds on.
/// It may begin where it is the first open line of all its lanes at its server. The tables see to that themselves, at every change of its
/// state: a line that may begin is found without a walk over those that wait behind others.
extension Outbox {
    /// A lane is the number of a pair, or less than zero the number of a message.
    static let lanes = """
        \(Self.news)

        ALTER TABLE outbox ADD COLUMN is_first INTEGER NOT NULL DEFAULT 1 CHECK (is_first IN (0, 1));

        CREATE TABLE outbox_lane (
            line INTEGER NOT NULL REFERENCES outbox (number),
            lane INTEGER NOT NULL,
            server TEXT NOT NULL,
            is_open INTEGER NOT NULL DEFAULT 1 CHECK (is_open IN (0, 1)),
            PRIMARY KEY (line, lane)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX outbox_lane_queue ON outbox_lane (server, lane, line) WHERE is_open = 1;
        CREATE INDEX outbox_ready ON outbox (server, due_at, number)
            WHERE is_first = 1 AND state IN ('waiting', 'pushing');

        INSERT INTO outbox_lane (line, lane, server, is_open)
        SELECT number, -message, server, state IN ('waiting', 'pushing') FROM outbox
        UNION
        SELECT outbox.number, pair, server, outbox.state IN ('waiting', 'pushing') FROM outbox
        JOIN delivery USING (message) WHERE statement IS NULL AND pair IS NOT NULL
        UNION
        SELECT outbox.number, -replacement, server, outbox.state IN ('waiting', 'pushing') FROM outbox
        JOIN statement ON statement.number = outbox.statement AND statement.kind = 'correction'
        JOIN correction ON correction.message = outbox.message;

        \(Self.place(of: "number"));

        CREATE TRIGGER outbox_lane_made AFTER INSERT ON outbox_lane WHEN NEW.is_open = 1 BEGIN
            UPDATE outbox SET is_first = 0 WHERE number = NEW.line AND EXISTS (
                SELECT 1 FROM outbox_lane WHERE server = NEW.server AND lane = NEW.lane AND is_open = 1 AND line < NEW.line);
        END;

        CREATE TRIGGER outbox_lane_changed AFTER UPDATE OF is_open ON outbox_lane BEGIN
            \(Self.place(of: "NEW.line"));
            \(Self.place(of: Self.next));
        END;

        CREATE TRIGGER outbox_made AFTER INSERT ON outbox BEGIN
            INSERT INTO outbox_lane (line, lane, server) VALUES (NEW.number, -NEW.message, NEW.server);
            INSERT INTO outbox_lane (line, lane, server)
            SELECT NEW.number, pair, NEW.server FROM delivery
            WHERE NEW.statement IS NULL AND message = NEW.message AND pair IS NOT NULL;
        END;

        CREATE TRIGGER outbox_changed AFTER UPDATE OF state ON outbox BEGIN
            UPDATE outbox_lane SET is_open = NEW.state IN ('waiting', 'pushing')
            WHERE line = NEW.number AND is_open <> (NEW.state IN ('waiting', 'pushing'));
        END;

        CREATE TRIGGER outbox_gone BEFORE DELETE ON outbox BEGIN
            UPDATE outbox_lane SET is_open = 0 WHERE line = OLD.number AND is_open = 1;
            DELETE FROM outbox_lane WHERE line = OLD.number;
        END;
        """

    /// Lets those behind a line go on once it is gone: before that, it would change the very row that is being deleted.
    static let laneOfWhatIsGone = """
        DROP TRIGGER outbox_gone;

        CREATE TRIGGER outbox_gone AFTER DELETE ON outbox BEGIN
            UPDATE outbox_lane SET is_open = 0 WHERE line = OLD.number AND is_open = 1;
            DELETE FROM outbox_lane WHERE line = OLD.number;
        END;
        """

    /// The line behind one in its lane.
    private static let next = """
        (SELECT min(line) FROM outbox_lane
            WHERE server = NEW.server AND lane = NEW.lane AND is_open = 1 AND line > NEW.line)
        """

    /// Says of a line whether anything open stands before it.
    private static func place(of line: String) -> String {
        """
        UPDATE outbox SET is_first = NOT EXISTS (
            SELECT 1 FROM outbox_lane AS own CROSS JOIN outbox_lane AS earlier
            WHERE own.line = outbox.number AND earlier.server = own.server AND earlier.lane = own.lane
                AND earlier.is_open = 1 AND earlier.line < own.line)
        WHERE number = \(line)
        """
    }

    /// The line that may begin first at a server, of those that share no lane with what is under way.
    static let ready = """
        SELECT number, message, statement, word, state, attempts, due_at FROM outbox
        WHERE server = :server AND is_first = 1 AND state IN ('waiting', 'pushing') AND NOT EXISTS (
            SELECT 1 FROM outbox_lane WHERE line = outbox.number AND lane IN (SELECT value FROM json_each(:lanes)))
        ORDER BY due_at, number LIMIT 1
        """

    /// What ``ready`` is asked with.
    static func arguments(_ server: OIN, beside lanes: [Int64]) -> StatementArguments {
        ["server": "\(server)", "lanes": "[\(lanes.map { "\($0)" }.joined(separator: ","))]"]
    }
}
