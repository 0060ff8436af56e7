// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TransparencyLog

@Suite("Proofs as files")
struct LogProofTests {
    /// A log of some entries, its key and a witness.
    struct Fixture {
        let tree: NaiveTree
        let log: NoteSigner
        let witness: Cosigner
        let checkpoint: SignedCheckpoint

        init(_ size: Int) throws {
            self.tree = NaiveTree(size)
            self.log = NoteSigner(name: try KeyName("log.example/a"))
            self.witness = Cosigner(name: try KeyName("witness.example/w"))
            let root = self.tree.root(0..<size)
            let plain = try Checkpoint(origin: LogOrigin(self.log.verifier.name), size: UInt64(size), root: root)
            self.checkpoint = try SignedCheckpoint(signing: plain, by: self.log)
                .adding(self.witness.cosign(plain, at: 1_800_000_000))
        }

        func proof(_ index: Int, extra: [UInt8]? = nil) throws -> LogProof {
            let size = self.checkpoint.checkpoint.size
            let inclusion = try InclusionProof(of: UInt64(index), in: size, reading: self.tree.read)
            return try LogProof(inclusion, checkpoint: self.checkpoint, extra: extra)
        }
    }

    @Test("Is written as the specification says", arguments: [nil, Array("extra information".utf8)])
    func layout(_ extra: [UInt8]?) throws {
        let fixture = try Fixture(5)
        let proof = try fixture.proof(3, extra: extra)
        let path = fixture.tree.path(3, 0..<5)
        let expected = """
            c2sp.org/tlog-proof@v1
            \(extra == nil ? "" : "extra ZXh0cmEgaW5mb3JtYXRpb24=\n")index 3
            \(path[0])
            \(path[1])
            \(path[2])


            """
        #expect(proof.bytes == Array(expected.utf8) + fixture.checkpoint.bytes)
        #expect(try LogProof(parsing: proof.bytes) == proof)
    }

    @Test("Proves every leaf, and no other", arguments: [1, 2, 5, 8])
    func verified(_ size: Int) throws {
        let fixture = try Fixture(size)
        for index in 0..<size {
            let proof = try LogProof(parsing: try fixture.proof(index).bytes)
            for leaf in 0..<size {
                if leaf == index {
                    let checkpoint = try proof.verified(
                        leaf: fixture.tree.leaves[leaf],
                        by: fixture.log.verifier,
                        witnesses: [fixture.witness.verifier]
                    )
                    #expect(checkpoint.cosignatures.map(\.time) == [1_800_000_000])
                } else {
                    #expect(throws: ProofTests.error(.inclusionMismatch)) {
                        try proof.verified(leaf: fixture.tree.leaves[leaf], by: fixture.log.verifier)
                    }
                }
            }
            let stranger = NoteSigner(name: fixture.log.verifier.name).verifier
            #expect(throws: ProofTests.error(.signatureMissing)) {
                try proof.verified(leaf: fixture.tree.leaves[index], by: stranger)
            }
        }
    }

    struct Change: Sendable {
        let from: String
        let to: String
        let code: TransparencyLogError.Code

        init(_ from: String, _ to: String, _ code: TransparencyLogError.Code = .proofMalformed) {
            self.from = from
            self.to = to
            self.code = code
        }
    }

    @Test(
        "Other layouts are refused",
        arguments: [
            Change("@v1", "@v2"), Change("c2sp.org/", "\nc2sp.org/"), Change("c2sp.org", " c2sp.org"),
            Change("@v1", "@v1 "),
            Change("extra YQ==\n", "extra \n"), Change("extra YQ==\n", "extra\n"), Change("extra YQ==\n", "extra YQ\n"),
            Change("extra YQ==\n", "extra YR==\n"), Change("extra YQ==\n", "extra YQ==\nextra YQ==\n"),
            Change("extra YQ==\n", "Extra YQ==\n"), Change("index 3\n", ""), Change("index 3\n", "index 3\nindex 3\n"),
            Change("index 3\n", "index 03\n"), Change("index 3\n", "index -3\n"), Change("index 3\n", "index  3\n"),
            Change("index 3\n", "index 3 \n"), Change("index 3\n", "index 9223372036854775808\n"),
            Change("index 3\n", "index 3\nAAAA\n"), Change("index 3\n", "index 3\n!\n"),
            Change("index 3\n", "index 3\n\(TreeHash.empty)\n", .proofLength),
            Change("index 3\n", "index 4\n", .proofLength),
            Change("index 3\n", "index 5\n", .outsideTree), Change("\n\nlog.example", "\nlog.example"),
            Change("\n\nlog.example", "\n\n\nlog.example", .checkpointMalformed),
            Change("index 3\n", "index 3\n" + String(repeating: "\(TreeHash.empty)\n", count: 64)),
        ]
    )
    func refused(_ change: Change) throws {
        let good = String(decoding: try Fixture(5).proof(3, extra: [0x61]).bytes, as: UTF8.self)
        let bad = good.replacing(change.from, with: change.to, maxReplacements: 1)
        #expect(bad != good)
        #expect(throws: ProofTests.error(change.code), "\(change.to)") { try LogProof(parsing: Array(bad.utf8)) }
    }

    @Test("Is of one tree, not too long, and cut off nowhere")
    func limits() throws {
        let fixture = try Fixture(5)
        let proof = try fixture.proof(3)
        #expect(throws: ProofTests.error(.proofMalformed)) {
            try LogProof(proof.inclusion, checkpoint: Fixture(6).checkpoint)
        }
        #expect(throws: ProofTests.error(.proofMalformed)) { try fixture.proof(3, extra: []) }
        let long = [UInt8](repeating: 0, count: LogProof.maximumBytes + 1)
        #expect(throws: ProofTests.error(.proofTooLarge)) { try fixture.proof(3, extra: long) }
        #expect(throws: ProofTests.error(.proofTooLarge)) { try LogProof(parsing: long) }
        for end in 0..<proof.bytes.count {
            let start = Array(proof.bytes.prefix(end))
            // The last signature line may be cut off whole: what is left is the same proof with one witness fewer.
            guard (try? LogProof(parsing: start))?.bytes != start else {
                #expect(start.last == 0x0A)
                continue
            }
            #expect(throws: TransparencyLogError.self) { try LogProof(parsing: start) }
        }
    }
}
