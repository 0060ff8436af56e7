// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// A token that has the one shape that ours have; its signature is not checked yet.
///
/// JWT libraries accept more than one should: another `typ`, an unknown `kid` (JWTKit falls back to its default key), base64url with
/// stray bits, members that stand twice. All of that ends here.
struct TokenForm: Sendable {
    let claims: TokenClaims

    init(parsing token: String, keyID: String) throws(Problem) {
        let parts = token.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, let header = Base64URL.decode(parts[0]), let payload = Base64URL.decode(parts[1]),
            let signature = Base64URL.decode(parts[2])
        else { throw Self.invalid("It is not three parts of canonical base64url.") }
        // ES256 is r and s, 32 bytes each (RFC 7518 §3.4), not DER.
        guard signature.count == 64 else { throw Self.invalid("The signature is not one of ES256.") }
        let fields = try Self.json(header)
        guard fields.members?.count == 3, fields["alg"]?.string == "ES256", fields["typ"]?.string == "at+jwt",
            fields["kid"]?.string == keyID
        else { throw Self.invalid("The header must hold alg ES256, typ at+jwt and a kid of this server, only.") }
        guard let claims = TokenClaims(try Self.json(payload)) else {
            throw Self.invalid("The claims are not those that a token of this server has.")
        }
        self.claims = claims
    }

    static func invalid(_ detail: String) -> Problem { Problem(.tokenInvalid, detail) }

    private static func json(_ bytes: [UInt8]) throws(Problem) -> JSONValue {
        do throws(Problem) {
            return try StrictJSON.parse(bytes, maximumDepth: 2)
        } catch {
            throw Self.invalid("Header or claims are not strict JSON: \(error.code).")
        }
    }
}
