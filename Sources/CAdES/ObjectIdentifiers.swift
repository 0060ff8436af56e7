// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1

extension ASN1ObjectIdentifier {
    /// The object identifiers of CMS and CAdES.
    enum CMS {
        /// id-data, RFC 5652 section 4.
        static let data: ASN1ObjectIdentifier = [1, 2, 840, 113549, 1, 7, 1]
        /// id-ct-TSTInfo, RFC 3161 section 2.4.2.
        static let timestampInfo: ASN1ObjectIdentifier = [1, 2, 840, 113549, 1, 9, 16, 1, 4]
        /// id-signedData, RFC 5652 section 5.1.
        static let signedData: ASN1ObjectIdentifier = [1, 2, 840, 113549, 1, 7, 2]
        /// id-contentType, RFC 5652 section 11.1.
        static let contentType: ASN1ObjectIdentifier = [1, 2, 840, 113549, 1, 9, 3]
        /// id-messageDigest, RFC 5652 section 11.2.
        static let messageDigest: ASN1ObjectIdentifier = [1, 2, 840, 113549, 1, 9, 4]
        /// id-signingTime, RFC 5652 section 11.3.
        static let signingTime: ASN1ObjectIdentifier = [1, 2, 840, 113549, 1, 9, 5]
        /// id-aa-signingCertificateV2, RFC 5035 section 3.
        static let signingCertificateV2: ASN1ObjectIdentifier = [1, 2, 840, 113549, 1, 9, 16, 2, 47]
        /// id-sha256, RFC 5754 section 2.2.
        static let sha256: ASN1ObjectIdentifier = [2, 16, 840, 1, 101, 3, 4, 2, 1]
        /// id-sha384, RFC 5754 section 2.3.
        static let sha384: ASN1ObjectIdentifier = [2, 16, 840, 1, 101, 3, 4, 2, 2]
        /// ecdsa-with-SHA256, RFC 5754 section 3.3.
        static let ecdsaWithSHA256: ASN1ObjectIdentifier = [1, 2, 840, 10045, 4, 3, 2]
        /// ecdsa-with-SHA384, RFC 5754 section 3.3.
        static let ecdsaWithSHA384: ASN1ObjectIdentifier = [1, 2, 840, 10045, 4, 3, 3]
        /// rsaEncryption, RFC 3370 section 3.2.
        static let rsaEncryption: ASN1ObjectIdentifier = [1, 2, 840, 113549, 1, 1, 1]
        /// sha256WithRSAEncryption, RFC 5754 section 3.2.
        static let sha256WithRSAEncryption: ASN1ObjectIdentifier = [1, 2, 840, 113549, 1, 1, 11]
        /// id-RSASSA-PSS, RFC 4056 section 2.
        static let rsassaPSS: ASN1ObjectIdentifier = [1, 2, 840, 113549, 1, 1, 10]
        /// id-mgf1, RFC 4056 section 2.
        static let mgf1: ASN1ObjectIdentifier = [1, 2, 840, 113549, 1, 1, 8]
        /// id-ecPublicKey, RFC 5480 section 2.1.1.
        static let ecPublicKey: ASN1ObjectIdentifier = [1, 2, 840, 10045, 2, 1]
        /// The curve P-256, RFC 5480 section 2.1.1.1.
        static let secp256r1: ASN1ObjectIdentifier = [1, 2, 840, 10045, 3, 1, 7]
        /// The curve P-384, RFC 5480 section 2.1.1.1.
        static let secp384r1: ASN1ObjectIdentifier = [1, 3, 132, 0, 34]

        /// Those that nearly every signature names, by their encodings.
        static let known: [ArraySlice<UInt8>: ASN1ObjectIdentifier] = {
            let usual = [
                data, signedData, contentType, messageDigest, signingTime, signingCertificateV2, sha256,
                ecdsaWithSHA256,
            ]
            let pairs = usual.compactMap { identifier in
                (try? DER.Serializer.bytes(identifier)).map { ($0[...], identifier) }
            }
            return Dictionary(pairs) { first, _ in first }
        }()
    }
}

extension ASN1Identifier {
    /// The context-specific tag of a number.
    static func context(_ number: UInt) -> ASN1Identifier {
        ASN1Identifier(tagWithNumber: number, tagClass: .contextSpecific)
    }
}
