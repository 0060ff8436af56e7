// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import TransparencyLog
import ZegelClient
import ZegelCore
import ZegelLog
import ZegelServer
import ZegelStore

/// `zegel log`: look at the log, and hold it to what it said.
struct LogCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Look at the transparency log, and hold it to what it said.",
        discussion: "Exit 22: a proof is wrong, or the log contradicts itself or a checkpoint that was kept.",
        subcommands: [LogCheckpoint.self, LogVerify.self, LogProve.self, LogMirrorCommand.self, LogWitness.self]
    )
}

/// Which log a command looks at: that of a server, of a data folder, or a copy.
struct LogOptions: ParsableArguments {
    @OptionGroup var agency: AgencyOptions

    @Option(help: "The configuration of a server, zegel.yaml: its own data folder, also beside a running server.")
    var config: String?

    @Option(help: ArgumentHelp("A folder with a copy of the log, as it is served.", valueName: "dir"))
    var mirror: String?

    @Option(help: "A file with the verifier key of the log, as log.pub; else that of the profile or configuration.")
    var logKey: String?

    func validate() throws {
        guard self.config == nil || self.mirror == nil else {
            throw ValidationError("--config and --mirror name two logs; leave one out.")
        }
    }

    /// A log, and the key that it is held to.
    struct Log {
        let source: any LogSource
        let key: NoteVerifier
        /// The store behind it, where it is one of this machine.
        var stored: StoredLog?
        /// The connection that it is read over, where there is one.
        var connection: ZegelConnection?
        /// The folder in which checkpoints are kept that contradict each other.
        let evidence: String?
    }

    /// Does the work of a command with the log that was named.
    func with(_ body: (Log) async throws -> Void) async throws {
        do {
            if let config {
                try await body(try self.local(config))
            } else if let mirror {
                let key = try self.key(try? self.agency.profile().profile)
                try await body(Log(source: FolderLog(mirror), key: key, evidence: "\(mirror)/forks"))
            } else {
                let profile = try self.agency.profile().profile
                let key = try self.key(profile)
                try await ZegelConnection.with(profile) { connection in
                    let source = ServerLog(connection)
                    try await body(Log(source: source, key: key, connection: connection, evidence: profile.evidence))
                }
            }
        } catch let exit as ExitCode {
            throw exit
        } catch let error as TransparencyLogError {
            let problem = Problem(.logDisagrees, "\(error)")
            throw CommandFailure(ProcessExit(problem), problem, isJSON: self.agency.json)
        } catch {
            throw CommandFailure(any: error, isJSON: self.agency.json)
        }
    }

    private func key(_ profile: ClientProfile?) throws -> NoteVerifier {
        if let logKey { return try ClientProfile.logVerifier(logKey) }
        guard let key = try profile?.logVerifier() else {
            throw Problem(.configuration, "Name the key of the log with --log-key, or as logKey in the profile.")
        }
        return key
    }

    private func local(_ path: String) throws -> Log {
        let configuration = try ServerConfiguration.load(path)
        let stored = try StoredLog(folder: configuration.data, key: configuration.storageKeyBytes())
        let key = try self.logKey.map { try ClientProfile.logVerifier($0) } ?? configuration.logSigner().verifier
        return Log(
            source: LocalLog(stored, anchor: configuration.log.anchor, key: key),
            key: key,
            stored: stored,
            evidence: URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent("forks").path
        )
    }
}

extension Checkpoint {
    /// What programs get.
    var json: JSONValue {
        ["origin": .string("\(self.origin)"), "size": .integer(Int64(self.size)), "root": .string("\(self.root)")]
    }
}
