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
import ZegelStore
import ZegelVerify

/// `zegel restore`: a backup becomes a data folder again, with a new log.
struct PutBack: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup back into an empty data folder, and begin a new log.",
        discussion: """
            First give log.origin in zegel.yaml a new name, and log.key a file that is not there yet: a log is never \
            continued from a backup. The first entry of the new log commits to the newest checkpoint of the old one that \
            is known: from checkpoint.anchor where it is left, the backup, or --checkpoint. All of the backup is verified \
            before anything is put in place. Broken off, it is run again as it was.
            """
    )

    @Option(help: "The configuration of the server, zegel.yaml.")
    var config: String

    @Option(help: ArgumentHelp("The folder of the backup.", valueName: "dir"))
    var from: String

    @Option(
        help: ArgumentHelp(
            "A checkpoint of the old log that a partner, witness or client kept; repeatable.",
            valueName: "file"
        )
    )
    var checkpoint: [String] = []

    @Option(
        help: ArgumentHelp(
            "What was destroyed, and is destroyed again; else retention.journal of the configuration.",
            valueName: "file"
        )
    )
    var erased: String?

    @Flag(help: "Verify the backup, and put nothing back.")
    var check = false

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() async throws {
        do {
            let configuration = try ServerConfiguration.load(self.config)
            let target = RestoreTarget(
                data: configuration.data,
                anchor: configuration.log.anchor,
                key: configuration.log.key,
                origin: configuration.log.origin
            )
            let line = ProgressLine(self.check ? "Verifying" : "Restoring")
            let done = Mutex(0)
            let restore = Restore(target, from: self.from, key: try configuration.storageKeyBytes()) { count in
                line.update(
                    done.withLock { done in
                        done += count
                        return done
                    },
                    of: nil
                )
            }
            defer { line.end() }
            if self.check { return self.tell(try await restore.check().record) }
            let given = try self.checkpoint.map { try SignedCheckpoint(parsing: FilePieces.whole($0)) }
            let outcome = try await restore(at: .now, given: given, erased: try configuration.erased(self.erased))
            line.end()
            let withdrawals = try WithdrawalFolder(
                configuration.retention.withdrawn,
                key: configuration.storageKeyBytes()
            ).messages().count
            let stored = try StoredLog(folder: configuration.data, key: configuration.storageKeyBytes())
            self.tell(outcome, target, try stored.first(), withdrawals)
        } catch let error as TransparencyLogError {
            let problem = Problem(.logDisagrees, "A checkpoint that was given: \(error)")
            throw CommandFailure(ProcessExit(problem), problem, isJSON: self.json)
        } catch { throw CommandFailure(any: error, isJSON: self.json) }
    }

    private func tell(_ record: BackupRecord) {
        let checkpoint = record.checkpoint.checkpoint
        let document: JSONValue = [
            "time": .string("\(record.time)"), "messages": .integer(Int64(record.messages)),
            "log": .string("\(checkpoint.origin)"), "size": .integer(Int64(checkpoint.size)),
            "root": .string("\(checkpoint.root)"),
        ]
        let text = """
            The backup of \(record.time) holds.
                messages  \(record.messages)
                log       \(checkpoint.origin), \(checkpoint.size) entries, root \(checkpoint.root)
            """
        Output.result(self.json ? document : nil, else: text)
    }

    private func tell(
        _ outcome: RestoreOutcome,
        _ target: RestoreTarget,
        _ first: (record: [UInt8], salt: [UInt8])?,
        _ withdrawals: Int
    ) {
        let (old, newest) = (outcome.earlier.checkpoint, outcome.newest.checkpoint)
        let document: JSONValue = [
            "messages": .integer(Int64(outcome.messages)), "erased": .integer(Int64(outcome.erased)),
            "withdrawals": .integer(Int64(withdrawals)), "log": .string("\(outcome.log.name)"),
            "key": .string("\(outcome.log)"), "publicKey": .string(target.publicKey),
            "first": first.map { first in
                ["record": .string(Base64.encode(first.record)), "salt": .string(Base64.encode(first.salt))]
            } ?? .null,
            "earlier": [
                "log": .string("\(old.origin)"), "key": .string("\(outcome.earlier.log)"),
                "size": .integer(Int64(old.size)), "known": .integer(Int64(newest.size)),
                "missing": .integer(Int64(outcome.missing)),
            ],
        ]
        let missing =
            outcome.missing == 0
            ? "none is known to be missing"
            : "\(outcome.missing) of \(newest.size) are lost; senders bring messages back with zegel send --resubmit"
        let text = """
            The backup was put back, and a new log begins.
                messages  \(outcome.messages), \(outcome.erased) of them destroyed again
                withdrawn \(withdrawals) withdrawals are kept; those that the backup does not have are taken again at the start
                old log   \(old.origin), \(old.size) entries; \(missing)
                new log   \(outcome.log.name); give \(target.publicKey) to all who verify
            """
        Output.result(self.json ? document : nil, else: text)
    }
}
