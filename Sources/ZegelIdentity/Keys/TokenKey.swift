// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import JWTKit
import ZegelCore

/// The key that signs tokens: P-256, known by its thumbprint (RFC 7638).
struct TokenKey: Sendable {
    let verifying: VerifyingKey
    private let collection: JWTKeyCollection

    var id: String { self.verifying.id }

    init(pem: String) async throws(Problem) {
        guard let key = try? P256.Signing.PrivateKey(pemRepresentation: pem),
            let signing = try? ES256PrivateKey(pem: key.pemRepresentation)
        else { throw Self.fault("The file must hold a P-256 key as PKCS#8 in PEM.") }
        self.verifying = try await Self.verifying(key.publicKey)
        self.collection = JWTKeyCollection()
        await self.collection.add(ecdsa: signing, kid: JWKIdentifier(string: self.verifying.id))
    }

    /// The public half of a key that signed before, or will: of either half in PEM.
    static func verifying(pem: String) async throws(Problem) -> VerifyingKey {
        let key =
            (try? P256.Signing.PublicKey(pemRepresentation: pem))
            ?? (try? P256.Signing.PrivateKey(pemRepresentation: pem))?.publicKey
        guard let key else { throw Self.fault("A file of keys that count must hold a P-256 key in PEM.") }
        return try await Self.verifying(key)
    }

    /// Signs claims.
    func sign(_ claims: TokenClaims) async throws(Problem) -> String {
        do {
            return try await self.collection.sign(
                TokenPayload(claims),
                kid: JWKIdentifier(string: self.id),
                header: ["typ": "at+jwt"]
            )
        } catch {
            throw Problem(.internalError)
        }
    }

    private static func verifying(_ key: P256.Signing.PublicKey) async throws(Problem) -> VerifyingKey {
        let point = Array(key.rawRepresentation)
        let curve: [JSONValue.Member] = [
            .init("crv", "P-256"), .init("kty", "EC"), .init("x", .string(Base64URL.encode(Array(point[..<32])))),
            .init("y", .string(Base64URL.encode(Array(point[32...])))),
        ]
        let id = Base64URL.encode(ContentDigest(of: JSONValue.object(curve).encoded).bytes)
        guard let verifying = try await VerifyingKey(.object(curve + [.init("kid", .string(id))])) else {
            throw Problem(.internalError)
        }
        return verifying
    }

    private static func fault(_ detail: String) -> Problem {
        Problem(code: "token.key", status: 500, title: "The key for tokens cannot be used.", detail: detail)
    }
}
