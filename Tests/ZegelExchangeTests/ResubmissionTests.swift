// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import CAdES
import Foundation
import NIOCore
import Testing
import TransparencyLog
import ZegelCore
import ZegelIdentity
import ZegelLog
import ZegelPolicy
import ZegelStore
import ZegelVerify

@testable import ZegelExchange

/// A message that was accepted in a log that is over, and the server that lost it.
struct LostMessage: Sendable {
    let container: [UInt8]
    let checked: CheckedContainer
    let receipt: MessageReceipt

    /// Has a server accept a message, for its receipt.
    init(_ letter: Letter, in folder: String) async throws {
        self.container = try letter.container()
        let world = try World(in: folder)
        let message = try await world.stored(self.container)
        self.receipt = try MessageReceipt(parsing: message.receipt.encoded)
        world.context.store.close()
        var intake = ContainerIntake()
        try intake.consume(self.container[...])
        self.checked = try intake.finish()
    }

    /// What the sender posts; parts of it by name may be others, and are left out where they are empty.
    func bytes(_ changes: [String: [UInt8]] = [:]) throws -> [UInt8] {
        let log = try #require(self.receipt.log)
        var writer = try ContainerWriter(continuing: self.checked.index.directory)
        var tail: [UInt8] = []
        for (name, content) in [
            (EntryPath.acceptance, self.receipt.acceptance), (EntryPath.sealManifest, self.receipt.sealManifest),
            (EntryPath.sealSignature, self.receipt.seal), (EntryPath.logProof, log.proof),
            (EntryPath.logSalt, log.salt),
            (EntryPath.directory, self.checked.index.directory),
        ] {
            let bytes = changes[name] ?? content
            if !bytes.isEmpty { tail += try writer.entry(name: name, content: bytes) }
        }
        return Array(self.container[..<self.checked.index.entriesSize]) + tail + writer.directory()
    }

    /// A server in a folder that was restored from before the message came: its log is another.
    static func restored(
        in folder: String,
        fileSystem: any FileSystem = SystemFileSystem(),
        log: NoteSigner? = nil,
        policy: PolicySet? = nil
    ) throws -> World {
        let (old, anchor) = (try log ?? World.log.get(), "\(folder)/checkpoint.anchor")
        try World(in: folder, log: old).context.store.close()
        let origin = LogOrigin(old.verifier.name)
        let last = try SignedCheckpoint(signing: Checkpoint(origin: origin, size: 0, root: .empty), by: old)
        let act = Act.restore(key: "\(old.verifier)", checkpoint: last.bytes, at: Parties.now)
        let root = try EarlierLog.end(in: folder, key: old.verifier, last: last, newest: last, beginningWith: act)
        try FileManager.default.removeItem(atPath: anchor)
        let new = NoteSigner(name: try KeyName("zegel.example/restored"))
        _ = try LogKeeper(signer: new, anchor: anchor).sign(size: 1, root: root)
        return try World(in: folder, fileSystem: fileSystem, log: new, policy: policy)
    }

    static func with(
        _ letter: Letter,
        fileSystem: any FileSystem = SystemFileSystem(),
        _ body: (LostMessage, World) async throws -> Void
    ) async throws {
        try await World.withFolder { folder in
            let lost = try await LostMessage(letter, in: "\(folder)/old")
            let world = try Self.restored(in: "\(folder)/new", fileSystem: fileSystem)
            defer { world.context.store.close() }
            try await body(lost, world)
            try await world.audit()
        }
    }
}

@Suite("A message that its sender brings back")
struct ResubmissionTests {
    @Test(
        "Keeps its id and is receipted by the new log; what was not lost is answered as it was",
        arguments: [100, 300_000]
    )
    func life(_ size: Int) async throws {
        try await LostMessage.with(Letter.report().with(documentOf: size)) { lost, world in
            world.clock.pass(seconds: 3 * 86_400)
            guard case .created(let message) = try await world.resubmit(lost.bytes()) else { throw Missing() }
            #expect(message.id == lost.receipt.id)
            #expect(message.state == .awaitingRelease, "a second person signs again")
            #expect(message.deliveries.allSatisfy { $0.state == .pending })
            try FaultTests.expectWhole(message, lost.container, in: world)
            let receipt = try MessageReceipt(parsing: message.receipt.encoded)
            let verifier = ReceiptVerifier(
                trust: world.context.trust,
                sealers: [world.context.server],
                log: world.log.verifier
            )
            let record = try await verifier.verify(receipt, of: lost.checked, at: world.clock.now).record
            #expect(record.previous == [ContentDigest(of: lost.receipt.seal)])
            #expect(record.receivedAt == world.clock.now)
            guard case .same(let again) = try await world.resubmit(lost.bytes()) else { throw Missing() }
            #expect(again.receipt.encoded == message.receipt.encoded)
            guard case .same = try await world.submit(lost.container) else { throw Missing() }
        }
    }

    @Test("What one person may let go is there for its addressee at once")
    func available() async throws {
        try await LostMessage.with(Letter.intelligence()) { lost, world in
            guard case .created(let message) = try await world.resubmit(lost.bytes()) else { throw Missing() }
            #expect(message.deliveries.map(\.state) == [.available])
        }
    }

    @Test("What may not reach its addressees any more is not brought back, and that is on record")
    func denied() async throws {
        try await LostMessage.with(Letter.intelligence()) { lost, world in
            let before = world.context.policy.rules
            let engine = PolicyEngine(policy: before.engine.policy, ceiling: .departementaalVertrouwelijk)
            world.context.policy.replace(with: Rules(engine: engine))
            let problem = await #expect(throws: Problem.self) { try await world.resubmit(lost.bytes()) }
            #expect(problem?.code == "policy.denied")
            try await FaultTests.expectAbsent(lost.container, in: world)
            let exchange = "inlichtingenberichten"
            let page = try await world.context.store.read(on: world.eventLoop) { view in
                try view.decisions(in: [exchange], after: nil, limit: 10)
            }
            .get()
            #expect(page.records.last?["body"]?["adl.core.response"]?["decision"] == false)
            world.context.policy.replace(with: before)
            guard case .created = try await world.resubmit(lost.bytes()) else { throw Missing() }
        }
    }

    /// What is no message that this server has lost.
    struct Forgery: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: String?
        var parts: @Sendable (LostMessage) throws -> [String: [UInt8]] = { _ in [:] }
        var peer = "aivd"

        static func flip(_ bytes: [UInt8]) -> [UInt8] { bytes.dropLast() + [bytes[bytes.count - 1] ^ 1] }

        static func acceptance(_ lost: LostMessage, _ old: String, _ new: String) -> [String: [UInt8]] {
            let text = String(decoding: lost.receipt.acceptance, as: UTF8.self).replacing(old, with: new)
            return [EntryPath.acceptance: Array(text.utf8)]
        }

        static let all: [Forgery] = [
            Forgery(testDescription: "nothing changed", code: nil),
            Forgery(
                testDescription: "no acceptance",
                code: "resubmission.form",
                parts: { _ in [EntryPath.acceptance: []] }
            ),
            Forgery(
                testDescription: "no seal",
                code: "resubmission.form",
                parts: { _ in [EntryPath.sealSignature: []] }
            ),
            Forgery(
                testDescription: "no proof",
                code: "resubmission.form",
                parts: { _ in [EntryPath.logProof: []] }
            ),
            Forgery(
                testDescription: "no directory",
                code: "resubmission.form",
                parts: { _ in [EntryPath.directory: []] }
            ),
            Forgery(
                testDescription: "an acceptance that is none",
                code: "resubmission.form",
                parts: { _ in [EntryPath.acceptance: Array("{}".utf8)] }
            ),
            Forgery(
                testDescription: "another id",
                code: "resubmission.not-ours",
                parts: { Self.acceptance($0, "\($0.receipt.id)", "\(MessageID.random())") }
            ),
            Forgery(
                testDescription: "another time",
                code: "resubmission.not-ours",
                parts: { Self.acceptance($0, "\"receivedAt\":\"2026", "\"receivedAt\":\"2025") }
            ),
            Forgery(
                testDescription: "another container",
                code: "resubmission.not-ours",
                parts: { Self.acceptance($0, "\($0.receipt.container)", "\(ContentDigest(of: [1]))") }
            ),
            Forgery(
                testDescription: "another server",
                code: "resubmission.not-ours",
                parts: {
                    Self.acceptance($0, "\"server\":\"00000099000000099000\"", "\"server\":\"00000099000000098000\"")
                }
            ),
            Forgery(
                testDescription: "another log",
                code: "resubmission.not-ours",
                parts: { Self.acceptance($0, "zegel.example/trial", "zegel.example/other") }
            ),
            Forgery(
                testDescription: "the log of now",
                code: "resubmission.not-ours",
                parts: { Self.acceptance($0, "zegel.example/trial", "zegel.example/restored") }
            ),
            Forgery(
                testDescription: "another salt",
                code: "resubmission.not-ours",
                parts: { [EntryPath.logSalt: Self.flip(try #require($0.receipt.log).salt)] }
            ),
            Forgery(
                testDescription: "a changed proof",
                code: "resubmission.not-ours",
                parts: { lost in
                    [EntryPath.logProof: Self.flip(Array(try #require(lost.receipt.log).proof.dropLast())) + [0x0A]]
                }
            ),
            Forgery(
                testDescription: "a changed seal",
                code: "resubmission.not-ours",
                parts: { [EntryPath.sealSignature: Self.flip($0.receipt.seal)] }
            ),
            Forgery(
                testDescription: "a seal by the sender",
                code: "resubmission.not-ours",
                parts: { lost in
                    let signer = try Parties.shared.get()["aivd"].seal
                    let time = Parties.now.milliseconds / 1_000
                    return [EntryPath.sealSignature: try signer.sign(detached: lost.receipt.sealManifest, at: time)]
                }
            ),
            Forgery(
                testDescription: "another seal by the server, that no log has",
                code: "resubmission.not-ours",
                parts: { lost in
                    let signer = try Parties.shared.get().server.seal
                    let time = Parties.now.milliseconds / 1_000 + 1
                    return [EntryPath.sealSignature: try signer.sign(detached: lost.receipt.sealManifest, at: time)]
                }
            ),
            Forgery(
                testDescription: "another manifest",
                code: "resubmission.not-ours",
                parts: { [EntryPath.sealManifest: $0.receipt.sealManifest + [0x0A]] }
            ),
            Forgery(testDescription: "another organisation that brings it", code: "header.sender", peer: "om"),
        ]
    }

    @Test("Is refused where anything of it is not as this server accepted it", arguments: Forgery.all)
    func forgeries(_ forgery: Forgery) async throws {
        try await LostMessage.with(Letter.report()) { lost, world in
            var found: String?
            do {
                _ = try await world.resubmit(lost.bytes(forgery.parts(lost)), as: world.peer(forgery.peer))
            } catch let problem as Problem { found = problem.code }
            #expect(found == forgery.code)
            guard forgery.code != nil else { return }
            try await FaultTests.expectAbsent(lost.container, in: world)
            guard case .created = try await world.resubmit(lost.bytes()) else { throw Missing() }
        }
    }

    @Test("A container alone, a changed document, and a kenmerk that was used since are refused with their own codes")
    func others() async throws {
        try await LostMessage.with(Letter.report()) { lost, world in
            func code(_ bytes: [UInt8]) async throws -> String? {
                await #expect(throws: Problem.self) { try await world.resubmit(bytes) }?.code
            }
            #expect(try await code(lost.container) == "resubmission.form")
            #expect(try await code([]) == "resubmission.form")
            var changed = try lost.bytes()
            changed[lost.checked.index.entriesSize - 1] ^= 1
            #expect(try await code(changed) == "container.crc-mismatch")
            _ = try await world.stored(try Letter.report("AIVD-1", ["subject": "Een ander"]).container())
            #expect(try await code(try lost.bytes()) == "message.kenmerk-taken")
        }
    }

    /// A call of the file system that fails.
    @Test(
        "Leaves nothing behind where the disk fails, and is brought back afterwards",
        arguments: [
            FaultyFileSystem.Call.create, .write, .sync, .close, .rename, .syncFolder,
        ]
    )
    func faults(_ call: FaultyFileSystem.Call) async throws {
        let fileSystem = FaultyFileSystem()
        try await LostMessage.with(Letter.report().with(documentOf: 300_000), fileSystem: fileSystem) { lost, world in
            for number in 1...8 {
                fileSystem.fail(call, number: number)
                guard (try? await world.resubmit(lost.bytes())) == nil else { break }
                try await FaultTests.expectAbsent(lost.container, in: world)
            }
            fileSystem.fail(call, number: .max)
            let outcome = try await world.resubmit(lost.bytes())
            guard case .same(let message) = outcome else {
                guard case .created(let message) = outcome else { throw Missing() }
                return try FaultTests.expectWhole(message, lost.container, in: world)
            }
            try FaultTests.expectWhole(message, lost.container, in: world)
        }
    }
}
