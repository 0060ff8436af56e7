// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
package import TransparencyLog
package import ZegelCore
package import ZegelStore

/// Cosigns checkpoints of other logs, and never two that do not go together (c2sp.org/tlog-witness).
///
/// It may be called from any thread; questions about one log wait for each other.
package final class Witness: Sendable {
    private let cosigner: Cosigner
    private let logs: [LogOrigin: WitnessedLog]
    private let lock: FolderLock
    private let clock: WallClock

    /// Reads what was cosigned before.
    ///
    /// - Parameters:
    ///   - cosigner: The key of the witness.
    ///   - logs: The keys of the logs that it knows, each of another origin.
    ///   - folder: Where it remembers what it cosigned. It has to be there: a witness that forgot must get another key.
    ///   - fileSystem: Where that is.
    ///   - clock: What time it is.
    /// - Throws: `configuration.invalid`; `log.disagrees` where a file there cannot be used.
    package init(
        _ cosigner: Cosigner,
        logs: [NoteVerifier],
        folder: String,
        fileSystem: any FileSystem = SystemFileSystem(),
        clock: @escaping WallClock
    ) throws(Problem) {
        var isFolder: ObjCBool = false
        guard unsafe FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw Problem(
                .configuration,
                "\(folder) is missing. A witness that has forgotten what it cosigned must not go on with its key."
            )
        }
        self.lock = try FolderLock(folder)
        var known: [LogOrigin: WitnessedLog] = [:]
        for key in logs {
            let log = try WitnessedLog(key, folder: folder, fileSystem: fileSystem)
            guard known.updateValue(log, forKey: LogOrigin(key.name)) == nil else {
                throw Problem(.configuration, "Two keys are named for the log \(key.name).")
            }
        }
        self.cosigner = cosigner
        self.logs = known
        self.clock = clock
    }

    /// The key that its cosignatures are verified with.
    package var verifier: CosignatureVerifier { self.cosigner.verifier }

    /// The newest checkpoint that was cosigned of a log.
    package func newest(of origin: LogOrigin) -> Checkpoint? { self.logs[origin]?.newest }

    /// Answers a question; it waits for the disk.
    package func answer(_ question: [UInt8]) -> (answer: WitnessAnswer, origin: LogOrigin?) {
        guard let question = try? AddCheckpoint(parsing: question) else { return (.malformed, nil) }
        guard let log = self.logs[question.checkpoint.checkpoint.origin] else { return (.unknown, nil) }
        let time = UInt64(max(0, self.clock().milliseconds / 1_000))
        return (log.add(question, self.cosigner, at: time), LogOrigin(log.key.name))
    }
}
