// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import JWTKit
import ZegelCore

/// A public key that verifies one kind of signature, under the name that its owner gave it.
///
/// Each stands alone in a collection of JWTKit, which falls back to another key where it does not know a `kid`: here is no other.
struct VerifyingKey: Sendable {
    let id: String
    let algorithm: TokenAlgorithm
    /// Bytes of a signature: ECDSA is r and s side by side (RFC 7518 §3.4), never DER.
    let signatureSize: Int
    /// The key as JWK (RFC 7517), public members only.
    let jwk: JSONValue
    private let collection: JWTKeyCollection

    /// Reads a member of a JWK Set.
    ///
    /// - Returns: `nil` for a key that serves another purpose: of another kind, for encryption, or too small.
    /// - Throws: `token.keys` for a key that is none, or not a public one.
    init?(_ json: JSONValue) async throws(Problem) {
        guard let members = json.members else { throw KeySet.fault("A key is no object.") }
        let secret: Set = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"]
        guard !members.contains(where: { secret.contains($0.key) }) else {
            throw KeySet.fault("A key holds its private part: it is lost, make a new one.")
        }
        guard json["use"] ?? "sig" == "sig" else { return nil }
        switch (json["kty"]?.string, json["crv"]?.string) {
        case ("EC", "P-256"): self.algorithm = .es256
        case ("EC", "P-384"): self.algorithm = .es384
        case ("RSA", nil): self.algorithm = .ps256
        default: return nil
        }
        let name = JSONValue.string(self.algorithm.rawValue)
        guard json["alg"] ?? name == name else { return nil }
        guard let id = json["kid"]?.string, (1...256).contains(id.utf8.count) else {
            throw KeySet.fault("A key has no kid of 1 to 256 bytes.")
        }
        self.id = id
        self.collection = JWTKeyCollection()
        let identifier = JWKIdentifier(string: id)
        let kept: [String]
        switch self.algorithm {
        case .es256:
            let point = try Self.point(json, size: 32)
            guard let key = try? ES256PublicKey(parameters: point) else {
                throw KeySet.fault("A point is on no curve.")
            }
            await self.collection.add(ecdsa: key, kid: identifier)
            self.signatureSize = 64
            kept = ["crv", "kty", "x", "y"]
        case .es384:
            let point = try Self.point(json, size: 48)
            guard let key = try? ES384PublicKey(parameters: point) else {
                throw KeySet.fault("A point is on no curve.")
            }
            await self.collection.add(ecdsa: key, kid: identifier)
            self.signatureSize = 96
            kept = ["crv", "kty", "x", "y"]
        case .ps256:
            guard let modulus = json["n"]?.string, let exponent = json["e"]?.string,
                let size = Base64URL.decode(modulus.utf8)?.count, Base64URL.decode(exponent.utf8) != nil
            else { throw KeySet.fault("An RSA key lacks n or e in canonical base64url.") }
            guard (384...1_024).contains(size) else { return nil }
            guard let key = try? Insecure.RSA.PublicKey(modulus: modulus, exponent: exponent) else {
                throw KeySet.fault("An RSA key cannot be read.")
            }
            await self.collection.add(pss: key, digestAlgorithm: .sha256, kid: identifier)
            self.signatureSize = size
            kept = ["e", "kty", "n"]
        }
        self.jwk = .object(
            members.filter { kept.contains($0.key) } + [
                .init("kid", .string(id)), .init("use", "sig"), .init("alg", .string(self.algorithm.rawValue)),
            ]
        )
    }

    /// Whether this key signed a token whose header names it and its algorithm.
    func hasSigned(_ token: String) async -> Bool {
        (try? await self.collection.verify(token, as: UnreadPayload.self)) != nil
    }

    private static func point(_ json: JSONValue, size: Int) throws(Problem) -> ECDSAParameters {
        guard let x = json["x"]?.string, let y = json["y"]?.string, Base64URL.decode(x.utf8)?.count == size,
            Base64URL.decode(y.utf8)?.count == size
        else { throw KeySet.fault("A key on a curve lacks x or y, of \(size) bytes each, in canonical base64url.") }
        return (x, y)
    }
}

/// A payload that JWTKit carries and nobody looks at: claims are read strictly, elsewhere.
private struct UnreadPayload: JWTPayload {
    func verify(using algorithm: some JWTAlgorithm) async throws {}
}
