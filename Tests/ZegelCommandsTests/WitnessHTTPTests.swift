// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import TransparencyLog
import ZegelCore

@Suite("A witness over HTTP")
struct WitnessHTTPTests {
    /// A witness, the log that it knows, and the wire to it.
    final class Scene {
        let scratch: Scratch
        let signer: NoteSigner
        private(set) var process: RunningProcess

        init() throws {
            self.scratch = try Scratch()
            self.signer = NoteSigner(name: try KeyName("log.example/one"))
            let log = try self.scratch.write("log.pub", Array("\(self.signer.verifier)\n".utf8))
            let made = try Binary.run(
                ["log", "witness", "key", "witness.example", "--out", self.scratch.path("w"), "--log", log]
            )
            try #require(made.status == 0)
            self.process = try RunningProcess(Self.serve(self.scratch))
        }

        private static func serve(_ scratch: Scratch) -> [String] {
            ["log", "witness", "--config", scratch.path("w/witness.yaml"), "--listen", "127.0.0.1:0"]
        }

        func restart() throws { self.process = try RunningProcess(Self.serve(self.scratch)) }

        /// A question about a log of some entries, with a proof that may be of the second branch.
        func question(from old: UInt64, to new: UInt64, branch: Int = 0) throws -> [UInt8] {
            var tree = GrowingTree()
            for number in 0..<new { try tree.append(.leaf(Array("\(number < 3 ? 0 : branch) \(number)".utf8))) }
            let root = tree.root
            let tiles = tree.takeChangedTiles()
            let proof = try ConsistencyProof(from: old, to: new) { id in try #require(tiles.first { $0.id == id }) }
            let origin = LogOrigin(self.signer.verifier.name)
            let checkpoint = try Checkpoint(origin: origin, size: new, root: root)
            return AddCheckpoint(proof, checkpoint: try SignedCheckpoint(signing: checkpoint, by: self.signer)).bytes
        }

        /// Sends with curl; returns status, media type and body.
        func post(_ bytes: [UInt8], to path: String = "/add-checkpoint", _ arguments: String...) throws -> [String] {
            let body = try self.scratch.write("question", bytes)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/curl")
            let url = try #require(self.process.ready["url"]?.string) + path
            process.arguments =
                ["-s", "-w", "\n%{http_code}\n%{content_type}", "-H", "Expect:"]
                + (arguments.isEmpty ? ["--data-binary", "@\(body)"] : arguments) + [url]
            let output = Pipe()
            process.standardOutput = output
            try process.run()
            let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
            process.waitUntilExit()
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            return Array(lines.suffix(2)) + [lines.dropLast(2).joined(separator: "\n")]
        }
    }

    @Test("Answers as the specification says, and goes on after it was killed")
    func answers() throws {
        let scene = try Scene()
        let text = "text/plain; charset=utf-8"
        let first = try scene.post(try scene.question(from: 0, to: 5))
        #expect(first.prefix(2) == ["200", text])
        #expect(first[2].hasPrefix("\u{2014} witness.example "))
        #expect(try scene.post(try scene.question(from: 0, to: 7)) == ["409", "text/x.tlog.size", "5\n"])
        #expect(try scene.post(try scene.question(from: 5, to: 7, branch: 1)).first == "422")
        #expect(try scene.post(try scene.question(from: 5, to: 5, branch: 1)) == ["409", "text/x.tlog.size", "5\n"])
        #expect(try scene.post(Array("nothing".utf8)).first == "400")
        #expect(try scene.post([]).first == "400")
        #expect(try scene.post(try scene.question(from: 5, to: 7), to: "/").first == "404")
        #expect(try scene.post([], to: "/add-checkpoint", "-X", "GET").first == "405")
        #expect(try scene.post([UInt8](repeating: 0x41, count: 400_000)).first == "413")
        let unknown = try Scene()
        #expect(try scene.post(try unknown.question(from: 0, to: 5)).first == "403", "the same origin, another key")

        scene.process.kill()
        try scene.restart()
        #expect(try scene.post(try scene.question(from: 0, to: 7)) == ["409", "text/x.tlog.size", "5\n"])
        let next = try scene.post(try scene.question(from: 5, to: 7))
        #expect(next.first == "200")
        let forks = try FileManager.default.contentsOfDirectory(atPath: scene.scratch.path("w/state/forks"))
        #expect(forks.count == 2)
    }

    @Test("A key is made once, and its state is not made anew")
    func key() throws {
        let scratch = try Scratch()
        let make = ["log", "witness", "key", "w.example", "--out", scratch.path("w"), "--json"]
        let made = try Binary.run(make)
        #expect(made.status == 0)
        let key = try #require(made.json?["key"]?.string)
        #expect(try CosignatureVerifier(parsing: key).name.description == "w.example")
        #expect(try Binary.run(make).status == 78)
        #expect(try Binary.run(["log", "witness", "key", "two words", "--out", scratch.path("x")]).status == 64)
        try FileManager.default.removeItem(atPath: scratch.path("w/state"))
        let run = ["log", "witness", "--config", scratch.path("w/witness.yaml"), "--listen", "127.0.0.1:0"]
        #expect(try Binary.run(run).status == 78)
    }
}
