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
}
