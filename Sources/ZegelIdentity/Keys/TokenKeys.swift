// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// Another issuer whose tokens count here, for the organisations that chose it.
package struct OutsideIssuer: Sendable {
    /// Its name: `iss` of its tokens.
    package let name: String
    /// The organisations that it speaks for; for any other its tokens are nothing.
    package let organisations: Set<OIN>
    let keys: KeySet

    /// Names an issuer.
    package init(name: String, organisations: Set<OIN>, keys: KeySet) {
        self.name = name
        self.organisations = organisations
        self.keys = keys
    }
}

/// All keys that have to do with tokens: exchanged as a whole while the server runs.
package struct TokenKeys: Sendable {
    /// Signs our tokens.
    let signing: TokenKey
    /// Further keys whose tokens are ours: the one before, or the one that comes next.
    let accepted: [VerifyingKey]
    /// By name.
    let issuers: [String: OutsideIssuer]
    /// What the assertions of an organisation are signed with.
    let assertions: [OIN: KeySet]

    /// Reads our own keys, and joins those of others.
    ///
    /// - Parameters:
    ///   - signingPEM: The key that signs: P-256, PKCS#8, PEM.
    ///   - acceptedPEM: Keys that count and do not sign, private or public.
    ///   - issuers: Issuers besides this server.
    ///   - assertions: Per organisation the keys of its client assertions.
    /// - Throws: `token.key` where one of our own cannot be used; `token.keys` where an issuer stands twice.
    package init(
        signingPEM: String,
        acceptedPEM: [String] = [],
        issuers: [OutsideIssuer] = [],
        assertions: [OIN: KeySet] = [:]
    ) async throws(Problem) {
        self.signing = try await TokenKey(pem: signingPEM)
        var accepted: [VerifyingKey] = []
        for pem in acceptedPEM { accepted.append(try await TokenKey.verifying(pem: pem)) }
        self.accepted = accepted
        guard Set(issuers.map(\.name)).count == issuers.count else { throw KeySet.fault("An issuer stands twice.") }
        self.issuers = .init(issuers.map { ($0.name, $0) }) { first, _ in first }
        self.assertions = assertions
    }
}
