// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
package import X509
package import ZegelCore

/// Why a certificate was revoked (RFC 5280 §5.3.1).
package enum RevocationReason: UInt8, Hashable, Sendable, CaseIterable {
    /// No reason is given.
    case unspecified = 0
    /// The key of the certificate is known to others.
    case keyCompromise = 1
    /// The key of the authority is known to others.
    case authorityCompromise = 2
    /// The holder belongs elsewhere now.
    case affiliationChanged = 3
    /// Another certificate took its place.
    case superseded = 4
    /// It is no longer needed.
    case cessationOfOperation = 5
    /// It is suspended, which counts as revoked while the list says so.
    case certificateHold = 6
    /// A right in it was withdrawn.
    case privilegeWithdrawn = 9
    /// The key of the attribute authority is known to others.
    case attributeAuthorityCompromise = 10

    /// Whether another may have used the key.
    var isCompromise: Bool {
        self == .keyCompromise || self == .authorityCompromise || self == .attributeAuthorityCompromise
    }
}

/// What a list says about one certificate.
package struct RevocationEntry: Hashable, Sendable {
    /// When the authority revoked it.
    package let date: Instant
    /// Why, where the list says so.
    package let reason: RevocationReason?
    /// Since when it should not have been trusted, where the list says so (invalidityDate).
    package let invalidSince: Instant?

    /// The moment from which it counts as revoked.
    package var since: Instant { min(self.date, self.invalidSince ?? self.date) }
}

/// A full revocation list of one authority (RFC 5280 §5), read and not yet checked against its issuer's key.
///
/// Version 1 and lists without a number are read too, since common tools write them; deltas, indirect and partial
/// lists are not.
package struct RevocationList: Hashable, Sendable {
    /// The most bytes that are read.
    package static let maximumBytes = 134_217_728
    /// The most entries that are read.
    package static let maximumEntries = 2_000_000

    /// The exact bytes.
    package let der: [UInt8]
    /// The SHA-256 of these bytes.
    package let digest: ContentDigest
    /// The authority that issued it.
    package let issuer: DistinguishedName
    /// When it was issued.
    package let thisUpdate: Instant
    /// When the next one is due.
    package let nextUpdate: Instant
    /// Its number, where it has one.
    package let number: SerialNumber?

    let entries: [SerialNumber: RevocationEntry]
    let signedBytes: Range<Int>
    let signature: Range<Int>
    let algorithm: Certificate.SignatureAlgorithm

    /// Reads a list.
    ///
    /// - Throws: ``TrustError`` with a code that begins with `revocation.`.
    package init(parsing der: [UInt8]) throws(TrustError) {
        let parts = try RevocationListParts(parsing: der)
        self.der = der
        self.digest = ContentDigest(of: der)
        self.issuer = parts.issuer
        self.thisUpdate = parts.thisUpdate
        self.nextUpdate = parts.nextUpdate
        self.number = parts.number
        self.entries = parts.entries
        self.signedBytes = parts.signedBytes
        self.signature = parts.signature
        self.algorithm = parts.algorithm
    }

    /// How many certificates it names.
    package var count: Int { self.entries.count }

    /// The list as PEM.
    package var pemText: String { PEMFile.text(self.der, kind: "X509 CRL") }

    /// What it says about a certificate of its issuer; `nil` where that is not revoked.
    package func entry(for serial: SerialNumber) -> RevocationEntry? { self.entries[serial] }

    /// The lists of a PEM file, in order.
    ///
    /// - Throws: ``TrustError`` with `trust.syntax`, or a code that begins with `revocation.`.
    package static func pemDocuments(in text: String) throws(TrustError) -> [RevocationList] {
        var lists: [RevocationList] = []
        for der in try PEMFile.objects(in: text, kind: "X509 CRL") { lists.append(try RevocationList(parsing: der)) }
        return lists
    }

    /// The lists of bytes that were fetched: one in DER, as authorities publish them, or PEM.
    ///
    /// - Throws: as ``pemDocuments(in:)``.
    package static func documents(in bytes: [UInt8]) throws(TrustError) -> [RevocationList] {
        guard bytes.first != 0x30 else { return [try RevocationList(parsing: bytes)] }
        return try self.pemDocuments(in: String(decoding: bytes, as: UTF8.self))
    }

    /// Checks that an authority issued and signed the list.
    ///
    /// - Throws: ``TrustError`` with `revocation.issuer` where the names differ or the authority may not sign lists,
    ///   and `revocation.signature`.
    package func verify(signedBy authority: Certificate) throws(TrustError) {
        guard authority.subject == self.issuer, let usage = try? authority.extensions.keyUsage, usage.cRLSign else {
            throw TrustError(.listIssuer)
        }
        let isValid = authority.publicKey.isValidSignature(
            self.der[self.signature],
            for: self.der[self.signedBytes],
            signatureAlgorithm: self.algorithm
        )
        guard isValid else { throw TrustError(.listSignature) }
    }

    /// Lists are equal when their exact bytes are: comparing a million entries would say the same.
    package static func == (left: RevocationList, right: RevocationList) -> Bool { left.digest == right.digest }

    /// As the comparison: the digest of the bytes.
    package func hash(into hasher: inout Hasher) { hasher.combine(self.digest) }
}
