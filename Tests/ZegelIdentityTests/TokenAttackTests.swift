// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import Testing
import ZegelCore
import ZegelTrust

@testable import ZegelIdentity

@Suite("A token")
struct TokenAttackTests {
    struct Attack: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var code = "token.invalid"
        let forge: @Sendable (TokenForge) throws -> String

        init(_ name: String, code: String = "token.invalid", _ forge: @escaping @Sendable (TokenForge) throws -> String)
        {
            self.testDescription = name
            self.code = code
            self.forge = forge
        }
    }

    static let algorithms =
        ["none", "None", "NONE", "nOnE", ""].flatMap { name in
            [
                Attack("with alg “\(name)” and no signature") { $0.header("ES256", name).signingInput + "." },
                Attack("with alg “\(name)” and a signature") { try $0.header("ES256", name).token },
            ]
        } + [
            Attack("with HS256 keyed by our public key") { forge in
                let forged = forge.header("ES256", "HS256")
                let key = SymmetricKey(data: Data(forge.key.publicKey.pemRepresentation.utf8))
                let mac = HMAC<SHA256>.authenticationCode(for: Data(forged.signingInput.utf8), using: key)
                return forged.signingInput + "." + Base64URL.encode(Array(mac))
            },
            Attack("with RS256") { try $0.header("ES256", "RS256").token },
            Attack("with ES384") { try $0.header("ES256", "ES384").token },
            Attack("with alg in lower case") { try $0.header("ES256", "es256").token },
            Attack("with alg as a number") { try $0.header("\"ES256\"", "256").token },
            Attack("without alg") { try $0.header("\"alg\":\"ES256\",", "").token },
        ]

    static let keys = [
        Attack("signed with another key") {
            var forge = $0
            forge.key = P256.Signing.PrivateKey()
            return try forge.token
        },
        Attack("with an unknown kid, signed by us") { try $0.header("kid\":\"", "kid\":\"x").token },
        Attack("without kid, signed by us") {
            var forge = $0
            forge.header = #"{"alg":"ES256","typ":"at+jwt"}"#
            return try forge.token
        },
        Attack("with a kid that is a path") {
            var forge = $0
            forge.header = #"{"alg":"ES256","typ":"at+jwt","kid":"../../dev/null"}"#
            return try forge.token
        },
        Attack("with two kids") { try $0.adding(header: #""kid":"x""#).token },
        Attack("with jku") { try $0.adding(header: #""jku":"https://evil.example/jwks""#).token },
        Attack("with x5u") { try $0.adding(header: #""x5u":"https://evil.example/cert""#).token },
        Attack("with x5c") { try $0.adding(header: #""x5c":["MIIB"]"#).token },
        Attack("with jwk, signed by its key") {
            let key = P256.Signing.PrivateKey()
            let point = Array(key.publicKey.rawRepresentation)
            let jwk =
                #"{"kty":"EC","crv":"P-256","x":"\#(Base64URL.encode(Array(point[..<32])))","#
                + #""y":"\#(Base64URL.encode(Array(point[32...])))"}"#
            var forge = $0.adding(header: "\"jwk\":\(jwk)")
            forge.key = key
            return try forge.token
        },
    ]

    static let headers = [
        Attack("with crit") { try $0.adding(header: #""crit":["exp"]"#).token },
        Attack("with b64 false") { try $0.adding(header: #""b64":false,"crit":["b64"]"#).token },
        Attack("with alg twice") { try $0.adding(header: #""alg":"none""#).token },
        Attack("with typ JWT") { try $0.header("at+jwt", "JWT").token },
        Attack("with typ application/at+jwt") { try $0.header("at+jwt", "application/at+jwt").token },
        Attack("with an unknown member in the header") { try $0.adding(header: #""zip":"DEF""#).token },
    ]

    static let encodings = [
        Attack("with padding") { try $0.token + "=" },
        Attack("with stray bits in the signature") {
            // 64 bytes leave four unused bits in the last character, which must be zero: A, Q, g or w.
            let token = try $0.token
            let last = try #require(token.last)
            let next = try #require(["A": "B", "Q": "R", "g": "h", "w": "x"][String(last)])
            return token.dropLast() + next
        },
        Attack("with white space behind") { try $0.token + " " },
        Attack("with a line break inside") { try $0.token.replacingOccurrences(of: ".", with: ".\n") },
        Attack("with the other base64 alphabet") { try $0.header("at+jwt", "at+jwt??>>").token + "+/" },
        Attack("with a signature in DER") {
            try $0.signingInput + "." + Base64URL.encode(Array($0.signature.derRepresentation))
        },
        Attack("without its signature") { $0.signingInput + "." },
        Attack("with two parts") { $0.signingInput },
        Attack("with four parts") { try $0.token + ".e30" },
        Attack("with a signature cut short") { try String($0.token.dropLast(4)) },
        Attack("that is too long") {
            try $0.claims("0123456789", String(repeating: "x", count: 9_000)).token
        },
        Attack("with claims that were changed after signing") {
            let parts = try $0.token.split(separator: ".")
            let changed = Base64URL.encode(Array($0.claims("messages.send", "audit.read").claims.utf8))
            return "\(parts[0]).\(changed).\(parts[2])"
        },
    ]

    static let claims = [
        Attack("with a claim twice") { try $0.adding(claim: #""sub":"00000099000000002000""#).token },
        Attack("with an unknown claim") { try $0.adding(claim: #""admin":true"#).token },
        Attack("with aud as a list") {
            try $0.claims(#""aud":"https://zegel.example""#, #""aud":["https://zegel.example"]"#).token
        },
        Attack("for another audience") {
            try $0.claims(#""aud":"https://zegel.example""#, #""aud":"https://other.example""#).token
        },
        Attack("of another issuer") {
            try $0.claims(#""iss":"https://zegel.example""#, #""iss":"https://other.example""#).token
        },
        Attack("with exp as a fraction") { try $0.claims("1800000600", "1800000600.5").token },
        Attack("with exp as a power") { try $0.claims("1800000600", "1.8e9").token },
        Attack("with exp as a text") { try $0.claims("1800000600", "\"1800000600\"").token },
        Attack("with nbf far in the future") { try $0.claims("\"nbf\":1800000000", "\"nbf\":1900000000").token },
        Attack("with iat in the future") { try $0.claims("\"iat\":1800000000", "\"iat\":1800000060").token },
        Attack("that has expired", code: "token.expired") { try $0.claims("1800000600", "1800000000").token },
        Attack("without exp") { try $0.without("exp").token },
        Attack("without cnf") { try $0.without("cnf").token },
        Attack("without jti") { try $0.without("jti").token },
        Attack("with an empty cnf") { try $0.without("cnf").adding(claim: #""cnf":{}"#).token },
        Attack("with the thumbprint of another certificate", code: "token.other-certificate") {
            let other = Base64URL.encode(ContentDigest(of: [1, 2, 3]).bytes)
            return try $0.without("cnf").adding(claim: #""cnf":{"x5t#S256":"\#(other)"}"#).token
        },
        Attack("of another organisation on this certificate", code: "token.other-certificate") {
            try $0.claims("00000099000000001000", "00000099000000002000").token
        },
        Attack("with another client_id than sub") {
            try $0.claims("\"client_id\":\"00000099000000001000\"", "\"client_id\":\"00000099000000002000\"").token
        },
        Attack("with an unknown scope") { try $0.claims("messages.send", "messages.all").token },
        Attack("with a scope twice") { try $0.claims("messages.send", "messages.read").token },
        Attack("with claims nested too deeply") {
            try $0.without("cnf").adding(claim: #""cnf":{"x5t#S256":{"a":{"b":1}}}"#).token
        },
    ]

    static let all = Self.algorithms + Self.keys + Self.headers + Self.encodings + Self.claims

    @Test("is refused", arguments: Self.all)
    func refuses(_ attack: Attack) async throws {
        let installation = try TestInstallation()
        let service = try await installation.tokens()
        let connection = try await installation.connection()
        let forge = try TokenForge(installation, service, connection)
        // The good twin: the same forge without the attack.
        let peer = try await service.verify(BearerToken(authorization: ["Bearer \(forge.token)"]), on: connection)
        #expect(peer.tokenID == "0123456789")
        let token = try attack.forge(forge)
        let problem = await #expect(throws: Problem.self) {
            try await service.verify(BearerToken(authorization: ["Bearer \(token)"]), on: connection)
        }
        #expect(problem?.code == attack.code)
    }

    @Test("counts only in one authorization field with the scheme Bearer")
    func field() throws {
        #expect(try BearerToken(authorization: ["bearer abc.d_f.g-h"]).text == "abc.d_f.g-h")
        let wrong: [([String], String)] = [
            ([], "token.missing"), (["Bearer a", "Bearer a"], "token.invalid"), (["Basic YTpi"], "token.invalid"),
            (["Bearer"], "token.invalid"), (["Bearer "], "token.invalid"), (["Bearer a b"], "token.invalid"),
            (["Bearer a,b"], "token.invalid"), (["Bearer  a"], "token.invalid"),
            (["Bearer " + String(repeating: "a", count: 8_193)], "token.invalid"),
        ]
        for (values, code) in wrong {
            #expect(throws: Problem(code: code, status: 401, title: "", detail: "")) {
                try BearerToken(authorization: values)
            }
        }
    }
}
