// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1
import X509

/// A certificate with the exact bytes that signatures name it by.
///
/// Names are compared as they were written: two encodings of one name are two names here, as they are for a hash.
struct PresentedCertificate: Sendable {
    let certificate: Certificate
    /// The whole certificate.
    let der: ArraySlice<UInt8>
    /// The encoded Name of the issuer.
    let issuer: ArraySlice<UInt8>
    /// The encoded INTEGER of the serial number.
    let serialNumber: ArraySlice<UInt8>

    /// Reads a certificate from its node.
    ///
    /// - Throws: ``CAdESError/Code/certificateUnsupported``.
    init(_ node: DERNode) throws(CAdESError) {
        guard node.identifier == .sequence, node.isConstructed else {
            throw Self.unsupported("An attribute certificate or another format stands among the certificates.")
        }
        do {
            self.certificate = try Certificate(derEncoded: node.encodedBytes)
        } catch {
            throw Self.unsupported(
                Self.isSignedWithPSS(node)
                    ? "A certificate that was itself signed with RSASSA-PSS is not supported: have it issued with ECDSA "
                        + "or RSA PKCS#1."
                    : "A certificate cannot be read: keys are on P-256 or P-384 or RSA of at least 3072 bits."
            )
        }
        self.der = node.encodedBytes
        var fields = try NodeReader(node, as: .sequence, in: "Certificate")
        var body = try NodeReader(fields.constructed(), as: .sequence, in: "TBSCertificate")
        _ = body.optionalConstructed(.context(0))
        self.serialNumber = try body.primitive(.integer).encodedBytes
        _ = try body.constructed()
        self.issuer = try body.constructed().encodedBytes
    }

    /// The certificate of a node, read from bytes of its own unless it was read before.
    ///
    /// - Throws: ``CAdESError/Code/certificateUnsupported``.
    static func known(_ node: DERNode) throws(CAdESError) -> PresentedCertificate {
        let der = [UInt8](node.encodedBytes)
        return try CertificateCache.certificate(der) { () throws(CAdESError) in try PresentedCertificate(der: der) }
    }

    /// Reads a certificate from its bytes.
    init(der: [UInt8]) throws(CAdESError) {
        guard let node = DERNode(parsing: der) else { throw Self.unsupported("A certificate is not DER.") }
        try self.init(node)
    }

    private static func isSignedWithPSS(_ node: DERNode) -> Bool {
        guard var fields = try? NodeReader(node, as: .sequence, in: "Certificate"), fields.any() != nil,
            let algorithm = fields.any(), var parts = try? NodeReader(algorithm, as: .sequence, in: "algorithm")
        else { return false }
        return (try? parts.objectIdentifier()) == .CMS.rsassaPSS
    }

    private static func unsupported(_ detail: String) -> CAdESError { CAdESError(.certificateUnsupported, detail) }
}
