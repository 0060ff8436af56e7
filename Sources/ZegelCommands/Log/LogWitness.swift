// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import TransparencyLog
import ZegelCore
import ZegelServer

/// `zegel log witness`: see that the logs of others only grow, and say so under their checkpoints.
struct LogWitness: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "witness",
        abstract: "Cosign the checkpoints of other logs, and never two that do not go together.",
        discussion: "Any log may ask it: it speaks c2sp.org/tlog-witness.",
        subcommands: [WitnessServe.self, WitnessKey.self],
        defaultSubcommand: WitnessServe.self
    )
}

/// `zegel log witness serve`: the witness.
struct WitnessServe: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Answer logs until SIGTERM or SIGINT.",
        discussion: """
            Prints one line of JSON on standard output when it answers. What it cosigned is durable before a cosignature \
            leaves. Evidence of a log that lies is kept in the folder forks of its state.
            """
    )

    @Option(help: "The configuration, as zegel log witness key makes one.")
    var config: String

    @Option(help: "Listen here instead; port 0 picks a free one.")
    var listen: String?

    func run() async throws {
        do {
            let configuration = try WitnessConfiguration.load(self.config)
            try await WitnessProcess.run(configuration, listen: self.listen) { Output.result($0) }
        } catch let problem as Problem {
            throw CommandFailure(ProcessExit(problem), problem)
        }
    }
}

/// `zegel log witness key`: a key for a new witness, with the files that it needs.
struct WitnessKey: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Make the key of a new witness, its configuration, and the folder of its state.",
        discussion: """
            Writes witness.key, witness.pub, witness.yaml and state/ into DIR, and prints the public key, which goes to \
            the logs and to those who verify. A key belongs to one state: who loses the state makes another key.
            """
    )

    @Option(help: "The folder.")
    var out: String

    @Option(help: ArgumentHelp("A file with the verifier key of a log, as log.pub; repeatable.", valueName: "file"))
    var log: [String] = []

    @Flag(help: "Print one JSON document.")
    var json = false

    @Argument(help: "The name of the witness: a host and a path of yours, without https://.")
    var name: String

    func run() throws {
        try CommandFailure.reporting(asJSON: self.json) {
            let key: Cosigner
            do { key = try Cosigner(name: KeyName(self.name)) } catch {
                throw Problem(.parameterInvalid, "A witness cannot have this name: \(error)")
            }
            let state = "\(self.out)/state"
            guard !FileManager.default.fileExists(atPath: state) else {
                throw Problem(.configuration, "\(state) exists already; it belongs to another key.")
            }
            do {
                try FileManager.default.createDirectory(
                    atPath: state,
                    withIntermediateDirectories: true,
                    attributes: [.posixPermissions: 0o700]
                )
            } catch {
                throw Problem(.configuration, "\(state) cannot be made.")
            }
            do {
                try NewFiles.write([
                    .init(path: "\(self.out)/witness.key", text: "\(key.secretText)\n", isSecret: true),
                    .init(path: "\(self.out)/witness.pub", text: "\(key.verifier)\n"),
                    .init(path: "\(self.out)/witness.yaml", text: self.yaml),
                ])
            } catch {
                try? FileManager.default.removeItem(atPath: state)
                throw error
            }
            let document: JSONValue = [
                "name": .string(self.name), "key": .string("\(key.verifier)"),
                "config": .string("\(self.out)/witness.yaml"),
            ]
            Output.result(self.json ? document : nil, else: "\(key.verifier)")
        }
    }

    private var yaml: String {
        let logs = self.log.map { URL(fileURLWithPath: $0).standardizedFileURL.path }
        return """
            zegel: "1"
            listen: 127.0.0.1:8480
            # tls: { certificate: witness.pem, key: witness.tls.key }
            key: witness.key
            state: state
            logs: [\(logs.map { "\"\($0)\"" }.joined(separator: ", "))]

            """
    }
}
