// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import Testing
import ZegelCore
import ZegelTrust

/// Another issuer of tokens, with one key.
struct OutsideIssuer {
    static let name = "https://login.example"
    let id: String
    private let key = P256.Signing.PrivateKey()

    init(id: String) { self.id = id }

    /// Its keys as it publishes them.
    var jwks: String {
        let point = self.key.publicKey.rawRepresentation
        let (x, y) = (Self.base64URL(point.prefix(32)), Self.base64URL(point.suffix(32)))
        return
            #"{"keys":[{"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","kid":"\#(self.id)","x":"\#(x)","y":"\#(y)"}]}"#
    }

    /// A token for an organisation, bound to a certificate.
    func token(for organisation: String, bound certificate: [UInt8], at moment: Instant) throws -> String {
        let thumbprint = Self.base64URL(SHA256.hash(data: certificate))
        let now = moment.milliseconds / 1_000
        let header = #"{"alg":"ES256","typ":"at+jwt","kid":"\#(self.id)"}"#
        let payload =
            #"{"iss":"\#(Self.name)","aud":"https://localhost:8443","sub":"\#(organisation)","client_id":"\#(organisation)","#
            + #""iat":\#(now),"exp":\#(now + 600),"jti":"\#(UUID())","scope":"messages.read","#
            + #""cnf":{"x5t#S256":"\#(thumbprint)"}}"#
        let signed = "\(Self.base64URL(Array(header.utf8))).\(Self.base64URL(Array(payload.utf8)))"
        let signature = try self.key.signature(for: Data(signed.utf8)).rawRepresentation
        return "\(signed).\(Self.base64URL(signature))"
    }

    private static func base64URL(_ bytes: some Sequence<UInt8>) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
