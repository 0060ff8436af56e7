// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization
import Testing
import ZegelCore
import ZegelTrust

@testable import ZegelIdentity
@testable import ZegelTransport

@Suite("The token service")
struct TokenServiceTests {
    @Test("issues a token that is worth what was granted, on its own connection")
    func issues() async throws {
        let installation = try TestInstallation()
        let service = try await installation.tokens()
        let connection = try await installation.connection()
        let issued = try await service.issue(form: [("grant_type", "client_credentials")], to: connection)
        #expect(issued.json["token_type"] == "Bearer" && issued.json["expires_in"] == 600)
        #expect(issued.json["scope"] == "messages.acknowledge messages.read messages.send")
        let token = try BearerToken(authorization: ["Bearer \(issued.text)"])
        #expect(try service.known(token, on: connection) == nil)
        let peer = try await service.verify(token, on: connection)
        #expect(peer.scopes == [Scope(.send), Scope(.read), Scope(.acknowledge)])
        #expect(peer.mailboxes(for: .send).map(\.description) == ["aivd/analyse", "aivd/ct"])
        #expect(try service.known(token, on: connection) == peer)
    }

    @Test("narrows a token to a mailbox")
    func narrows() async throws {
        let installation = try TestInstallation()
        let service = try await installation.tokens()
        let connection = try await installation.connection()
        let form = [
            ("grant_type", "client_credentials"), ("scope", "messages.read:aivd/ct"),
            ("client_id", "\(connection.oin)"),
        ]
        let issued = try await service.issue(form: form.map { (name: $0.0, value: $0.1) }, to: connection)
        let peer = try await service.verify(BearerToken(authorization: ["Bearer \(issued.text)"]), on: connection)
        let mailbox = try #require(MailboxName("aivd/ct"))
        let other = try #require(MailboxName("aivd/analyse"))
        let foreign = try #require(MailboxName("om/lovj"))
        #expect(peer.may(.read, mailbox: mailbox) && peer.may(.read))
        #expect(!peer.may(.read, mailbox: other) && !peer.may(.send, mailbox: mailbox) && !peer.may(.send))
        #expect(!peer.may(.read, mailbox: foreign))
    }

    struct Form: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let body: String
        let code: String
    }

    @Test(
        "refuses a request",
        arguments: [
            Form(testDescription: "without grant_type", body: "scope=messages.read", code: "invalid_request"),
            Form(testDescription: "that is empty", body: "", code: "invalid_request"),
            Form(testDescription: "for a password", body: "grant_type=password", code: "unsupported_grant_type"),
            Form(
                testDescription: "in other case",
                body: "grant_type=CLIENT_CREDENTIALS",
                code: "unsupported_grant_type"
            ),
            Form(
                testDescription: "with a secret",
                body: "grant_type=client_credentials&client_secret=x",
                code: "invalid_request"
            ),
            Form(
                testDescription: "with a parameter twice",
                body: "grant_type=client_credentials&grant_type=client_credentials",
                code: "invalid_request"
            ),
            Form(
                testDescription: "of another client",
                body: "grant_type=client_credentials&client_id=00000099000000002000",
                code: "invalid_client"
            ),
            Form(
                testDescription: "for an unknown scope",
                body: "grant_type=client_credentials&scope=all",
                code: "invalid_scope"
            ),
            Form(
                testDescription: "for an empty scope",
                body: "grant_type=client_credentials&scope=",
                code: "invalid_scope"
            ),
            Form(
                testDescription: "for a scope twice",
                body: "grant_type=client_credentials&scope=messages.read+messages.read",
                code: "invalid_scope"
            ),
            Form(
                testDescription: "for a scope that is not granted",
                body: "grant_type=client_credentials&scope=audit.read",
                code: "invalid_scope"
            ),
            Form(
                testDescription: "for another's mailbox",
                body: "grant_type=client_credentials&scope=messages.read:om/lovj",
                code: "invalid_scope"
            ),
            Form(testDescription: "with wrong percent-encoding", body: "grant_type=client%5", code: "invalid_request"),
            Form(
                testDescription: "with raw spaces",
                body: "grant_type=client_credentials&scope=messages.read messages.send",
                code: "invalid_request"
            ),
            Form(testDescription: "with text that is not UTF-8", body: "grant_type=%FF", code: "invalid_request"),
            Form(testDescription: "with a control character", body: "grant_type=%00", code: "invalid_request"),
            Form(testDescription: "without an equals sign", body: "grant_type", code: "invalid_request"),
            Form(
                testDescription: "with too many parameters",
                body: Array(repeating: "a=b", count: 17).joined(separator: "&"),
                code: "invalid_request"
            ),
        ]
    )
    func refuses(_ form: Form) async throws {
        let installation = try TestInstallation()
        let service = try await installation.tokens()
        let connection = try await installation.connection()
        let good = try FormBody.parse(
            Array("grant_type=client_credentials&scope=messages.read%3Aaivd%2Fct+messages.send".utf8)
        )
        #expect(try await service.issue(form: good, to: connection).scopes.count == 2)
        let problem = await #expect(throws: Problem.self) {
            try await service.issue(form: FormBody.parse(Array(form.body.utf8)), to: connection)
        }
        #expect(problem?.code == form.code)
    }

    @Test("compares time, binding and organisation at each use of a remembered token")
    func remembers() async throws {
        let installation = try TestInstallation()
        let service = try await installation.tokens()
        let connection = try await installation.connection()
        let issued = try await service.issue(form: [("grant_type", "client_credentials")], to: connection)
        let token = try BearerToken(authorization: ["Bearer \(issued.text)"])
        _ = try await service.verify(token, on: connection)

        let second = try installation.authority.issue(
            .client,
            organisation: "AIVD",
            oin: installation.oin,
            from: TestInstallation.start
        )
        let other = try await installation.authenticator().authenticate(installation.chain(second)).get()
        #expect(throws: Problem(.tokenBinding)) { try service.known(token, on: other) }

        let fewer = try TestInstallation.organisation(installation.oin, scopes: [.read])
        installation.organisations.withLock { $0 = [fewer] }
        #expect(try service.known(token, on: connection)?.scopes == [Scope(.read)])
        installation.organisations.withLock { $0 = [] }
        #expect(throws: Problem(.organisationInactive)) { try service.known(token, on: connection) }
        installation.organisations.withLock { $0 = [fewer] }

        installation.pass(seconds: 599)
        #expect(try service.known(token, on: connection) != nil)
        installation.pass(seconds: 1)
        #expect(throws: Problem(.tokenExpired)) { try service.known(token, on: connection) }
    }

    @Test("issues nothing beyond the judgement of the certificate")
    func ends() async throws {
        let installation = try TestInstallation()
        let service = try await installation.tokens(lifetime: 86_400 * 365)
        let connection = try await installation.connection()
        let issued = try await service.issue(form: [("grant_type", "client_credentials")], to: connection)
        let left = (connection.validUntil.milliseconds - TestInstallation.start.milliseconds) / 1_000
        #expect(issued.lifetime == left)
        let token = try BearerToken(authorization: ["Bearer \(issued.text)"])
        _ = try await service.verify(token, on: connection)
        installation.pass(seconds: left + 1)
        #expect(throws: Problem.self) { try service.known(token, on: connection) }
        await #expect(throws: Problem(.tokenInvalid)) {
            try await service.issue(form: [("grant_type", "client_credentials")], to: connection)
        }
    }

    @Test("remembers no more tokens than it has room for")
    func cache() throws {
        var cache = TokenCache(capacity: 2)
        let claims = TokenClaims(
            issuer: "",
            audience: "",
            subject: try #require(OIN("00000099000000001000")),
            scopes: [],
            issuedAt: 0,
            notBefore: 0,
            expires: 0,
            id: "",
            certificate: ContentDigest(of: [])
        )
        for token in ["a", "b", "a", "c", "d"] { cache.insert(claims, for: token) }
        #expect(cache.count == 2)
        #expect(cache["a"] == nil && cache["b"] == nil && cache["c"] != nil && cache["d"] != nil)
    }

    @Test(
        "refuses a key that is not P-256",
        arguments: ["", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"]
    )
    func key(_ pem: String) async {
        let problem = await #expect(throws: Problem.self) {
            try await TokenKeys(signingPEM: pem)
        }
        #expect(problem?.code == "token.key")
    }

    @Test("publishes its key under its thumbprint, and its metadata")
    func metadata() async throws {
        let installation = try TestInstallation()
        let service = try await installation.tokens()
        let key = try #require(service.jwks["keys"]?.array?.first)
        #expect(key["kty"] == "EC" && key["crv"] == "P-256" && key["alg"] == "ES256" && key["use"] == "sig")
        #expect(key["d"] == nil)
        #expect(service.authorizationServerMetadata["token_endpoint"] == "https://zegel.example/oauth/token")
        #expect(service.authorizationServerMetadata["tls_client_certificate_bound_access_tokens"] == true)
        #expect(service.protectedResourceMetadata(for: installation.oin)["resource"] == "https://zegel.example")
    }

    @Test("reads base64url in its one spelling")
    func base64URL() {
        let bytes = [UInt8](0..<64)
        for count in 0...bytes.count {
            let text = Base64URL.encode(Array(bytes[..<count]))
            #expect(Base64URL.decode(text.utf8) == Array(bytes[..<count]))
        }
        for wrong in ["A", "AA=", "AA==", "AB", "A+/A", "AA A", "AAF"] { #expect(Base64URL.decode(wrong.utf8) == nil) }
    }
}
