// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import JWTKit
import ZegelCore

/// The key that signs tokens: P-256, known by its thumbprint (RFC 7638).
struct TokenKey: Sendable {
    let id: String
    let collection: JWTKeyCollection
    /// The public key as JWK (RFC 7517).
    let jwk: JSONValue

    init(pem: String) async throws(Problem) {
        guard let key = try? P256.Signing.PrivateKey(pemRepresentation: pem),
            let signing = try? ES256PrivateKey(pem: key.pemRepresentation)
        else {
            throw Problem(
                code: "token.key",
                status: 500,
                title: "The key for tokens cannot be used.",
                detail: "The file must hold a P-256 key as PKCS#8 in PEM."
            )
        }
        let point = Array(key.publicKey.rawRepresentation)
        let curve: [JSONValue.Member] = [
            .init("crv", "P-256"), .init("kty", "EC"), .init("x", .string(Base64URL.encode(Array(point[..<32])))),
            .init("y", .string(Base64URL.encode(Array(point[32...])))),
        ]
        let id = Base64URL.encode(ContentDigest(of: JSONValue.object(curve).encoded).bytes)
        self.id = id
        self.jwk = .object(curve + [.init("kid", .string(id)), .init("use", "sig"), .init("alg", "ES256")])
        self.collection = JWTKeyCollection()
        await self.collection.add(ecdsa: signing, kid: JWKIdentifier(string: id))
    }
}
