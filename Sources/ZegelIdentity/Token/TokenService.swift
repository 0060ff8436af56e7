// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization
package import ZegelCore

/// Issues access tokens that are bound to a certificate, and says on each request what a token is worth (RFC 9068, RFC 8705 §3).
package final class TokenService: Sendable {
    /// Seconds that a token may be ahead of the clock: the clock of this server may be set back between issuing and use.
    static let leeway: Int64 = 5
    /// Seconds that a token of another issuer may live.
    static let maximumOutsideLifetime: Int64 = 3_600

    /// The name of this server: issuer and audience of its tokens.
    package let name: String
    let state: Mutex<TokenState>
    private let lifetime: Int64
    private let directory: @Sendable () -> OrganisationDirectory
    private let clock: WallClock

    /// Creates a service.
    ///
    /// - Parameters:
    ///   - name: The name of this server, `https://…` without a slash at the end.
    ///   - keys: The keys that sign and verify.
    ///   - lifetime: Seconds that a token is valid.
    ///   - capacity: How many verified tokens are remembered.
    ///   - directory: The organisations of the policy in force.
    ///   - clock: Says what time it is.
    package init(
        name: String,
        keys: TokenKeys,
        lifetime: Int64,
        capacity: Int = 4_096,
        directory: @escaping @Sendable () -> OrganisationDirectory,
        clock: @escaping WallClock
    ) {
        self.name = name
        self.lifetime = lifetime
        self.directory = directory
        self.clock = clock
        self.state = Mutex(TokenState(keys: keys, capacity: capacity))
    }

    /// Signs and verifies with other keys from now on; tokens that the last key signed live out their time.
    ///
    /// Every remembered token is verified anew at its next use: also after a change of trust or policy.
    package func use(_ keys: TokenKeys) {
        let now = self.now
        self.state.withLock { $0.use(keys, at: now, lifetime: self.lifetime + Self.leeway) }
    }

    /// What a token is worth on a connection, where it was verified before; `nil` where it must go to ``verify(_:on:)``.
    ///
    /// It does not suspend. Time, binding and organisation are compared each time.
    ///
    /// - Throws: `token.expired`, `token.invalid`, `token.other-certificate`, `organisation.inactive`.
    package func known(_ token: BearerToken, on connection: ConnectionIdentity) throws(Problem) -> AuthenticatedPeer? {
        guard let claims = self.state.withLock({ $0.cache[token.text] }) else { return nil }
        return try self.peer(claims, connection)
    }

    /// Seconds until a token that was verified before ends; `nil` where it was not, or has ended.
    package func remaining(of token: BearerToken) -> Int64? {
        let left = self.state.withLock { $0.cache[token.text] }.map { $0.expires - self.now } ?? 0
        return left > 0 ? left : nil
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
        let generation = self.state.withLock { $0.generation }
        let read = try self.read(token.text)
        let peer = try self.peer(read.claims, connection)
        try await read.token.verify(with: read.key)
        try self.state.withLock { (state) throws(Problem) in
            guard !state.revoked.contains(read.claims) else { throw CompactToken.invalid("The token was revoked.") }
            state.remember(read.claims, for: token.text, since: generation)
        }
        return peer
    }

    /// A token with the claims that it makes and the key that it names; its signature is not checked yet.
    ///
    /// - Throws: `token.invalid`.
    func read(_ text: String) throws(Problem) -> (token: CompactToken, claims: TokenClaims, key: VerifyingKey) {
        let token = try CompactToken(parsing: text, type: "at+jwt")
        let now = self.now
        let (own, issuers) = self.state.withLock { (KeySet($0.ownKeys(at: now)), $0.keys.issuers) }
        let issuer = token.claims["iss"]?.string ?? ""
        let outside = issuer == self.name ? nil : issuers[issuer]
        guard issuer == self.name || outside != nil else {
            throw CompactToken.invalid("No such issuer counts here.")
        }
        guard let key = token.key(in: outside?.keys ?? own) else {
            throw CompactToken.invalid("Its issuer has no key for kid and alg of the header.")
        }
        let claims = outside == nil ? TokenClaims(own: token.claims) : TokenClaims(outside: token.claims)
        guard let claims, claims.audience == self.name else {
            throw CompactToken.invalid("The claims are not those of a token for this server.")
        }
        if let outside {
            guard outside.organisations.contains(claims.subject) else {
                throw CompactToken.invalid("The issuer does not speak for this organisation.")
            }
            guard claims.expires - claims.issuedAt <= Self.maximumOutsideLifetime else {
                throw CompactToken.invalid("A token may live an hour at most.")
            }
        }
        return (token, claims, key)
    }

    /// Claims for an organisation from now on.
    func claims(for connection: ConnectionIdentity, scopes: Set<Scope>, actor: TokenActor?) -> TokenClaims {
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
            certificate: connection.certificate,
            actor: actor
        )
    }

    /// The organisation of a connection as the policy has it now.
    ///
    /// - Throws: `organisation.inactive`, also where it is not in the policy any more; `token.invalid` where the connection is too old.
    func organisation(of connection: ConnectionIdentity) throws(Problem) -> Organisation {
        let now = self.clock()
        guard now <= connection.validUntil else {
            throw CompactToken.invalid("The certificate of this connection must be judged again: connect again.")
        }
        guard let organisation = self.directory().party(connection.oin), organisation.isActive(on: now.date) else {
            throw Problem(.organisationInactive)
        }
        return organisation
    }

    /// Seconds since 1970.
    var now: Int64 { self.clock().milliseconds / 1_000 }

    private func peer(_ claims: TokenClaims, _ connection: ConnectionIdentity) throws(Problem) -> AuthenticatedPeer {
        let now = self.now
        guard claims.expires > now else { throw Problem(.tokenExpired, "Ask for a new one.") }
        guard claims.notBefore <= now + Self.leeway, claims.issuedAt <= now + Self.leeway else {
            throw CompactToken.invalid("The token is not valid yet.")
        }
        guard claims.certificate == connection.certificate, claims.subject == connection.oin else {
            throw Problem(.tokenBinding, "Use it on connections with the certificate that asked for it.")
        }
        let organisation = try self.organisation(of: connection)
        let scopes =
            claims.scopes.allSatisfy { organisation.scopes.contains($0.name) }
            ? claims.scopes : claims.scopes.filter { organisation.scopes.contains($0.name) }
        return AuthenticatedPeer(
            connection: connection,
            organisation: organisation,
            scopes: scopes,
            tokenID: claims.id,
            actor: claims.actor
        )
    }
}
