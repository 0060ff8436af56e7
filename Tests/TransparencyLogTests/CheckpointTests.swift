// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TransparencyLog

@Suite("Checkpoints")
struct CheckpointTests {
    private static let root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="

    @Test("Reads and writes the example of the specification, cosignature included")
    func example() throws {
        let bytes = Array(Vectors.cosigned.utf8)
        let signed = try SignedCheckpoint(parsing: bytes)
        #expect(signed.bytes == bytes)
        #expect(signed.checkpoint.origin.description == "example.com/behind-the-sofa")
        #expect(signed.checkpoint.size == 20_852_163)
        #expect("\(signed.checkpoint.root)" == Self.root)
        #expect(signed.checkpoint.text == signed.note.text)
        #expect(signed.note.signatures.map(\.bytes.count) == [64, 72])
        let time = signed.note.signatures[1].bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        #expect(time == 1_679_315_147)
    }

    struct Bad: Sendable {
        let text: String
        let code: TransparencyLogError.Code

        init(_ text: String, _ code: TransparencyLogError.Code = .checkpointMalformed) {
            self.text = text
            self.code = code
        }
    }

    @Test(
        "Other spellings are refused",
        arguments: [
            Bad(""), Bad("\n"), Bad("a\n"), Bad("a\n1\n"), Bad("a\n1\n\(root)"), Bad("\n1\n\(root)\n"),
            Bad("a\n\n\(root)\n"),
            Bad("a\n1\n\n"), Bad("a\n1\n\(root)\n\n"), Bad("a\n1\n\(root)\n\nx\n"), Bad("a\n1\n\(root)\nx"),
            Bad("a\n01\n\(root)\n"), Bad("a\n+1\n\(root)\n"), Bad("a\n-1\n\(root)\n"), Bad("a\n1 \n\(root)\n"),
            Bad("a\n0x1\n\(root)\n"), Bad("a\n9223372036854775808\n\(root)\n"),
            Bad("a\n18446744073709551617\n\(root)\n"),
            Bad("a\n1\n\(root.dropLast())\n"), Bad("a\n1\n\(root) \n"),
            Bad("a\n1\n\(root.replacing("2I=", with: "2J="))\n"),
            Bad("a\n1\nAAAA\n"), Bad("a\n1\n\(root)\(root)\n"),
            Bad("\(String(repeating: "a", count: 256))\n1\n\(root)\n"),
            Bad("a\n0\n\(root)\n", .checkpointEmptyRoot),
        ]
    )
    func refused(_ bad: Bad) {
        #expect(throws: ProofTests.error(bad.code), "\(bad.text)") { try Checkpoint(parsing: Array(bad.text.utf8)) }
    }

    @Test(
        "What is good beside it is read",
        arguments: [
            "a\n1\n\(root)\n", "a b + c\n9223372036854775807\n\(root)\n", "a\n1\n\(root)\none\ntwo \u{E9}\n",
            "a\n0\n\(TreeHash.empty)\n", "\(String(repeating: "a", count: 255))\n1\n\(root)\n",
        ]
    )
    func accepted(_ text: String) throws {
        #expect(try Checkpoint(parsing: Array(text.utf8)).text == Array(text.utf8))
    }

    private let log: NoteSigner
    private let witness: Cosigner

    init() throws {
        self.log = NoteSigner(name: try KeyName("log.example/a"))
        self.witness = Cosigner(name: try KeyName("witness.example/w"))
    }

    private static func checkpoint(_ origin: String = "log.example/a") throws -> Checkpoint {
        try Checkpoint(origin: LogOrigin(origin), size: 5, root: NaiveTree(5).root(0..<5))
    }

    @Test("Is verified by the log's key and origin, and tells which witnesses saw it")
    func verified() throws {
        let signed = try SignedCheckpoint(signing: Self.checkpoint(), by: self.log)
        #expect(try SignedCheckpoint(parsing: signed.bytes) == signed)
        let alone = try signed.verified(by: self.log.verifier, witnesses: [self.witness.verifier])
        #expect(alone.cosignatures.isEmpty)
        let cosigned = try signed.adding(self.witness.cosign(signed.checkpoint, at: 1_800_000_000))
        let stranger = Cosigner(name: self.witness.verifier.name)
        let both = try cosigned.adding(stranger.cosign(signed.checkpoint, at: 7))
        let verified = try SignedCheckpoint(parsing: both.bytes)
            .verified(by: self.log.verifier, witnesses: [self.witness.verifier])
        #expect(verified.checkpoint == signed.checkpoint)
        #expect(verified.cosignatures == [Cosignature(witness: self.witness.verifier, time: 1_800_000_000)])
        #expect(try both.verified(by: self.log.verifier).cosignatures.isEmpty)
    }

    @Test("Is not taken for that of another log")
    func origins() throws {
        let other = try SignedCheckpoint(signing: Self.checkpoint("log.example/b"), by: self.log)
        #expect(throws: ProofTests.error(.checkpointOrigin)) { try other.verified(by: self.log.verifier) }
        #expect(try other.verified(by: self.log.verifier, origin: LogOrigin("log.example/b")).checkpoint.size == 5)
        let signed = try SignedCheckpoint(signing: Self.checkpoint(), by: self.log)
        let stranger = NoteSigner(name: self.log.verifier.name)
        #expect(throws: ProofTests.error(.signatureMissing)) { try signed.verified(by: stranger.verifier) }
        #expect(throws: ProofTests.error(.signatureMissing)) {
            // A witness's key does not stand in for the log's.
            try SignedCheckpoint(
                SignedNote(text: signed.note.text, signatures: [self.witness.cosign(signed.checkpoint, at: 1)])
            )
            .verified(by: self.log.verifier)
        }
    }

    @Test("A cosignature holds for its text, time and key alone")
    func cosignatures() throws {
        let signed = try SignedCheckpoint(signing: Self.checkpoint(), by: self.log)
        let good = try self.witness.cosign(signed.checkpoint, at: 1_800_000_000)
        #expect(good.bytes.prefix(8) == [0, 0, 0, 0, 0x6B, 0x49, 0xD2, 0x00])
        let key = self.witness.verifier
        func changed(_ bytes: [UInt8]) throws -> SignedNote {
            try signed.note.adding(NoteSignature(name: key.name, identifier: key.identifier, bytes: bytes))
        }
        for place in good.bytes.indices.dropFirst() {
            var bytes = good.bytes
            bytes[place] ^= 1
            #expect(throws: ProofTests.error(.signatureInvalid)) { try changed(bytes).cosignature(of: key) }
        }
        for bytes in [Array(good.bytes.dropLast()), Array(good.bytes.dropFirst(8)), good.bytes + [0], [0]] {
            #expect(throws: TransparencyLogError.self) { try changed(bytes).cosignature(of: key) }
        }
        #expect(throws: ProofTests.error(.cosignatureTime)) {
            try changed([0x80] + good.bytes.dropFirst()).cosignature(of: key)
        }
        #expect(throws: ProofTests.error(.cosignatureTime)) { try self.witness.cosign(signed.checkpoint, at: 1 << 63) }
        let other = try SignedCheckpoint(signing: Self.checkpoint("log.example/b"), by: self.log)
        #expect(throws: ProofTests.error(.signatureInvalid)) { try other.note.adding(good).cosignature(of: key) }
        #expect(try signed.note.adding(good).cosignature(of: key)?.time == 1_800_000_000)
    }
}
