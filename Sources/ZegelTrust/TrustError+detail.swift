// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

extension TrustError.Code {
    /// Whether the error leaves a certificate undecided instead of refusing it.
    package var isAboutRevocation: Bool { self.rawValue.hasPrefix("revocation.") }

    /// Whether the chain holds but the certificate has another job.
    var isAboutProfile: Bool {
        switch self {
        case .keyUsage, .extendedKeyUsage, .profile, .pseudonym, .serverName, .oinMissing, .oinRepeated, .oinInvalid,
            .keyReused:
            true
        default: false
        }
    }

    /// What was found and what to do about it.
    var detail: String {
        switch self {
        case .certificateSyntax: "This is not a certificate in DER."
        case .rsaPSS: "RSASSA-PSS in certificates is not supported; have it issued with ECDSA or RSA PKCS#1."
        case .request: "This is not a certificate request (PKCS#10) that is signed with its own key."
        case .untrusted: "No chain leads to an anchor; send the intermediates, or name the right authority."
        case .tooManyIntermediates: "Send only the intermediates between the certificate and its anchor, at most 8."
        case .version: "A certificate of the chain is not of version 3."
        case .notYetValid: "A certificate of the chain is not valid yet; check the clock."
        case .expired: "A certificate of the chain has expired; ask for a new one."
        case .algorithm: "A certificate is not signed with ECDSA or RSA PKCS#1 and SHA-256, SHA-384 or SHA-512."
        case .keySize: "A key is of a kind or size that its anchor does not allow: P-256, P-384, RSA from 3072 bits."
        case .basicConstraints: "An issuer is not marked as authority, or the certificate itself is one."
        case .pathLength: "There are more authorities in the chain than one of them allows."
        case .nameConstraints: "A name lies outside the name constraints of an authority in the chain."
        case .criticalExtension: "A certificate of the chain has a critical extension that is not understood."
        case .serialNumber: "A serial number of the chain is longer than 20 octets."
        case .issuer: "The anchor of this chain does not speak for the organisation in the certificate."
        case .revoked: "A certificate of the chain is revoked."
        case .keyUsage: "The key usage does not allow this job; ask for a certificate of the right profile."
        case .extendedKeyUsage: "The extended key usage does not fit this job; TLS and signing need two certificates."
        case .profile: "A release certificate signs nothing but releases; use the seal certificate."
        case .pseudonym: "A release certificate has exactly one pseudonym in its subject; this one has not."
        case .keyReused: "The organisation uses this key for another job as well; every key has one job."
        case .serverName: "A server certificate needs a subject alternative name."
        case .oinMissing: "The subject has no serialNumber; it must hold the OIN."
        case .oinRepeated: "The subject has more than one serialNumber; it must hold the OIN once."
        case .oinInvalid: "The serialNumber of the subject is not an OIN of 20 digits."
        case .listMissing: "There is no revocation list of an issuer in the chain."
        case .listStale: "The newest revocation list of an issuer in the chain is out of date; fetch a new one."
        case .listNotYetValid: "The revocation lists of an issuer in the chain are from the future; check the clock."
        case .listOlder: "The revocation list is older than one that is at hand; who serves it plays back an old one."
        case .listSyntax: "The revocation list is not DER as RFC 5280 describes it."
        case .listTooLarge: "The revocation list is larger than is read."
        case .listWithoutNextUpdate: "The revocation list does not say until when it counts (nextUpdate)."
        case .listDelta: "A delta list cannot be used; fetch the full list."
        case .listIndirect: "The revocation list speaks of other issuers; fetch the issuer's own list."
        case .listPartial: "The revocation list covers only a part of what its issuer issued; fetch the full list."
        case .listCriticalExtension: "The revocation list has a critical extension that is not understood."
        case .listAlgorithm: "The list is not signed with ECDSA or RSA PKCS#1 and SHA-256, SHA-384 or SHA-512."
        case .listIssuer: "The revocation list is of an authority that is not known, or that may not sign lists."
        case .listSignature: "The signature of the revocation list is not by the authority that it names."
        case .answerMissing: "There is no answer of a responder (OCSP) about a certificate of the chain."
        case .answerStale: "The newest answer of a responder (OCSP) about a certificate of the chain is out of date."
        case .answerNotYetValid: "The answers about a certificate of the chain are from the future; check the clock."
        case .answerOlder: "The answer about a certificate is older than one that is at hand."
        case .answerSyntax: "The answer about a certificate is not DER as RFC 6960 describes it."
        case .answerRefused: "The responder did not answer the question about a certificate."
        case .answerUnknown: "The responder does not know the certificate."
        case .answerOther: "The answer is about another certificate, or one of another issuer."
        case .answerWithoutNextUpdate: "The answer about a certificate does not say until when it counts (nextUpdate)."
        case .answerResponder: "The answer is by someone who may not answer for the issuer of the certificate."
        case .answerSignature: "The signature of the answer about a certificate does not hold."
        case .answerAlgorithm: "The answer about a certificate uses an algorithm that is not allowed."
        case .answerNonce: "The answer about a certificate is one to another question."
        case .answerCriticalExtension: "The answer has a critical extension that is not understood."
        case .fileSyntax: "The file is not PEM with only the expected kind of objects."
        case .noAnchor: "None of the anchor files holds a self-signed certificate."
        case .anchorTerms: "An anchor stands in two files with different terms; name it once."
        }
    }
}
