// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SwiftASN1
import Testing

@testable import CAdES

@Suite("Time-stamps")
struct TimestampTests {
    static let policy = "1.2.3.4.1"
    static let content = Array("what was there".utf8)
    static let time: Int64 = 1_700_000_000_120

    /// One authority for each algorithm.
    static func identity(_ algorithm: Algorithm) throws -> TestIdentity {
        try TestIdentity(key: algorithm.identity.key, name: "Test TSA", isTimestampAuthority: true)
    }

    static func signer(_ algorithm: Algorithm = .p256) throws -> TimestampSigner {
        let identity = try Self.identity(algorithm)
        return try TimestampSigner(certificate: identity.certificate, key: identity.key, policy: Self.policy)
    }

    static func response(to request: TimestampRequest, serialNumber: UInt64 = 1) throws -> [UInt8] {
        try Self.signer().respond(to: request.encoded(), at: Self.time, serialNumber: serialNumber)
    }

    @Test("A token says the time, by whom, and over what", arguments: [1, 127, 128, 255, 256, UInt64.max])
    func roundTrip(_ serialNumber: UInt64) throws {
        let request = try TimestampRequest(over: Self.content, policy: Self.policy)
        #expect(try TimestampRequest(parsing: request.encoded()) == request)
        let token = try TimestampToken(
            parsing: request.token(in: Self.response(to: request, serialNumber: serialNumber))
        )
        let verified = try token.verify(over: Self.content)
        #expect(verified.time == Self.time)
        #expect(verified.latest == Self.time)
        #expect(verified.signature.certificates == [verified.signature.signer])
        #expect(throws: CAdESError(.timestampMismatch, "")) { try token.verify(over: [1]) }
    }

    @Test("Other answers are refused")
    func answers() throws {
        let request = try TimestampRequest(over: Self.content)
        let response = try Self.response(to: request)
        _ = try request.token(in: response)
        let other = try TimestampRequest(over: Self.content)
        #expect(throws: CAdESError(.timestampMismatch, ""), "another nonce") { try other.token(in: response) }
        let elsewhere = try TimestampRequest(over: [1])
        #expect(throws: CAdESError(.timestampMismatch, "")) { try elsewhere.token(in: response) }
        let wanted = try TimestampRequest(over: Self.content, policy: "1.2.3.4.9")
        let refused = try Self.signer().respond(to: wanted.encoded(), at: Self.time, serialNumber: 1)
        #expect(throws: CAdESError(.timestampRefused, "")) { try wanted.token(in: refused) }
        for bytes in [[], [0x30, 0x00], Array(response.dropLast()), response + [0]] {
            #expect(throws: CAdESError.self) { try request.token(in: bytes) }
        }
    }

    @Test("A signature is no token, and a token is no signature")
    func kinds() throws {
        let request = try TimestampRequest(over: Self.content)
        let token = try request.token(in: Self.response(to: request))
        #expect(throws: CAdESError(.contentType, "")) { try CAdESSignature(parsing: token) }
        let signed = try Self.identity(.p256).signer().sign(attached: Self.content, at: 1)
        #expect(throws: CAdESError(.contentType, "")) { try TimestampToken(parsing: signed) }
    }

    @Test("No token that was changed anywhere holds")
    func mutations() throws {
        let request = try TimestampRequest(over: Self.content)
        let token = try request.token(in: Self.response(to: request))
        let certificate = try TimestampToken(parsing: token).verify(over: Self.content).signature.signerDER
        for place in token.indices {
            var changed = token
            changed[place] ^= 1
            // What names the certificate, and the certificate itself, is judged by whom it leads to.
            let verified = try? TimestampToken(parsing: changed).verify(over: Self.content)
            #expect(verified == nil || verified?.signature.signerDER != certificate, "byte \(place)")
        }
    }

    struct Fields: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// Hexadecimal: what stands behind the time.
        let tail: String
        let accuracy: Int64?
    }

    @Test(
        "What stands behind the time is read as RFC 3161 has it, and no other way",
        arguments: [
            Fields(testDescription: "nothing", tail: "", accuracy: 0),
            Fields(testDescription: "an empty accuracy", tail: "3000", accuracy: 0),
            Fields(testDescription: "one second", tail: "3003020101", accuracy: 1_000),
            Fields(testDescription: "all three parts", tail: "300a020101800201f4810101", accuracy: 1_501),
            Fields(testDescription: "one microsecond", tail: "3003810101", accuracy: 1),
            Fields(testDescription: "ordering and a nonce", tail: "0101ff020105", accuracy: 0),
            Fields(testDescription: "a name", tail: "a006820474657374", accuracy: 0),
            Fields(testDescription: "a negative accuracy", tail: "30030201ff", accuracy: nil),
            Fields(testDescription: "an endless accuracy", tail: "300702057fffffffff", accuracy: nil),
            Fields(testDescription: "parts in another order", tail: "3006810101800101", accuracy: nil),
            Fields(testDescription: "an ordering that is the default", tail: "010100", accuracy: nil),
            Fields(testDescription: "extensions", tail: "a100", accuracy: nil),
            Fields(testDescription: "two nonces", tail: "020105020106", accuracy: nil),
            Fields(testDescription: "a nonce before the accuracy", tail: "0201053003020101", accuracy: nil),
        ]
    )
    func fields(_ row: Fields) throws {
        let digest = [UInt8](repeating: 7, count: 32)
        let info = TimestampInfo(policy: [1, 2, 3], digest: digest, serialNumber: [1], time: Self.time, nonce: nil)
        let digits = Array(row.tail)
        let tail = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(digits[$0...($0 + 1)]), radix: 16)
        }
        // The outermost length has one byte.
        var der = try info.encoded() + tail
        der[1] += UInt8(tail.count)
        #expect((try? TimestampInfo(parsing: der))?.accuracy == row.accuracy)
    }

    @Test(
        "Times are read in the one spelling that they have",
        arguments: [
            ("20231114221320Z", 1_700_000_000_000), ("20231114221320.1Z", 1_700_000_000_100),
            ("20231114221320.12Z", 1_700_000_000_120), ("20231114221320.1234Z", 1_700_000_000_123),
            ("20231114221320.10Z", nil), ("20231114221320.Z", nil), ("20231114221320.0Z", nil), ("20231114221320", nil),
            ("2023111422132Z", nil), ("20231314221320Z", nil), ("20231114221320,1Z", nil), ("20231114221320+0100", nil),
            ("202311142213Z", nil), ("20230229000000Z", nil), ("20240229000000Z", 1_709_164_800_000),
        ] as [(String, Int64?)]
    )
    func times(_ text: String, _ time: Int64?) throws {
        let node = try #require(DERNode(parsing: [0x18, UInt8(text.utf8.count)] + Array(text.utf8)))
        #expect((try? SigningTime.decodeMilliseconds(node)) == time)
    }
}

@Suite("OpenSSL's time-stamps", .enabled(if: OpenSSL.isInstalled, "openssl is missing"))
struct OpenSSLTimestampTests {
    private static func configuration(_ algorithm: Algorithm) -> String {
        """
        [tsa]
        default_tsa = one
        [one]
        serial = serial
        signer_cert = tsa.pem
        certs = ca.pem
        signer_key = tsa.key
        signer_digest = \(algorithm == .p384 ? "sha384" : "sha256")
        default_policy = 1.2.3.4.1
        digests = sha256
        accuracy = secs:1, millisecs:500
        clock_precision_digits = 3
        ordering = yes
        tsa_name = yes
        ess_cert_id_alg = sha256

        """
    }

    /// Puts an authority into a folder.
    private static func install(_ identity: TestIdentity, _ algorithm: Algorithm, _ openssl: OpenSSL) throws {
        _ = try openssl.file("ca.pem", identity.authority.testPEM.utf8)
        _ = try openssl.file("tsa.pem", identity.certificate.testPEM.utf8)
        _ = try openssl.file("tsa.key", identity.key.pem.utf8)
        _ = try openssl.file("serial", "01\n".utf8)
        _ = try openssl.file("content", TimestampTests.content)
        _ = try openssl.file("tsa.cnf", Self.configuration(algorithm).utf8)
    }

    @Test(
        "Its authority answers our requests, and we verify its tokens",
        arguments: [Algorithm.p256, .p384, .rsaPKCS1]
    )
    func replies(_ algorithm: Algorithm) throws {
        let identity = try TimestampTests.identity(algorithm)
        try OpenSSL.use { openssl in
            try Self.install(identity, algorithm, openssl)
            let request = try TimestampRequest(over: TimestampTests.content)
            _ = try openssl.file("request", request.encoded())
            let reply = try openssl.run(
                ["ts", "-reply", "-config", "tsa.cnf", "-queryfile", "request", "-out", "response"]
            )
            #expect(reply.status == 0, "\(reply.errors)")
            let token = try TimestampToken(parsing: request.token(in: openssl.read("response")))
            let verified = try token.verify(over: TimestampTests.content)
            #expect(verified.signature.signer == identity.certificate)
            #expect(verified.latest == verified.time + 1_500)
            #expect(abs(Double(verified.time) / 1_000 - Date().timeIntervalSince1970) < 60)
            #expect(verified.signature.certificates.contains(identity.authority))
        }
    }

    @Test(
        "It takes our authority's answers to its requests and to ours",
        arguments: [Algorithm.p256, .p384, .rsaPKCS1]
    )
    func verifies(_ algorithm: Algorithm) throws {
        let identity = try TimestampTests.identity(algorithm)
        let signer = try TimestampSigner(
            certificate: identity.certificate,
            key: identity.key,
            policy: TimestampTests.policy
        )
        try OpenSSL.use { openssl in
            try Self.install(identity, algorithm, openssl)
            let query = try openssl.run(["ts", "-query", "-data", "content", "-sha256", "-cert", "-out", "request"])
            #expect(query.status == 0, "\(query.errors)")
            let response = try signer.respond(to: openssl.read("request"), at: TimestampTests.time, serialNumber: 200)
            _ = try openssl.file("response", response)
            let verify = ["ts", "-verify", "-in", "response", "-CAfile", "ca.pem"]
            let held = try openssl.run(verify + ["-queryfile", "request"])
            #expect(held.status == 0, "\(held.errors)")
            #expect(try openssl.run(verify + ["-data", "content"]).status == 0)
            #expect(try openssl.run(verify + ["-data", "tsa.pem"]).status != 0, "other content")

            // Without a nonce and without the certificate, as openssl asks where nothing is said.
            let ask = ["ts", "-query", "-data", "content", "-sha256", "-no_nonce", "-out", "plain"]
            #expect(try openssl.run(ask).status == 0)
            let bare = try signer.respond(to: openssl.read("plain"), at: TimestampTests.time, serialNumber: 201)
            _ = try openssl.file("bare", bare)
            let check = ["ts", "-verify", "-in", "bare", "-CAfile", "ca.pem", "-queryfile", "plain"]
            let plain = try openssl.run(check + ["-untrusted", "tsa.pem"])
            #expect(plain.status == 0, "\(plain.errors)")
            #expect(try openssl.run(check).status != 0, "its certificate is not there")

            let own = try TimestampRequest(over: TimestampTests.content, policy: TimestampTests.policy)
            _ = try openssl.file("request", own.encoded())
            let token = try own.token(in: signer.respond(to: own.encoded(), at: TimestampTests.time, serialNumber: 1))
            _ = try openssl.file("token", token)
            let alone = ["ts", "-verify", "-token_in", "-in", "token", "-CAfile", "ca.pem", "-queryfile", "request"]
            let accepted = try openssl.run(alone)
            #expect(accepted.status == 0, "\(accepted.errors)")
        }
    }
}
