// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// A record outside the store, from which it is taken again where the store was lost.
extension DecisionRecord {
    /// All of it.
    package var kept: JSONValue {
        [
            "id": .string(self.id), "timestamp": .integer(self.timestamp.milliseconds),
            "policy": .string("\(self.policy)"), "isAllowed": .bool(self.isAllowed),
            "organisation": .string("\(self.organisation)"), "exchange": .string(self.exchange),
            "json": .string(String(decoding: self.json, as: UTF8.self)),
            "header": self.header.map { .string("\($0)") } ?? .null,
        ]
    }

    /// The same again, or `nil` where it is none.
    ///
    /// No other target may make a record of a decision.
    init?(kept: JSONValue) {
        guard let id = kept["id"]?.string, let timestamp = kept["timestamp"]?.integer,
            let policy = kept["policy"]?.string.flatMap({ ContentDigest(hexadecimal: $0) }),
            case .bool(let isAllowed)? = kept["isAllowed"],
            let organisation = kept["organisation"]?.string.flatMap({ OIN($0) }),
            let exchange = kept["exchange"]?.string, let json = kept["json"]?.string
        else { return nil }
        self.init(
            id: id,
            timestamp: Instant(milliseconds: timestamp),
            policy: policy,
            isAllowed: isAllowed,
            organisation: organisation,
            exchange: exchange,
            json: Array(json.utf8),
            header: kept["header"]?.string.flatMap { ContentDigest(hexadecimal: $0) }
        )
    }
}

extension PolicyEngine {
    /// Leave once more for a statement that was accepted before and lost: what was decided then is not decided again, for what its
    /// originator took back must not be had because the policy is another now.
    ///
    /// - Parameter kept: The record of that decision, as it was kept.
    /// - Returns: `nil` where it is of a refusal, or about another message.
    package func leave(
        again statement: Statement,
        about header: MessageHeader,
        decided kept: JSONValue
    ) -> StatementLeave? {
        guard let record = DecisionRecord(kept: kept), record.isAllowed, record.header == header.digest else {
            return nil
        }
        return StatementLeave(
            kind: statement.kind,
            mailbox: statement.mailbox,
            headerDigest: header.digest,
            record: record
        )
    }
}
