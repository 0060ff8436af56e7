// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import SwiftASN1

/// The digests that a signature may be made with.
enum DigestAlgorithm: Hashable, Sendable {
    case sha256
    case sha384

    /// Reads an AlgorithmIdentifier.
    ///
    /// RFC 5754 section 2 has writers leave the parameters out and readers accept NULL as well, as older writers put it.
    init(_ node: DERNode) throws(CAdESError) {
        var fields = try NodeReader(node, as: .sequence, in: "AlgorithmIdentifier")
        let algorithm = try fields.objectIdentifier()
        guard try fields.endsWithNullOrNothing() else { throw .unsupported }
        switch algorithm {
        case .CMS.sha256: self = .sha256
        case .CMS.sha384: self = .sha384
        default: throw .unsupported
        }
    }

    /// The AlgorithmIdentifier, without parameters.
    func encoded() throws -> [UInt8] {
        try AlgorithmIdentifier.encode(self == .sha256 ? .CMS.sha256 : .CMS.sha384)
    }

    /// The digest of some bytes.
    func hash(_ bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .sha256: [UInt8](SHA256.hash(data: bytes))
        case .sha384: [UInt8](SHA384.hash(data: bytes))
        }
    }

    /// Whether `digest` is that of `bytes`.
    func matches(_ digest: ArraySlice<UInt8>, of bytes: some Collection<UInt8>) -> Bool {
        switch self {
        case .sha256:
            var hash = SHA256()
            hash.updateInPlace(bytes)
            return hash.finalize().elementsEqual(digest)
        case .sha384:
            var hash = SHA384()
            hash.updateInPlace(bytes)
            return hash.finalize().elementsEqual(digest)
        }
    }
}

extension HashFunction {
    /// Takes in bytes without copying them where they lie in one piece.
    mutating func updateInPlace(_ bytes: some Collection<UInt8>) {
        let done: Void? = bytes.withContiguousStorageIfAvailable { unsafe self.update(bufferPointer: .init($0)) }
        if done == nil { self.update(data: [UInt8](bytes)) }
    }
}
