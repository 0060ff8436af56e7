// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Why a signature was refused, or could not be made.
///
/// Two errors are equal when their codes are: the detail is for the person who has to repair the sender's tool, and
/// never holds contents, names or keys.
public struct CAdESError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, one code per cause; the raw values are stable.
    public let code: Code
    /// One or two sentences that say what was found and what to do about it.
    public let detail: String

    init(_ code: Code, _ detail: String) {
        self.code = code
        self.detail = detail
    }

    /// The code and the detail, in that order.
    public var description: String { "\(self.code.rawValue): \(self.detail)" }

    /// Whether both errors have the same cause.
    public static func == (lhs: CAdESError, rhs: CAdESError) -> Bool { lhs.code == rhs.code }

    /// Hashes the cause alone, as equality does.
    public func hash(into hasher: inout Hasher) { hasher.combine(self.code) }
}

extension CAdESError {
    /// The causes for which a signature is refused, by the part that they lie in.
    public enum Code: String, Sendable, CaseIterable {
        // The bytes as a whole.

        /// More bytes than ``CAdESLimits/maximumBytes``.
        case tooLarge = "cms.too-large"
        /// Not DER: PEM, S/MIME, or lengths, tags and nesting that DER does not have.
        case notDER = "cms.not-der"
        /// BER with an indefinite length, as streaming writers produce.
        case indefiniteLength = "cms.indefinite-length"
        /// Fewer bytes than the outermost length announces.
        case truncated = "cms.truncated"
        /// More bytes than the outermost length announces.
        case trailingBytes = "cms.trailing-bytes"

        // SignedData, RFC 5652 section 5.1.

        /// DER, but not a ContentInfo that holds SignedData.
        case notSignedData = "cms.not-signed-data"
        /// A field is missing, superfluous or of another type than RFC 5652 says.
        case structureInvalid = "cms.structure-invalid"
        /// The encapsulated content, or the content-type attribute, is not id-data.
        case contentType = "cms.content-type"
        /// The signer's certificate is not among the certificates.
        case signerCertificateMissing = "cms.signer-certificate-missing"
        /// More certificates than ``CAdESLimits/maximumCertificates``.
        case tooManyCertificates = "cms.too-many-certificates"
        /// A certificate that cannot be read, such as one signed with RSASSA-PSS or an attribute certificate.
        case certificateUnsupported = "cms.certificate-unsupported"
        /// The same certificate twice.
        case certificateDuplicate = "cms.certificate-duplicate"
        /// Certificates that are not in the order that DER demands of a SET OF.
        case certificatesNotSorted = "cms.certificates-not-sorted"
        /// Revocation lists inside the signature.
        case crlsPresent = "cms.crls-present"
        /// No SignerInfo at all.
        case signerMissing = "cms.signer-missing"
        /// More than one SignerInfo.
        case moreThanOneSigner = "cms.more-than-one-signer"

        // SignerInfo, RFC 5652 section 5.3.

        /// A version that does not belong to the signer identifier in use.
        case versionInvalid = "cms.version-invalid"
        /// More than one certificate answers to the signer identifier.
        case signerCertificateAmbiguous = "cms.signer-certificate-ambiguous"
        /// Unsigned attributes, which anyone could have added.
        case unsignedAttributes = "cms.unsigned-attributes"
        /// The digest or signature algorithm, or its combination with the key, is not one of the four accepted.
        case algorithmUnsupported = "cms.algorithm-unsupported"
        /// The list of digest algorithms is not exactly the signer's own.
        case digestAlgorithmMismatch = "cms.digest-algorithm-mismatch"
        /// RSASSA-PSS with a salt of another length than the digest.
        case pssSaltLength = "cms.pss-salt-length"
        /// An RSA key of less than 3072 bits.
        case rsaKeyTooSmall = "cms.rsa-key-too-small"
        /// A signature value that is not a DER ECDSA-Sig-Value for the curve.
        case signatureMalformed = "cms.signature-malformed"

        // Signed attributes, RFC 5652 section 11 and RFC 5035 section 3.

        /// More signed attributes than ``CAdESLimits/maximumAttributes``.
        case tooManyAttributes = "cms.too-many-attributes"
        /// The same attribute twice.
        case attributeDuplicate = "cms.attribute-duplicate"
        /// Attributes, or the values of one, that are not in the order that DER demands of a SET OF.
        case attributesNotSorted = "cms.attributes-not-sorted"
        /// One of the four attributes that must be there is not.
        case attributeMissing = "cms.attribute-missing"
        /// An attribute without value, with several, or with one of another type than its definition says.
        case attributeInvalid = "cms.attribute-invalid"
        /// A signing-time that is not UTCTime until 2049 or GeneralizedTime from 2050, with seconds and Z.
        case signingTimeInvalid = "cms.signing-time-invalid"
        /// The signing-certificate-v2 attribute names another certificate.
        case signingCertificateMismatch = "cms.signing-certificate-mismatch"

        // Verification.

        /// Attached content where detached content was to be verified.
        case contentPresent = "cms.content-present"
        /// No attached content where it was to be verified.
        case contentAbsent = "cms.content-absent"
        /// The content is not the one that was signed.
        case messageDigestMismatch = "cms.message-digest-mismatch"
        /// The signature does not hold under the key of the certificate.
        case signatureInvalid = "cms.signature-invalid"

        // Time-stamps, RFC 3161.

        /// A request, response or token whose fields are not those of RFC 3161, or that uses what is not accepted here.
        case timestampInvalid = "tsp.invalid"
        /// The authority did not give a token, and says why.
        case timestampRefused = "tsp.refused"
        /// A token of other content, or one that answers another request.
        case timestampMismatch = "tsp.mismatch"

        // Signing.

        /// A private key that is not PKCS#8 PEM of a kind that can sign.
        case keyUnsupported = "cms.key-unsupported"
        /// A private key that does not belong to the certificate.
        case keyMismatch = "cms.key-mismatch"
        /// The cryptographic library failed to sign.
        case signingFailed = "cms.signing-failed"
    }
}
