// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import CryptoExtras
import Foundation
import Testing
import ZegelCore

@testable import ZegelIdentity

@Suite("A token of another issuer")
struct OutsideIssuerTests {
    private static let issuer = "https://login.example"

    /// An installation that takes tokens of one other issuer, for one organisation or for another.
    private struct Setting {
        let installation: TestInstallation
        let service: TokenService
        let connection: ConnectionIdentity
        let key = P256.Signing.PrivateKey()
        let larger = P384.Signing.PrivateKey()
        let rsa: _RSA.Signing.PrivateKey

        init(algorithms: Set<TokenAlgorithm> = [.es256], for organisation: String? = nil) async throws {
            self.installation = try TestInstallation()
            self.connection = try await self.installation.connection()
            self.rsa = try _RSA.Signing.PrivateKey(keySize: .bits3072)
            let keys = TestKeys.set([
                TestKeys.jwk(self.key.publicKey, "one"), TestKeys.jwk(self.larger.publicKey, "two"),
                try TestKeys.jwk(self.rsa.publicKey, "three"),
            ])
            let issuer = OutsideIssuer(
                name: OutsideIssuerTests.issuer,
                organisations: [try #require(OIN(organisation ?? "\(self.installation.oin)"))],
                keys: try await KeySet(parsing: keys, algorithms: algorithms)
            )
            self.service = try await self.installation.tokens(
                keys: TokenKeys(signingPEM: self.installation.tokenKey.pemRepresentation, issuers: [issuer])
            )
        }

        var forge: TokenForge {
            TokenForge(self.key, "one", self.connection)
                .claims(#""iss":"https://zegel.example""#, #""iss":"\#(OutsideIssuerTests.issuer)""#)
        }

        func verify(_ token: String) async throws -> AuthenticatedPeer {
            try await self.service.verify(BearerToken(authorization: ["Bearer \(token)"]), on: self.connection)
        }
    }

    struct Form: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let forge: @Sendable (TokenForge) throws -> TokenForge
    }

    @Test(
        "counts for the organisation that chose it",
        arguments: [
            Form(testDescription: "as ours would be") { $0 },
            Form(testDescription: "with aud as a list of one") {
                $0.claims(#""aud":"https://zegel.example""#, #""aud":["https://zegel.example"]"#)
            },
            Form(testDescription: "with claims of its own") {
                $0.adding(claim: #""azp":"x","realm_access":{"roles":["a"]}"#)
            },
            Form(testDescription: "without nbf") { try $0.without("nbf") },
            Form(testDescription: "with act") {
                $0.adding(claim: #""act":{"sub":"p-1","function":"analist","clearance":"stg-geheim","roles":[]}"#)
            },
        ]
    )
    func counts(_ form: Form) async throws {
        let setting = try await Setting()
        let peer = try await setting.verify(form.forge(setting.forge).token)
        #expect(peer.oin == setting.installation.oin && peer.scopes == [Scope(.read), Scope(.send)])
    }

    struct Attack: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var code = "token.invalid"
        let forge: @Sendable (TokenForge, TestInstallation) throws -> TokenForge
    }

    @Test(
        "is refused",
        arguments: [
            Attack(testDescription: "under a name that is not configured") { forge, _ in
                forge.claims("login.example", "other.example")
            },
            Attack(testDescription: "under our name") { forge, _ in
                forge.claims(#""iss":"https://login.example""#, #""iss":"https://zegel.example""#)
            },
            Attack(testDescription: "signed with our key") { forge, installation in
                var copy = forge
                copy.key = installation.tokenKey
                return copy
            },
            Attack(testDescription: "with a kid of ours") { forge, installation in
                var copy = forge
                copy.key = installation.tokenKey
                return copy.header("\"one\"", "\"two\"")
            },
            Attack(testDescription: "for two audiences") { forge, _ in
                forge.claims(
                    #""aud":"https://zegel.example""#,
                    #""aud":["https://zegel.example","https://other.example"]"#
                )
            },
            Attack(testDescription: "for a list of none") { forge, _ in
                forge.claims(#""aud":"https://zegel.example""#, #""aud":[]"#)
            },
            Attack(testDescription: "for another audience") { forge, _ in
                forge.claims(#""aud":"https://zegel.example""#, #""aud":"https://other.example""#)
            },
            Attack(testDescription: "that lives longer than an hour") { forge, _ in
                forge.claims("1800000600", "1800003601")
            },
            Attack(testDescription: "without cnf") { forge, _ in try forge.without("cnf") },
            Attack(testDescription: "bound to two things") { forge, _ in
                forge.claims(#""cnf":{"#, #""cnf":{"jkt":"x","#)
            },
            Attack(testDescription: "without jti") { forge, _ in try forge.without("jti") },
            Attack(testDescription: "without iat") { forge, _ in try forge.without("iat") },
            Attack(testDescription: "with a claim twice") { forge, _ in
                forge.adding(claim: #""iss":"https://login.example""#)
            },
            Attack(testDescription: "with act that is not whole") { forge, _ in
                forge.adding(claim: #""act":{"sub":"p-1"}"#)
            },
            Attack(testDescription: "with x5c in its header") { forge, _ in forge.adding(header: #""x5c":["MIIB"]"#) },
            Attack(testDescription: "for another organisation than is connected", code: "token.invalid") { forge, _ in
                forge.claims("00000099000000001000", "00000099000000002000")
            },
        ]
    )
    func refuses(_ attack: Attack) async throws {
        let setting = try await Setting()
        _ = try await setting.verify(setting.forge.token)
        let token = try attack.forge(setting.forge, setting.installation).token
        let problem = await #expect(throws: Problem.self) { try await setting.verify(token) }
        #expect(problem?.code == attack.code)
    }

    @Test("is nothing for an organisation that it does not serve")
    func served() async throws {
        _ = try await Setting().forge
        let good = try await Setting()
        _ = try await good.verify(good.forge.token)
        let bad = try await Setting(for: "00000099000000002000")
        await #expect(throws: Problem(.tokenInvalid)) { try await bad.verify(bad.forge.token) }
    }

    @Test("may be signed by ES384 and PS256 where that is configured, and only there")
    func algorithms() async throws {
        for algorithms in [Set(TokenAlgorithm.allCases), [.es256]] {
            let setting = try await Setting(algorithms: algorithms)
            let es384 = setting.forge.header("ES256", "ES384").header("\"one\"", "\"two\"")
            let signature = try setting.larger.signature(for: Data(es384.signingInput.utf8))
            let first = es384.signingInput + "." + Base64URL.encode(Array(signature.rawRepresentation))
            let ps256 = setting.forge.header("ES256", "PS256").header("\"one\"", "\"three\"")
            let pss = try setting.rsa.signature(
                for: SHA256.hash(data: Data(ps256.signingInput.utf8)),
                padding: .PSS
            )
            let second = ps256.signingInput + "." + Base64URL.encode(Array(pss.rawRepresentation))
            for token in [first, second] {
                if algorithms.count > 1 {
                    _ = try await setting.verify(token)
                } else {
                    await #expect(throws: Problem(.tokenInvalid)) { try await setting.verify(token) }
                }
            }
            let wrong = setting.forge.header("ES256", "ES384")
            await #expect(throws: Problem(.tokenInvalid)) { try await setting.verify(wrong.token) }
        }
    }

    @Test("is announced to the organisations that it serves")
    func metadata() async throws {
        let setting = try await Setting()
        let other = try #require(OIN("00000099000000002000"))
        #expect(
            setting.service.protectedResourceMetadata(for: setting.installation.oin)["authorization_servers"]
                == ["https://zegel.example", "https://login.example"]
        )
        #expect(
            setting.service.protectedResourceMetadata(for: other)["authorization_servers"] == ["https://zegel.example"]
        )
    }
}
