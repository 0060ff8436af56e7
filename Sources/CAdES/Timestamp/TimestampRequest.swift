// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import SwiftASN1

/// What an authority for time-stamps is asked: a digest, and what the token has to repeat (RFC 3161, section 2.4.1).
public struct TimestampRequest: Hashable, Sendable {
    /// The SHA-256 of what is to be stamped.
    public let digest: [UInt8]
    /// The policy that the token has to be under; the authority's own where none is named.
    let policy: ASN1ObjectIdentifier?
    /// A number that no other request has, so that no old token answers this one; above zero, without its sign.
    public let nonce: [UInt8]

    /// Asks for a stamp over some bytes.
    ///
    /// - Parameter policy: The policy that the token has to be under, as numbers with dots; the authority's own where left out.
    /// - Throws: ``CAdESError/Code/timestampInvalid`` for a policy that is no object identifier.
    public init(over content: [UInt8], policy: String? = nil) throws(CAdESError) {
        self.digest = [UInt8](SHA256.hash(data: content))
        self.policy = try policy.map { (text) throws(CAdESError) in try TimestampInfo.policy(text) }
        var random = SystemRandomNumberGenerator()
        // The first byte is 0x40 or more, so that the number has one length.
        self.nonce = [UInt8.random(in: 0x40...0x7F, using: &random)] + (0..<15).map { _ in random.next() }
    }

    /// Reads a request; one without a nonce, or one that wants no certificate, is not answered here.
    ///
    /// - Throws: ``CAdESError/Code/timestampInvalid``.
    public init(parsing der: [UInt8]) throws(CAdESError) {
        guard der.count <= 4_096, let root = try? DER.parse(der) else { throw .timestamp("The request is not DER.") }
        var fields = try NodeReader(root, as: .sequence, in: "TimeStampReq")
        guard try fields.version() == 1 else { throw .timestamp("The request has version 1.") }
        self.digest = try TimestampInfo.imprint(fields.constructed())
        if fields.upcoming?.identifier == .objectIdentifier {
            self.policy = try fields.objectIdentifier()
        } else {
            self.policy = nil
        }
        self.nonce = Array(try fields.primitive(.integer).bytes)
        guard self.nonce.count <= 64, let wantsCertificate = fields.any(),
            wantsCertificate.identifier == .boolean, wantsCertificate.bytes == [0xFF]
        else { throw .timestamp("The request asks for the certificate, with a nonce of at most 64 bytes.") }
        try fields.end()
    }

    /// The request in DER.
    ///
    /// - Throws: ``CAdESError/Code/timestampInvalid``.
    public func encoded() throws(CAdESError) -> [UInt8] {
        do {
            let imprint = try TimestampInfo.imprint(of: self.digest)
            let policy = try self.policy.map { try DER.Serializer.bytes($0) } ?? []
            return DER.encoded(.sequence) { request in
                request.serializeRawBytes([0x02, 0x01, 1] + imprint + policy)
                request.appendPrimitiveNode(identifier: .integer) { $0.append(contentsOf: self.nonce) }
                request.serializeRawBytes([0x01, 0x01, 0xFF])
            }
        } catch {
            throw .timestamp("The request cannot be encoded.")
        }
    }

    /// Reads the response of an authority, and holds its token to the request; the token is not verified.
    ///
    /// - Returns: The token in DER, its certificates in the order that DER demands: no signature covers that order, and common
    ///   authorities do not keep it.
    /// - Throws: ``CAdESError/Code/timestampInvalid``, ``CAdESError/Code/timestampRefused``,
    ///   ``CAdESError/Code/timestampMismatch``, or as reading a signature does.
    public func token(in response: [UInt8]) throws(CAdESError) -> [UInt8] {
        guard response.count <= CAdESLimits().maximumBytes, let root = try? DER.parse(response) else {
            throw .timestamp("The response is not DER.")
        }
        var fields = try NodeReader(root, as: .sequence, in: "TimeStampResp")
        var status = try NodeReader(fields.constructed(), as: .sequence, in: "PKIStatusInfo")
        let code = try status.primitive(.integer).bytes
        guard code == [0] || code == [1] else {
            throw CAdESError(.timestampRefused, "The authority gives no time-stamp: status \(code.map(Int.init)).")
        }
        let node = try fields.constructed()
        try fields.end()
        let der = try TimestampToken.sorted(node)
        let token = try TimestampToken(parsing: der)
        guard token.info.digest == self.digest, token.info.nonce == self.nonce,
            self.policy == nil || token.info.policy == self.policy
        else { throw CAdESError(.timestampMismatch, "The token answers another request.") }
        return der
    }
}

extension CAdESError {
    /// A fault in the fields of RFC 3161.
    static func timestamp(_ detail: String) -> CAdESError { CAdESError(.timestampInvalid, detail) }
}
