// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization
package import ZegelCore

extension TokenService {
    /// What a token is worth, for the organisation that it was issued to (RFC 7662).
    ///
    /// Of any other, and of what is no token, it says `{"active": false}` and no more.
    ///
    /// - Throws: `invalid_request` where the form is not one of RFC 7662; `organisation.inactive`.
    package func introspect(
        form: [(name: String, value: String)],
        by connection: ConnectionIdentity
    ) async throws(Problem) -> JSONValue {
        let organisation = try self.organisation(of: connection)
        let request = try StatusRequest(form)
        let now = self.now
        guard let claims = await self.verified(request.token), claims.subject == connection.oin,
            claims.expires > now, claims.notBefore <= now + Self.leeway
        else { return ["active": false] }
        var worth = claims.members
        let scopes = claims.scopes.filter { organisation.scopes.contains($0.name) }
        worth = worth.map { $0.key == "scope" ? .init("scope", .string(TokenClaims.text(of: scopes))) : $0 }
        return .object([.init("active", true), .init("token_type", "Bearer")] + worth)
    }

    /// The token that a form asks to revoke (RFC 7009); `nil` where there is nothing to revoke, which is answered alike.
    ///
    /// It is revoked once the caller has made that durable and called ``revoke(_:)``.
    ///
    /// - Throws: `invalid_request` where the form is not one of RFC 7009; `unauthorized_client` where the token is another organisation's;
    ///   `rate.exceeded`.
    package func revocation(
        form: [(name: String, value: String)],
        by connection: ConnectionIdentity
    ) async throws(Problem) -> RevokedToken? {
        _ = try self.organisation(of: connection)
        let request = try StatusRequest(form)
        let now = self.now
        guard let claims = await self.verified(request.token), claims.expires > now else { return nil }
        guard claims.subject == connection.oin else {
            throw Problem(.oauthUnauthorized, "A token is revoked by the organisation that it was issued to.")
        }
        guard
            self.state.withLock({ $0.revoked.count(of: connection.oin, at: now) })
                < RevokedTokens.maximumPerOrganisation
        else { throw Problem(.rateExceeded, "Too many tokens are revoked; each ends by itself.") }
        return RevokedToken(claims)
    }

    /// Takes back a token: from now on it is worth nothing.
    package func revoke(_ token: RevokedToken) {
        let now = self.now
        self.state.withLock { $0.revoke(token, at: now) }
    }

    /// The claims of a token whose signature holds and that was not revoked.
    private func verified(_ text: String) async -> TokenClaims? {
        guard let read = try? self.read(text), (try? await read.token.verify(with: read.key)) != nil else { return nil }
        return self.state.withLock { $0.revoked.contains(read.claims) } ? nil : read.claims
    }
}

/// The parameters of an introspection or a revocation.
private struct StatusRequest {
    let token: String

    init(_ form: [(name: String, value: String)]) throws(Problem) {
        var token: String?
        var seen: Set<String> = []
        for (name, value) in form {
            guard seen.insert(name).inserted else { throw Problem(.oauthRequest, "A parameter stands twice.") }
            switch name {
            case "token": token = value
            // A hint is only that (RFC 7009 §2.1): there is one kind of token.
            case "token_type_hint", "client_id": ()
            default: throw Problem(.oauthRequest, "Only token, token_type_hint and client_id are known here.")
            }
        }
        guard let token, !token.isEmpty else { throw Problem(.oauthRequest, "token is missing.") }
        self.token = token
    }
}
