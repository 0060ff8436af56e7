// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import SwiftASN1

/// What an authority for time-stamps is asked: a digest, and what the token has to repeat (RFC 3161, section 2.4.1).
public struct TimestampRequest: Hashable, Sendable {
    /// Bytes that a request may have.
    public static let maximumBytes = 4_096

    /// The SHA-256 of what is to be stamped.
    public let digest: [UInt8]
    /// The policy that the token has to be under; the authority's own where none is named.
    let policy: ASN1ObjectIdentifier?
    /// A number that no other request has, so that no old token answers this one, as an INTEGER's content; others may ask without.
    public let nonce: [UInt8]?
    /// Whether the token has to hold the authority's certificate.
    let wantsCertificate: Bool

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
        self.wantsCertificate = true
    }

    /// Reads a request.
    ///
    /// - Throws: ``CAdESError/Code/timestampInvalid``.
    public init(parsing der: [UInt8]) throws(CAdESError) {
        do throws(TimestampFailure) { self = try Self.read(der) } catch {
            throw .timestamp("This is no request that an authority here answers: \(error).")
        }
    }

    /// Reads a request, and says what an authority tells its asker where it cannot be answered.
    static func read(_ der: [UInt8]) throws(TimestampFailure) -> TimestampRequest {
        guard der.count <= Self.maximumBytes, let root = DERNode(parsing: der) else { throw .badDataFormat }
        let (request, hasExtensions): (TimestampRequest, Bool)
        do { (request, hasExtensions) = try Self.fields(of: root) } catch { throw TimestampFailure(error) }
        guard !hasExtensions else { throw .unacceptedExtension }
        return request
    }

    private static func fields(of root: DERNode) throws(CAdESError) -> (TimestampRequest, hasExtensions: Bool) {
        var fields = try NodeReader(root, as: .sequence, in: "TimeStampReq")
        guard try fields.version() == 1 else { throw .versionInvalid }
        let digest = try TimestampInfo.imprint(fields.constructed())
        var policy: ASN1ObjectIdentifier?
        if fields.upcoming?.identifier == .objectIdentifier { policy = try fields.objectIdentifier() }
        var nonce: [UInt8]?
        if fields.upcoming?.identifier == .integer { nonce = try Self.nonce(fields.primitive(.integer).bytes) }
        var wantsCertificate = false
        if fields.upcoming?.identifier == .boolean {
            // FALSE is the default, which DER leaves out.
            guard fields.any()?.bytes == [0xFF] else { throw .timestamp("The request is not DER.") }
            wantsCertificate = true
        }
        let hasExtensions = fields.optionalConstructed(.context(0)) != nil
        try fields.end()
        let request = TimestampRequest(
            digest: digest,
            policy: policy,
            nonce: nonce,
            wantsCertificate: wantsCertificate
        )
        return (request, hasExtensions)
    }

    private init(digest: [UInt8], policy: ASN1ObjectIdentifier?, nonce: [UInt8]?, wantsCertificate: Bool) {
        self.digest = digest
        self.policy = policy
        self.nonce = nonce
        self.wantsCertificate = wantsCertificate
    }

    /// A number in the one spelling that DER has for it; it comes back as it is.
    private static func nonce(_ bytes: ArraySlice<UInt8>) throws(CAdESError) -> [UInt8] {
        let nonce = Array(bytes)
        let first = nonce.prefix(2)
        let isPadded = first.count == 2 && (first[0] == 0 && first[1] < 0x80 || first[0] == 0xFF && first[1] >= 0x80)
        guard (1...64).contains(nonce.count), !isPadded else {
            throw .timestamp("A nonce has at most 64 bytes, in DER.")
        }
        return nonce
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
                if let nonce = self.nonce {
                    request.appendPrimitiveNode(identifier: .integer) { $0.append(contentsOf: nonce) }
                }
                if self.wantsCertificate { request.serializeRawBytes([0x01, 0x01, 0xFF]) }
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
        guard response.count <= CAdESLimits().maximumBytes, let root = DERNode(parsing: response) else {
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
