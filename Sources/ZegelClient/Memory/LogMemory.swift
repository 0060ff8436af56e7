// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TransparencyLog
import ZegelCore

/// The newest checkpoint of a log that this profile was ever shown, in a file of its own.
///
/// Several processes may use it at the same time: the file is replaced whole, and only by who has seen what it holds.
struct LogMemory: Sendable {
    let key: NoteVerifier
    let folder: String
    /// The file.
    let path: String

    init(_ key: NoteVerifier, folder: String) {
        let identifier = String(key.identifier, radix: 16)
        self.key = key
        self.folder = folder
        self.path = "\(folder)/\(ForkEvidence.name(of: LogOrigin(key.name)))-\(identifier).checkpoint"
    }

    /// What is kept; `nil` where nothing ever was.
    ///
    /// - Throws: `log.disagrees` where the file is there and is none of this log: what it said is lost, and nobody may go on as if
    ///   there had been nothing.
    func kept() throws(Problem) -> VerifiedCheckpoint? {
        guard FileManager.default.fileExists(atPath: self.path) else { return nil }
        do { return try SignedCheckpoint(parsing: FilePieces.whole(self.path)).verified(by: self.key) } catch {
            throw Problem(.logDisagrees, "\(self.path) does not hold a checkpoint of the log: \(error)")
        }
    }

    /// Keeps a checkpoint in the place of the one that was compared with it.
    ///
    /// - Returns: Whether that one was still there; where it was not, the next has to be compared.
    func keep(_ next: VerifiedCheckpoint, after compared: VerifiedCheckpoint?) throws(Problem) -> Bool {
        try KeptFile.makeFolder(self.folder)
        let lock = unsafe open("\(self.folder)/.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw Problem(.configuration, "\(self.folder) cannot be written.") }
        defer { close(lock) }
        // It is held for as long as writing a small file takes.
        guard flock(lock, LOCK_EX) == 0 else { throw Problem(.configuration, "\(self.folder) cannot be locked.") }
        guard try self.kept()?.checkpoint == compared?.checkpoint else { return false }
        try KeptFile.write(next.signed.bytes, to: self.path)
        return true
    }
}
