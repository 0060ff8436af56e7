// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1
import X509

/// How a SignerInfo says whose it is, RFC 5652 section 5.3.
enum SignerIdentifier {
    case issuerAndSerialNumber(issuer: ArraySlice<UInt8>, serialNumber: ArraySlice<UInt8>)
    case subjectKeyIdentifier(ArraySlice<UInt8>)

    /// Reads the identifier, which is the next field.
    init(_ fields: inout NodeReader) throws(CAdESError) {
        if let node = fields.optionalConstructed(.sequence) {
            var names = try NodeReader(node, as: .sequence, in: "IssuerAndSerialNumber")
            let issuer = try names.constructed().encodedBytes
            let serialNumber = try names.primitive(.integer).encodedBytes
            try names.end()
            self = .issuerAndSerialNumber(issuer: issuer, serialNumber: serialNumber)
        } else {
            self = .subjectKeyIdentifier(try fields.primitive(.context(0)).bytes)
        }
    }

    /// The version of the SignerInfo, and of a SignedData that holds nothing else.
    var version: UInt8 {
        switch self {
        case .issuerAndSerialNumber: 1
        case .subjectKeyIdentifier: 3
        }
    }

    /// Picks the one certificate that is meant.
    func certificate(among certificates: [PresentedCertificate]) throws(CAdESError) -> PresentedCertificate {
        var found: PresentedCertificate?
        for certificate in certificates where self.names(certificate) {
            guard found == nil else {
                throw CAdESError(
                    .signerCertificateAmbiguous,
                    "Two certificates answer to the signer identifier: present one, or sign without -keyid."
                )
            }
            found = certificate
        }
        guard let found else {
            throw CAdESError(
                .signerCertificateMissing,
                "The certificate that the signer identifier names is not in the signature: sign without -nocerts."
            )
        }
        return found
    }

    private func names(_ presented: PresentedCertificate) -> Bool {
        switch self {
        case .issuerAndSerialNumber(let issuer, let serialNumber):
            return presented.serialNumber == serialNumber && presented.issuer == issuer
        case .subjectKeyIdentifier(let identifier):
            let own = try? presented.certificate.extensions.subjectKeyIdentifier
            return own?.keyIdentifier == identifier
        }
    }
}
