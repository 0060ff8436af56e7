// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import TransparencyLog
package import ZegelCore
package import ZegelStore
import ZegelVerify

/// `backup.json`: what a backup holds, written when all of it is durable.
///
/// Its last member is a code under the storage key, so that only who can read the data can make or change a backup of it.
package struct BackupRecord: Hashable, Sendable {
    /// Its name in the folder.
    package static let name = "backup.json"
    private static let purpose = "zegel backup v1"

    /// When the backup was begun.
    package let time: Instant
    /// The key of the log.
    package let log: NoteVerifier
    /// The log as the backup has it: the whole of it, signed.
    package let checkpoint: VerifiedCheckpoint
    /// How many messages.
    package let messages: Int
    /// The file with the database.
    package let database: String
    /// The file that lists all others with their SHA-256, as sha256sum does.
    package let list: String
    /// The SHA-256 of that list.
    package let listDigest: ContentDigest

    /// The bytes of the file.
    package func encoded(by key: StorageKey) -> [UInt8] {
        let bytes = JSONValue.object(self.members).encoded
        let code = Hexadecimal.encode(key.code(for: bytes, purpose: Self.purpose))
        return JSONValue.object(self.members + [.init("mac", .string(code))]).encoded + [0x0A]
    }

    private var members: [JSONValue.Member] {
        [
            .init("zegel", "1"), .init("record", "backup"), .init("time", .string("\(self.time)")),
            .init("key", .string("\(self.log)")),
            .init("checkpoint", .string(Base64.encode(self.checkpoint.signed.bytes))),
            .init("messages", .integer(Int64(self.messages))), .init("database", .string(self.database)),
            .init("list", ["name": .string(self.list), "sha256": .string("\(self.listDigest)")]),
        ]
    }
}

extension BackupRecord {
    /// Reads the bytes of the file; only the spelling that encoded(by:) writes is taken.
    ///
    /// - Throws: `backup.altered`.
    package init(parsing bytes: [UInt8], by key: StorageKey) throws(Problem) {
        guard let json = try? StrictJSON.parse(bytes),
            let code = json["mac"]?.string.flatMap({ Hexadecimal.decode($0) }),
            let members = json.members,
            key.accepts(code, for: JSONValue.object(members.dropLast()).encoded, purpose: Self.purpose)
        else { throw Problem(.backupAltered, "It was changed, or made with another storage key.") }
        guard let time = json["time"]?.string.flatMap({ Instant($0) }),
            let log = json["key"]?.string.flatMap({ try? NoteVerifier(parsing: $0) }),
            let note = json["checkpoint"]?.string.flatMap({ Base64.decode($0) }),
            let checkpoint = try? SignedCheckpoint(parsing: note).verified(by: log),
            let messages = json["messages"]?.integer, let database = json["database"]?.string,
            let list = json["list"]?["name"]?.string,
            let digest = json["list"]?["sha256"]?.string.flatMap({ ContentDigest(hexadecimal: $0) })
        else { throw Problem(.backupAltered, "A field is missing or has another form.") }
        self.init(
            time: time,
            log: log,
            checkpoint: checkpoint,
            messages: Int(messages),
            database: database,
            list: list,
            listDigest: digest
        )
        guard self.encoded(by: key) == bytes else {
            throw Problem(.backupAltered, "It is not spelled as a backup writes it.")
        }
    }
}
