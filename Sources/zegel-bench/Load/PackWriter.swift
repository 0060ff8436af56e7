// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import Foundation
import Glibc
import NIOCore
import Synchronization
import ZegelClient
import ZegelCommands
import ZegelCore

/// Makes containers that are all distinct: each has a header and a signature of its own around one document.
struct PackWriter {
    /// Documents above so many bytes are not repeated in each container.
    private static let repeated = 131_072

    /// What tells its references from those of other packs.
    let series: Int
    /// The header that all have, but for their reference and what is random in them.
    let template: [JSONValue.Member]
    let signer: CAdESSigner
    /// Bytes of the document.
    let size: Int

    /// Makes a pack on all cores.
    func write(_ count: Int, to path: String) throws {
        let file = "\(path).document"
        try self.writeDocument(file)
        let document = try EnclosedDocument(path: file)
        let first = try self.slot(0, document)
        // Signatures differ by some bytes.
        let slot = (first.count + 128 + 255) / 256 * 256
        let output = try Self.create(path, beginningWith: Array(ByteBuffer(integer: UInt64(slot)).readableBytesView))
        let failed = Mutex<(any Error)?>(nil)
        let lanes = ProcessInfo.processInfo.activeProcessorCount
        DispatchQueue.concurrentPerform(iterations: lanes) { lane in
            do {
                for number in stride(from: lane, to: count, by: lanes) {
                    var bytes = try self.slot(number, document)
                    bytes += Array(repeating: 0, count: slot - bytes.count)
                    let written = unsafe pwrite(output, bytes, slot, 8 + number * slot)
                    guard written == slot else { throw NoPack(path: path) }
                }
            } catch {
                failed.withLock { $0 = error }
            }
        }
        close(output)
        if let error = failed.withLock({ $0 }) { throw error }
    }

    private static func create(_ path: String, beginningWith head: [UInt8]) throws -> Int32 {
        let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard file >= 0, unsafe pwrite(file, head, head.count, 0) == head.count else { throw NoPack(path: path) }
        return file
    }

    /// A document of bytes that look random, so that nothing on the way can make it smaller.
    private func writeDocument(_ path: String) throws {
        var generator = SystemRandomNumberGenerator()
        let block = (0..<min(self.size, 1_048_576)).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        guard FileManager.default.createFile(atPath: path, contents: nil) else { throw NoPack(path: path) }
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        var left = self.size
        while left > 0 {
            try handle.write(contentsOf: block.prefix(left))
            left -= min(left, block.count)
        }
        try handle.close()
    }

    private func slot(_ number: Int, _ document: EnclosedDocument) throws -> [UInt8] {
        let kenmerk = JSONValue.Member("kenmerk", .string("AIVD-BENCH-\(self.series)-\(number)"))
        let members = self.template.map { $0.key == "kenmerk" ? kenmerk : $0 }
        let builder = try ContainerBuilder(
            template: .object(members),
            documents: [document],
            signer: self.signer,
            at: .now
        )
        var (prefix, suffix): ([UInt8], [UInt8]) = ([], [])
        let isApart = self.size > Self.repeated
        var (pieces, seen) = (0, 0)
        try builder.pieces { piece in
            pieces += 1
            // Three entries and the document's header come first.
            if !isApart || pieces <= 4 {
                prefix += piece
            } else if seen < self.size {
                seen += piece.count
            } else {
                suffix += piece
            }
        }
        let apart = isApart ? self.size : 0
        var head = ByteBuffer()
        head.writeMultipleIntegers(UInt32(prefix.count), UInt32(suffix.count), UInt64(apart))
        return Array(head.readableBytesView) + prefix + suffix
    }
}
