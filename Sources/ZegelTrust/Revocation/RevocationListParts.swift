// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1
import X509
import ZegelCore

/// The fields of a CertificateList (RFC 5280 §5.1), while it is read.
struct RevocationListParts {
    let signedBytes: Range<Int>
    let signature: Range<Int>
    let algorithm: Certificate.SignatureAlgorithm
    let issuer: DistinguishedName
    let thisUpdate: Instant
    let nextUpdate: Instant
    let number: SerialNumber?
    let entries: [SerialNumber: RevocationEntry]

    init(parsing der: [UInt8]) throws(TrustError) {
        guard der.count <= RevocationList.maximumBytes else { throw TrustError(.listTooLarge) }
        var outer = DERWalker(der[...])
        let whole = try outer.next(Tag.sequence)
        guard outer.isAtEnd else { throw TrustError(.listSyntax) }
        var list = DERWalker(whole.content)
        let signed = try list.next(Tag.sequence)
        let identifier = try list.next(Tag.sequence)
        let bits = try list.next(Tag.bitString).content
        guard list.isAtEnd, bits.first == 0, bits.count > 1 else { throw TrustError(.listSyntax) }
        self.signedBytes = signed.encoded.indices
        self.signature = bits.dropFirst().indices

        var fields = DERWalker(signed.content)
        let isVersion2 = fields.isNext(Tag.integer)
        if isVersion2, try fields.serialNumber() != SerialNumber(1) { throw TrustError(.listSyntax) }
        // The algorithm stands twice, inside and outside of what is signed: it must be the same.
        guard try fields.next(Tag.sequence).encoded.elementsEqual(identifier.encoded) else {
            throw TrustError(.listSyntax)
        }
        guard let algorithm = AllowedAlgorithm.algorithm(identifier.encoded) else { throw TrustError(.listAlgorithm) }
        self.algorithm = algorithm
        self.issuer = try Self.name(fields.next(Tag.sequence).encoded)
        self.thisUpdate = try DERTime.read(fields.next())
        guard fields.isNext(DERTime.utcTag) || fields.isNext(DERTime.generalizedTag) else {
            throw TrustError(.listWithoutNextUpdate)
        }
        self.nextUpdate = try DERTime.read(fields.next())
        guard self.thisUpdate <= self.nextUpdate else { throw TrustError(.listSyntax) }
        self.entries =
            fields.isNext(Tag.sequence)
            ? try Self.entries(fields.next(Tag.sequence).content, isVersion2: isVersion2) : [:]
        self.number =
            fields.isNext(Tag.extensions) && isVersion2
            ? try RevocationListExtensions.number(fields.next(Tag.extensions).content) : nil
        guard fields.isAtEnd else { throw TrustError(.listSyntax) }
    }

    private enum Tag {
        static let integer: UInt8 = 0x02
        static let bitString: UInt8 = 0x03
        static let sequence: UInt8 = 0x30
        static let extensions: UInt8 = 0xA0
    }

    private static func name(_ bytes: ArraySlice<UInt8>) throws(TrustError) -> DistinguishedName {
        guard bytes.count <= 4_096, let node = try? DER.parse(bytes),
            let name = try? DistinguishedName(derEncoded: node), !name.isEmpty
        else { throw TrustError(.listSyntax) }
        return name
    }

    private static func entries(
        _ content: ArraySlice<UInt8>,
        isVersion2: Bool
    ) throws(TrustError) -> [SerialNumber: RevocationEntry] {
        // An empty sequence is written by some tools although RFC 5280 §5.1.2.6 wants it absent.
        var entries: [SerialNumber: RevocationEntry] = [:]
        // A serial number of 16 octets and a time without extensions take 37 bytes.
        entries.reserveCapacity(min(content.count / 37, RevocationList.maximumEntries))
        var walker = DERWalker(content)
        while !walker.isAtEnd {
            var fields = DERWalker(try walker.next(Tag.sequence).content)
            let serial = try fields.serialNumber()
            let date = try DERTime.read(fields.next())
            var details = RevocationEntryExtensions()
            if fields.isNext(Tag.sequence), isVersion2 {
                details = try RevocationEntryExtensions(fields.next(Tag.sequence).encoded)
            }
            guard fields.isAtEnd else { throw TrustError(.listSyntax) }
            let entry = RevocationEntry(date: date, reason: details.reason, invalidSince: details.invalidSince)
            guard entries.updateValue(entry, forKey: serial) == nil else { throw TrustError(.listSyntax) }
            guard entries.count <= RevocationList.maximumEntries else { throw TrustError(.listTooLarge) }
        }
        return entries
    }
}
