// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import Synchronization
import Testing
import ZegelCore
import ZegelTrust

@testable import ZegelIdentity

@Suite("The life of a token")
struct TokenLifeTests {
    private static let request = [(name: "grant_type", value: "client_credentials")]

    private static func token(_ service: TokenService, _ connection: ConnectionIdentity) async throws -> BearerToken {
        let issued = try await service.issue(form: Self.request, to: connection)
        return try BearerToken(authorization: ["Bearer \(issued.text)"])
    }

    private static func keys(_ key: P256.Signing.PrivateKey, accepted: [String] = []) async throws -> TokenKeys {
        try await TokenKeys(signingPEM: key.pemRepresentation, acceptedPEM: accepted)
    }

    private static func names(_ service: TokenService) -> [String] {
        (service.jwks["keys"]?.array ?? []).compactMap { $0["kid"]?.string }
    }

    @Test("outlasts a change of the key by its own lifetime, and not longer")
    func rotation() async throws {
        let installation = try TestInstallation()
        let service = try await installation.tokens()
        let connection = try await installation.connection()
        let old = try await Self.token(service, connection)
        _ = try await service.verify(old, on: connection)
        let before = Self.names(service)

        service.use(try await Self.keys(P256.Signing.PrivateKey()))
        #expect(try service.known(old, on: connection) == nil, "nothing is remembered over a change")
        _ = try await service.verify(old, on: connection)
        let during = Self.names(service)
        #expect(during.count == 2 && during.last == before.first)
        let new = try await Self.token(service, connection)
        _ = try await service.verify(new, on: connection)

        installation.pass(seconds: 599)
        _ = try await service.verify(old, on: connection)
        installation.pass(seconds: 1)
        await #expect(throws: Problem(.tokenExpired)) { try await service.verify(old, on: connection) }
        installation.pass(seconds: 5)
        #expect(Self.names(service) == during.dropLast())
    }

    @Test("of a key that comes next, or was the last one, counts where the operator says so")
    func accepted() async throws {
        let installation = try TestInstallation()
        let next = P256.Signing.PrivateKey()
        let connection = try await installation.connection()
        let future = try await Self.token(installation.tokens(keys: Self.keys(next)), connection)
        let strict = try await installation.tokens()
        await #expect(throws: Problem(.tokenInvalid)) { try await strict.verify(future, on: connection) }
        for pem in [next.pemRepresentation, next.publicKey.pemRepresentation] {
            let service = try await installation.tokens(keys: Self.keys(installation.tokenKey, accepted: [pem]))
            _ = try await service.verify(future, on: connection)
            #expect(Self.names(service).count == 2)
        }
        let wrong = P384.Signing.PrivateKey().publicKey.pemRepresentation
        await #expect(throws: Problem.self) { try await Self.keys(next, accepted: [wrong]) }
    }

    @Test("ends when it is revoked, also where it was remembered, under whichever spelling of its signature")
    func revocation() async throws {
        let installation = try TestInstallation()
        let service = try await installation.tokens()
        let connection = try await installation.connection()
        let token = try await Self.token(service, connection)
        let other = try await Self.token(service, connection)
        for token in [token, other] { _ = try await service.verify(token, on: connection) }
        let form = [(name: "token", value: token.text), (name: "token_type_hint", value: "access_token")]
        let revoked = try #require(try await service.revocation(form: form, by: connection))
        #expect(try service.known(token, on: connection) != nil, "what is not yet durable does not count")
        service.revoke(revoked)
        #expect(try service.known(token, on: connection) == nil)
        await #expect(throws: Problem(.tokenInvalid)) { try await service.verify(token, on: connection) }
        #expect(try service.known(other, on: connection) != nil)
        #expect(try await service.revocation(form: form, by: connection) == nil)
        #expect(try await service.introspect(form: form, by: connection) == ["active": false])
        // What a restart reads back counts as before.
        let restarted = try await installation.tokens()
        _ = try await restarted.verify(token, on: connection)
        restarted.revoke(revoked)
        await #expect(throws: Problem(.tokenInvalid)) { try await restarted.verify(token, on: connection) }
    }

    @Test("is told to the organisation that it was issued to, and to no other")
    func introspection() async throws {
        let installation = try TestInstallation()
        let service = try await installation.tokens()
        let connection = try await installation.connection()
        let token = try await Self.token(service, connection)
        let form = [(name: "token", value: token.text)]
        let told = try await service.introspect(form: form, by: connection)
        #expect(told["active"] == true && told["sub"]?.string == "\(connection.oin)" && told["exp"] == 1_800_000_600)
        #expect(told["scope"] == "messages.acknowledge messages.read messages.send")
        #expect(told["cnf"]?["x5t#S256"]?.string == Base64URL.encode(connection.certificate.bytes))

        let number = try #require(OIN("00000099000000002000"))
        let certificate = try installation.authority.issue(
            .client,
            organisation: "OM",
            oin: number,
            from: TestInstallation.start
        )
        installation.organisations.withLock { organisations in
            if let other = try? TestInstallation.organisation(number) { organisations.append(other) }
        }
        let other = try await installation.authenticator().authenticate(installation.chain(certificate)).get()
        #expect(try await service.introspect(form: form, by: other) == ["active": false])
        await #expect(throws: Problem(.oauthUnauthorized)) { try await service.revocation(form: form, by: other) }
        let nonsense = [(name: "token", value: "nonsense")]
        #expect(try await service.introspect(form: nonsense, by: connection) == ["active": false])
        #expect(try await service.revocation(form: nonsense, by: connection) == nil)
        let fewer = try TestInstallation.organisation(installation.oin, scopes: [.read])
        installation.organisations.withLock { $0 = [fewer] }
        #expect(try await service.introspect(form: form, by: connection)["scope"] == "messages.read")
        installation.pass(seconds: 600)
        #expect(try await service.introspect(form: form, by: connection) == ["active": false])
    }

    @Test(
        "is asked about in a form",
        arguments: [
            "", "token=", "token_type_hint=access_token", "token=a&token=a", "token=a&scope=b", "token",
        ]
    )
    func forms(_ body: String) async throws {
        let installation = try TestInstallation()
        let service = try await installation.tokens()
        let connection = try await installation.connection()
        await #expect(throws: Problem(.oauthRequest)) {
            try await service.introspect(form: FormBody.parse(Array(body.utf8)), by: connection)
        }
        await #expect(throws: Problem(.oauthRequest)) {
            try await service.revocation(form: FormBody.parse(Array(body.utf8)), by: connection)
        }
    }

    @Test("is not kept from others by those who revoke without end")
    func bound() async throws {
        let installation = try TestInstallation()
        let service = try await installation.tokens()
        let connection = try await installation.connection()
        let token = try await Self.token(service, connection)
        let form = [(name: "token", value: token.text)]
        for number in 0..<RevokedTokens.maximumPerOrganisation {
            service.revoke(
                RevokedToken(
                    issuer: TestInstallation.name,
                    id: "\(number)",
                    organisation: connection.oin,
                    expires: 1_800_000_600
                )
            )
        }
        await #expect(throws: Problem(.rateExceeded)) { try await service.revocation(form: form, by: connection) }
        installation.pass(seconds: 590)
        service.revoke(
            RevokedToken(issuer: "", id: "", organisation: connection.oin, expires: 1_800_000_601)
        )
        await #expect(throws: Problem(.rateExceeded)) { try await service.revocation(form: form, by: connection) }
    }
}
