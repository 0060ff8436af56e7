// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TransparencyLog

@Suite("Keys")
struct KeyTests {
    @Test("Reads and writes the keys of other implementations")
    func vectors() throws {
        let signer = try NoteSigner(parsing: Vectors.secretKey)
        #expect(signer.secretText == Vectors.secretKey)
        #expect(signer.verifier.description == Vectors.key)
        #expect(try NoteVerifier(parsing: Vectors.key) == signer.verifier)
        #expect(signer.verifier.identifier == 0xC74F_20A3)
        for key in [Vectors.otherKey, Vectors.testKey] {
            #expect(try NoteVerifier(parsing: key).description == key)
        }
        #expect(try CosignatureVerifier(parsing: Vectors.witnessKey).description == Vectors.witnessKey)
    }

    @Test("A fresh key is read as it is written, and is of its own type alone")
    func fresh() throws {
        let name = try KeyName("zegel.example/trial")
        let signer = NoteSigner(name: name)
        let again = try NoteSigner(parsing: signer.secretText)
        #expect(again.verifier == signer.verifier)
        #expect(again.secretText == signer.secretText)
        let cosigner = Cosigner(name: name)
        #expect(try Cosigner(parsing: cosigner.secretText).verifier == cosigner.verifier)
        let isOfAnotherType = ProofTests.error(.keyType)
        #expect(throws: isOfAnotherType) { try Cosigner(parsing: signer.secretText) }
        #expect(throws: isOfAnotherType) { try NoteSigner(parsing: cosigner.secretText) }
        #expect(throws: isOfAnotherType) { try CosignatureVerifier(parsing: signer.verifier.description) }
        #expect(throws: isOfAnotherType) { try NoteVerifier(parsing: cosigner.verifier.description) }
    }

    @Test("No piece of a key is a key")
    func pieces() {
        for (text, isSecret) in [(Vectors.key, false), (Vectors.secretKey, true)] {
            let characters = Array(text)
            for start in 0..<characters.count {
                for end in start...characters.count where (start, end) != (0, characters.count) {
                    let piece = String(characters[start..<end])
                    #expect(throws: TransparencyLogError.self) {
                        if isSecret { _ = try NoteSigner(parsing: piece) } else { _ = try NoteVerifier(parsing: piece) }
                    }
                }
            }
        }
    }

    @Test("No bit of a key can be changed", arguments: [Vectors.key, Vectors.secretKey])
    func bits(_ key: String) {
        let bytes = Array(key.utf8)
        for place in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[place] ^= 1 << UInt8(bit)
                guard let text = String(validating: changed, as: UTF8.self) else { continue }
                #expect(throws: TransparencyLogError.self) { try NoteVerifier(parsing: text) }
                #expect(throws: TransparencyLogError.self) { try NoteSigner(parsing: text) }
            }
        }
    }

    struct Bad: Sendable {
        let key: String
        let code: TransparencyLogError.Code
    }

    @Test(
        "Other spellings and other keys are refused",
        arguments: [
            Bad(key: Vectors.key + "\n", code: .keyMalformed), Bad(key: " " + Vectors.key, code: .keyName),
            Bad(key: "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", code: .keyMalformed),
            Bad(key: "PeterNeumann+74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", code: .keyMalformed),
            Bad(key: "PeterNeumann+0c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", code: .keyMalformed),
            Bad(key: "PeterNeumann+c74f20a3+", code: .keyMalformed),
            Bad(key: "PeterNeumann+c74f20a3", code: .keyMalformed),
            Bad(key: "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", code: .keyName),
            Bad(key: "PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", code: .keyIdentifier),
            Bad(key: "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==", code: .keyMalformed),
            Bad(key: "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", code: .keyType),
            Bad(key: Vectors.secretKey, code: .keyMalformed),
            Bad(key: String(repeating: "a", count: 600), code: .keyMalformed),
        ]
    )
    func refused(_ bad: Bad) {
        #expect(throws: ProofTests.error(bad.code)) { try NoteVerifier(parsing: bad.key) }
    }

    @Test(
        "A name has neither spaces nor pluses nor control characters",
        arguments: [
            "", " ", "a b", "a+b", "a\tb", "a\nb", "a\u{0}b", "a\u{85}b", "a\u{A0}b", "a\u{2003}b", "a\u{2028}b",
            "a\u{3000}b",
            String(repeating: "a", count: 256),
        ]
    )
    func names(_ name: String) throws {
        #expect(throws: ProofTests.error(.keyName)) { try KeyName(name) }
        #expect(try KeyName("é/a").description == "é/a")
        #expect(try KeyName("\u{E9}") != KeyName("e\u{301}"))
        #expect(try KeyName(String(repeating: "a", count: 255)).description.count == 255)
    }
}
