// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore

/// Weighs the frames of one direction of a connection: what carries a request, an answer or a body, and what carries nothing.
///
/// It looks at the nine bytes at the head of each frame (RFC 9113 §4.1) and skips the rest.
struct FrameMeter {
    /// Bytes of header fields and of bodies.
    var useful = 0
    /// Bytes of all other frames, those of unknown types among them, and the heads of bodies.
    var idle = 0
    /// GOAWAY frames.
    private(set) var farewells = 0
    private var skipped: Int
    private var head: UInt32 = 0
    private var headCount = 0

    /// - Parameter preface: Bytes that come before the first frame.
    init(preface: Int = 0) { self.skipped = preface }

    mutating func weigh(_ bytes: ByteBuffer) {
        var index = bytes.readerIndex
        while index < bytes.writerIndex {
            if self.skipped > 0 {
                let count = min(self.skipped, bytes.writerIndex - index)
                self.skipped -= count
                index += count
            } else {
                // Length and type are the first four bytes; flags and stream do not matter here.
                if self.headCount < 4 {
                    self.head = self.head << 8 | UInt32(bytes.getInteger(at: index, as: UInt8.self) ?? 0)
                }
                self.headCount += 1
                index += 1
                if self.headCount == 9 { self.begin() }
            }
        }
    }

    private mutating func begin() {
        let length = Int(self.head >> 8)
        switch self.head & 0xFF {
        case 0:  // DATA
            self.useful += length
            self.idle += 9
        case 1, 9: self.useful += 9 + length  // HEADERS, CONTINUATION
        case 7:  // GOAWAY
            self.farewells += 1
            self.idle += 9 + length
        default: self.idle += 9 + length
        }
        (self.skipped, self.head, self.headCount) = (length, 0, 0)
    }
}
