// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import CryptoExtras
import Testing
import ZegelCore

@testable import ZegelIdentity

@Suite("A set of keys")
struct KeySetTests {
    struct Refused: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let keys: @Sendable (JSONValue) throws -> [UInt8]
    }

    @Test(
        "is refused",
        arguments: [
            Refused(testDescription: "that is no JSON") { _ in Array("keys".utf8) },
            Refused(testDescription: "without keys") { _ in Array("{}".utf8) },
            Refused(testDescription: "that is empty") { _ in TestKeys.set([]) },
            Refused(testDescription: "with more keys than are read") { TestKeys.set(Array(repeating: $0, count: 65)) },
            Refused(testDescription: "with two keys of one name") { TestKeys.set([$0, $0]) },
            Refused(testDescription: "with a key without a name") { TestKeys.set([$0.without("kid")]) },
            Refused(testDescription: "with an empty name") { TestKeys.set([$0.with("kid", "")]) },
            Refused(testDescription: "with the private part of a key") { TestKeys.set([$0.with("d", "AAAA")]) },
            Refused(testDescription: "with a point cut short") { TestKeys.set([$0.with("x", "AAAA")]) },
            Refused(testDescription: "with a point that is on no curve") { key in
                TestKeys.set([key.with("x", .string(String(repeating: "A", count: 43)))])
            },
            Refused(testDescription: "with padding") { key in
                TestKeys.set([key.with("x", .string((key["x"]?.string ?? "") + "="))])
            },
            Refused(testDescription: "whose keys are for encryption") { TestKeys.set([$0.with("use", "enc")]) },
            Refused(testDescription: "whose keys are of an algorithm that is not configured") { _ in
                TestKeys.set([TestKeys.jwk(P384.Signing.PrivateKey().publicKey, "k")])
            },
            Refused(testDescription: "whose keys are for another algorithm") {
                TestKeys.set([$0.with("alg", "ES512")])
            },
            Refused(testDescription: "whose keys are secrets") { _ in
                TestKeys.set([["kty": "oct", "k": "AAAA", "kid": "k"]])
            },
            Refused(testDescription: "whose keys are of another kind") { _ in
                TestKeys.set([["kty": "OKP", "crv": "Ed25519", "x": "AAAA", "kid": "k"]])
            },
            Refused(testDescription: "with an object twice") { key in
                Array(#"{"keys":[],"keys":[]}"#.utf8)
            },
        ]
    )
    func refuses(_ refused: Refused) async throws {
        let good = TestKeys.jwk(P256.Signing.PrivateKey().publicKey, "k")
        #expect(try await KeySet(parsing: TestKeys.set([good]), algorithms: [.es256])["k"] != nil)
        let bytes = try refused.keys(good)
        let problem = await #expect(throws: Problem.self) {
            try await KeySet(parsing: bytes, algorithms: [.es256])
        }
        #expect(problem?.code == "token.keys")
    }

    @Test("is read without the keys that serve another purpose or are too small")
    func others() async throws {
        let good = TestKeys.jwk(P256.Signing.PrivateKey().publicKey, "good")
        let small = try TestKeys.jwk(_RSA.Signing.PrivateKey(keySize: .bits2048).publicKey, "small")
        let keys = TestKeys.set([
            small, good.with("kid", "enc").with("use", "enc"), ["kty": "OKP", "kid": "okp"], good,
        ])
        let set = try await KeySet(parsing: keys, algorithms: Set(TokenAlgorithm.allCases))
        #expect(set["good"] != nil)
        for name in ["small", "enc", "okp", "other", "../good", ""] { #expect(set[name] == nil) }
    }
}

extension JSONValue {
    /// The same object with a member set.
    func with(_ key: String, _ value: JSONValue) -> JSONValue {
        .object((self.without(key).members ?? []) + [.init(key, value)])
    }

    /// The same object without a member.
    func without(_ key: String) -> JSONValue { .object((self.members ?? []).filter { $0.key != key }) }
}
