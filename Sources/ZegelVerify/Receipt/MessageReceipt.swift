// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// What a server answers when it has accepted a message (DESIGN §7); as JSON it holds the signed parts byte for byte.
package struct MessageReceipt: Hashable, Sendable {
    /// The message.
    package let id: MessageID
    /// Where it stood when the receipt was written.
    package let state: MessageState
    /// The sender's reference.
    package let kenmerk: Kenmerk
    /// The date of the message.
    package let date: CalendarDate
    /// When the whole of it had arrived.
    package let receivedAt: Instant
    /// The digest of the container.
    package let container: ContentDigest
    /// The exact bytes of `acceptance.json`.
    package let acceptance: [UInt8]
    /// The exact bytes of the seal's manifest.
    package let sealManifest: [UInt8]
    /// The seal.
    package let seal: [UInt8]
    /// The proof that the log has it, and the salt; `nil` from a server without a log.
    package let log: LogEvidence?

    /// Gathers a receipt from its parts.
    package init(
        id: MessageID,
        state: MessageState,
        kenmerk: Kenmerk,
        date: CalendarDate,
        receivedAt: Instant,
        container: ContentDigest,
        acceptance: [UInt8],
        sealManifest: [UInt8],
        seal: [UInt8],
        log: LogEvidence?
    ) {
        self.id = id
        self.state = state
        self.kenmerk = kenmerk
        self.date = date
        self.receivedAt = receivedAt
        self.container = container
        self.acceptance = acceptance
        self.sealManifest = sealManifest
        self.seal = seal
        self.log = log
    }

    /// The JSON of the answer.
    package var json: JSONValue {
        let signed: JSONValue = [
            "id": .string("\(self.id)"), "state": .string(self.state.rawValue), "kenmerk": .string("\(self.kenmerk)"),
            "date": .string("\(self.date)"), "receivedAt": .string("\(self.receivedAt)"),
            "container": .string("\(self.container)"), "acceptance": .string(Base64.encode(self.acceptance)),
            "sealManifest": .string(Base64.encode(self.sealManifest)), "seal": .string(Base64.encode(self.seal)),
        ]
        return .object((signed.members ?? []) + (self.log?.members ?? []))
    }

    /// Reads the answer of a server; members that this version does not know are left to later ones.
    ///
    /// - Throws: ``Problem`` `receipt.invalid`, or a `json.…` code.
    package init(parsing bytes: [UInt8]) throws(Problem) {
        let json = try StrictJSON.parse(bytes)
        guard let id = json["id"]?.string.flatMap({ MessageID($0) }),
            let state = json["state"]?.string.flatMap({ MessageState(rawValue: $0) }),
            let kenmerk = json["kenmerk"]?.string.flatMap({ Kenmerk($0) }),
            let date = json["date"]?.string.flatMap({ CalendarDate($0) }),
            let receivedAt = json["receivedAt"]?.string.flatMap({ Instant($0) }),
            let container = json["container"]?.string.flatMap({ ContentDigest(hexadecimal: $0) }),
            let acceptance = json["acceptance"]?.string.flatMap({ Base64.decode($0) }),
            let sealManifest = json["sealManifest"]?.string.flatMap({ Base64.decode($0) }),
            let seal = json["seal"]?.string.flatMap({ Base64.decode($0) })
        else { throw Problem(.receiptInvalid, "A field of the receipt is missing or has another type.") }
        try self.init(
            id: id,
            state: state,
            kenmerk: kenmerk,
            date: date,
            receivedAt: receivedAt,
            container: container,
            acceptance: acceptance,
            sealManifest: sealManifest,
            seal: seal,
            log: LogEvidence(receipt: json)
        )
    }
}

/// What a server answers when it has accepted a statement (DESIGN §4.1).
package struct StatementReceipt: Hashable, Sendable {
    /// The message.
    package let message: MessageID
    /// The digest of the signed statement.
    package let statement: ContentDigest
    /// When it was accepted.
    package let receivedAt: Instant
    /// The exact bytes of the server's record.
    package let record: [UInt8]
    /// The server's detached CAdES over the record.
    package let signature: [UInt8]
    /// The proof that the log has it, and the salt; `nil` from a server without a log.
    package let log: LogEvidence?

    /// Gathers a receipt from its parts.
    package init(
        message: MessageID,
        statement: ContentDigest,
        receivedAt: Instant,
        record: [UInt8],
        signature: [UInt8],
        log: LogEvidence?
    ) {
        self.message = message
        self.statement = statement
        self.receivedAt = receivedAt
        self.record = record
        self.signature = signature
        self.log = log
    }

    /// The JSON of the answer.
    package var json: JSONValue {
        let signed: JSONValue = [
            "message": .string("\(self.message)"), "statement": .string("\(self.statement)"),
            "receivedAt": .string("\(self.receivedAt)"), "record": .string(Base64.encode(self.record)),
            "signature": .string(Base64.encode(self.signature)),
        ]
        return .object((signed.members ?? []) + (self.log?.members ?? []))
    }

    /// Reads the answer of a server; members that this version does not know are left to later ones.
    ///
    /// - Throws: ``Problem`` `receipt.invalid`, or a `json.…` code.
    package init(parsing bytes: [UInt8]) throws(Problem) {
        let json = try StrictJSON.parse(bytes)
        guard let message = json["message"]?.string.flatMap({ MessageID($0) }),
            let statement = json["statement"]?.string.flatMap({ ContentDigest(hexadecimal: $0) }),
            let receivedAt = json["receivedAt"]?.string.flatMap({ Instant($0) }),
            let record = json["record"]?.string.flatMap({ Base64.decode($0) }),
            let signature = json["signature"]?.string.flatMap({ Base64.decode($0) })
        else { throw Problem(.receiptInvalid, "A field of the receipt is missing or has another type.") }
        try self.init(
            message: message,
            statement: statement,
            receivedAt: receivedAt,
            record: record,
            signature: signature,
            log: LogEvidence(receipt: json)
        )
    }
}
