// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// The access tokens at hand, one per scope, so that no call may do more than it is for.
actor TokenCache {
    struct Token: Sendable {
        let text: String
        /// From when on another one is asked for.
        let renewal: Instant
    }

    private var tokens: [Scope.Name: Token] = [:]

    /// A token that can still be used.
    func token(for scope: Scope.Name, at moment: Instant) -> String? {
        guard let token = self.tokens[scope], moment < token.renewal else { return nil }
        return token.text
    }

    func keep(_ token: Token, for scope: Scope.Name) { self.tokens[scope] = token }

    /// Throws a token away that the server did not take; a newer one stays.
    func forget(_ text: String, for scope: Scope.Name) {
        guard self.tokens[scope]?.text == text else { return }
        self.tokens[scope] = nil
    }
}

extension TokenCache.Token {
    /// Reads the answer of the token endpoint (RFC 6749 §5.1).
    ///
    /// A token is renewed when nine tenths of its time are over, so that none runs out on its way.
    init(_ json: JSONValue, at moment: Instant) throws(ClientError) {
        guard let text = json["access_token"]?.string, (1...8_192).contains(text.utf8.count),
            text.utf8.allSatisfy({ (0x21..<0x7F).contains($0) }), json["token_type"]?.string == "Bearer",
            let lifetime = json["expires_in"]?.integer, (1...86_400).contains(lifetime)
        else { throw .malformed("Its token has another form.") }
        self.text = text
        self.renewal = Instant(milliseconds: moment.milliseconds + lifetime * 900)
    }
}
