// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1
import X509
package import ZegelCore

/// What a responder says about certificates (RFC 6960 §4.2), read strictly; that it may say so is not checked yet.
package struct StatusAnswer: Hashable, Sendable {
    /// The most bytes that are read.
    package static let maximumBytes = 65_536
    /// The most certificates that one answer is about, and that it brings along.
    private static let maximumParts = 16
    /// id-pkix-ocsp-nonce.
    static let nonceIdentifier: [UInt8] = [0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x01, 0x02]
    /// id-pkix-ocsp-basic.
    private static let basic: [UInt8] = [0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x01, 0x01]

    /// Who says that it answered.
    enum Responder: Hashable, Sendable {
        case name(DistinguishedName)
        /// The SHA-1 of its key.
        case key([UInt8])
    }

    /// What is said about one certificate.
    struct Single: Hashable, Sendable {
        let id: StatusID
        let word: Word
        let thisUpdate: Instant
        let nextUpdate: Instant?
    }

    /// What is said.
    enum Word: Hashable, Sendable {
        case good
        case revoked(RevocationEntry)
        case unknown
    }

    /// The exact bytes.
    package let der: [UInt8]
    /// The SHA-256 of these bytes.
    package let digest: ContentDigest
    let responder: Responder
    let producedAt: Instant
    let singles: [Single]
    /// What the question had, where it was repeated.
    package let nonce: [UInt8]?
    /// Certificates that it brings along.
    let certificates: [Certificate]
    let algorithm: Certificate.SignatureAlgorithm
    let signedBytes: Range<Int>
    let signature: Range<Int>

    /// Reads an answer.
    ///
    /// - Throws: ``TrustError`` with `revocation.answer-syntax`, `-refused`, `-algorithm` or `-critical-extension`.
    package init(parsing der: [UInt8]) throws(TrustError) {
        do throws(TrustError) {
            try self.init(reading: der)
        } catch {
            throw error.code == .listSyntax ? TrustError(.answerSyntax) : error
        }
    }

    private init(reading der: [UInt8]) throws(TrustError) {
        guard der.count <= Self.maximumBytes else { throw TrustError(.answerSyntax) }
        self.der = der
        self.digest = ContentDigest(of: der)
        let parts = try Self.parts(of: der)
        self.signedBytes = parts.body.encoded.indices
        self.signature = parts.signature.indices
        guard let algorithm = AllowedAlgorithm.algorithm(parts.identifier.encoded) else {
            throw TrustError(.answerAlgorithm)
        }
        self.algorithm = algorithm
        self.certificates = parts.certificates
        var fields = DERWalker(parts.body.content)
        // Version 1 is the default, which DER leaves out; there is no other.
        guard !fields.isNext(0xA0) else { throw TrustError(.answerSyntax) }
        self.responder = try Self.responder(&fields)
        self.producedAt = try DERTime.readGeneralized(fields.next())
        var list = DERWalker(try fields.next(0x30).content)
        var singles: [Single] = []
        while !list.isAtEnd {
            singles.append(try Self.single(DERWalker(list.next(0x30).content)))
            guard singles.count <= Self.maximumParts else { throw TrustError(.answerSyntax) }
        }
        self.singles = singles
        self.nonce = fields.isNext(0xA1) ? try Self.nonce(fields.next(0xA1).content) : nil
        guard fields.isAtEnd else { throw TrustError(.answerSyntax) }
    }

    // MARK: - Parts

    private typealias Parts = (
        body: DERWalker.Element, identifier: DERWalker.Element, signature: ArraySlice<UInt8>,
        certificates: [Certificate]
    )

    private static func parts(of der: [UInt8]) throws(TrustError) -> Parts {
        var outer = DERWalker(der[...])
        var response = DERWalker(try outer.next(0x30).content)
        let status = try response.next(0x0A).content
        guard outer.isAtEnd, status.count == 1 else { throw TrustError(.answerSyntax) }
        guard status.first == 0 else { throw TrustError(.answerRefused) }
        var tagged = DERWalker(try response.next(0xA0).content)
        var bytes = DERWalker(try tagged.next(0x30).content)
        guard response.isAtEnd, tagged.isAtEnd, try bytes.next(0x06).content.elementsEqual(self.basic) else {
            throw TrustError(.answerSyntax)
        }
        var inner = DERWalker(try bytes.next(0x04).content)
        var whole = DERWalker(try inner.next(0x30).content)
        guard bytes.isAtEnd, inner.isAtEnd else { throw TrustError(.answerSyntax) }
        let body = try whole.next(0x30)
        let identifier = try whole.next(0x30)
        let bits = try whole.next(0x03).content
        guard bits.first == 0, bits.count > 1 else { throw TrustError(.answerSyntax) }
        var certificates: [Certificate] = []
        if whole.isNext(0xA0) {
            var tagged = DERWalker(try whole.next(0xA0).content)
            var list = DERWalker(try tagged.next(0x30).content)
            var count = 0
            while !list.isAtEnd {
                // One that we cannot read is none that we could trust.
                if let certificate = try? Certificate(derEncoded: Array(list.next(0x30).encoded)) {
                    certificates.append(certificate)
                }
                count += 1
                guard count <= self.maximumParts else { throw TrustError(.answerSyntax) }
            }
            guard tagged.isAtEnd else { throw TrustError(.answerSyntax) }
        }
        guard whole.isAtEnd else { throw TrustError(.answerSyntax) }
        return (body, identifier, bits.dropFirst(), certificates)
    }

    private static func responder(_ fields: inout DERWalker) throws(TrustError) -> Responder {
        let tagged = try fields.next()
        var inner = DERWalker(tagged.content)
        defer { _ = inner }
        switch tagged.tag {
        case 0xA1:
            guard let node = try? DER.parse(inner.next(0x30).encoded),
                let name = try? DistinguishedName(derEncoded: node), !name.isEmpty, inner.isAtEnd
            else { throw TrustError(.answerSyntax) }
            return .name(name)
        case 0xA2:
            let hash = try inner.next(0x04).content
            guard hash.count == 20, inner.isAtEnd else { throw TrustError(.answerSyntax) }
            return .key(Array(hash))
        default: throw TrustError(.answerSyntax)
        }
    }

    private static func single(_ walker: DERWalker) throws(TrustError) -> Single {
        var fields = walker
        let id = try StatusID(fields.next(0x30))
        let word = try self.word(fields.next())
        let thisUpdate = try DERTime.readGeneralized(fields.next())
        var nextUpdate: Instant?
        if fields.isNext(0xA0) {
            var tagged = DERWalker(try fields.next().content)
            let next = try DERTime.readGeneralized(tagged.next())
            guard tagged.isAtEnd, thisUpdate <= next else { throw TrustError(.answerSyntax) }
            nextUpdate = next
        }
        if fields.isNext(0xA1) { try self.refuseCritical(self.extensions(fields.next(0xA1).content)) }
        guard fields.isAtEnd else { throw TrustError(.answerSyntax) }
        return Single(id: id, word: word, thisUpdate: thisUpdate, nextUpdate: nextUpdate)
    }

    private static func word(_ element: DERWalker.Element) throws(TrustError) -> Word {
        switch element.tag {
        case 0x80 where element.content.isEmpty: return .good
        case 0x82 where element.content.isEmpty: return .unknown
        case 0xA1:
            var fields = DERWalker(element.content)
            let date = try DERTime.readGeneralized(fields.next())
            var reason: RevocationReason?
            if fields.isNext(0xA0) {
                var tagged = DERWalker(try fields.next().content)
                let value = try tagged.next(0x0A).content
                guard tagged.isAtEnd, value.count == 1, let known = value.first.flatMap(RevocationReason.init) else {
                    throw TrustError(.answerSyntax)
                }
                reason = known
            }
            guard fields.isAtEnd else { throw TrustError(.answerSyntax) }
            return .revoked(RevocationEntry(date: date, reason: reason, invalidSince: nil))
        default: throw TrustError(.answerSyntax)
        }
    }

    // MARK: - Extensions

    private static func extensions(_ content: ArraySlice<UInt8>) throws(TrustError) -> Certificate.Extensions {
        guard let node = try? DER.parse(content),
            let list = try? DER.sequence(of: Certificate.Extension.self, identifier: .sequence, rootNode: node),
            !list.isEmpty, let extensions = try? Certificate.Extensions(list)
        else { throw TrustError(.answerSyntax) }
        return extensions
    }

    private static func refuseCritical(_ extensions: Certificate.Extensions) throws(TrustError) {
        guard !extensions.contains(where: \.critical) else { throw TrustError(.answerCriticalExtension) }
    }

    private static func nonce(_ content: ArraySlice<UInt8>) throws(TrustError) -> [UInt8]? {
        let extensions = try self.extensions(content)
        let nonce = extensions[oid: [1, 3, 6, 1, 5, 5, 7, 48, 1, 2]]
        try self.refuseCritical(try self.without(nonce, extensions))
        guard let nonce else { return nil }
        var walker = DERWalker(nonce.value)
        let value = try walker.next(0x04).content
        guard walker.isAtEnd, (1...128).contains(value.count) else { throw TrustError(.answerSyntax) }
        return Array(value)
    }

    private static func without(
        _ known: Certificate.Extension?,
        _ extensions: Certificate.Extensions
    ) throws(TrustError) -> Certificate.Extensions {
        guard let rest = try? Certificate.Extensions(extensions.filter { $0.oid != known?.oid }) else {
            throw TrustError(.answerSyntax)
        }
        return rest
    }
}
