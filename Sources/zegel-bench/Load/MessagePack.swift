// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import NIOCore

/// Containers that were made before, one behind the other in a file, each in a slot of the same size.
///
/// A large document is not repeated: containers that differ in header and signature have one document in a file beside the pack,
/// which comes between the two parts of a slot.
final class MessagePack: Sendable {
    /// Bytes before the parts of a slot: the lengths of what stands before and behind the document, and of the document.
    static let head = 16

    /// A container: what stands before its document, and behind.
    struct Container {
        let prefix: ByteBuffer
        let suffix: ByteBuffer
        /// Bytes of the document in the file beside the pack.
        let document: Int

        var size: Int { self.prefix.readableBytes + self.document + self.suffix.readableBytes }
    }

    private let slots: Int32
    private let document: Int32
    private let slot: Int
    /// How many containers it has.
    let count: Int

    init(path: String) throws {
        self.slots = unsafe open(path, O_RDONLY)
        self.document = unsafe open("\(path).document", O_RDONLY)
        guard self.slots >= 0 else { throw NoPack(path: path) }
        var head = try Self.read(self.slots, 8, at: 0)
        guard let slot = head.readInteger(as: UInt64.self), slot > 0 else { throw NoPack(path: path) }
        self.slot = Int(slot)
        let size = lseek(self.slots, 0, SEEK_END)
        self.count = (size - 8) / self.slot
    }

    deinit {
        close(self.slots)
        close(self.document)
    }

    /// What a container is called among those of all packs.
    static func name(_ path: String, _ number: Int) -> String {
        "\(path.split(separator: "/").last ?? "pack")-\(number)"
    }

    /// The container with a number.
    func container(_ number: Int) throws -> Container {
        var bytes = try Self.read(self.slots, self.slot, at: 8 + number * self.slot)
        guard let prefix = bytes.readInteger(as: UInt32.self), let suffix = bytes.readInteger(as: UInt32.self),
            let document = bytes.readInteger(as: UInt64.self), let before = bytes.readSlice(length: Int(prefix)),
            let behind = bytes.readSlice(length: Int(suffix))
        else { throw NoPack(path: "slot \(number)") }
        return Container(prefix: before, suffix: behind, document: Int(document))
    }

    /// A piece of the document.
    func document(_ length: Int, at offset: Int) throws -> ByteBuffer {
        try Self.read(self.document, length, at: offset)
    }

    private static func read(_ file: Int32, _ length: Int, at offset: Int) throws -> ByteBuffer {
        var buffer = ByteBufferAllocator().buffer(capacity: length)
        let count = unsafe buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: length) { bytes in
            unsafe max(0, pread(file, bytes.baseAddress, length, offset))
        }
        guard count == length else { throw NoPack(path: "offset \(offset)") }
        return buffer
    }
}

/// A pack that is not there, or has another form.
struct NoPack: Error, CustomStringConvertible {
    let path: String

    var description: String { "There are no containers at \(self.path); nothing was measured." }
}
