// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CZlib

/// Raw inflate (RFC 1951) through the system's zlib, in pieces of at most 64 KiB.
///
/// The `z_stream` must not move, so it lives behind a pointer that this class owns. `@unchecked Sendable` because the
/// one reader that owns an inflater cannot be copied.
@safe
final class Inflater: @unchecked Sendable {
    /// What one step did.
    struct Step {
        /// Bytes of input that were used up.
        let used: Int
        /// Inflated bytes.
        let output: ArraySlice<UInt8>
        /// Whether the stream is at its end.
        let isEnded: Bool
        /// Whether more output may come without more input.
        var mayContinue: Bool { !self.isEnded && self.output.count == Inflater.pieceSize }
    }

    static let pieceSize = 65_536

    private let stream: UnsafeMutablePointer<z_stream>
    private var output = [UInt8](repeating: 0, count: Inflater.pieceSize)

    init() throws(ASiCError) {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        unsafe self.stream = stream
        let status = unsafe inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else { throw ASiCError(.outOfMemory, "zlib answered \(status).") }
    }

    deinit {
        unsafe inflateEnd(self.stream)
        unsafe self.stream.deallocate()
    }

    /// Makes ready for the next entry.
    func reset() {
        _ = unsafe inflateReset(self.stream)
    }

    /// Inflates until the input is used up, 64 KiB have come out, or the stream ends.
    ///
    /// - Returns: `nil` if the data is not deflate.
    func step(_ input: ArraySlice<UInt8>) -> Step? {
        let capacity = Self.pieceSize
        let available = min(input.count, 1 << 30)
        let stream = unsafe self.stream
        let status = unsafe input.withUnsafeBufferPointer { source in
            unsafe self.output.withUnsafeMutableBufferPointer { target in
                unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                unsafe stream.pointee.avail_in = UInt32(available)
                unsafe stream.pointee.next_out = target.baseAddress
                unsafe stream.pointee.avail_out = UInt32(capacity)
                return unsafe inflate(stream, Z_NO_FLUSH)
            }
        }
        let used = unsafe available - Int(stream.pointee.avail_in)
        let made = unsafe capacity - Int(stream.pointee.avail_out)
        unsafe stream.pointee.next_in = nil
        unsafe stream.pointee.next_out = nil
        // Z_BUF_ERROR says that nothing could be done without more input.
        guard [Z_OK, Z_STREAM_END, Z_BUF_ERROR].contains(status) else { return nil }
        return Step(used: used, output: self.output[..<made], isEnded: status == Z_STREAM_END)
    }
}

/// CRC-32 as ZIP uses it.
enum Checksum {
    static func crc32(_ bytes: UnsafeRawBufferPointer, continuing value: UInt32) -> UInt32 {
        let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
        guard let start = unsafe start else { return value }
        return unsafe UInt32(truncatingIfNeeded: crc32_z(UInt(value), start, bytes.count))
    }
}
