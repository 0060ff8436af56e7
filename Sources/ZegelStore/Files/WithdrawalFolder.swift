// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization
package import ZegelCore
import ZegelPolicy
package import ZegelSeal
import ZegelVerify

/// Withdrawals that were accepted, in a folder outside the store and outside its backups: after a restore they are taken again (DESIGN §4.4).
///
/// One file for each, named after its message and enciphered under the storage key. It is durable before the withdrawal is committed, so
/// that none that was answered can be lost with the store; what is here and in no store was signed by the originator all the same. It goes
/// when its message is destroyed, and when no backup from before it is left.
package final class WithdrawalFolder: Sendable {
    private let path: String
    private let cipher: PartCipher
    private let fileSystem: any FileSystem
    private let isPrepared = Mutex(false)

    /// Names the folder, which is made when the first withdrawal comes.
    ///
    /// - Throws: `configuration.invalid` where the storage key is none.
    package init(
        _ path: String,
        key: [UInt8],
        fileSystem: any FileSystem = SystemFileSystem()
    ) throws(Problem) {
        guard let key = StorageKey(key) else { throw Problem(.configuration, "storage.key holds 32 bytes in base64.") }
        self.path = path
        self.cipher = PartCipher(messageKey: key.derived(for: "zegel withdrawn v1"))
        self.fileSystem = fileSystem
    }

    /// Keeps a withdrawal; it is durable when this returns.
    package func keep(_ sealed: SealedStatement) throws {
        let kept = KeptWithdrawal(
            message: sealed.message,
            bytes: sealed.bytes,
            receivedAt: sealed.receivedAt,
            decision: sealed.decision.kept
        )
        try self.prepare()
        let file = try self.cipher.seal(kept.encoded, as: "\(sealed.message)")
        try DurableFile.write(file, to: self.file(of: sealed.message), self.fileSystem)
    }

    /// Makes the folder, and its name durable, once in the life of the process.
    private func prepare() throws {
        guard !self.isPrepared.withLock(\.self) else { return }
        try self.fileSystem.makeFolder(self.path)
        try self.fileSystem.syncFolder(URL(fileURLWithPath: self.path).deletingLastPathComponent().path)
        self.isPrepared.withLock { $0 = true }
    }

    /// Removes those of some messages; they are gone from the disk when this returns.
    package func remove(_ messages: [MessageID]) throws {
        let paths = messages.flatMap { [self.file(of: $0), DurableFile.unfinished(self.file(of: $0))] }
        let there = paths.filter { FileManager.default.fileExists(atPath: $0) }
        guard !there.isEmpty else { return }
        for path in there { try self.fileSystem.remove(path) }
        try self.fileSystem.syncFolder(self.path)
    }

    /// The messages of which there is one.
    ///
    /// - Throws: `configuration.invalid` where the folder cannot be read; nothing is taken for an empty one.
    package func messages() throws(Problem) -> [MessageID] {
        guard FileManager.default.fileExists(atPath: self.path) else { return [] }
        do { return try self.fileSystem.list(self.path).compactMap { MessageID($0) } } catch {
            throw Problem(.configuration, "\(self.path) cannot be read.")
        }
    }

    /// Reads the one of a message.
    ///
    /// - Throws: `configuration.invalid` where it cannot be read, or was not written under this storage key.
    package func withdrawal(of message: MessageID) throws(Problem) -> KeptWithdrawal {
        let path = self.file(of: message)
        do {
            guard let file = FileManager.default.contents(atPath: path) else { throw Problem(.storage) }
            return try KeptWithdrawal(parsing: self.cipher.open(Array(file), as: "\(message)"), of: message)
        } catch { throw Problem(.configuration, "\(path) is damaged, or was written with another storage key.") }
    }

    /// Removes those that every backup has that is left; one that cannot be read stays.
    ///
    /// - Parameter moment: No backup is older.
    package func forget(before moment: Instant) throws {
        let old = try self.messages().filter { message in
            (try? self.withdrawal(of: message)).map { $0.receivedAt < moment } ?? false
        }
        try self.remove(old)
    }

    private func file(of message: MessageID) -> String { "\(self.path)/\(message)" }
}

/// A withdrawal with what is needed to take it again.
package struct KeptWithdrawal: Sendable {
    /// The message.
    package let message: MessageID
    /// The signed statement.
    package let bytes: [UInt8]
    /// When it was accepted.
    package let receivedAt: Instant
    /// The record of the decision by which it was.
    package let decision: JSONValue

    fileprivate var encoded: [UInt8] {
        let json: JSONValue = [
            "zegel": "1", "record": "withdrawn", "statement": .string(Base64.encode(self.bytes)),
            "receivedAt": .string("\(self.receivedAt)"), "decision": self.decision,
        ]
        return json.encoded
    }
}

extension KeptWithdrawal {
    fileprivate init(parsing encoded: [UInt8], of message: MessageID) throws(Problem) {
        let json = try StrictJSON.parse(encoded)
        guard json["record"]?.string == "withdrawn",
            let bytes = json["statement"]?.string.flatMap({ Base64.decode($0) }),
            let receivedAt = json["receivedAt"]?.string.flatMap({ Instant($0) }),
            let decision = json["decision"]
        else { throw Problem(.storageDamaged, "A withdrawal cannot be read.") }
        self.init(message: message, bytes: bytes, receivedAt: receivedAt, decision: decision)
    }
}
