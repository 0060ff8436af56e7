// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

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
    var actor: TokenActor?
}

extension TokenClaims {
    /// Reads the claims of a token of our own: each of ours once, none else, each of its own type.
    init?(own json: JSONValue) {
        guard let members = json.members, json["nbf"] != nil,
            members.allSatisfy({ Self.names.contains($0.key) }),
            members.count == Self.names.count - (json["act"] == nil ? 1 : 0),
            let audience = json["aud"]?.string
        else { return nil }
        self.init(json, audience: audience)
    }

    /// Reads the claims of another issuer's token, which may have further ones, and name this server in a list of one.
    init?(outside json: JSONValue) {
        let list = json["aud"]?.array ?? []
        guard let audience = json["aud"]?.string ?? (list.count == 1 ? list[0].string : nil) else { return nil }
        self.init(json, audience: audience)
    }

    private init?(_ json: JSONValue, audience: String) {
        guard let issuer = json["iss"]?.string, let subject = json["sub"]?.string, let oin = OIN(subject),
            json["client_id"]?.string == subject,
            let scope = json["scope"]?.string, let scopes = Self.scopes(scope),
            let issuedAt = json["iat"]?.integer, let expires = json["exp"]?.integer,
            let notBefore = (json["nbf"] ?? .integer(issuedAt)).integer,
            let id = json["jti"]?.string, (1...64).contains(id.utf8.count),
            let confirmation = json["cnf"]?.members, confirmation.count == 1, confirmation[0].key == "x5t#S256",
            let thumbprint = confirmation[0].value.string.flatMap({ Base64URL.decode($0.utf8) }),
            let certificate = ContentDigest(bytes: thumbprint)
        else { return nil }
        if let act = json["act"] {
            guard let actor = TokenActor(act) else { return nil }
            self.actor = actor
        }
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

    /// The claims in the order in which they are published.
    var members: [JSONValue.Member] {
        [
            .init("iss", .string(self.issuer)), .init("aud", .string(self.audience)),
            .init("sub", .string(self.subject.description)), .init("client_id", .string(self.subject.description)),
            .init("scope", .string(Self.text(of: self.scopes))), .init("iat", .integer(self.issuedAt)),
            .init("nbf", .integer(self.notBefore)), .init("exp", .integer(self.expires)),
            .init("jti", .string(self.id)),
            .init("cnf", ["x5t#S256": .string(Base64URL.encode(self.certificate.bytes))]),
        ] + (self.actor.map { [.init("act", $0.json)] } ?? [])
    }

    private static let names: Set<String> = [
        "iss", "aud", "sub", "client_id", "scope", "iat", "nbf", "exp", "jti", "cnf", "act",
    ]
}
