// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
package import NIOCore
import ZegelCore

/// Reads parts of a stored content; it blocks, so the store's own threads use it.
package final class ContentReader: @unchecked Sendable {
    private let source: (_ count: Int, _ offset: Int) throws -> [UInt8]
    private let cipher: SegmentCipher
    private let size: Int

    init(size: Int, cipher: SegmentCipher, source: @escaping (_ count: Int, _ offset: Int) throws -> [UInt8]) {
        self.size = size
        self.cipher = cipher
        self.source = source
    }

    /// Deciphers a range of the content.
    ///
    /// - Throws: `storage.damaged` where the stored bytes were changed, swapped or cut off.
    package func read(_ range: Range<Int>) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try self.read(range) {
            if bytes.isEmpty { bytes.reserveCapacity(range.count) }
            bytes += $0
        }
        return bytes
    }

    /// Deciphers a range of the content, to be sent.
    ///
    /// - Throws: `storage.damaged` where the stored bytes were changed, swapped or cut off.
    package func buffer(_ range: Range<Int>) throws -> ByteBuffer {
        var bytes = ByteBuffer()
        try self.read(range) {
            if bytes.capacity == 0 { bytes.reserveCapacity(range.count) }
            bytes.writeBytes($0)
        }
        return bytes
    }

    private func read(_ range: Range<Int>, _ take: (Data) -> Void) throws {
        guard range.lowerBound >= 0, range.upperBound <= self.size else { throw Problem(.rangeInvalid) }
        guard !range.isEmpty else { return }
        let last = SegmentCipher.segments(of: self.size) - 1
        for number in range.lowerBound / SegmentCipher.plain...(range.upperBound - 1) / SegmentCipher.plain {
            let start = number * SegmentCipher.plain
            let count = min(self.size - start, SegmentCipher.plain) + 16
            let sealed = try self.source(count, number * SegmentCipher.sealed)
            guard sealed.count == count else { throw Problem(.storageDamaged, "A stored content ends too early.") }
            let plain = try self.cipher.open(sealed[...], number: number, isLast: number == last)
            let wanted = max(0, range.lowerBound - start)..<min(plain.count, range.upperBound - start)
            take(plain.dropFirst(wanted.lowerBound).prefix(wanted.count))
        }
    }
}
