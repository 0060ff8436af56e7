// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// The three parts of a signed JWT (RFC 7515 §3.1), of which nothing is believed yet.
///
/// JWT libraries accept more than one should: another `typ`, an unknown `kid` (JWTKit falls back to its default key), base64url with
/// stray bits, members that stand twice, keys and URLs in the header. All of that ends here.
struct CompactToken: Sendable {
    let algorithm: TokenAlgorithm
    let keyID: String
    let claims: JSONValue
    private let text: String
    private let signatureSize: Int

    /// Reads a token whose header holds `alg`, `typ` and `kid`, and nothing else.
    ///
    /// - Throws: `token.invalid`.
    init(parsing text: String, type: String) throws(Problem) {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, let header = Base64URL.decode(parts[0]), let payload = Base64URL.decode(parts[1]),
            let signature = Base64URL.decode(parts[2])
        else { throw Self.invalid("It is not three parts of canonical base64url.") }
        let fields = try Self.json(header)
        guard fields.members?.count == 3, fields["typ"]?.string == type, let keyID = fields["kid"]?.string,
            let algorithm = fields["alg"]?.string.flatMap(TokenAlgorithm.init(rawValue:))
        else { throw Self.invalid("The header must hold alg, typ \(type) and kid, only.") }
        self.algorithm = algorithm
        self.keyID = keyID
        self.claims = try Self.json(payload)
        self.text = text
        self.signatureSize = signature.count
    }

    /// The key of a set that the header names, where it is for this algorithm and its signatures are as long as this one.
    func key(in keys: KeySet) -> VerifyingKey? {
        keys[self.keyID].flatMap { self.fits($0) ? $0 : nil }
    }

    /// Checks the signature.
    ///
    /// - Throws: `token.invalid`.
    func verify(with key: VerifyingKey) async throws(Problem) {
        guard await key.hasSigned(self.text) else { throw Self.invalid("The signature does not hold.") }
    }

    static func invalid(_ detail: String) -> Problem { Problem(.tokenInvalid, detail) }

    private func fits(_ key: VerifyingKey) -> Bool {
        key.algorithm == self.algorithm && key.signatureSize == self.signatureSize
    }

    private static func json(_ bytes: [UInt8]) throws(Problem) -> JSONValue {
        do throws(Problem) {
            return try StrictJSON.parse(bytes)
        } catch {
            throw Self.invalid("Header or claims are not strict JSON: \(error.code).")
        }
    }
}
