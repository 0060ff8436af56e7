// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOSSL
import Synchronization
import Testing
import ZegelTransport

@Suite("A TLS profile")
struct TLSProfileTests {
    struct Offer: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var profile = TLSTerms.Profile.ncscGoed
        var groups: [NIOTLSCurve] = [.x25519]
        var maximum = TLSVersion.tlsv13
        var suites: [NIOTLSCipher] = []
        /// Version and group, or `nil` where no connection comes about.
        let agreed: (version: String, group: String)?
    }

    static let offers = [
        Offer(testDescription: "X25519", agreed: ("TLSv1.3", "x25519")),
        Offer(testDescription: "P-256", groups: [.secp256r1], agreed: ("TLSv1.3", "secp256r1")),
        Offer(testDescription: "P-384", groups: [.secp384r1], agreed: ("TLSv1.3", "secp384r1")),
        Offer(testDescription: "a hybrid group", groups: [.x25519_MLKEM768], agreed: ("TLSv1.3", "X25519MLKEM768")),
        Offer(
            testDescription: "a hybrid group first",
            groups: [.x25519_MLKEM768, .x25519],
            agreed: ("TLSv1.3", "X25519MLKEM768")
        ),
        Offer(
            testDescription: "a hybrid group last, for which the client is asked again",
            groups: [.secp384r1, .x25519, .x25519_MLKEM768],
            agreed: ("TLSv1.3", "X25519MLKEM768")
        ),
        Offer(
            testDescription: "a share for P-521, and P-384, for which the client is asked again",
            groups: [.secp521r1, .secp384r1],
            agreed: ("TLSv1.3", "secp384r1")
        ),
        Offer(testDescription: "P-521 only", groups: [.secp521r1], agreed: nil),
        Offer(testDescription: "TLS 1.2 at most", maximum: .tlsv12, agreed: nil),
        Offer(testDescription: "TLS 1.1 at most", maximum: .tlsv11, agreed: nil),
        Offer(
            testDescription: "TLS 1.3 to a server that speaks both",
            profile: .tls12,
            groups: [.x25519, .x25519_MLKEM768],
            agreed: ("TLSv1.3", "X25519MLKEM768")
        ),
        Offer(
            testDescription: "TLS 1.2 to a server that speaks both",
            profile: .tls12,
            groups: [.x25519, .secp256r1],
            maximum: .tlsv12,
            agreed: ("TLSv1.2", "x25519")
        ),
        Offer(
            testDescription: "TLS 1.2 with P-256, and a hybrid group that it cannot have",
            profile: .tls12,
            groups: [.x25519_MLKEM768, .secp256r1],
            maximum: .tlsv12,
            agreed: ("TLSv1.2", "secp256r1")
        ),
        Offer(testDescription: "TLS 1.1 to a server that speaks 1.2", profile: .tls12, maximum: .tlsv11, agreed: nil),
        Offer(
            testDescription: "CBC",
            profile: .tls12,
            maximum: .tlsv12,
            suites: [.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA, .TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA],
            agreed: nil
        ),
        Offer(
            testDescription: "a key exchange by RSA",
            profile: .tls12,
            maximum: .tlsv12,
            suites: [.TLS_RSA_WITH_AES_256_GCM_SHA384],
            agreed: nil
        ),
        Offer(
            testDescription: "ChaCha20 in TLS 1.2",
            profile: .tls12,
            groups: [.x25519, .secp256r1],
            maximum: .tlsv12,
            suites: [.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256],
            agreed: ("TLSv1.2", "x25519")
        ),
    ]

    @Test("meets a client that offers", arguments: Self.offers)
    func offer(_ offer: Offer) async throws {
        try await TestServer.run(profile: offer.profile) { server in
            do {
                let client = try await TestClient.connect(server) { configuration in
                    configuration.minimumTLSVersion = .tlsv1
                    configuration.maximumTLSVersion = offer.maximum
                    configuration.curves = offer.groups
                    if !offer.suites.isEmpty { configuration.cipherSuiteValues = offer.suites }
                }
                #expect(try await client.request("GET", "/hello").status == (offer.agreed == nil ? nil : "200"))
                try await client.close()
            } catch {
                #expect(offer.agreed == nil, "\(error)")
            }
            let agreed = server.responder.records.withLock { $0.first?.tls }
            #expect(agreed?.version == offer.agreed?.version)
            #expect(agreed?.group == offer.agreed?.group)
            if offer.suites == [.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256] {
                #expect(agreed?.suite == "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256")
            }
        }
    }

    @Test("tells the access log suite and group")
    func log() async throws {
        try await TestServer.run { server in
            let client = try await TestClient.connect(server)
            #expect(try await client.request("GET", "/hello").status == "200")
            try await client.close()
            let tls = try #require(server.responder.records.withLock { $0.first?.tls })
            #expect(tls.version == "TLSv1.3" && tls.group == "X25519MLKEM768" && tls.suite.hasPrefix("TLS_"))
        }
    }
}
