// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
package import TransparencyLog
package import ZegelCore
import ZegelVerify

/// Where a backup is put back, as the configuration says, and the folder beside it in which that is made ready.
package struct RestoreTarget: Sendable {
    static let keyName = "log.key"
    static let publicName = "log.pub"
    static let anchorName = "checkpoint.anchor"
    static let outcomeName = "outcome.json"

    /// The data folder.
    let data: String
    /// `checkpoint.anchor`.
    let anchor: String
    /// The file of the new log's key.
    let key: String
    /// The name of the new log.
    let origin: String

    /// Names the data folder, the anchor, the file for the key of the new log, and its origin.
    package init(data: String, anchor: String, key: String, origin: String) {
        self.data = URL(fileURLWithPath: data).standardizedFileURL.path
        self.anchor = anchor
        self.key = key
        self.origin = origin
    }

    /// Beside the data, so that it can be put in its place in one step.
    var work: String { "\(self.data).restore" }
    /// What is not whole yet.
    var new: String { "\(self.work)/new" }
    /// What is.
    var ready: String { "\(self.work)/ready" }
    /// The public key, beside the secret one.
    package var publicKey: String {
        (self.key.hasSuffix(".key") ? String(self.key.dropLast(4)) : self.key) + ".pub"
    }
    /// Where the anchor of the old log is kept.
    package var oldAnchor: String { "\(self.anchor).before-restore" }
}

/// What a restore did.
package struct RestoreOutcome: Sendable {
    /// When.
    package let time: Instant
    /// How many messages there are again.
    package let messages: Int
    /// How many of the backup had been destroyed since, and were destroyed again.
    package let erased: Int
    /// The key of the new log.
    package let log: NoteVerifier
    /// The old log as it was restored.
    package let earlier: VerifiedCheckpoint
    /// The newest checkpoint of the old log that is known, to which the new one commits.
    package let newest: VerifiedCheckpoint

    /// How many entries of the old log are known to be missing.
    package var missing: UInt64 {
        self.newest.checkpoint.size - min(self.earlier.checkpoint.size, self.newest.checkpoint.size)
    }

    var encoded: [UInt8] {
        let json: JSONValue = [
            "time": .string("\(self.time)"), "messages": .integer(Int64(self.messages)),
            "erased": .integer(Int64(self.erased)), "log": .string("\(self.log)"),
            "key": .string("\(self.earlier.log)"),
            "earlier": .string(Base64.encode(self.earlier.signed.bytes)),
            "newest": .string(Base64.encode(self.newest.signed.bytes)),
        ]
        return json.encoded
    }
}

extension RestoreOutcome {
    /// Reads what a run that was broken off has left.
    init(parsing bytes: [UInt8]) throws {
        let json = try StrictJSON.parse(bytes)
        let key = try NoteVerifier(parsing: json["key"]?.string ?? "")
        func checkpoint(_ name: String) throws -> VerifiedCheckpoint {
            try SignedCheckpoint(parsing: Base64.decode(json[name]?.string ?? "") ?? []).verified(by: key)
        }
        self.init(
            time: json["time"]?.string.flatMap { Instant($0) } ?? Instant(milliseconds: 0),
            messages: Int(json["messages"]?.integer ?? 0),
            erased: Int(json["erased"]?.integer ?? 0),
            log: try NoteVerifier(parsing: json["log"]?.string ?? ""),
            earlier: try checkpoint("earlier"),
            newest: try checkpoint("newest")
        )
    }
}
