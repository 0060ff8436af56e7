// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import ZegelCore

/// Encrypts a content in segments, so that any part can be read without the rest: AES-256-GCM over 64 KiB each.
///
/// The nonce of a segment is its number and a flag for the last one (the STREAM construction), under a key that encrypts one content
/// only: segments that are changed, swapped, repeated or cut off are noticed.
struct SegmentCipher: Sendable {
    /// Bytes of a segment before encryption.
    static let plain = 65_536
    /// Bytes of a full segment after it.
    static let sealed = plain + 16

    private static let nonceSize = 12
    private let key: SymmetricKey

    init(messageKey: SymmetricKey) {
        self.key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: messageKey,
            info: Array("zegel content v1".utf8),
            outputByteCount: 32
        )
    }

    /// Bytes that a content takes when encrypted.
    static func sealedSize(of size: Int) -> Int { size + 16 * self.segments(of: size) }

    /// How many segments a content has; an empty one has one.
    static func segments(of size: Int) -> Int { max(1, (size + self.plain - 1) / self.plain) }

    func seal(_ bytes: ArraySlice<UInt8>, number: Int, isLast: Bool) throws -> [UInt8] {
        let box = try AES.GCM.seal(bytes, using: self.key, nonce: Self.nonce(number, isLast))
        guard let sealed = box.combined else { throw Problem(.internalError, "A segment could not be encrypted.") }
        // Nonce, ciphertext and tag stand in one piece; the nonce is known without it.
        return Array(sealed.dropFirst(Self.nonceSize))
    }

    func open(_ bytes: ArraySlice<UInt8>, number: Int, isLast: Bool) throws -> Data {
        guard bytes.count >= 16 else { throw Problem(.storageDamaged, "A stored content ends too early.") }
        do {
            let box = try AES.GCM.SealedBox(
                nonce: Self.nonce(number, isLast),
                ciphertext: bytes.dropLast(16),
                tag: bytes.suffix(16)
            )
            return try AES.GCM.open(box, using: self.key)
        } catch { throw Problem(.storageDamaged, "A segment of a stored content is damaged.") }
    }

    /// Encrypts a whole content that is in memory.
    func seal(whole bytes: [UInt8]) throws -> [UInt8] {
        var sealed: [UInt8] = []
        sealed.reserveCapacity(Self.sealedSize(of: bytes.count))
        let count = Self.segments(of: bytes.count)
        for number in 0..<count {
            let start = number * Self.plain
            let piece = bytes[start..<min(bytes.count, start + Self.plain)]
            sealed += try self.seal(piece, number: number, isLast: number == count - 1)
        }
        return sealed
    }

    private static func nonce(_ number: Int, _ isLast: Bool) throws -> AES.GCM.Nonce {
        var bytes = [UInt8](repeating: 0, count: Self.nonceSize)
        for place in 0..<8 { bytes[10 - place] = UInt8(truncatingIfNeeded: number >> (8 * place)) }
        bytes[11] = isLast ? 1 : 0
        return try AES.GCM.Nonce(data: bytes)
    }
}
