// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Synchronization
import ZegelCore
import ZegelStore
import ZegelVerify

/// A message with its old receipt while it arrives: written to a file as it is, and taken apart when all of it is there.
///
/// That costs a second writing, after a disaster only; in exchange nothing of it is believed before the whole was read. One job at a time
/// uses it, on the store's own threads.
final class ResubmittedBody: Sendable {
    /// All of it, read.
    struct Arrived: Sendable {
        let resubmission: Resubmission
        let container: ArrivedContainer
    }

    private struct Parts: ~Copyable {
        var whole: Spool?
        var content: Spool?
        var size = 0
    }

    private static let piece = 262_144
    private let parts = Mutex(Parts())
    private let store: Store
    private let limits: Limits

    init(_ store: Store, _ limits: Limits) {
        self.store = store
        self.limits = limits
    }

    /// Writes a piece.
    ///
    /// - Throws: `request.too-large`; what the file system said.
    func take(_ piece: ArraySlice<UInt8>) throws {
        try self.parts.withLock { parts in
            parts.size += piece.count
            guard parts.size <= self.limits.container + self.limits.resubmission else {
                throw Problem(.contentTooLarge, "A message with its receipt is larger than both may be.")
            }
            if parts.whole == nil { parts.whole = try self.store.makeSpool() }
            try parts.whole?.append(piece)
        }
    }

    /// Takes it apart: what was added, and the container as it was handed in first.
    func finish() throws -> Arrived {
        try self.parts.withLock { parts in
            guard let whole = parts.whole else { throw Problem(.resubmissionForm, "The body is empty.") }
            let spooled = try whole.finish()
            let reader = try self.store.content(of: spooled)
            func pieces(upTo end: Int, _ take: (ArraySlice<UInt8>) throws -> Void) throws {
                for start in stride(from: 0, to: end, by: Self.piece) {
                    try take(try reader.read(start..<min(end, start + Self.piece))[...])
                }
            }
            let resubmission = try Resubmission(upTo: self.limits.resubmission) { take in
                try pieces(upTo: spooled.size, take)
            }
            var intake = ContainerIntake(limits: self.limits)
            var inline: [UInt8] = []
            if resubmission.entriesSize + resubmission.directory.count > self.limits.inlineContainer {
                parts.content = try self.store.makeSpool()
            }
            func take(_ piece: ArraySlice<UInt8>) throws {
                try intake.consume(piece)
                if let content = parts.content { try content.append(piece) } else { inline += piece }
            }
            try pieces(upTo: resubmission.entriesSize, take)
            try take(resubmission.directory[...])
            let checked = try intake.finish()
            let content = try parts.content.map { try MessageContent.spooled($0.finish()) } ?? .inline(inline)
            return Arrived(
                resubmission: resubmission,
                container: ArrivedContainer(checked: checked, content: content)
            )
        }
    }

    /// Removes the files; that of the content stays where a message owns it.
    func discard(keepingContent isStored: Bool) {
        self.parts.withLock { parts in
            if let whole = parts.whole.take() { self.store.discard(whole) }
            if let content = parts.content.take(), !isStored { self.store.discard(content) }
        }
    }
}
