// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1

/// The first ESSCertIDv2 of a signing-certificate-v2 attribute, RFC 5035 section 4: which certificate the signer meant.
struct SigningCertificateV2 {
    private let digest: DigestAlgorithm
    private let hash: ArraySlice<UInt8>
    private let issuerSerial: (issuer: ArraySlice<UInt8>, serialNumber: ArraySlice<UInt8>)?

    /// Reads the attribute's value.
    ///
    /// Certificates after the first and policies restrict a chain; they are checked for their form only. The hash
    /// algorithm is absent for SHA-256; writers that spell it out are understood.
    init(_ node: DERNode) throws(CAdESError) {
        var fields = try NodeReader(node, as: .sequence, in: "SigningCertificateV2")
        let list = try fields.constructed()
        _ = fields.optionalConstructed(.sequence)
        try fields.end()

        var identifiers = try NodeReader(list, as: .sequence, in: "SigningCertificateV2.certs")
        var first = try NodeReader(identifiers.constructed(), as: .sequence, in: "ESSCertIDv2")
        while identifiers.upcoming != nil { _ = try identifiers.constructed() }
        let algorithm = first.optionalConstructed(.sequence)
        self.hash = try first.octets()
        self.issuerSerial = try first.optionalConstructed(.sequence).map(Self.issuerSerial)
        try first.end()
        self.digest = try algorithm.map(DigestAlgorithm.init) ?? .sha256
    }

    /// Refuses every certificate but the one that was meant.
    func check(_ certificate: PresentedCertificate) throws(CAdESError) {
        guard self.digest.matches(self.hash, of: certificate.der),
            self.issuerSerial.map({ $0.issuer == certificate.issuer && $0.serialNumber == certificate.serialNumber })
                ?? true
        else {
            throw CAdESError(
                .signingCertificateMismatch,
                "The signing-certificate-v2 attribute is of another certificate than the one that the signer names."
            )
        }
    }

    /// IssuerSerial, RFC 5035 section 5: GeneralNames that hold the one directoryName, and the serial number.
    private static func issuerSerial(
        _ node: DERNode
    ) throws(CAdESError) -> (issuer: ArraySlice<UInt8>, serialNumber: ArraySlice<UInt8>) {
        var fields = try NodeReader(node, as: .sequence, in: "IssuerSerial")
        let names = try NodeReader.only(fields.constructed(), as: .sequence, in: "GeneralNames")
        let issuer = try NodeReader.only(names, as: .context(4), in: "directoryName").encodedBytes
        let serialNumber = try fields.primitive(.integer).encodedBytes
        try fields.end()
        return (issuer, serialNumber)
    }

    /// Encodes the value for a signer's certificate: SHA-256, with issuer and serial number.
    static func encode(_ certificate: PresentedCertificate) -> [UInt8] {
        DER.encoded(.sequence) { value in
            value.appendConstructedNode(identifier: .sequence) { identifiers in
                identifiers.appendConstructedNode(identifier: .sequence) { identifier in
                    identifier.serializeOctets(DigestAlgorithm.sha256.hash([UInt8](certificate.der)))
                    identifier.appendConstructedNode(identifier: .sequence) { issuerSerial in
                        issuerSerial.appendConstructedNode(identifier: .sequence) { names in
                            names.appendConstructedNode(identifier: .context(4)) { name in
                                name.serializeRawBytes(certificate.issuer)
                            }
                        }
                        issuerSerial.serializeRawBytes(certificate.serialNumber)
                    }
                }
            }
        }
    }
}
