// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto

/// A push parser for containers (EN 319 162-1, Annex A).
///
/// It takes pieces of any size and holds one header, the directory so far and, for deflated entries, one piece of
/// content, whatever arrives. Content counts as genuine only when the reader has finished: a wrong CRC or directory
/// shows at the end.
public struct ContainerReader: ~Copyable, Sendable {
    /// What the reader tells while it reads.
    public enum Event: Hashable, Sendable {
        /// An entry begins; the size is `nil` if it stands behind the content.
        case began(name: String, size: Int?)
        /// The next content of the entry, inflated; never empty.
        case content(ArraySlice<UInt8>)
        /// The entry ended, and its sizes and CRC are right.
        case ended(ContainerEntry)
    }

    enum State: Sendable {
        case signature
        case localHeader
        case stored
        case deflated
        case descriptor
        case centralHeader
        case endRecord
        case finished
        case stopped(ASiCError)
    }

    /// What `mimetype` holds.
    static let mediaType = Array(ContainerWriter.mediaType.utf8)

    let limits: ContainerLimits
    var state = State.signature
    var pending: [UInt8] = []
    var needed = 4
    var position = 0
    /// `nil` where the container is hashed elsewhere.
    var whole: SHA256?
    var open: OpenEntry?
    var inflater: Inflater?
    var contentSize = 0
    var names = NameRegister()
    var entries: [ContainerEntry] = []
    var listed = 0
    var entriesSize = 0
    var directory: [UInt8] = []

    /// Makes a reader for one container.
    ///
    /// - Parameter isHashedElsewhere: Whether somebody else computes the digest of the whole, on another core, and hands it
    ///   to ``finish(digest:)``. The digests of the entries are always computed here.
    public init(limits: ContainerLimits = .init(), isHashedElsewhere: Bool = false) {
        self.limits = limits
        self.whole = isHashedElsewhere ? nil : SHA256()
    }

    /// Takes the next bytes and tells what they hold.
    ///
    /// - Throws: ``ASiCError``, or what the handler throws. After either the reader is of no more use.
    public mutating func consume(_ bytes: ArraySlice<UInt8>, _ handle: (Event) throws -> Void) throws {
        if case .stopped(let error) = self.state { throw error }
        do {
            try self.read(bytes, handle)
        } catch {
            self.state = .stopped(error as? ASiCError ?? ASiCError(.readerStopped, "The content was not wanted."))
            throw error
        }
    }

    /// Takes the next bytes and tells what they hold.
    ///
    /// - Throws: ``ASiCError``, or what the handler throws. After either the reader is of no more use.
    public mutating func consume(_ bytes: [UInt8], _ handle: (Event) throws -> Void) throws {
        try self.consume(bytes[...], handle)
    }

    /// Says that nothing more comes, and returns what was read.
    ///
    /// - Parameter digest: The SHA-256 of all bytes, where the reader was made not to compute it.
    /// - Throws: ``ASiCError`` if the container is not complete.
    public mutating func finish(digest: [UInt8]? = nil) throws(ASiCError) -> ContainerIndex {
        switch self.state {
        case .finished:
            guard let digest = self.whole.map({ Array($0.finalize()) }) ?? digest else {
                throw ASiCError(.readerStopped, "The digest of the container is missing.")
            }
            self.state = .stopped(ASiCError(.readerStopped, "The container was read to its end."))
            return ContainerIndex(
                entries: self.entries,
                entriesSize: self.entriesSize,
                directory: self.directory,
                size: self.position,
                digest: digest
            )
        case .stopped(let error):
            throw error
        default:
            let found = self.position + self.pending.count
            guard found > 0 else { throw ASiCError(.empty, "The container has no bytes.") }
            throw ASiCError(.truncated, "The container ends after \(found) bytes, before its end record.")
        }
    }

    private mutating func read(_ bytes: ArraySlice<UInt8>, _ handle: (Event) throws -> Void) throws {
        let room = min(self.limits.maximumSize, ContainerLimits.largest) - self.position - self.pending.count
        guard bytes.count <= room else {
            throw ASiCError(.tooLarge, "The container has more than \(self.limits.maximumSize) bytes.")
        }
        unsafe bytes.withUnsafeBytes { unsafe self.whole?.update(bufferPointer: $0) }
        var rest = bytes
        while !rest.isEmpty {
            switch self.state {
            case .stored:
                try self.readStored(&rest, handle)
            case .deflated:
                try self.readDeflated(&rest, handle)
            case .finished:
                throw ASiCError(.trailingBytes, "Bytes follow the end of the container at \(self.position).")
            default:
                let piece = rest.prefix(self.needed - self.pending.count)
                self.pending += piece
                rest = rest.dropFirst(piece.count)
                if self.pending.count == self.needed {
                    try self.readStructure(handle)
                }
            }
        }
    }
}
