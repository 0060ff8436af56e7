// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import X509
import ZegelCore

/// A question about the status of one certificate (RFC 6960 §4.1, RFC 9654 for the nonce).
package struct StatusQuestion: Sendable {
    /// Bytes of a nonce.
    private static let nonceLength = 32

    /// The question in DER.
    package let der: [UInt8]
    /// Which the answer, where it has one, must repeat.
    package let nonce: [UInt8]

    /// Asks about a certificate of an issuer.
    package init(_ serial: SerialNumber, of issuer: Certificate) {
        var generator = SystemRandomNumberGenerator()
        self.init(
            serial,
            of: issuer,
            nonce: (0..<Self.nonceLength).map { _ in .random(in: 0...255, using: &generator) }
        )
    }

    init(_ serial: SerialNumber, of issuer: Certificate, nonce: [UInt8]) {
        self.nonce = nonce
        let request = DERText.element(0x30, StatusID(serial, of: issuer, hash: .sha1).encoded)
        let value = DERText.element(0x04, DERText.element(0x04, nonce))
        let item = DERText.element(0x30, DERText.element(0x06, StatusAnswer.nonceIdentifier) + value)
        let body = DERText.element(0x30, request) + DERText.element(0xA2, DERText.element(0x30, item))
        self.der = DERText.element(0x30, DERText.element(0x30, body))
    }
}
