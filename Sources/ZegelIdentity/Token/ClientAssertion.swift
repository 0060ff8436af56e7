// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// What an organisation signs to say for whom its system asks for a token (RFC 7523 §3), read strictly.
///
/// The certificate of the connection says which organisation asks; the assertion adds the person, and nothing else.
struct ClientAssertion: Sendable {
    /// The value of `client_assertion_type`.
    static let type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
    /// Seconds that an assertion may live.
    static let maximumLifetime: Int64 = 300
    /// `typ` of its header, so that no other token of the organisation passes for one.
    static let header = "client-authentication+jwt"

    let id: String
    let expires: Int64
    let actor: TokenActor?

    /// Reads an assertion of an organisation for a server, and checks its signature.
    ///
    /// - Throws: `invalid_client`.
    init(
        parsing text: String,
        of organisation: OIN,
        for server: String,
        keys: KeySet?,
        at now: Int64
    ) async throws(Problem) {
        let token: CompactToken
        do throws(Problem) {
            token = try CompactToken(parsing: text, type: Self.header)
        } catch {
            throw Self.refused(error.detail)
        }
        guard let key = keys.flatMap(token.key(in:)) else {
            throw Self.refused("No key of this organisation is configured for kid and alg of the assertion.")
        }
        let claims = token.claims
        let isComplete = claims.members?.allSatisfy { Self.names.contains($0.key) } ?? false
        guard isComplete, claims["iss"]?.string == organisation.description,
            claims["sub"]?.string == organisation.description, claims["aud"]?.string == server
        else { throw Self.refused("iss and sub must be the OIN of the certificate, aud the name of this server.") }
        guard let issuedAt = claims["iat"]?.integer, let expires = claims["exp"]?.integer,
            let notBefore = (claims["nbf"] ?? .integer(issuedAt)).integer,
            issuedAt <= now + TokenService.leeway, notBefore <= now + TokenService.leeway, expires > now,
            expires - issuedAt <= Self.maximumLifetime, let id = claims["jti"]?.string,
            (1...128).contains(id.utf8.count)
        else { throw Self.refused("iat, exp and jti must be there, and it may live 300 seconds.") }
        if let act = claims["act"] {
            guard let actor = TokenActor(act) else {
                throw Self.refused("act must hold sub, function, clearance and roles, only.")
            }
            self.actor = actor
        } else {
            self.actor = nil
        }
        guard await key.hasSigned(text) else { throw Self.refused("The signature of the assertion does not hold.") }
        self.id = id
        self.expires = expires
    }

    static func refused(_ detail: String) -> Problem { Problem(.oauthClient, detail) }

    private static let names: Set<String> = ["iss", "sub", "aud", "iat", "nbf", "exp", "jti", "act"]
}

/// Assertions that were used, until their time is over: each counts once.
struct AssertionMemory: Sendable {
    /// The most that one organisation may have in use at a time.
    static let maximumPerOrganisation = 4_096

    private var used: [OIN: [String: Int64]] = [:]

    /// Notes the use of an assertion.
    ///
    /// - Throws: `invalid_client` where it was used before; `rate.exceeded` where too many are in use.
    mutating func use(_ id: String, until end: Int64, of organisation: OIN, at now: Int64) throws(Problem) {
        var own = self.used[organisation, default: [:]]
        if own.count >= Self.maximumPerOrganisation { own = own.filter { $0.value > now } }
        guard own.count < Self.maximumPerOrganisation else {
            throw Problem(.rateExceeded, "Too many assertions are in use; ask for fewer tokens.")
        }
        guard own.updateValue(end, forKey: id) == nil else {
            throw ClientAssertion.refused("The assertion was used before; sign a new one for each request.")
        }
        self.used[organisation] = own
    }
}
