// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1
import X509
import ZegelCore

extension ASN1ObjectIdentifier {
    /// The extensions of lists and entries (RFC 5280 §5.2, §5.3).
    enum RevocationExtension {
        static let number: ASN1ObjectIdentifier = [2, 5, 29, 20]
        static let reason: ASN1ObjectIdentifier = [2, 5, 29, 21]
        static let invalidityDate: ASN1ObjectIdentifier = [2, 5, 29, 24]
        static let deltaIndicator: ASN1ObjectIdentifier = [2, 5, 29, 27]
        static let issuingDistributionPoint: ASN1ObjectIdentifier = [2, 5, 29, 28]
        static let certificateIssuer: ASN1ObjectIdentifier = [2, 5, 29, 29]
    }
}

/// The extensions of a list.
enum RevocationListExtensions {
    /// The number of the list, after refusing what makes it no full list of its issuer.
    static func number(_ sequence: ArraySlice<UInt8>) throws(TrustError) -> SerialNumber? {
        var number: SerialNumber?
        for item in try parsed(sequence) {
            switch item.oid {
            case .RevocationExtension.deltaIndicator: throw TrustError(.listDelta)
            case .RevocationExtension.issuingDistributionPoint: throw TrustError(try self.scope(item.value))
            case .RevocationExtension.number:
                var walker = DERWalker(item.value)
                number = try walker.serialNumber()
                guard walker.isAtEnd else { throw TrustError(.listSyntax) }
            default: if item.critical { throw TrustError(.listCriticalExtension) }
            }
        }
        return number
    }

    /// Which refusal an issuing distribution point is: every such list covers a part only, or other issuers as well.
    private static func scope(_ value: ArraySlice<UInt8>) throws(TrustError) -> TrustError.Code {
        var outer = DERWalker(value)
        var fields = DERWalker(try outer.next(0x30).content)
        while !fields.isAtEnd {
            let field = try fields.next()
            if field.tag == 0x84, field.content.first == 0xFF { return .listIndirect }
        }
        return .listPartial
    }
}

/// The extensions of an entry.
struct RevocationEntryExtensions {
    private(set) var reason: RevocationReason?
    private(set) var invalidSince: Instant?

    init() {}

    init(_ sequence: ArraySlice<UInt8>) throws(TrustError) {
        for item in try parsed(sequence) {
            var walker = DERWalker(item.value)
            switch item.oid {
            case .RevocationExtension.certificateIssuer: throw TrustError(.listIndirect)
            case .RevocationExtension.reason:
                let content = try walker.next(0x0A).content
                guard walker.isAtEnd, content.count == 1, let value = content.first else {
                    throw TrustError(.listSyntax)
                }
                // removeFromCRL (8) has a meaning in deltas only.
                guard value != 8 else { throw TrustError(.listDelta) }
                guard let reason = RevocationReason(rawValue: value) else { throw TrustError(.listSyntax) }
                self.reason = reason
            case .RevocationExtension.invalidityDate:
                self.invalidSince = try DERTime.readGeneralized(walker.next())
                guard walker.isAtEnd else { throw TrustError(.listSyntax) }
            default: if item.critical { throw TrustError(.listCriticalExtension) }
            }
        }
    }
}

/// Reads `Extensions`: at least one, each at most once.
private func parsed(_ sequence: ArraySlice<UInt8>) throws(TrustError) -> Certificate.Extensions {
    guard sequence.count <= 65_536, let node = try? DER.parse(sequence),
        let list = try? DER.sequence(of: Certificate.Extension.self, identifier: .sequence, rootNode: node),
        !list.isEmpty, let extensions = try? Certificate.Extensions(list)
    else { throw TrustError(.listSyntax) }
    return extensions
}
