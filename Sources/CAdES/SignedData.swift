// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1

/// The fields of SignedData, RFC 5652 section 5.1, with its one SignerInfo not yet read.
struct SignedData {
    let version: UInt8
    let digestAlgorithm: DERNode
    let content: ArraySlice<UInt8>?
    let certificates: [PresentedCertificate]
    let signerInfo: DERNode

    /// Reads a ContentInfo that holds SignedData over content of a type.
    init(
        parsing der: [UInt8],
        limits: CAdESLimits,
        contentType: ASN1ObjectIdentifier = .CMS.data
    ) throws(CAdESError) {
        guard der.count <= limits.maximumBytes else {
            throw CAdESError(.tooLarge, "A signature has at most \(limits.maximumBytes) bytes, its content included.")
        }
        try Self.checkOutermostLength(der)
        guard let root = DERNode(parsing: der) else {
            throw CAdESError(.notDER, "The bytes are not DER: lengths are definite and in their shortest form.")
        }
        var fields = try NodeReader(Self.signedData(root), as: .sequence, in: "SignedData")
        self.version = try fields.version()

        let algorithms = try fields.constructed(.set)
        var contentFields = try NodeReader(fields.constructed(), as: .sequence, in: "EncapsulatedContentInfo")
        guard try contentFields.objectIdentifier() == contentType else {
            throw CAdESError(.contentType, "The encapsulated content is not of the type \(contentType).")
        }
        if let explicit = contentFields.optionalConstructed(.context(0)) {
            var wrapped = try NodeReader(explicit, as: .context(0), in: "eContent")
            self.content = try wrapped.octets()
            try wrapped.end()
        } else {
            self.content = nil
        }
        try contentFields.end()

        self.certificates = try Self.certificates(fields.optionalConstructed(.context(0)), limits: limits)
        guard fields.optionalConstructed(.context(1)) == nil else {
            throw CAdESError(.crlsPresent, "Revocation lists do not belong into the signature.")
        }
        let signers = try fields.constructed(.set)
        try fields.end()
        self.signerInfo = try Self.only(signers)
        self.digestAlgorithm = try Self.onlyDigest(algorithms)
    }

    // MARK: - The bytes as a whole

    /// Compares the outermost length with the bytes there are, so that the usual accidents are told apart.
    private static func checkOutermostLength(_ der: [UInt8]) throws(CAdESError) {
        guard der.count >= 2 else { throw CAdESError(.truncated, "There is no signature: too few bytes.") }
        guard der[0] == 0x30 else {
            throw CAdESError(.notDER, "The bytes are not DER; PEM and S/MIME are not accepted: sign with -outform DER.")
        }
        guard der[1] != 0x80 else {
            throw CAdESError(.indefiniteLength, "BER with an indefinite length is not DER: sign without -stream.")
        }
        var length = Int(der[1])
        var start = 2
        if length > 0x80 {
            let count = length & 0x7F
            guard count <= 4 else { throw CAdESError(.notDER, "The outermost length has more than four bytes.") }
            guard der.count >= 2 + count else {
                throw CAdESError(.truncated, "There are fewer bytes than the signature announces.")
            }
            start += count
            length = der[2..<start].reduce(0) { $0 << 8 | Int($1) }
        }
        guard der.count >= start + length else {
            throw CAdESError(.truncated, "There are fewer bytes than the signature announces.")
        }
        guard der.count == start + length else {
            throw CAdESError(.trailingBytes, "There are bytes behind the signature.")
        }
    }

    /// ContentInfo, RFC 5652 section 3.
    private static func signedData(_ root: DERNode) throws(CAdESError) -> DERNode {
        do {
            var fields = try NodeReader(root, as: .sequence, in: "ContentInfo")
            guard try fields.objectIdentifier() == .CMS.signedData else { throw Self.notSignedData }
            let node = try NodeReader.only(fields.constructed(.context(0)), as: .context(0), in: "ContentInfo")
            try fields.end()
            return node
        } catch {
            throw Self.notSignedData
        }
    }

    private static var notSignedData: CAdESError {
        CAdESError(.notSignedData, "The bytes are DER, but not a CMS ContentInfo that holds SignedData.")
    }

    // MARK: - Sets

    private static func certificates(
        _ node: DERNode?,
        limits: CAdESLimits
    ) throws(CAdESError) -> [PresentedCertificate] {
        guard let node else { return [] }
        var nodes = try NodeReader(node, as: .context(0), in: "CertificateSet")
        var certificates: [PresentedCertificate] = []
        while let next = nodes.any() {
            guard certificates.count < limits.maximumCertificates else {
                throw .tooManyCertificates(limits.maximumCertificates)
            }
            if let previous = certificates.last?.der {
                guard previous != next.encodedBytes else {
                    throw CAdESError(.certificateDuplicate, "The same certificate is there twice.")
                }
                guard isOrdered(previous, before: next.encodedBytes) else {
                    throw CAdESError(
                        .certificatesNotSorted,
                        "The certificates are a SET OF, which DER orders by the encodings of its elements."
                    )
                }
            }
            certificates.append(try PresentedCertificate.known(next))
        }
        return certificates
    }

    private static func only(_ signers: DERNode) throws(CAdESError) -> DERNode {
        var nodes = try NodeReader(signers, as: .set, in: "SignerInfos")
        guard let signer = nodes.any() else {
            throw CAdESError(.signerMissing, "Nobody signed: there is no SignerInfo.")
        }
        guard nodes.upcoming == nil else {
            throw CAdESError(.moreThanOneSigner, "A signature here has exactly one signer.")
        }
        return signer
    }

    private static func onlyDigest(_ algorithms: DERNode) throws(CAdESError) -> DERNode {
        var nodes = try NodeReader(algorithms, as: .set, in: "DigestAlgorithmIdentifiers")
        guard let algorithm = nodes.any(), nodes.upcoming == nil else {
            throw CAdESError(
                .digestAlgorithmMismatch,
                "The digest algorithms are not exactly the one that the signer used."
            )
        }
        return algorithm
    }
}

extension NodeReader {
    /// Takes a CMSVersion; those above 5 do not exist.
    mutating func version() throws(CAdESError) -> UInt8 {
        let node = try self.primitive(.integer)
        guard node.bytes.count == 1, let version = node.bytes.first, version <= 5 else { throw .versionInvalid }
        return version
    }

    /// The one child of an explicit tag or of a list with one element.
    static func only(
        _ node: DERNode,
        as identifier: ASN1Identifier,
        in place: StaticString
    ) throws(CAdESError) -> DERNode {
        var reader = try NodeReader(node, as: identifier, in: place)
        guard let child = reader.any() else { throw Self.invalid(place) }
        try reader.end()
        return child
    }
}

extension CAdESError {
    /// More certificates than allowed.
    static func tooManyCertificates(_ limit: Int) -> CAdESError {
        CAdESError(.tooManyCertificates, "There are more than \(limit) certificates.")
    }

    /// A version that does not fit.
    static var versionInvalid: CAdESError {
        CAdESError(
            .versionInvalid,
            "SignedData and SignerInfo have version 1 with issuer and serial number, and 3 with a key identifier."
        )
    }
}
