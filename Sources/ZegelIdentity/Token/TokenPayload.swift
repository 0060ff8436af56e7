// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import JWTKit
import ZegelCore

/// The claims as JWTKit writes them; what it reads is not looked at, because JSONDecoder is more lenient than we are.
struct TokenPayload: JWTPayload {
    /// The certificate that the token is bound to.
    struct Confirmation: Codable, Sendable {
        let thumbprint: String

        private enum CodingKeys: String, CodingKey {
            case thumbprint = "x5t#S256"
        }
    }

    /// For whom the client acts.
    struct Act: Codable, Sendable {
        let sub: String
        let function: String
        let clearance: String
        let roles: [String]
    }

    let iss: String
    let aud: String
    let sub: String
    let clientID: String
    let scope: String
    let iat: Int64
    let nbf: Int64
    let exp: Int64
    let jti: String
    let cnf: Confirmation
    let act: Act?

    private enum CodingKeys: String, CodingKey {
        case iss
        case aud
        case sub
        case clientID = "client_id"
        case scope
        case iat
        case nbf
        case exp
        case jti
        case cnf
        case act
    }

    init(_ claims: TokenClaims) {
        self.iss = claims.issuer
        self.aud = claims.audience
        self.sub = claims.subject.description
        self.clientID = self.sub
        self.scope = TokenClaims.text(of: claims.scopes)
        self.iat = claims.issuedAt
        self.nbf = claims.notBefore
        self.exp = claims.expires
        self.jti = claims.id
        self.cnf = Confirmation(thumbprint: Base64URL.encode(claims.certificate.bytes))
        self.act = claims.actor.map {
            Act(sub: $0.subject, function: $0.function, clearance: $0.clearance.rawValue, roles: $0.roles)
        }
    }

    /// Nothing: the claims were checked before, strictly, and against the connection.
    func verify(using algorithm: some JWTAlgorithm) async throws {}
}
