// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import TransparencyLog
import ZegelCore
import ZegelVerify

@testable import ZegelClient

@Suite("What a client remembers of a log")
struct LogMemoryTests {
    /// What the memory holds instead of the truth.
    struct Lie: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: ProblemCode
        let checkpoint: @Sendable (Checkpoint) throws -> Checkpoint
    }

    static let lies = [
        Lie(testDescription: "another tree of the same size", code: .logFork) {
            try Checkpoint(origin: $0.origin, size: $0.size, root: .leaf([1]))
        },
        Lie(testDescription: "another, smaller tree", code: .logFork) {
            try Checkpoint(origin: $0.origin, size: $0.size - 1, root: .leaf([1]))
        },
        Lie(testDescription: "a larger tree, which the server has not", code: .logDisagrees) {
            try Checkpoint(origin: $0.origin, size: $0.size + 500, root: .leaf([1]))
        },
    ]

    @Test("A log that does not continue what it showed ends every call, and both checkpoints are kept", arguments: lies)
    func contradiction(_ lie: Lie) async throws {
        try await TrialServer.with { server in
            var profile = try server.profile("aivd", "aivd/ct")
            profile.state = "\(server.home)/state/aivd"
            let file = try TrialMessage.seal(on: server)
            let key = try #require(try profile.logVerifier())
            let memory = LogMemory(key, folder: "\(server.home)/state/aivd")
            let sent = try await ZegelConnection.with(profile) { try await $0.submit(file: file) }
            let release = try TrialMessage.statement(.release, sent.receipt.id, sent.receipt.container, by: profile)
            let truth = try #require(try memory.kept())

            let secret = try String(contentsOfFile: "\(server.home)/pki/log.key", encoding: .utf8)
            let signer = try NoteSigner(parsing: secret.trimmingCharacters(in: .whitespacesAndNewlines))
            let lied = try SignedCheckpoint(signing: lie.checkpoint(truth.checkpoint), by: signer)
            try Data(lied.bytes).write(to: URL(fileURLWithPath: memory.path))
            for call in [Self.send(file), Self.state(release)] {
                let error = await #expect(throws: ClientError.self) {
                    try await ZegelConnection.with(profile) { try await call($0) }
                }
                #expect(error?.problem == Problem(lie.code))
                #expect(error?.exit == .log)
                #expect(error?.problem.items.isEmpty == false, "it names what it kept")
            }
            let kept = try FileManager.default.contentsOfDirectory(atPath: "\(server.home)/state/aivd/forks")
            #expect(kept.count >= 2)
            #expect(try memory.kept()?.checkpoint == lied.checkpoint, "the first is not forgotten")

            try Data(truth.signed.bytes).write(to: URL(fileURLWithPath: memory.path))
            _ = try await ZegelConnection.with(profile) { try await $0.submit(release) }
            #expect(try #require(try memory.kept()).checkpoint.size > truth.checkpoint.size)
            let again = try await ZegelConnection.with(profile) { try await $0.submit(file: file) }
            #expect(again.isRepeated, "a receipt under an earlier checkpoint goes with it, too")
            #expect(try #require(try memory.kept()).checkpoint.size > truth.checkpoint.size)
        }
    }

    private static func send(_ file: String) -> @Sendable (ZegelConnection) async throws -> Void {
        { connection in _ = try await connection.submit(file: file) }
    }

    private static func state(_ statement: SignedStatement) -> @Sendable (ZegelConnection) async throws -> Void {
        { connection in _ = try await connection.submit(statement) }
    }

    @Test("A memory that cannot be read is not taken for none")
    func damaged() async throws {
        try await TrialServer.with { server in
            var profile = try server.profile("aivd", "aivd/ct")
            profile.state = "\(server.home)/state/aivd"
            let file = try TrialMessage.seal(on: server)
            _ = try await ZegelConnection.with(profile) { try await $0.submit(file: file) }
            let memory = LogMemory(try #require(try profile.logVerifier()), folder: "\(server.home)/state/aivd")
            try Data("nothing".utf8).write(to: URL(fileURLWithPath: memory.path))
            let error = await #expect(throws: ClientError.self) {
                try await ZegelConnection.with(profile) { try await $0.submit(file: file) }
            }
            #expect(error?.problem == Problem(.logDisagrees))
        }
    }

    @Test("Of two that compare at the same time the second compares again")
    func concurrent() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "memory-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let signer = NoteSigner(name: try KeyName("log.example"))
        let memory = LogMemory(signer.verifier, folder: folder)
        let checkpoints = try [1, 2, 3].map { (size: UInt64) in
            let checkpoint = try Checkpoint(origin: LogOrigin(signer.verifier.name), size: size, root: .leaf([1]))
            return try SignedCheckpoint(signing: checkpoint, by: signer).verified(by: signer.verifier)
        }
        #expect(try memory.keep(checkpoints[0], after: nil))
        #expect(try !memory.keep(checkpoints[2], after: nil))
        #expect(try memory.keep(checkpoints[1], after: checkpoints[0]))
        #expect(try !memory.keep(checkpoints[2], after: checkpoints[0]))
        #expect(try memory.kept()?.checkpoint.size == 2)
    }
}
