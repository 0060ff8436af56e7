// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// The access token of a request, as it stands in `authorization` (RFC 6750 §2.1).
///
/// The query and the body are no place for a token, and never looked at.
package struct BearerToken: Hashable, Sendable {
    /// The token.
    package let text: String

    /// Takes the token from the values of all `authorization` fields of a request.
    ///
    /// - Parameters:
    ///   - authorization: The values, in order.
    ///   - maximum: The bytes of the longest token that is read.
    /// - Throws: `token.missing` where there is no field; `token.invalid` for two, another scheme, a token that is too long or holds other
    ///   characters than a token of ours can.
    package init(authorization: [String], maximum: Int = Limits().token) throws(Problem) {
        guard let value = authorization.first else {
            throw Problem(.tokenMissing, "Send an access token of this server in the field authorization.")
        }
        guard authorization.count == 1 else { throw Self.invalid("There are two authorization fields.") }
        let scheme = value.prefix(7)
        guard scheme.lowercased() == "bearer " else { throw Self.invalid("The scheme must be Bearer.") }
        let token = value.dropFirst(7)
        guard (1...maximum).contains(token.utf8.count) else { throw Self.invalid("The token is empty or too long.") }
        guard token.utf8.allSatisfy(Self.isTokenByte) else {
            throw Self.invalid("The token holds characters that no token of this server has.")
        }
        self.text = String(token)
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    private static func invalid(_ detail: String) -> Problem { Problem(.tokenInvalid, detail) }
}
