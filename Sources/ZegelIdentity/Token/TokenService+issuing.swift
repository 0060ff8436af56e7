// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization
package import ZegelCore

/// An access token, as the token endpoint answers it (RFC 6749 §5.1).
package struct IssuedToken: Sendable {
    /// The token.
    package let text: String
    /// Seconds that it is valid.
    package let lifetime: Int64
    /// The scopes it has.
    package let scopes: Set<Scope>

    /// The body of the answer.
    package var json: JSONValue {
        [
            "access_token": .string(self.text), "token_type": "Bearer", "expires_in": .integer(self.lifetime),
            "scope": .string(TokenClaims.text(of: self.scopes)),
        ]
    }
}

extension TokenService {
    /// Issues a token to the organisation of a connection (RFC 6749 §4.4 with RFC 8705 `tls_client_auth`).
    ///
    /// Parameters: `grant_type` must be `client_credentials`; `scope` may be left out, for all that is granted; `client_id` may be left out,
    /// because the certificate names the client; `client_assertion` with its type may say for whom the client acts (RFC 7523 §2.2). No
    /// other, and none twice.
    ///
    /// - Throws: `invalid_request`, `unsupported_grant_type`, `invalid_client`, `invalid_scope`, `organisation.inactive`, `rate.exceeded`.
    package func issue(
        form: [(name: String, value: String)],
        to connection: ConnectionIdentity
    ) async throws(Problem) -> IssuedToken {
        let organisation = try self.organisation(of: connection)
        let request = try TokenRequest(form)
        if let client = request.client, client != connection.oin.description {
            throw Problem(.oauthClient, "client_id must be the OIN of the certificate, or be left out.")
        }
        let scopes = try Self.scopes(request.scope, of: organisation)
        let actor = try await self.actor(request.assertion, of: connection.oin)
        let claims = self.claims(for: connection, scopes: scopes, actor: actor)
        let text = try await self.state.withLock { $0.keys.signing }.sign(claims)
        return IssuedToken(text: text, lifetime: claims.expires - claims.issuedAt, scopes: scopes)
    }

    /// For whom an assertion says that the organisation acts; each counts once.
    private func actor(_ assertion: String?, of organisation: OIN) async throws(Problem) -> TokenActor? {
        guard let assertion else { return nil }
        let now = self.now
        let read = try await ClientAssertion(
            parsing: assertion,
            of: organisation,
            for: self.name,
            keys: self.state.withLock { $0.keys.assertions[organisation] },
            at: now
        )
        try self.state.withLock { (state) throws(Problem) in
            try state.assertions.use(read.id, until: read.expires, of: organisation, at: now)
        }
        return read.actor
    }

    private static func scopes(_ text: String?, of organisation: Organisation) throws(Problem) -> Set<Scope> {
        guard let text else {
            guard !organisation.scopes.isEmpty else { throw Problem(.oauthScope, "Nothing is granted.") }
            return Set(organisation.scopes.map { Scope($0) })
        }
        guard let scopes = TokenClaims.scopes(text) else {
            throw Problem(.oauthScope, "scope must list known scopes, each once, with one space between.")
        }
        for scope in scopes {
            guard organisation.scopes.contains(scope.name) else {
                throw Problem(.oauthScope, "\(scope.name.rawValue) is not granted to this organisation.")
            }
            guard scope.mailbox.map({ name in organisation.mailboxes.contains { $0.name == name } }) ?? true else {
                throw Problem(.oauthScope, "A scope narrows to a mailbox that the organisation does not have.")
            }
        }
        return scopes
    }
}

/// The parameters of a token request.
private struct TokenRequest {
    var scope: String?
    var client: String?
    var assertion: String?

    init(_ form: [(name: String, value: String)]) throws(Problem) {
        var grantType: String?
        var assertionType: String?
        var seen: Set<String> = []
        for (name, value) in form {
            guard seen.insert(name).inserted else { throw Problem(.oauthRequest, "A parameter stands twice.") }
            switch name {
            case "grant_type": grantType = value
            case "scope": self.scope = value
            case "client_id": self.client = value
            case "client_assertion_type": assertionType = value
            case "client_assertion": self.assertion = value
            default:
                throw Problem(.oauthRequest, "Only grant_type, scope, client_id and client_assertion are known here.")
            }
        }
        guard let grantType else { throw Problem(.oauthRequest, "grant_type is missing.") }
        guard grantType == "client_credentials" else {
            throw Problem(.oauthGrantType, "grant_type must be client_credentials.")
        }
        guard assertionType == (self.assertion == nil ? nil : ClientAssertion.type) else {
            throw Problem(.oauthRequest, "client_assertion_type must be \(ClientAssertion.type), with an assertion.")
        }
    }
}
