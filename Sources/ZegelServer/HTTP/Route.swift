// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// A call of the interface (DESIGN §7): its method, its path, and the scope that a token needs for it.
///
/// The router, the metrics and `openapi.json` are all made from ``all``.
package enum Route: String, Sendable, CaseIterable {
    case issueToken
    case authorizationServer
    case protectedResource
    case keys
    case openAPI
    case submit
    case check
    case message
    case container
    case dossier
    case mailbox
    case acknowledge
    case refuse
    case release
    case organisations
    case organisation

    /// The method; `HEAD` goes where `GET` goes.
    package var method: String {
        switch self {
        case .issueToken, .submit, .check, .acknowledge, .refuse, .release: "POST"
        default: "GET"
        }
    }

    /// The path, parameters in braces; this is also how metrics and the access log name the call.
    package var template: String {
        switch self {
        case .issueToken: "/oauth/token"
        case .authorizationServer: "/.well-known/oauth-authorization-server"
        case .protectedResource: "/.well-known/oauth-protected-resource"
        case .keys: "/.well-known/jwks.json"
        case .openAPI: "/openapi.json"
        case .submit: "/v1/messages"
        case .check: "/v1/messages/_check"
        case .message: "/v1/messages/{id}"
        case .container: "/v1/messages/{id}/container"
        case .dossier: "/v1/messages/{id}/dossier"
        case .mailbox: "/v1/mailboxes/{organisation}/{name}/messages"
        case .acknowledge: "/v1/messages/{id}/acknowledgements"
        case .refuse: "/v1/messages/{id}/refusals"
        case .release: "/v1/messages/{id}/releases"
        case .organisations: "/v1/organisations"
        case .organisation: "/v1/organisations/{short}"
        }
    }

    /// The scopes of which a token needs one; empty where the certificate alone is enough.
    package var scopes: [Scope.Name] {
        switch self {
        case .issueToken, .authorizationServer, .protectedResource, .keys, .openAPI: []
        case .submit, .check: [.send]
        case .message, .container, .mailbox, .organisations, .organisation: [.read]
        case .dossier: [.read, .audit]
        case .acknowledge, .refuse: [.acknowledge]
        case .release: [.release]
        }
    }

    /// The media type that a body must have; `nil` where the call takes none.
    package var mediaType: String? {
        switch self {
        case .issueToken: "application/x-www-form-urlencoded"
        case .submit: "application/vnd.etsi.asic-e+zip"
        case .check: "application/json"
        case .acknowledge, .refuse, .release: "application/pkcs7-mime"
        default: nil
        }
    }
}
