// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1

/// A piece of DER that can be changed anywhere; lengths follow.
struct DERTree: Sendable {
    var tag: UInt8
    /// The content of a primitive node.
    var bytes: [UInt8] = []
    /// The children of a constructed one.
    var children: [DERTree] = []

    init(_ tag: UInt8, _ bytes: [UInt8]) {
        self.tag = tag
        self.bytes = bytes
    }

    init(_ tag: UInt8, _ children: [DERTree]) {
        self.tag = tag
        self.children = children
    }

    init(parsing der: [UInt8]) throws { self.init(try DER.parse(der)) }

    private init(_ node: ASN1Node) {
        self.tag = node.encodedBytes.first ?? 0
        switch node.content {
        case .constructed(let nodes): self.children = nodes.map { DERTree($0) }
        case .primitive(let bytes): self.bytes = [UInt8](bytes)
        }
    }

    static func objectIdentifier(_ identifier: ASN1ObjectIdentifier) throws -> DERTree {
        var coder = DER.Serializer()
        try coder.serialize(identifier)
        return try DERTree(parsing: coder.serializedBytes)
    }

    /// An AlgorithmIdentifier.
    static func algorithm(_ identifier: ASN1ObjectIdentifier, _ parameters: DERTree...) throws -> DERTree {
        DERTree(0x30, [try .objectIdentifier(identifier)] + parameters)
    }

    static let null = DERTree(0x05, [UInt8]())

    var encoded: [UInt8] {
        let content = self.bytes + self.children.flatMap(\.encoded)
        guard content.count >= 0x80 else { return [self.tag, UInt8(content.count)] + content }
        var length = content.count
        var octets: [UInt8] = []
        while length > 0 {
            octets.insert(UInt8(truncatingIfNeeded: length), at: 0)
            length >>= 8
        }
        return [self.tag, 0x80 | UInt8(octets.count)] + octets + content
    }

    mutating func sortChildren() { self.children.sort { $0.encoded.lexicographicallyPrecedes($1.encoded) } }
}
