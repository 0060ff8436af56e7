// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import TransparencyLog

/// Where Go finds golang.org/x/mod; Debian's golang-golang-x-mod-dev puts it there.
private let goPath = ProcessInfo.processInfo.environment["GOPATH"] ?? "/usr/share/gocode"

private let hasGo =
    Tool.go.isPresent && FileManager.default.fileExists(atPath: "\(goPath)/src/golang.org/x/mod/sumdb/tlog")

@Suite("Go's sumdb", .enabled(if: hasGo, "go or golang.org/x/mod is missing"))
struct GoTests {
    @Test("Reads our tiles and checkpoint, computes and accepts the same proofs, and signs what we accept")
    func agrees() throws {
        let size = 66_000
        let log = NoteSigner(name: try KeyName("log.example/a"))
        let leaves = (0..<size).map { NaiveTree.leaf($0) }
        var tree = GrowingTree()
        for leaf in leaves { try tree.append(leaf) }
        let tiles = tree.takeChangedTiles()
        let read = { (id: TileID) throws -> Tile in try #require(tiles.first { $0.id == id }) }
        let checkpoint = try Checkpoint(origin: LogOrigin(log.verifier.name), size: tree.size, root: tree.root)
        let signed = try SignedCheckpoint(signing: checkpoint, by: log)

        var questions: [String] = []
        var answers: [String] = []
        for index in [0, 1, 255, 256, 40_000, 65_535, 65_536, 65_999] {
            let proof = try InclusionProof(of: UInt64(index), in: tree.size, reading: read)
            answers.append(proof.hashes.map(\.description).joined(separator: " "))
            questions.append("entry \(index) \(leaves[index]) \(answers[answers.count - 1])")
        }
        for old in [1, 2, 255, 256, 257, 65_535, 65_536, 65_537, 65_999] {
            let root = try TreeHash.root(of: UInt64(old)) { id in
                let wide = try #require(tiles.first { $0.id.level == id.level && $0.id.index == id.index })
                return try Tile(id, bytes: Array(wide.bytes.prefix(32 * id.width)))
            }
            let proof = try ConsistencyProof(from: UInt64(old), to: tree.size, reading: read)
            answers.append(proof.hashes.map(\.description).joined(separator: " "))
            questions.append("tree \(old) \(root) \(answers[answers.count - 1])")
        }

        try withTemporaryFolder { folder in
            for tile in tiles { try folder.write(tile.bytes, to: "log/\(LogResource.tile(tile.id).path)") }
            try folder.write(signed.bytes, to: "log/checkpoint")
            try folder.write(Array(log.verifier.description.utf8), to: "key")
            try folder.write(Array(questions.joined(separator: "\n").utf8), to: "questions")
            try folder.write(Array(GoProgram.source.utf8), to: "main.go")
            let environment = [
                "GO111MODULE": "off", "GOPATH": goPath, "GOCACHE": folder.path + "/cache", "GOFLAGS": "",
            ]
            let output = try Tool.go.run(["run", "main.go"], in: folder, environment: environment)
            #expect(output.split(separator: "\n").map(String.init) == answers)

            let note = try SignedNote(parsing: folder.read("go.note"))
            try note.verify(log.verifier)
            try note.verify(NoteVerifier(parsing: String(decoding: folder.read("go.public"), as: UTF8.self)))
            let secret = try NoteSigner(parsing: String(decoding: folder.read("go.secret"), as: UTF8.self))
            #expect(try secret.sign(note.text) == note.signatures[1])
        }
    }

    @Test("Answers our questions as a witness, and verifies a proof under a cosigned checkpoint")
    func witness() throws {
        let log = NoteSigner(name: try KeyName("log.example/a"))
        let cosigner = Cosigner(name: try KeyName("witness.example"))
        let leaves = (0..<900).map { NaiveTree.leaf($0) }
        var tree = GrowingTree()
        for leaf in leaves.prefix(700) { try tree.append(leaf) }
        let old = tree.root
        for leaf in leaves.suffix(200) { try tree.append(leaf) }
        let root = tree.root
        let tiles = tree.takeChangedTiles()
        let read = { (id: TileID) throws -> Tile in try #require(tiles.first { $0.id == id }) }
        let checkpoint = try Checkpoint(origin: LogOrigin(log.verifier.name), size: 900, root: root)
        let signed = try SignedCheckpoint(signing: checkpoint, by: log)
        let question = AddCheckpoint(try ConsistencyProof(from: 700, to: 900, reading: read), checkpoint: signed)
        #expect(try AddCheckpoint(parsing: question.bytes) == question)
        let cosigned = try signed.adding(cosigner.cosign(checkpoint, at: 1_700_000_000))
        let proof = try LogProof(InclusionProof(of: 613, in: 900, reading: read), checkpoint: cosigned)

        try withTemporaryFolder { folder in
            try folder.write(question.bytes, to: "question")
            try folder.write(proof.bytes, to: "proof")
            for (name, text) in [
                ("log.pub", "\(log.verifier)"), ("witness.pub", "\(cosigner.verifier)"), ("old.root", "\(old)"),
                ("leaf", "\(leaves[613])"), ("main.go", GoWitnessProgram.source),
            ] { try folder.write(Array(text.utf8), to: name) }
            let environment = [
                "GO111MODULE": "off", "GOPATH": goPath, "GOCACHE": folder.path + "/cache", "GOFLAGS": "",
            ]
            let output = try Tool.go.run(["run", "main.go"], in: folder, environment: environment)
            #expect(output == "c2sp.org/tlog-proof@v1 2 0\n")
            let witness = try CosignatureVerifier(parsing: String(decoding: folder.read("go.pub"), as: UTF8.self))
            let signature = try question.cosignature(in: folder.read("answer"), by: witness)
            let both = try cosigned.adding(signature)
                .verified(by: log.verifier, witnesses: [witness, cosigner.verifier])
            #expect(both.cosignatures.map(\.time) == [1_700_000_000, 1_700_000_000])
        }
    }
}
