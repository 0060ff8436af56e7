// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import TransparencyLog
import ZegelCore
import ZegelStore

@testable import ZegelLog

@Suite("A witness")
struct WitnessTests {
    static let log = Result { try Branches() }
    static let cosigner = Result { Cosigner(name: try KeyName("witness.example")) }
    static let time = Instant(milliseconds: 1_700_000_000_000)

    /// A witness that may have cosigned the first branch at a size already.
    final class Scene {
        let folder: Folder
        let log: Branches
        private(set) var witness: Witness

        init(at size: UInt64? = nil, _ fileSystem: any FileSystem = SystemFileSystem()) throws {
            self.folder = try Folder()
            self.log = try WitnessTests.log.get()
            self.witness = try Self.make(self.folder, self.log, fileSystem)
            if let size {
                guard case .cosigned = try self.ask(from: 0, to: size) else { throw CocoaError(.coderInvalidValue) }
            }
        }

        static func make(_ folder: Folder, _ log: Branches, _ fileSystem: any FileSystem) throws -> Witness {
            let other = NoteSigner(name: try KeyName("other.example")).verifier
            return try Witness(
                WitnessTests.cosigner.get(),
                logs: [log.signer.verifier, other],
                folder: folder.url.path,
                fileSystem: fileSystem,
                clock: { WitnessTests.time }
            )
        }

        func ask(from old: UInt64, to new: UInt64, second: Bool = false) throws -> WitnessAnswer {
            self.ask(try self.log.question(from: old, to: new, second: second).bytes)
        }

        func ask(_ bytes: [UInt8]) -> WitnessAnswer { self.witness.answer(bytes).answer }

        var size: UInt64? { self.witness.newest(of: LogOrigin(self.log.signer.verifier.name))?.size }

        var forks: Int {
            (try? FileManager.default.contentsOfDirectory(atPath: "\(self.folder.url.path)/forks").count) ?? 0
        }
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// What it cosigned before.
        let before: UInt64?
        let status: Int
        var body: String?
        var forks = 0
        let question: @Sendable (Branches) throws -> [UInt8]
    }

    private static func row(
        _ what: String,
        after before: UInt64? = nil,
        _ status: Int,
        body: String? = nil,
        forks: Int = 0,
        _ question: @escaping @Sendable (Branches) throws -> [UInt8]
    ) -> Row {
        Row(testDescription: what, before: before, status: status, body: body, forks: forks, question: question)
    }

    /// A question of which one part is another.
    private static func text(
        _ log: Branches,
        from old: UInt64,
        to new: UInt64,
        _ edit: (String) -> String
    ) throws
        -> [UInt8]
    { Array(edit(String(decoding: try log.question(from: old, to: new).bytes, as: UTF8.self)).utf8) }

    static let good = [
        row("the first checkpoint", 200) { try $0.question(from: 0, to: 300).bytes },
        row("an empty log", 200) { try $0.question(from: 0, to: 0).bytes },
        row("the same again", after: 300, 200) { try $0.question(from: 300, to: 300).bytes },
        row("a longer one", after: 300, 200) { try $0.question(from: 300, to: 499).bytes },
        row("one entry more", after: 256, 200) { try $0.question(from: 256, to: 257).bytes },
        row("the second branch first", after: 499, 200) { try $0.question(from: 499, to: 900, second: true).bytes },
        row("signatures of others under it", after: 300, 200) { log in
            let other = Cosigner(name: try KeyName("w.example"))
            let signed = try log.checkpoint(400)
            let both = try signed.adding(other.cosign(signed.checkpoint, at: 5))
            return AddCheckpoint(try log.proof(from: 300, to: 400), checkpoint: both).bytes
        },
    ]

    static let attacks = [
        row("nothing", 400) { _ in [] },
        row("no old size", 400) { try $0.checkpoint(5).bytes },
        row("an old size with a zero before it", after: 300, 400) { log in
            try Self.text(log, from: 300, to: 400) { $0.replacing("old 300", with: "old 0300") }
        },
        row("an old size with a sign", after: 300, 400) { log in
            try Self.text(log, from: 300, to: 400) { $0.replacing("old 300", with: "old +300") }
        },
        row("no empty line", after: 300, 400) { log in
            try Self.text(log, from: 300, to: 400) { $0.replacing("\n\n", with: "\n") }
        },
        row("a hash that is cut off", after: 300, 400) { log in
            try Self.text(log, from: 300, to: 400) { $0.replacing("=\n\n", with: "\n\n") }
        },
        row("64 hashes", after: 300, 400) { log in
            let hashes = String(repeating: "\(TreeHash.empty)\n", count: 64)
            return try Self.text(log, from: 300, to: 400) { $0.replacing("old 300\n", with: "old 300\n\(hashes)") }
        },
        row("an old size above the new one", after: 300, 400) { log in
            try Self.text(log, from: 0, to: 200) { $0.replacing("old 0", with: "old 300") }
        },
        row("another log", after: 300, 404) { _ in
            let log = try Branches("unknown.example")
            return try log.question(from: 0, to: 10).bytes
        },
        row("no signature of the log", after: 300, 403) { log in
            let other = NoteSigner(name: try KeyName("someone.example"))
            return AddCheckpoint(try log.proof(from: 300, to: 400), checkpoint: try log.checkpoint(400, by: other))
                .bytes
        },
        row("a key with the name of the log", after: 300, 403) { log in
            let other = NoteSigner(name: log.signer.verifier.name)
            return AddCheckpoint(try log.proof(from: 300, to: 400), checkpoint: try log.checkpoint(400, by: other))
                .bytes
        },
        row("a signature over another text", after: 300, 403) { log in
            try Self.text(log, from: 300, to: 400) { $0.replacing("\n400\n", with: "\n401\n") }
        },
        row("an old size that was not cosigned", 409, body: "0\n") { try $0.question(from: 300, to: 400).bytes },
        row("an older old size", after: 300, 409, body: "300\n") { try $0.question(from: 200, to: 400).bytes },
        row("a rollback", after: 300, 409, body: "300\n") { try $0.question(from: 200, to: 250).bytes },
        row("the beginning again", after: 300, 409, body: "300\n") { try $0.question(from: 0, to: 300).bytes },
        row("another tree of the same size", after: 900, 409, body: "900\n", forks: 2) { log in
            try log.question(from: 900, to: 900, second: true).bytes
        },
        row("another tree of the same size, from the beginning", after: 900, 409, body: "900\n", forks: 2) { log in
            try log.question(from: 0, to: 900, second: true).bytes
        },
        row("another branch", after: 600, 422) { try $0.question(from: 600, to: 900, second: true).bytes },
        row("no proof", after: 300, 422) { log in
            try Self.text(log, from: 0, to: 400) { $0.replacing("old 0", with: "old 300") }
        },
        row("the proof of another step", after: 300, 422) { log in
            AddCheckpoint(try log.proof(from: 300, to: 401), checkpoint: try log.checkpoint(400)).bytes
        },
        row("a proof where there is nothing to prove", 422) { log in
            try Self.text(log, from: 0, to: 400) { $0.replacing("old 0\n", with: "old 0\n\(TreeHash.empty)\n") }
        },
        row("a proof of the same", after: 300, 422) { log in
            try Self.text(log, from: 300, to: 300) { $0.replacing("old 300\n", with: "old 300\n\(TreeHash.empty)\n") }
        },
    ]

    @Test("Cosigns what continues the log, and remembers it", arguments: good)
    func cosigns(_ row: Row) throws {
        let scene = try Scene(at: row.before)
        let question = try row.question(scene.log)
        guard case .cosigned(let signature) = scene.ask(question) else {
            Issue.record("\(scene.ask(question))")
            return
        }
        let parsed = try AddCheckpoint(parsing: question)
        let verifier = try Self.cosigner.get().verifier
        let cosigned = try parsed.checkpoint.adding(signature)
            .verified(by: scene.log.signer.verifier, witnesses: [verifier])
        #expect(cosigned.cosignatures.map(\.time) == [1_700_000_000])
        #expect(try parsed.cosignature(in: Array("\(signature.line)\n".utf8), by: verifier) == signature)
        #expect(scene.size == parsed.checkpoint.checkpoint.size)
        #expect(scene.forks == 0)
    }

    @Test("Refuses what does not, and stays as it was", arguments: attacks)
    func refuses(_ row: Row) throws {
        let scene = try Scene(at: row.before)
        let answer = scene.ask(try row.question(scene.log))
        #expect(answer.status == row.status)
        if let body = row.body { #expect(answer.body == body) }
        #expect((answer.type == AddCheckpoint.sizeType) == (row.status == 409))
        #expect(scene.size == row.before)
        #expect(scene.forks == row.forks)
        let before = row.before ?? 0
        #expect(try scene.ask(from: before, to: before + 10).status == 200, "it goes on as before")
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let step: Int
        let isDone: Bool
        var testDescription: String { "step \(self.step), \(self.isDone ? "done all the same" : "not done")" }
    }

    static let faults = (0..<6).flatMap { step in [false, true].map { Fault(step: step, isDone: $0) } }

    @Test("Signs nothing that is not durable, and no fork after a write that went wrong", arguments: faults)
    func broken(_ fault: Fault) throws {
        let disk = FailingFileSystem()
        let scene = try Scene(at: 600, disk)
        disk.fail(at: fault.step, doing: fault.isDone)
        #expect(try scene.ask(from: 600, to: 700) == .failed)
        #expect(!disk.isWaiting)
        // Whichever of the two the file holds, the other branch is refused and the first goes on.
        let known = try #require(Self.conflict(try scene.ask(from: 0, to: 900, second: true)))
        #expect([600, 700].contains(known))
        #expect(try scene.ask(from: known, to: 900, second: true).status == 422)
        disk.fail(at: 4, doing: true)
        #expect(try scene.ask(from: known, to: 700) == .failed, "it is written again: nothing says that it is durable")
        let after = try #require(Self.conflict(try scene.ask(from: 0, to: 900, second: true)))
        #expect(try scene.ask(from: after, to: 700).status == 200)
        #expect(try scene.ask(from: 700, to: 700, second: true).status == 409)
    }

    private static func conflict(_ answer: WitnessAnswer) -> UInt64? {
        if case .conflict(let size) = answer { size } else { nil }
    }

    @Test("Knows after a start what it cosigned before, and refuses a file that was changed")
    func restarts() throws {
        let folder = try Folder()
        let log = try Self.log.get()
        let system = SystemFileSystem()
        do {
            let witness = try Scene.make(folder, log, system)
            #expect(witness.answer(try log.question(from: 0, to: 600).bytes).answer.status == 200)
            #expect(throws: Problem(.configuration)) { _ = try Scene.make(folder, log, system) }
        }
        do {
            let witness = try Scene.make(folder, log, system)
            #expect(witness.answer(try log.question(from: 0, to: 900, second: true).bytes).answer == .conflict(600))
            #expect(witness.answer(try log.question(from: 600, to: 610).bytes).answer.status == 200)
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).filter { $0.hasPrefix("log-") }
        try #require(names.count == 1)
        try Data("nothing\n".utf8).write(to: folder.url.appendingPathComponent(names[0]))
        #expect(throws: Problem(.logDisagrees)) { _ = try Scene.make(folder, log, system) }
        try FileManager.default.removeItem(at: folder.url)
        #expect(throws: Problem(.configuration), "a witness that forgot needs another key") {
            _ = try Scene.make(folder, log, system)
        }
    }

    @Test("Of many questions at the same time it signs one line of trees")
    func concurrent() async throws {
        let scene = try Scene(at: 400)
        let witness = scene.witness
        let questions = try (0..<64).map { number in
            let size = 500 + UInt64(number)
            return (size, try scene.log.question(from: 400, to: size, second: number.isMultiple(of: 2)).bytes)
        }
        let signed = await withTaskGroup(of: UInt64?.self) { group in
            for (size, question) in questions {
                group.addTask { if case .cosigned = witness.answer(question).answer { size } else { nil } }
            }
            var signed: [UInt64] = []
            for await size in group { if let size { signed.append(size) } }
            return signed
        }
        #expect(signed.count == 1)
        #expect(scene.size == signed.first)
    }
}
