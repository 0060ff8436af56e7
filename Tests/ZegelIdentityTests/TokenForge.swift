// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import Testing
import ZegelCore
import ZegelTrust

@testable import ZegelIdentity

/// Writes tokens byte for byte, good ones and others.
struct TokenForge {
    var header: String
    var claims: String
    var key: P256.Signing.PrivateKey

    init(_ installation: TestInstallation, _ service: TokenService, _ connection: ConnectionIdentity) throws {
        let keyID = try #require(service.jwks["keys"]?.array?.first?["kid"]?.string)
        self.init(installation.tokenKey, keyID, connection)
    }

    /// A token as this server would sign it, under another key and its name.
    init(_ key: P256.Signing.PrivateKey, _ keyID: String, _ connection: ConnectionIdentity) {
        self.header = #"{"alg":"ES256","typ":"at+jwt","kid":"\#(keyID)"}"#
        let now = TestInstallation.start.milliseconds / 1_000
        self.claims =
            #"{"iss":"https://zegel.example","aud":"https://zegel.example","sub":"\#(connection.oin)","#
            + #""client_id":"\#(connection.oin)","scope":"messages.read messages.send","iat":\#(now),"nbf":\#(now),"#
            + #""exp":\#(now + 600),"jti":"0123456789","cnf":{"x5t#S256":"\#(Base64URL.encode(connection.certificate.bytes))"}}"#
        self.key = key
    }

    /// The same token with a text in its header replaced.
    func header(_ old: String, _ new: String) -> TokenForge {
        var copy = self
        copy.header = self.header.replacingOccurrences(of: old, with: new)
        return copy
    }

    /// The same token with a member added to its header.
    func adding(header member: String) -> TokenForge { self.header("{", "{\(member),") }

    /// The same token with a text in its claims replaced.
    func claims(_ old: String, _ new: String) -> TokenForge {
        var copy = self
        copy.claims = self.claims.replacingOccurrences(of: old, with: new)
        return copy
    }

    /// The same token with a member added to its claims.
    func adding(claim member: String) -> TokenForge {
        var copy = self
        copy.claims = "{\(member)," + self.claims.dropFirst()
        return copy
    }

    /// The same token without a claim.
    func without(_ name: String) throws -> TokenForge {
        let members = try #require(StrictJSON.parse(Array(self.claims.utf8)).members)
        var copy = self
        copy.claims = String(decoding: JSONValue.object(members.filter { $0.key != name }).encoded, as: UTF8.self)
        return copy
    }

    var signingInput: String {
        Base64URL.encode(Array(self.header.utf8)) + "." + Base64URL.encode(Array(self.claims.utf8))
    }

    var signature: P256.Signing.ECDSASignature {
        get throws { try self.key.signature(for: Array(self.signingInput.utf8)) }
    }

    var token: String {
        get throws { try self.signingInput + "." + Base64URL.encode(Array(self.signature.rawRepresentation)) }
    }
}
