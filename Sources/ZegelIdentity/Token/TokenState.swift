// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// What a token service knows at this moment; all of it changes under one lock.
struct TokenState: Sendable {
    private(set) var keys: TokenKeys
    private(set) var cache: TokenCache
    private(set) var revoked = RevokedTokens()
    var assertions = AssertionMemory()
    /// Counts the changes, so that what was verified before one is not remembered after it.
    private(set) var generation = 0
    /// Keys that signed until they were replaced, and when their last token ends.
    private var retiring: [(key: VerifyingKey, until: Int64)] = []

    init(keys: TokenKeys, capacity: Int) {
        self.keys = keys
        self.cache = TokenCache(capacity: capacity)
    }

    /// Our own keys that count: the one that signs first.
    func ownKeys(at moment: Int64) -> [VerifyingKey] {
        var seen: Set<String> = []
        let all =
            [self.keys.signing.verifying] + self.keys.accepted + self.retiring.filter { $0.until > moment }.map(\.key)
        return all.filter { seen.insert($0.id).inserted }
    }

    /// Exchanges the keys; the tokens of the one that signed live out their time.
    mutating func use(_ keys: TokenKeys, at moment: Int64, lifetime: Int64) {
        self.retiring.removeAll { $0.until <= moment || $0.key.id == keys.signing.id }
        if keys.signing.id != self.keys.signing.id {
            self.retiring.append((self.keys.signing.verifying, moment + lifetime))
        }
        self.keys = keys
        self.forget()
    }

    /// Forgets every verified token, so that each is verified anew at its next use.
    mutating func forget() {
        self.cache.removeAll()
        self.generation += 1
    }

    /// Remembers a verified token, unless something changed since, or it was revoked meanwhile.
    mutating func remember(_ claims: TokenClaims, for token: String, since generation: Int) {
        guard generation == self.generation, !self.revoked.contains(claims) else { return }
        self.cache.insert(claims, for: token)
    }

    /// Takes a revocation into account from now on.
    mutating func revoke(_ token: RevokedToken, at moment: Int64) {
        self.revoked.insert(token, at: moment)
        self.cache.remove { RevokedToken($0) == token }
    }
}
