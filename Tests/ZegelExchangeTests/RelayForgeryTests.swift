// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import Testing
import ZegelCore
import ZegelIdentity
import ZegelStore
import ZegelVerify

@testable import ZegelExchange

@Suite("What a server of partners makes up")
struct RelayForgeryTests {
    typealias Entries = [(name: String, bytes: [UInt8])]

    /// One thing that is not as the first server took the message.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: String?
        /// Whether another server brings it than the one that sealed it.
        let isOfHub: Bool
        let serves: [String]
        let change: @Sendable (Relayed) throws -> [UInt8]

        init(
            _ what: String,
            _ code: String?,
            isOfHub: Bool = false,
            serves: [String] = ["aivd"],
            _ change: @escaping @Sendable (Relayed) throws -> [UInt8]
        ) {
            self.testDescription = what
            self.code = code
            self.isOfHub = isOfHub
            self.serves = serves
            self.change = change
        }

        /// Without an entry.
        static func without(_ name: String, _ code: String) -> Row {
            Row("no \(name.split(separator: "/").last ?? "")", code) { relayed in
                try relayed.bytes { $0.filter { $0.name != name } }
            }
        }

        /// With other bytes in an entry.
        static func other(
            _ what: String,
            _ code: String,
            _ name: String,
            _ change: @escaping @Sendable (Relayed, [UInt8]) throws -> [UInt8]
        ) -> Row {
            Row(what, code) { relayed in
                try relayed.bytes { entries in
                    try entries.map { $0.name == name ? ($0.name, try change(relayed, $0.bytes)) : $0 }
                }
            }
        }

        static func acceptance(_ what: String, _ old: String, _ new: String) -> Row {
            Self.other(what, "relay.invalid", EntryPath.acceptance) { _, bytes in
                Array(String(decoding: bytes, as: UTF8.self).replacing(old, with: new).utf8)
            }
        }
    }

    private static func flip(_ bytes: [UInt8]) -> [UInt8] { bytes.dropLast() + [bytes[bytes.count - 1] ^ 1] }

    private static let release = EntryPath.statement(.release, number: 1)

    private static func released(
        _ what: String,
        _ code: String,
        server: OIN? = nil,
        by signer: @escaping @Sendable (Parties) throws -> CAdESSigner
    ) -> Row {
        Row.other(what, code, Self.release) { relayed, _ in
            let parties = relayed.first.parties
            return try relayed.first.statement(
                .release,
                about: relayed.message,
                as: "aivd/ct",
                by: signer(parties),
                server: server
            )
        }
    }

    static let rows: [Row] = [
        Row("nothing", nil) { $0.dossier },
        .without(EntryPath.acceptance, "resubmission.form"), .without(EntryPath.sealManifest, "resubmission.form"),
        .without(EntryPath.sealSignature, "resubmission.form"), .without(EntryPath.logProof, "resubmission.form"),
        .without(EntryPath.logSalt, "resubmission.form"), .without(EntryPath.directory, "resubmission.form"),
        .acceptance("another time", "\"receivedAt\":\"2026", "\"receivedAt\":\"2025"),
        .acceptance("another server", "\"server\":\"00000099000000099000\"", "\"server\":\"00000099000000099003\""),
        .acceptance("another submitter", "\"oin\":\"00000099000000001000\"", "\"oin\":\"00000099000000002000\""),
        .acceptance("another mailbox", "om/lovj", "om/fp"), .acceptance("another log", "one.example", "two.example"),
        .other("another container", "relay.invalid", EntryPath.acceptance) { relayed, bytes in
            let digest = "\(relayed.message.containerDigest)"
            return Array(
                String(decoding: bytes, as: UTF8.self).replacing(digest, with: "\(ContentDigest(of: []))").utf8
            )
        },
        .other("a changed seal", "cms.signature-invalid", EntryPath.sealSignature) { Self.flip($1) },
        .other("a seal by the sender", "relay.invalid", EntryPath.sealSignature) { relayed, _ in
            let time = Parties.now.milliseconds / 1_000
            return try relayed.first.parties["aivd"].seal.sign(detached: relayed.message.manifest, at: time)
        },
        .other("a seal that the log does not have", "log.proof-invalid", EntryPath.sealSignature) { relayed, _ in
            let time = Parties.now.milliseconds / 1_000 + 1
            return try relayed.first.parties.server.seal.sign(detached: relayed.message.manifest, at: time)
        },
        .other("another salt", "log.proof-invalid", EntryPath.logSalt) { Self.flip($1) },
        .other("a changed proof", "log.proof-invalid", EntryPath.logProof) { Self.flip(Array($1.dropLast())) + [0x0A] },
        .without(Self.release, "policy.denied"),
        Self.released("a release by another organisation", "statement.signer") { try $0["om"].release },
        Self.released("a release at another server", "statement.other-message", server: OIN("00000099000000099003")) {
            try $0["aivd"].release
        },
        Row("a server that did not seal it", "relay.invalid", isOfHub: true) { $0.dossier },
        Row("a server that does not bring messages of the sender", "relay.unknown", serves: ["kmar"]) { $0.dossier },
        Row("an addressee whose post is where it comes from", "relay.unknown", serves: ["aivd", "om"]) { $0.dossier },
        Row("a container alone", "resubmission.form") { $0.container },
        Row("a changed document", "container.crc-mismatch") { relayed in
            var bytes = relayed.dossier
            bytes[relayed.message.entriesSize - 1] ^= 1
            return bytes
        },
    ]

    @Test("Is refused, and changes nothing: the same as it was is taken afterwards", arguments: Self.rows)
    func forgeries(_ row: Row) async throws {
        try await Relayed.with(Letter.report(), serves: row.serves) { relayed in
            let server = row.isOfHub ? relayed.first.parties.hub : relayed.first.parties.server
            var found: String?
            do {
                _ = try await relayed.second.relay(row.change(relayed), as: relayed.second.peer(of: server))
            } catch let problem as Problem { found = problem.code }
            #expect(found == row.code)
            guard row.code != nil else { return }
            try await FaultTests.expectAbsent(relayed.container, in: relayed.second)
            guard row.serves == ["aivd"] else { return }
            guard case .created = try await relayed.outcome() else { throw Missing() }
        }
    }

    @Test(
        "Is refused alike where the container is here by another way, so that the answer shows nothing",
        arguments: Self.rows
    )
    func hidden(_ row: Row) async throws {
        try await Relayed.with(Letter.report(), serves: row.serves) { relayed in
            let server = row.isOfHub ? relayed.first.parties.hub : relayed.first.parties.server
            _ = try await relayed.second.stored(relayed.container)
            let outcome = await Result {
                try await relayed.second.relay(row.change(relayed), as: relayed.second.peer(of: server))
            }
            // Where the way holds, the policy has decided when it came: who shows how it came by it hears that it is here.
            let isShown = [nil, "policy.denied"].contains(row.code)
            #expect(outcome.problem?.code == (isShown ? "relay.present" : row.code))
        }
    }

    @Test("A message does not come back to a server that it has passed")
    func loop() async throws {
        try await Relayed.with(Letter.report()) { relayed in
            guard case .created(let message) = try await relayed.outcome() else { throw Missing() }
            // The first has lost it, and would take it for a new one.
            let back = try await relayed.second.dossier(of: message, as: "om")
            try await World.withFolder { folder in
                let parties = relayed.first.parties
                let one = try NamedServer(parties.server, log: "one.example/2027", serves: ["aivd"])
                let two = NamedServer(parties.partner, relayed.second.log, serves: ["nctv"], relays: ["aivd"])
                let empty = try World(in: folder, one, naming: [two])
                defer { empty.context.store.close() }
                let problem = await #expect(throws: Problem.self) {
                    try await empty.relay(back, as: empty.peer(of: parties.partner))
                }
                #expect(problem?.code == "relay.loop")
                try await FaultTests.expectAbsent(relayed.container, in: empty)
            }
        }
    }
}
