// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import TransparencyLog

@Suite("OpenSSL", .enabled(if: Tool.openssl.isPresent, "openssl is missing"))
struct OpenSSLTests {
    /// Whether openssl accepts an Ed25519 signature over some bytes.
    private static func accepts(_ signature: [UInt8], over bytes: [UInt8], key: [UInt8]) throws -> Bool {
        try withTemporaryFolder { folder in
            // SubjectPublicKeyInfo of Ed25519 (RFC 8410, section 4).
            let info: [UInt8] = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00]
            try folder.write(info + key, to: "key.der")
            try folder.write(signature, to: "signature")
            try folder.write(bytes, to: "text")
            do {
                try Tool.openssl.run(
                    ["pkeyutl", "-verify", "-pubin", "-inkey", "key.der", "-keyform", "DER", "-rawin"]
                        + ["-in", "text", "-sigfile", "signature"],
                    in: folder
                )
                return true
            } catch is Tool.Failure {
                return false
            }
        }
    }

    @Test("Verifies the signature of a log over the text of its checkpoint")
    func note() throws {
        let fixture = try LogProofTests.Fixture(3)
        let (note, key) = (fixture.checkpoint.note, fixture.log.verifier.key)
        let signature = note.signatures[0].bytes
        #expect(try Self.accepts(signature, over: note.text, key: key))
        #expect(try !Self.accepts(signature, over: note.text + [0x0A], key: key))
    }

    @Test("Verifies a cosignature over the lines that c2sp.org/tlog-cosignature says")
    func cosignature() throws {
        let fixture = try LogProofTests.Fixture(3)
        let (note, key) = (fixture.checkpoint.note, fixture.witness.verifier.key)
        let root = fixture.tree.root(0..<3)
        let lines = "cosignature/v1\ntime 1800000000\nlog.example/a\n3\n\(root)\n"
        let signature = Array(note.signatures[1].bytes.dropFirst(8))
        #expect(try Self.accepts(signature, over: Array(lines.utf8), key: key))
        #expect(try !Self.accepts(signature, over: note.text, key: key))
    }
}
