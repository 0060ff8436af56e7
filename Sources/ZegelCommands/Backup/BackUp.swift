// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Synchronization
import TransparencyLog
import ZegelClient
import ZegelCore
import ZegelLog
import ZegelServer

/// `zegel backup`: a copy of the data folder, verified when it is written.
struct BackUp: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the data folder of a server into a backup, also while it runs, and verify the copy.",
        discussion: """
            The same folder may be named each time: only new contents are copied, and until the last step it holds the \
            backup before. It holds no key, and not checkpoint.anchor: keep storage.key elsewhere, for without it a \
            backup cannot be read.
            """
    )

    @Option(help: "The configuration of the server, zegel.yaml.")
    var config: String

    @Option(help: ArgumentHelp("The folder of the backup.", valueName: "dir"))
    var to: String

    @Option(
        help: ArgumentHelp("A checkpoint of the log that was kept, where checkpoint.anchor is lost.", valueName: "file")
    )
    var checkpoint: [String] = []

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() async throws {
        do {
            let configuration = try ServerConfiguration.load(self.config)
            let key = try configuration.logSigner().verifier
            let source = Backup.Source(
                data: configuration.data,
                anchor: configuration.log.anchor,
                log: key,
                key: try configuration.storageKeyBytes()
            )
            let line = ProgressLine("Backing up")
            let done = Mutex(0)
            let backup = Backup(source, to: self.to) { count in
                line.update(
                    done.withLock {
                        $0 += count
                        return $0
                    },
                    of: nil
                )
            }
            let given = try self.checkpoint.map { try KeptCheckpoint.read($0, by: key) }
            let outcome = try await backup(at: .now, given: given)
            line.end()
            self.tell(outcome)
        } catch { throw CommandFailure(any: error, isJSON: self.json) }
    }

    private func tell(_ outcome: Backup.Outcome) {
        let record = outcome.record
        let checkpoint = record.checkpoint.checkpoint
        let document: JSONValue = [
            "folder": .string(self.to), "time": .string("\(record.time)"),
            "messages": .integer(Int64(record.messages)), "contents": .integer(Int64(outcome.contents)),
            "copied": .integer(Int64(outcome.copied)), "log": .string("\(checkpoint.origin)"),
            "size": .integer(Int64(checkpoint.size)), "root": .string("\(checkpoint.root)"),
        ]
        let text = """
            A backup is in \(self.to), and was read again.
                messages  \(record.messages), \(outcome.contents) of them in files, \(outcome.copied) copied now
                log       \(checkpoint.origin), \(checkpoint.size) entries, root \(checkpoint.root)
            """
        Output.result(self.json ? document : nil, else: text)
    }
}

/// Checkpoints in files.
enum KeptCheckpoint {
    /// Reads a checkpoint that a log signed.
    ///
    /// - Throws: `log.disagrees` where it did not, `configuration.invalid` where the file cannot be read.
    static func read(_ path: String, by key: NoteVerifier) throws -> VerifiedCheckpoint {
        do {
            return try SignedCheckpoint(parsing: FilePieces.whole(path)).verified(by: key)
        } catch let error as TransparencyLogError {
            throw Problem(.logDisagrees, "\(path): \(error)")
        }
    }
}
