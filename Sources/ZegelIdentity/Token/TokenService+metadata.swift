// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization
package import ZegelCore

extension TokenService {
    /// `/.well-known/oauth-authorization-server` (RFC 8414).
    package var authorizationServerMetadata: JSONValue {
        [
            "issuer": .string(self.name), "token_endpoint": .string(self.name + "/oauth/token"),
            "introspection_endpoint": .string(self.name + "/oauth/introspect"),
            "revocation_endpoint": .string(self.name + "/oauth/revoke"),
            "jwks_uri": .string(self.name + "/.well-known/jwks.json"), "response_types_supported": [],
            "grant_types_supported": ["client_credentials"],
            "token_endpoint_auth_methods_supported": ["tls_client_auth"],
            "introspection_endpoint_auth_methods_supported": ["tls_client_auth"],
            "revocation_endpoint_auth_methods_supported": ["tls_client_auth"],
            "tls_client_certificate_bound_access_tokens": true, "scopes_supported": Self.scopeNames,
        ]
    }

    /// `/.well-known/oauth-protected-resource` (RFC 9728), as an organisation sees it: with the other issuers that speak for it.
    package func protectedResourceMetadata(for organisation: OIN) -> JSONValue {
        let issuers = self.state.withLock { $0.keys.issuers.values.filter { $0.organisations.contains(organisation) } }
        return [
            "resource": .string(self.name),
            "authorization_servers": .array(([self.name] + issuers.map(\.name).sorted()).map { .string($0) }),
            "bearer_methods_supported": ["header"], "tls_client_certificate_bound_access_tokens": true,
            "scopes_supported": Self.scopeNames,
        ]
    }

    /// The public keys by which our tokens are verified, as JWK Set (RFC 7517): the one that signs now first.
    package var jwks: JSONValue {
        let now = self.now
        return ["keys": .array(self.state.withLock { $0.ownKeys(at: now) }.map(\.jwk))]
    }

    private static var scopeNames: JSONValue { .array(Scope.Name.allCases.map { .string($0.rawValue) }) }
}
