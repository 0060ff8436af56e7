// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1

/// Walks the children of one constructed node in order.
///
/// A child that is missing, superfluous or tagged otherwise is refused, and so is a constructed encoding where DER has
/// a primitive one, which a node does not tell by itself.
struct NodeReader {
    /// The child that is next, or `nil` at the end.
    private(set) var upcoming: DERNode?
    private let parent: DERNode
    /// The ASN.1 type being read, for the error.
    private let place: StaticString

    init(_ node: DERNode, as identifier: ASN1Identifier, in place: StaticString) throws(CAdESError) {
        guard node.identifier == identifier, node.isConstructed else { throw Self.invalid(place) }
        self.parent = node
        self.upcoming = node.firstChild
        self.place = place
    }

    /// Takes the next child, whatever it is, or `nil` at the end.
    mutating func any() -> DERNode? {
        let node = self.upcoming
        self.upcoming = node?.next(in: self.parent)
        return node
    }

    /// Takes a constructed child.
    mutating func constructed(_ identifier: ASN1Identifier = .sequence) throws(CAdESError) -> DERNode {
        guard let node = self.optionalConstructed(identifier) else { throw Self.invalid(self.place) }
        return node
    }

    /// Takes a constructed child if it is the next one.
    mutating func optionalConstructed(_ identifier: ASN1Identifier) -> DERNode? {
        guard let node = self.upcoming, node.identifier == identifier, node.isConstructed else { return nil }
        return self.any()
    }

    /// Takes a primitive child.
    mutating func primitive(_ identifier: ASN1Identifier) throws(CAdESError) -> DERNode {
        guard let node = self.upcoming, node.identifier == identifier, !node.isConstructed else {
            throw Self.invalid(self.place)
        }
        self.upcoming = node.next(in: self.parent)
        return node
    }

    /// Takes an OCTET STRING and gives its bytes.
    mutating func octets() throws(CAdESError) -> ArraySlice<UInt8> {
        try self.primitive(.octetString).bytes
    }

    /// Takes an OBJECT IDENTIFIER.
    mutating func objectIdentifier() throws(CAdESError) -> ASN1ObjectIdentifier {
        let node = try self.primitive(.objectIdentifier)
        guard let identifier = node.objectIdentifier else { throw Self.invalid(self.place) }
        return identifier
    }

    /// Refuses anything that is left.
    func end() throws(CAdESError) {
        guard self.upcoming == nil else { throw Self.invalid(self.place) }
    }

    static func invalid(_ place: StaticString) -> CAdESError {
        CAdESError(.structureInvalid, "\(place) does not have the fields that its definition gives it, in that order.")
    }
}

extension DERNode {
    /// The OBJECT IDENTIFIER that this is.
    var objectIdentifier: ASN1ObjectIdentifier? {
        let encoded = self.encodedBytes
        return ASN1ObjectIdentifier.CMS.known[encoded] ?? (try? ASN1ObjectIdentifier(derEncoded: encoded))
    }
}

/// The order of the elements in a SET OF, X.690 section 11.6.
///
/// Encodings of different lengths differ within their headers, so that none is the beginning of another and the
/// padding that the standard speaks of never matters.
func isOrdered(_ first: ArraySlice<UInt8>, before second: ArraySlice<UInt8>) -> Bool {
    first.lexicographicallyPrecedes(second)
}
