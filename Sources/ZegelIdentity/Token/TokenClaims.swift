// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import JWTKit
import ZegelCore

/// What an access token says (RFC 9068 §2.2, RFC 8705 §3.1).
struct TokenClaims: Hashable, Sendable {
    let issuer: String
    let audience: String
    let subject: OIN
    let scopes: Set<Scope>
    let issuedAt: Int64
    let notBefore: Int64
    let expires: Int64
    let id: String
    let certificate: ContentDigest
}

extension TokenClaims {
    /// Reads claims: each of ours once, none else, each of its own type.
    init?(_ json: JSONValue) {
        guard let members = json.members, Set(members.map(\.key)) == Self.names, members.count == Self.names.count,
            let issuer = json["iss"]?.string, let audience = json["aud"]?.string,
            let subject = json["sub"]?.string, let oin = OIN(subject), json["client_id"]?.string == subject,
            let scope = json["scope"]?.string, let scopes = Self.scopes(scope),
            let issuedAt = json["iat"]?.integer, let notBefore = json["nbf"]?.integer,
            let expires = json["exp"]?.integer,
            let id = json["jti"]?.string, (1...64).contains(id.utf8.count),
            let confirmation = json["cnf"]?.members, confirmation.count == 1, confirmation[0].key == "x5t#S256",
            let thumbprint = confirmation[0].value.string.flatMap({ Base64URL.decode($0.utf8) }),
            let certificate = ContentDigest(bytes: thumbprint)
        else { return nil }
        self.issuer = issuer
        self.audience = audience
        self.subject = oin
        self.scopes = scopes
        self.issuedAt = issuedAt
        self.notBefore = notBefore
        self.expires = expires
        self.id = id
        self.certificate = certificate
    }

    /// Reads scopes with one space between; `nil` where one is unknown or stands twice.
    static func scopes(_ text: String) -> Set<Scope>? {
        var scopes: Set<Scope> = []
        for part in text.split(separator: " ", omittingEmptySubsequences: false) {
            guard let scope = Scope(part), scopes.insert(scope).inserted else { return nil }
        }
        return scopes
    }

    /// The scopes in the order of their names.
    static func text(of scopes: Set<Scope>) -> String { scopes.map(\.description).sorted().joined(separator: " ") }

    private static let names: Set<String> = [
        "iss", "aud", "sub", "client_id", "scope", "iat", "nbf", "exp", "jti", "cnf",
    ]
}

/// The claims as JWTKit writes and reads them.
///
/// It only carries them: what is decoded here is not looked at, because JSONDecoder is more lenient than we are.
struct TokenPayload: JWTPayload {
    /// The certificate that the token is bound to.
    struct Confirmation: Codable, Sendable {
        let thumbprint: String

        private enum CodingKeys: String, CodingKey {
            case thumbprint = "x5t#S256"
        }
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
    }

    /// Nothing: the claims were checked before, strictly, and against the connection.
    func verify(using algorithm: some JWTAlgorithm) async throws {}
}
