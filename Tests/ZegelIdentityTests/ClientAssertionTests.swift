// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import Testing
import ZegelCore

@testable import ZegelIdentity

@Suite("A client assertion")
struct ClientAssertionTests {
    private static let act =
        #"{"sub":"p-7f3a","function":"officier van justitie","clearance":"stg-geheim","roles":["2026-11/lid"]}"#

    /// An installation that knows the key of one organisation's assertions.
    private struct Setting {
        let installation: TestInstallation
        let service: TokenService
        let connection: ConnectionIdentity
        let key = P256.Signing.PrivateKey()

        init() async throws {
            self.installation = try TestInstallation()
            self.connection = try await self.installation.connection()
            let set = try await KeySet(
                parsing: TestKeys.set([TestKeys.jwk(self.key.publicKey, "aivd-1")]),
                algorithms: [.es256]
            )
            self.service = try await self.installation.tokens(
                keys: TokenKeys(
                    signingPEM: self.installation.tokenKey.pemRepresentation,
                    assertions: [self.installation.oin: set]
                )
            )
        }

        var forge: TokenForge {
            var forge = TokenForge(self.key, "aivd-1", self.connection).header("at+jwt", "client-authentication+jwt")
            let oin = self.connection.oin
            forge.claims =
                #"{"iss":"\#(oin)","sub":"\#(oin)","aud":"https://zegel.example","iat":1800000000,"exp":1800000300,"#
                + #""jti":"a-1","act":\#(ClientAssertionTests.act)}"#
            return forge
        }

        func issue(_ assertion: String, type: String = ClientAssertion.type) async throws -> IssuedToken {
            let form = [
                (name: "grant_type", value: "client_credentials"), (name: "client_assertion_type", value: type),
                (name: "client_assertion", value: assertion),
            ]
            return try await self.service.issue(form: form, to: self.connection)
        }
    }

    @Test("says for whom the organisation acts; the token carries it")
    func acts() async throws {
        let setting = try await Setting()
        let issued = try await setting.issue(setting.forge.token)
        let peer = try await setting.service.verify(
            BearerToken(authorization: ["Bearer \(issued.text)"]),
            on: setting.connection
        )
        let actor = try #require(peer.actor)
        #expect(actor.subject == "p-7f3a" && actor.function == "officier van justitie")
        #expect(actor.clearance == .stgGeheim && actor.roles == ["2026-11/lid"])
        #expect(try actor.json == StrictJSON.parse(Array(Self.act.utf8)))
        let told = try await setting.service.introspect(
            form: [(name: "token", value: issued.text)],
            by: setting.connection
        )
        #expect(told["act"] == actor.json)
        let without = try await setting.issue(setting.forge.without("act").claims("a-1", "a-2").token)
        let system = try await setting.service.verify(
            BearerToken(authorization: ["Bearer \(without.text)"]),
            on: setting.connection
        )
        #expect(system.actor == nil)
    }

    struct Attack: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var code = "invalid_client"
        var type = ClientAssertion.type
        let forge: @Sendable (TokenForge) throws -> String
    }

    static let attacks = [
        Attack(testDescription: "that is an access token") {
            try $0.header("client-authentication+jwt", "at+jwt").token
        },
        Attack(testDescription: "with typ JWT") { try $0.header("client-authentication+jwt", "JWT").token },
        Attack(testDescription: "with alg none") { $0.header("ES256", "none").signingInput + "." },
        Attack(testDescription: "by another key") {
            var forge = $0
            forge.key = P256.Signing.PrivateKey()
            return try forge.token
        },
        Attack(testDescription: "with an unknown kid") { try $0.header("aivd-1", "aivd-2").token },
        Attack(testDescription: "with jwk") { try $0.adding(header: #""jwk":{}"#).token },
        Attack(testDescription: "of another organisation") {
            try $0.claims("00000099000000001000", "00000099000000002000").token
        },
        Attack(testDescription: "whose iss and sub differ") {
            try $0.claims(#""iss":"00000099000000001000""#, #""iss":"00000099000000002000""#).token
        },
        Attack(testDescription: "for another server") { try $0.claims("zegel.example", "other.example").token },
        Attack(testDescription: "for a list of servers") {
            try $0.claims(#""https://zegel.example""#, #"["https://zegel.example"]"#).token
        },
        Attack(testDescription: "that is over") { try $0.claims("1800000300", "1800000000").token },
        Attack(testDescription: "that lives too long") { try $0.claims("1800000300", "1800000301").token },
        Attack(testDescription: "from the future") {
            try $0.claims("1800000000", "1800000006").claims("1800000300", "1800000306").token
        },
        Attack(testDescription: "without exp") { try $0.without("exp").token },
        Attack(testDescription: "without jti") { try $0.without("jti").token },
        Attack(testDescription: "with an unknown claim") { try $0.adding(claim: #""scope":"audit.read""#).token },
        Attack(testDescription: "with a claim twice") { try $0.adding(claim: #""jti":"a-2""#).token },
        Attack(testDescription: "with a person in act") {
            try $0.claims(#""sub":"p-7f3a""#, #""sub":"Jan de Vries""#).token
        },
        Attack(testDescription: "with an unknown level") { try $0.claims("stg-geheim", "top-secret").token },
        Attack(testDescription: "with a role twice") {
            try $0.claims(#"["2026-11/lid"]"#, #"["2026-11/lid","2026-11/lid"]"#).token
        },
        Attack(testDescription: "with more in act") { try $0.claims(#""roles""#, #""name":"x","roles""#).token },
        Attack(testDescription: "that is empty") { _ in "" },
        Attack(testDescription: "of another type", code: "invalid_request", type: "urn:other") { try $0.token },
    ]

    @Test("is refused", arguments: Self.attacks)
    func refuses(_ attack: Attack) async throws {
        let setting = try await Setting()
        // The good twin; it has another jti.
        _ = try await setting.issue(setting.forge.claims("a-1", "a-0").token)
        let assertion = try attack.forge(setting.forge)
        let problem = await #expect(throws: Problem.self) { try await setting.issue(assertion, type: attack.type) }
        #expect(problem?.code == attack.code)
    }

    @Test("counts once")
    func replay() async throws {
        let setting = try await Setting()
        let assertion = try setting.forge.token
        _ = try await setting.issue(assertion)
        await #expect(throws: Problem(.oauthClient)) { try await setting.issue(assertion) }
        _ = try await setting.issue(setting.forge.claims("a-1", "a-2").token)
    }

    @Test("of an organisation without configured keys is refused, and so is its type alone")
    func unconfigured() async throws {
        let setting = try await Setting()
        let plain = try await setting.installation.tokens()
        let form = [
            (name: "grant_type", value: "client_credentials"),
            (name: "client_assertion_type", value: ClientAssertion.type),
        ]
        let assertion = (name: "client_assertion", value: try setting.forge.token)
        await #expect(throws: Problem(.oauthClient)) {
            try await plain.issue(form: form + [assertion], to: setting.connection)
        }
        await #expect(throws: Problem(.oauthRequest)) {
            try await setting.service.issue(form: form, to: setting.connection)
        }
    }

    @Test("is remembered until its time is over, within a bound per organisation")
    func memory() throws {
        var memory = AssertionMemory()
        let own = try #require(OIN("00000099000000001000"))
        let other = try #require(OIN("00000099000000002000"))
        for number in 0..<AssertionMemory.maximumPerOrganisation {
            try memory.use("\(number)", until: 300, of: own, at: 0)
        }
        #expect(throws: Problem(.rateExceeded)) { try memory.use("new", until: 600, of: own, at: 299) }
        try memory.use("new", until: 600, of: other, at: 299)
        try memory.use("new", until: 600, of: own, at: 300)
    }
}
