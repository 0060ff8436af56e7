// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

extension TokenService {
    /// `/.well-known/oauth-authorization-server` (RFC 8414).
    package var authorizationServerMetadata: JSONValue {
        [
            "issuer": .string(self.name), "token_endpoint": .string(self.name + "/oauth/token"),
            "jwks_uri": .string(self.name + "/.well-known/jwks.json"), "response_types_supported": [],
            "grant_types_supported": ["client_credentials"],
            "token_endpoint_auth_methods_supported": ["tls_client_auth"],
            "tls_client_certificate_bound_access_tokens": true, "scopes_supported": Self.scopeNames,
        ]
    }

    /// `/.well-known/oauth-protected-resource` (RFC 9728).
    package var protectedResourceMetadata: JSONValue {
        [
            "resource": .string(self.name), "authorization_servers": [.string(self.name)],
            "bearer_methods_supported": ["header"], "tls_client_certificate_bound_access_tokens": true,
            "scopes_supported": Self.scopeNames,
        ]
    }

    private static var scopeNames: JSONValue { .array(Scope.Name.allCases.map { .string($0.rawValue) }) }
}
