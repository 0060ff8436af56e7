// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// A token that its organisation took back before its time (RFC 7009).
package struct RevokedToken: Hashable, Sendable {
    /// Who issued it.
    package let issuer: String
    /// Its `jti`.
    package let id: String
    /// The organisation it was issued to.
    package let organisation: OIN
    /// Its `exp`: seconds since 1970, after which there is nothing left to revoke.
    package let expires: Int64

    /// Names a token; for reading back what was stored.
    package init(issuer: String, id: String, organisation: OIN, expires: Int64) {
        self.issuer = issuer
        self.id = id
        self.organisation = organisation
        self.expires = expires
    }

    init(_ claims: TokenClaims) {
        self.init(issuer: claims.issuer, id: claims.id, organisation: claims.subject, expires: claims.expires)
    }
}

/// The revoked tokens whose time is not over.
///
/// A token is known by its issuer and `jti`, never by its text: of an ECDSA signature anyone can make a second one.
struct RevokedTokens: Sendable {
    /// The most that one organisation may have at a time.
    static let maximumPerOrganisation = 4_096

    private var tokens: Set<RevokedToken> = []

    func contains(_ claims: TokenClaims) -> Bool { self.tokens.contains(RevokedToken(claims)) }

    func count(of organisation: OIN, at moment: Int64) -> Int {
        self.tokens.count { $0.organisation == organisation && $0.expires > moment }
    }

    mutating func insert(_ token: RevokedToken, at moment: Int64) {
        self.tokens = self.tokens.filter { $0.expires > moment }
        self.tokens.insert(token)
    }
}
