// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TransparencyLog

@Suite("Mutations")
struct MutationTests {
    private static func refusal<Value>(_ body: () throws(TransparencyLogError) -> Value) -> Value? {
        do throws(TransparencyLogError) {
            return try body()
        } catch {
            return nil
        }
    }

    @Test("What is read of a damaged proof is written back the same, and is never another that holds")
    func proofs() throws {
        let fixture = try LogProofTests.Fixture(300)
        let proof = try fixture.proof(77, extra: Array("extra".utf8))
        let leaf = fixture.tree.leaves[77]
        var generator = SeededGenerator(seed: 11)
        var (read, held) = (0, 0)
        for _ in 0..<(4 * Mutation.count) {
            let mutated = Mutation.apply(to: proof.bytes, using: &generator)
            guard let other = Self.refusal({ () throws(TransparencyLogError) in try LogProof(parsing: mutated) }) else {
                continue
            }
            read += 1
            #expect(other.bytes == mutated)
            let verified = Self.refusal { () throws(TransparencyLogError) in
                try other.verified(leaf: leaf, by: fixture.log.verifier, witnesses: [fixture.witness.verifier])
            }
            guard let verified else { continue }
            held += 1
            // Extra data and the signatures of strangers are covered by nothing; all else is.
            #expect(verified.checkpoint == proof.checkpoint.checkpoint)
            #expect(other.inclusion == proof.inclusion)
            #expect(verified.cosignatures.allSatisfy { $0.time == 1_800_000_000 })
        }
        #expect(read > held)
    }

    @Test("What is read of a damaged note is written back the same, and none but the signed text is accepted")
    func notes() throws {
        var generator = SeededGenerator(seed: 12)
        let key = try NoteVerifier(parsing: Vectors.key)
        let original = Array((Vectors.text + "\n" + Vectors.signature + Vectors.otherSignature).utf8)
        for _ in 0..<(4 * Mutation.count) {
            let mutated = Mutation.apply(to: original, using: &generator)
            guard let note = Self.refusal({ () throws(TransparencyLogError) in try SignedNote(parsing: mutated) })
            else {
                continue
            }
            #expect(note.bytes == mutated)
            if Self.refusal({ () throws(TransparencyLogError) in try note.verify(key) }) != nil {
                #expect(note.text == Array(Vectors.text.utf8))
            }
        }
    }

    @Test("What is read of a damaged path, checkpoint or bundle is written back the same")
    func others() throws {
        var generator = SeededGenerator(seed: 13)
        let text = Array("log.example/a\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\nmore\n".utf8)
        let id = try EntryBundleID(index: 4, width: 5)
        let bundle = try EntryBundle(id, entries: (0..<5).map { Array("entry \($0)".utf8) })
        let paths = ["tile/3/x001/x234/067.p/25", "tile/entries/x001/234", "checkpoint"].map { Array($0.utf8) }
        for _ in 0..<(4 * Mutation.count) {
            let lines = Mutation.apply(to: text, using: &generator)
            if let other = Self.refusal({ () throws(TransparencyLogError) in try Checkpoint(parsing: lines) }) {
                #expect(other.text == lines)
            }
            let bytes = Mutation.apply(to: bundle.bytes, using: &generator)
            if let other = Self.refusal({ () throws(TransparencyLogError) in try EntryBundle(id, bytes: bytes) }) {
                #expect(other.bytes == bytes)
            }
            let path = Mutation.apply(to: paths.randomElement(using: &generator) ?? [], using: &generator)
            guard let spelled = String(validating: path, as: UTF8.self) else { continue }
            if let other = Self.refusal({ () throws(TransparencyLogError) in try LogResource(path: spelled) }) {
                #expect(Array(other.path.utf8) == path)
            }
        }
    }

    @Test("Base64 has one spelling, and is what Foundation writes")
    func base64() {
        var generator = SeededGenerator(seed: 14)
        for count in 0..<80 {
            let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            let text = Array(Base64.encode(bytes).utf8)
            #expect(Base64.encode(bytes) == Mutation.base64(bytes))
            #expect(Base64.decode(text) == bytes)
            for _ in 0..<20 {
                let mutated = Mutation.apply(to: text, using: &generator)
                if let other = Base64.decode(mutated) { #expect(Array(Base64.encode(other).utf8) == mutated) }
            }
        }
    }
}
