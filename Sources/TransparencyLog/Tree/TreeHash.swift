// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto

/// A hash in a Merkle tree: SHA-256, 32 bytes.
///
/// Leaves and nodes are hashed with different first bytes, so that neither can pass for the other (RFC 6962, section 2.1).
public struct TreeHash: Hashable, Sendable {
    /// The number of bytes.
    public static let byteCount = 32

    // The bytes in the order of memory. Four integers need no allocation, and ten million hashes no ten million arrays.
    private let first: UInt64
    private let second: UInt64
    private let third: UInt64
    private let fourth: UInt64

    /// Reads a hash, or returns `nil` for anything but 32 bytes.
    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        self = unsafe Array(bytes).withUnsafeBytes { unsafe Self(loading: $0, at: 0) }
    }

    private init(loading bytes: UnsafeRawBufferPointer, at offset: Int) {
        self.first = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        self.second = unsafe bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)
        self.third = unsafe bytes.loadUnaligned(fromByteOffset: offset + 16, as: UInt64.self)
        self.fourth = unsafe bytes.loadUnaligned(fromByteOffset: offset + 24, as: UInt64.self)
    }

    private init(_ digest: SHA256Digest) {
        self = unsafe digest.withUnsafeBytes { unsafe Self(loading: $0, at: 0) }
    }

    /// The 32 bytes.
    public var bytes: [UInt8] { Self.bytes(of: CollectionOfOne(self)) }
}

extension TreeHash {
    /// The root of the tree without entries: SHA-256 of nothing.
    public static let empty = TreeHash(SHA256().finalize())

    /// The hash of an entry: SHA-256 over a zero byte and the entry.
    public static func leaf(_ entry: some Sequence<UInt8>) -> TreeHash {
        let found = entry.withContiguousStorageIfAvailable { bytes in
            unsafe withUnsafeTemporaryAllocation(byteCount: 1 + bytes.count, alignment: 1) { input in
                unsafe input.storeBytes(of: 0x00, as: UInt8.self)
                unsafe UnsafeMutableRawBufferPointer(rebasing: input[1...]).copyBytes(from: bytes)
                return unsafe Self.hash(UnsafeRawBufferPointer(input))
            }
        }
        return found ?? .leaf(Array(entry))
    }

    /// The hash of a node: SHA-256 over a one byte and the two hashes below it.
    public static func node(_ left: TreeHash, _ right: TreeHash) -> TreeHash {
        let size = 1 + 2 * Self.byteCount
        return unsafe withUnsafeTemporaryAllocation(byteCount: size, alignment: 1) { input in
            unsafe input.storeBytes(of: 0x01, as: UInt8.self)
            unsafe left.store(in: input, at: 1)
            unsafe right.store(in: input, at: 1 + Self.byteCount)
            return unsafe Self.hash(UnsafeRawBufferPointer(input))
        }
    }

    private static func hash(_ input: UnsafeRawBufferPointer) -> TreeHash {
        var hasher = SHA256()
        unsafe hasher.update(bufferPointer: input)
        return TreeHash(hasher.finalize())
    }

    private func store(in bytes: UnsafeMutableRawBufferPointer, at offset: Int) {
        unsafe bytes.storeBytes(of: self.first, toByteOffset: offset, as: UInt64.self)
        unsafe bytes.storeBytes(of: self.second, toByteOffset: offset + 8, as: UInt64.self)
        unsafe bytes.storeBytes(of: self.third, toByteOffset: offset + 16, as: UInt64.self)
        unsafe bytes.storeBytes(of: self.fourth, toByteOffset: offset + 24, as: UInt64.self)
    }
}

extension TreeHash {
    /// The bytes of hashes, one after the other.
    static func bytes(of hashes: some Collection<TreeHash>) -> [UInt8] {
        let size = hashes.count * Self.byteCount
        return unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            var offset = 0
            for hash in hashes {
                unsafe hash.store(in: UnsafeMutableRawBufferPointer(buffer), at: offset)
                offset += Self.byteCount
            }
            count = size
        }
    }

    /// Reads hashes that stand one after the other, or returns `nil` when the last is cut off.
    static func hashes(in bytes: [UInt8]) -> [TreeHash]? {
        guard bytes.count.isMultiple(of: Self.byteCount) else { return nil }
        return unsafe bytes.withUnsafeBytes { buffer in
            stride(from: 0, to: buffer.count, by: Self.byteCount).map { unsafe Self(loading: buffer, at: $0) }
        }
    }
}

extension TreeHash: CustomStringConvertible {
    /// The hash in base64, as checkpoints and proofs write it.
    public var description: String { Base64.encode(self.bytes) }
}
