// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import JWTKit
import Synchronization
package import ZegelCore

/// Issues access tokens that are bound to a certificate, and says on each request what a token is worth (RFC 9068, RFC 8705 §3).
package final class TokenService: Sendable {
    /// Seconds that a token may be ahead of the clock: the clock of this server may be set back between issuing and use.
    private static let leeway: Int64 = 5

    /// The name of this server: issuer and audience of its tokens.
    package let name: String
    private let key: TokenKey
    private let lifetime: Int64
    private let directory: @Sendable () -> OrganisationDirectory
    private let clock: WallClock
    private let cache: Mutex<TokenCache>

    /// Creates a service.
    ///
    /// - Parameters:
    ///   - name: The name of this server, `https://…` without a slash at the end.
    ///   - keyPEM: The signing key: P-256, PKCS#8, PEM.
    ///   - lifetime: Seconds that a token is valid.
    ///   - capacity: How many verified tokens are remembered.
    ///   - directory: The organisations of the policy in force.
    ///   - clock: Says what time it is.
    /// - Throws: `token.key` where the key cannot be used.
    package init(
        name: String,
        keyPEM: String,
        lifetime: Int64,
        capacity: Int = 4_096,
        directory: @escaping @Sendable () -> OrganisationDirectory,
        clock: @escaping WallClock
    ) async throws(Problem) {
        self.name = name
        self.key = try await TokenKey(pem: keyPEM)
        self.lifetime = lifetime
        self.directory = directory
        self.clock = clock
        self.cache = Mutex(TokenCache(capacity: capacity))
    }

    /// What a token is worth on a connection, where it was verified before; `nil` where it must go to ``verify(_:on:)``.
    ///
    /// It does not suspend. Time, binding and organisation are compared each time.
    ///
    /// - Throws: `token.expired`, `token.invalid`, `token.other-certificate`, `organisation.inactive`.
    package func known(_ token: BearerToken, on connection: ConnectionIdentity) throws(Problem) -> AuthenticatedPeer? {
        guard let claims = self.cache.withLock({ $0[token.text] }) else { return nil }
        return try self.peer(claims, connection)
    }

    /// Verifies a token, and says what it is worth on a connection.
    ///
    /// - Throws: As ``known(_:on:)``.
    package func verify(
        _ token: BearerToken,
        on connection: ConnectionIdentity
    ) async throws(Problem)
        -> AuthenticatedPeer
    {
        if let known = try self.known(token, on: connection) { return known }
        let form = try TokenForm(parsing: token.text, keyID: self.key.id)
        let peer = try self.peer(form.claims, connection)
        do {
            _ = try await self.key.collection.verify(token.text, as: TokenPayload.self)
        } catch {
            throw TokenForm.invalid("The signature is not by this server.")
        }
        self.cache.withLock { $0.insert(form.claims, for: token.text) }
        return peer
    }

    /// Signs claims.
    func sign(_ claims: TokenClaims) async throws(Problem) -> String {
        do {
            return try await self.key.collection.sign(
                TokenPayload(claims),
                kid: JWKIdentifier(string: self.key.id),
                header: ["typ": "at+jwt"]
            )
        } catch {
            throw Problem(.internalError)
        }
    }

    /// Claims for an organisation from now on.
    func claims(for connection: ConnectionIdentity, scopes: Set<Scope>) -> TokenClaims {
        let now = self.now
        let end = min(now + self.lifetime, connection.validUntil.milliseconds / 1_000)
        var id = [UInt8](repeating: 0, count: 16)
        for index in id.indices { id[index] = UInt8.random(in: .min ... .max) }
        return TokenClaims(
            issuer: self.name,
            audience: self.name,
            subject: connection.oin,
            scopes: scopes,
            issuedAt: now,
            notBefore: now,
            expires: end,
            id: Base64URL.encode(id),
            certificate: connection.certificate
        )
    }

    /// The organisation of a connection as the policy has it now.
    ///
    /// - Throws: `organisation.inactive`, also where it is not in the policy any more; `token.invalid` where the connection is too old.
    func organisation(of connection: ConnectionIdentity) throws(Problem) -> Organisation {
        let now = self.clock()
        guard now <= connection.validUntil else {
            throw TokenForm.invalid("The certificate of this connection must be judged again: connect again.")
        }
        guard let organisation = self.directory()[connection.oin], organisation.isActive(on: now.date) else {
            throw Problem(.organisationInactive)
        }
        return organisation
    }

    /// The public keys, as JWK Set (RFC 7517).
    package var jwks: JSONValue { ["keys": [self.key.jwk]] }

    private var now: Int64 { self.clock().milliseconds / 1_000 }

    private func peer(_ claims: TokenClaims, _ connection: ConnectionIdentity) throws(Problem) -> AuthenticatedPeer {
        guard claims.issuer == self.name, claims.audience == self.name else {
            throw TokenForm.invalid("The token is not by this server and for it.")
        }
        let now = self.now
        guard claims.expires > now else { throw Problem(.tokenExpired, "Ask for a new one.") }
        guard claims.notBefore <= now + Self.leeway, claims.issuedAt <= now + Self.leeway else {
            throw TokenForm.invalid("The token is not valid yet.")
        }
        guard claims.certificate == connection.certificate, claims.subject == connection.oin else {
            throw Problem(.tokenBinding, "Use it on connections with the certificate that asked for it.")
        }
        let organisation = try self.organisation(of: connection)
        let scopes =
            claims.scopes.allSatisfy { organisation.scopes.contains($0.name) }
            ? claims.scopes : claims.scopes.filter { organisation.scopes.contains($0.name) }
        return AuthenticatedPeer(connection: connection, organisation: organisation, scopes: scopes, tokenID: claims.id)
    }
}
