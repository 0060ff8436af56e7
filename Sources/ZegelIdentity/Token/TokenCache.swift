// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Tokens whose signature was verified, by their exact text; the oldest make room for new ones.
///
/// An entry says what the token says and nothing about a request: time, binding and organisation are compared at each use.
struct TokenCache: Sendable {
    private let capacity: Int
    private var claims: [String: TokenClaims] = [:]
    private var order: [String] = []
    private var next = 0

    init(capacity: Int) { self.capacity = max(1, capacity) }

    var count: Int { self.claims.count }

    subscript(token: String) -> TokenClaims? { self.claims[token] }

    mutating func insert(_ claims: TokenClaims, for token: String) {
        guard self.claims.updateValue(claims, forKey: token) == nil else { return }
        guard self.order.count == self.capacity else {
            self.order.append(token)
            return
        }
        self.claims[self.order[self.next]] = nil
        self.order[self.next] = token
        self.next = (self.next + 1) % self.capacity
    }

    /// Forgets the tokens that say something; there may be several of one `jti`.
    mutating func remove(where condition: (TokenClaims) -> Bool) {
        self.claims = self.claims.filter { !condition($0.value) }
    }

    mutating func removeAll() { self = TokenCache(capacity: self.capacity) }
}
