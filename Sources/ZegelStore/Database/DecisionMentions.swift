// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
import ZegelPolicy

/// Which records of decisions say something of messages that they are not about: replies to them, and questions that were only asked.
///
/// A record that is about a message is found by the message itself, and by the digest of its header.
extension Schema {
    static let mentions = """
        CREATE TABLE decision_mention (
            mailbox TEXT NOT NULL,
            kenmerk TEXT NOT NULL,
            date TEXT NOT NULL,
            decision INTEGER NOT NULL REFERENCES decision (number),
            PRIMARY KEY (mailbox, kenmerk, date, decision)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX decision_mention_decision ON decision_mention (decision);

        WITH record AS (
            SELECT number, is_allowed, CAST(json AS TEXT) AS text,
                '$.body."adl.core.request"' AS request FROM decision
            WHERE json IS NOT NULL AND json_valid(CAST(json AS TEXT))
        ), header AS (
            SELECT number, json_extract(cited.value, '$.header') AS json
            FROM record, json_each(text, request || '.context.inReplyTo') AS cited
            UNION ALL SELECT number, json_extract(text, request || '.context.original.header') FROM record
            UNION ALL SELECT number, json_extract(text, request || '.resource.properties') FROM record
                WHERE is_allowed = 0 OR json_extract(text, request || '.context.askedBy') IS NOT NULL
        )
        INSERT OR IGNORE INTO decision_mention (mailbox, kenmerk, date, decision)
        SELECT json_extract(json, '$.from.mailbox'), json_extract(json, '$.kenmerk'), json_extract(json, '$.date'), number
        FROM header WHERE json_type(json, '$.from.mailbox') = 'text' AND json_type(json, '$.kenmerk') = 'text'
            AND json_type(json, '$.date') = 'text';
        """
}

extension Schema {
    /// The header is looked for of those records alone that do not name their message.
    ///
    /// Headers come in no order, so that each would change another page.
    static let unstoredHeaders = """
        DROP INDEX decision_header;
        CREATE INDEX decision_header ON decision (header) WHERE header IS NOT NULL AND message IS NULL;
        """
}

extension Transaction {
    /// Notes which other messages the record of a decision speaks of.
    func mention(_ mentions: [DecisionRecord.Mention], in decision: Int64) throws {
        for mention in mentions {
            try self.execute(
                "INSERT INTO decision_mention (mailbox, kenmerk, date, decision) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                mention.values + [.integer(decision)]
            )
        }
    }

    /// Whether one of them was erased since it was decided.
    func areErased(_ mentions: [DecisionRecord.Mention]) throws -> Bool {
        for mention in mentions where mention.isStored {
            let isThere = try Bool.fetchOne(
                self.database,
                sql: "SELECT EXISTS (SELECT 1 FROM message WHERE sender_mailbox = ? AND kenmerk = ? AND date = ?)",
                arguments: StatementArguments(mention.values.map(\.database))
            )
            if isThere == false { return true }
        }
        return false
    }
}

extension DecisionRecord.Mention {
    fileprivate var values: [SQLValue] { [.text("\(self.mailbox)"), .text(self.kenmerk), .text(self.date)] }
}
