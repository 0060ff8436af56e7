// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import CryptoExtras
import ZegelCore

@testable import ZegelIdentity

/// Public keys as JWK, as another issuer publishes them.
enum TestKeys {
    static func jwk(_ key: P256.Signing.PublicKey, _ id: String) -> JSONValue {
        Self.curve("P-256", Array(key.rawRepresentation), id)
    }

    static func jwk(_ key: P384.Signing.PublicKey, _ id: String) -> JSONValue {
        Self.curve("P-384", Array(key.rawRepresentation), id)
    }

    static func jwk(_ key: _RSA.Signing.PublicKey, _ id: String) throws -> JSONValue {
        let parts = try key.getKeyPrimitives()
        return [
            "kty": "RSA", "n": .string(Base64URL.encode(Array(parts.modulus))),
            "e": .string(Base64URL.encode(Array(parts.publicExponent))), "kid": .string(id), "use": "sig",
        ]
    }

    static func set(_ keys: [JSONValue]) -> [UInt8] { JSONValue.object([.init("keys", .array(keys))]).encoded }

    private static func curve(_ name: String, _ point: [UInt8], _ id: String) -> JSONValue {
        let half = point.count / 2
        return [
            "kty": "EC", "crv": .string(name), "x": .string(Base64URL.encode(Array(point[..<half]))),
            "y": .string(Base64URL.encode(Array(point[half...]))), "kid": .string(id),
        ]
    }
}
