// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1
public import X509

/// Makes time-stamps: the authority of a trial installation and of tests.
///
/// It has no clock of its own.
public struct TimestampSigner: Sendable {
    private let signer: CAdESSigner
    private let policy: ASN1ObjectIdentifier

    /// Prepares to stamp under a policy, numbers with dots.
    ///
    /// - Throws: As ``CAdESSigner`` does, or ``CAdESError/Code/timestampInvalid``.
    public init(
        certificate: Certificate,
        intermediates: [Certificate] = [],
        key: SigningKey,
        policy: String
    ) throws(CAdESError) {
        self.signer = try CAdESSigner(
            certificate: certificate,
            intermediates: intermediates,
            key: key,
            contentType: .CMS.timestampInfo
        )
        self.policy = try TimestampInfo.policy(policy)
    }

    /// Answers a request, with a token or with a refusal that says why (PKIFailureInfo).
    ///
    /// The token has the nonce of the request, and the authority's certificate where it asks for that.
    ///
    /// - Parameters:
    ///   - request: the request in DER.
    ///   - milliseconds: the time, in milliseconds since 1970.
    ///   - serialNumber: the number of the token, above zero and used once.
    /// - Throws: ``CAdESError`` where signing fails.
    public func respond(
        to request: [UInt8],
        at milliseconds: Int64,
        serialNumber: UInt64
    ) throws(CAdESError) -> [UInt8] {
        let question: TimestampRequest
        do throws(TimestampFailure) {
            question = try TimestampRequest.read(request)
            guard question.policy ?? self.policy == self.policy else { throw .unacceptedPolicy }
        } catch {
            return error.response
        }
        let number = [UInt8(0)] + (0..<8).reversed().map { UInt8(truncatingIfNeeded: serialNumber >> UInt64(8 * $0)) }
        let shortest = number.drop { $0 == 0 }
        let info = TimestampInfo(
            policy: self.policy,
            digest: question.digest,
            serialNumber: (shortest.first ?? 0x80) >= 0x80 ? [0] + shortest : Array(shortest),
            time: milliseconds,
            nonce: question.nonce
        )
        let content: [UInt8]
        do { content = try info.encoded() } catch { throw .timestamp("The token cannot be encoded.") }
        let token = try self.signer.sign(
            content,
            attached: true,
            at: milliseconds / 1_000,
            withCertificates: question.wantsCertificate
        )
        return DER.encoded(.sequence) { response in
            // PKIStatus 0, granted.
            response.serializeRawBytes([0x30, 0x03, 0x02, 0x01, 0])
            response.serializeRawBytes(token)
        }
    }
}
