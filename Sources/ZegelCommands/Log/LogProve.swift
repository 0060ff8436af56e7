// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TransparencyLog
import ZegelClient
import ZegelCore
import ZegelLog
import ZegelVerify

/// `zegel log prove`: the log still has what a dossier shows.
struct LogProve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove",
        abstract: "Ask the log to prove a dossier again, under its newest checkpoint.",
        discussion: """
            The proof in the dossier and the new one must name the same place, and the newest checkpoint must continue \
            the one in the dossier.
            """
    )

    @OptionGroup var log: LogOptions

    @Option(help: "Keep the new proof in this file.")
    var out: String?

    @Argument(help: "The dossier.")
    var dossier: String

    func validate() throws {
        guard self.log.config == nil, self.log.mirror == nil else {
            throw ValidationError("A server is asked for the proof; choose it with --as.")
        }
    }

    func run() async throws {
        try await self.log.with { log in
            guard let connection = log.connection else { return }
            let seal = try LoggedSeal(dossier: self.dossier)
            guard try !connection.profile.earlierLogVerifiers().contains(where: { "\($0.name)" == seal.log }) else {
                throw Problem(.notFound, "Its log \(seal.log) is over; zegel verify holds the dossier to it.")
            }
            let leaf = seal.opening.leaf
            let old = try LogProof(parsing: seal.evidence.proof)
            let earlier = try old.verified(leaf: leaf, by: log.key)
            let new = try await connection.logProof(of: leaf)
            let newest = try new.verified(leaf: leaf, by: log.key)
            for shown in [earlier, newest] { try await connection.remember(shown) }
            let (before, after) = (earlier.checkpoint, newest.checkpoint)
            guard new.inclusion.index == old.inclusion.index, before.size <= after.size else {
                throw Problem(.logDisagrees, "The log has the entry at another place, or is smaller than it was.")
            }
            let tiles = log.source
            let consistency = try await ConsistencyProof(from: before.size, to: after.size) { id in
                try await tiles.tile(id)
            }
            try consistency.verify(old: before.root, new: after.root)
            if let out { try KeptFile.write(new.bytes, to: out) }
            self.tell(new, before, after)
        }
    }

    private func tell(_ proof: LogProof, _ before: Checkpoint, _ after: Checkpoint) {
        let members =
            (after.json.members ?? []) + [
                .init("index", .integer(Int64(proof.inclusion.index))), .init("before", .integer(Int64(before.size))),
                .init("proof", .string(Base64.encode(proof.bytes))),
            ]
        let text = """
            The log \(after.origin) has it.
                entry    \(proof.inclusion.index) of \(after.size)
                root     \(after.root)
                since    the \(before.size) entries that the dossier shows, which it continues
            """
        Output.result(self.log.agency.json ? .object(members) : nil, else: text)
    }
}
