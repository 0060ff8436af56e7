// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1
package import X509

extension Certificate {
    /// Reads a certificate, and says why where it cannot be read.
    ///
    /// The library refuses what it cannot verify while it reads, all with one error. Who presents such a certificate must learn
    /// which of its parts to change.
    ///
    /// - Throws: ``TrustError`` with `certificate.rsa-pss`, `certificate.algorithm`, `certificate.key-size` or
    ///   `certificate.syntax`.
    package static func reading(_ der: [UInt8]) throws(TrustError) -> Certificate {
        do {
            return try Certificate(derEncoded: der)
        } catch {
            throw TrustError(CertificateOutline.reason(der))
        }
    }
}

/// The algorithms of a certificate that could not be read as a whole.
private enum CertificateOutline {
    private static let rsaPSS: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0A]
    private static let keys: [[UInt8]] = [
        [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01],  // ecPublicKey
        [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01],  // rsaEncryption
    ]

    static func reason(_ der: [UInt8]) -> TrustError.Code {
        do throws(TrustError) {
            var outer = DERWalker(der[...])
            var whole = DERWalker(try outer.next(0x30).content)
            let body = try whole.next(0x30)
            let signature = try self.algorithm(whole.next(0x30))
            let key = try self.keyAlgorithm(body)
            if signature.elementsEqual(self.rsaPSS) || key.elementsEqual(self.rsaPSS) { return .rsaPSS }
            if !self.keys.contains(where: key.elementsEqual) { return .keySize }
            return AllowedAlgorithm.isKnown(signature) ? .certificateSyntax : .algorithm
        } catch {
            return .certificateSyntax
        }
    }

    /// `subjectPublicKeyInfo` is the sixth field behind the version.
    private static func keyAlgorithm(_ body: DERWalker.Element) throws(TrustError) -> ArraySlice<UInt8> {
        var fields = DERWalker(body.content)
        if fields.isNext(0xA0) { _ = try fields.next() }
        for tag: UInt8 in [0x02, 0x30, 0x30, 0x30, 0x30] { _ = try fields.next(tag) }
        var information = DERWalker(try fields.next(0x30).content)
        return try self.algorithm(information.next(0x30))
    }

    private static func algorithm(_ identifier: DERWalker.Element) throws(TrustError) -> ArraySlice<UInt8> {
        var fields = DERWalker(identifier.content)
        return try fields.next(0x06).content
    }
}
