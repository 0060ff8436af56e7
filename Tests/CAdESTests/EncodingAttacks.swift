// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import Foundation
import SwiftASN1

/// Signatures that are not DER, or not SignedData.
enum EncodingAttacks {
    static let all: [Attack] = [
        Attack("nothing at all", .truncated) { $0.bytes = [] },
        Attack("one byte", .truncated) { $0.bytes = [0x30] },
        Attack("half a length", .truncated) { $0.bytes = Array($0.tree.encoded.prefix(3)) },
        Attack("the last byte missing", .truncated) { $0.bytes = Array($0.tree.encoded.dropLast()) },
        Attack("a byte behind", .trailingBytes) { $0.bytes = $0.tree.encoded + [0] },
        Attack("a second signature behind", .trailingBytes) { $0.bytes = $0.tree.encoded + $0.tree.encoded },
        Attack("base64", .notDER) { $0.bytes = [UInt8](Data($0.tree.encoded).base64EncodedData()) },
        Attack("another tag outermost", .notDER) { $0.tree.tag = 0x31 },
        Attack("an indefinite length outermost", .indefiniteLength) {
            let content = $0.tree.children.flatMap(\.encoded)
            $0.bytes = [0x30, 0x80] + content + [0, 0]
        },
        Attack("an indefinite length inside", .notDER) {
            let content = $0.tree.children[0].encoded + [0xA0, 0x80] + $0.signedData.encoded + [0, 0]
            $0.bytes = DERTree(0x30, content).encoded
        },
        Attack("an outermost length with a zero in front", .notDER) {
            let content = $0.tree.children.flatMap(\.encoded)
            $0.bytes = [0x30, 0x83, 0, UInt8(content.count >> 8), UInt8(content.count & 0xFF)] + content
        },
        Attack("an outermost length of five bytes", .notDER) {
            $0.bytes = [0x30, 0x85, 0, 0, 0, 0, 1, 0]
        },
        Attack("a long length where a short one does", .notDER) {
            var bytes = $0.tree.encoded
            bytes.insert(0x81, at: 5)
            let content = Array(bytes.dropFirst(4))
            $0.bytes = DERTree(0x30, content).encoded
        },
        Attack("nesting without end", .notDER) {
            $0.bytes = (0..<60).reduce(DERTree(0x30, [UInt8]())) { tree, _ in DERTree(0x30, [tree]) }.encoded
        },
        Attack("an OCTET STRING in pieces", .structureInvalid) {
            $0.signer.children[5] = DERTree(0x24, [$0.signer.children[5]])
        },
        Attack(
            "more bytes than the limit",
            .tooLarge,
            twin: { $0.limits.maximumBytes = $0.tree.encoded.count },
            forge: {
                $0.limits.maximumBytes = $0.tree.encoded.count - 1
            }
        ),
        Attack("id-data outermost", .notSignedData) {
            $0.tree.children[0] = try .objectIdentifier([1, 2, 840, 113549, 1, 7, 1])
        },
        Attack("a certificate for a signature", .notSignedData) { $0.tree = $0.certificates.children[0] },
        Attack("a field behind ContentInfo's", .notSignedData) { $0.tree.children.append(.null) },
        Attack("an empty SEQUENCE", .notSignedData) { $0.tree.children = [] },
        Attack("SignedData without its tag", .notSignedData) { $0.tree.children[1] = $0.signedData },
    ]
}
