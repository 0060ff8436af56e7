// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import NIOCore
import ZegelCore

/// A file that appears under its name only when all of it is there and durable.
///
/// It is written beside its place under another name; whoever made it either keeps it or throws it away, or leaves it there to go on with.
final class TargetFile {
    private let path: String
    private let temporary: String
    private let mayReplace: Bool
    private let file: FileHandle
    private var hash = SHA256()
    /// Whether it has its name beside the other.
    private var hasAppeared = false
    private(set) var size = 0

    /// Makes it.
    ///
    /// - Parameters:
    ///   - mayReplace: Whether what already has the name may go.
    ///   - part: The name beside it, where what is there already is gone on with; unless another process does so now.
    /// - Throws: ``ClientError`` with `configuration.invalid` where something has the name, or the folder cannot be written.
    init(_ path: String, mayReplace: Bool, part: String? = nil) throws(ClientError) {
        self.path = path
        self.mayReplace = mayReplace
        if let part { Self.forget(part, of: path) }
        guard mayReplace || !FileManager.default.fileExists(atPath: path) else { throw Self.exists(path) }
        if let part, let file = Self.claimed(part) {
            (self.temporary, self.file) = (part, file)
        } else {
            self.temporary = "\(path).\(MessageID.random().description.prefix(8)).part"
            let descriptor = unsafe open(self.temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw Self.unwritable(path) }
            self.file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        }
        do {
            try KeptFile.step(.create) {}
            try self.takeUp()
        } catch {
            self.discard()
            throw Self.unwritable(path)
        }
    }

    /// A file under a name of its own, for this process alone; `nil` where another has it.
    private static func claimed(_ part: String) -> FileHandle? {
        let descriptor = unsafe open(part, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var (own, named) = (stat(), stat())
        // One that another process has finished meanwhile has another name, and no longer this one.
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, unsafe fstat(descriptor, &own) == 0,
            unsafe stat(part, &named) == 0, own.st_ino == named.st_ino, own.st_nlink == 1
        else { return nil }
        return file
    }

    /// Removes the other name of a file that was kept by a process that ended before it could.
    private static func forget(_ part: String, of path: String) {
        var (kept, other) = (stat(), stat())
        guard unsafe lstat(path, &kept) == 0, unsafe lstat(part, &other) == 0 else { return }
        if kept.st_ino == other.st_ino, kept.st_dev == other.st_dev { unsafe unlink(part) }
    }

    /// Reads what is there already, so that its digest is part of the whole.
    private func takeUp() throws {
        guard try self.file.seekToEnd() > 0 else { return }
        try FilePieces.read(self.temporary) { piece in
            self.hash.update(data: Array(piece))
            self.size += piece.count
        }
        try self.file.seek(toOffset: UInt64(self.size))
    }

    /// Throws away what was written, to begin anew.
    func restart() throws(ClientError) {
        do {
            try self.file.truncate(atOffset: 0)
            try self.file.seek(toOffset: 0)
        } catch { throw Self.unwritable(self.path) }
        (self.hash, self.size) = (SHA256(), 0)
    }

    /// Where its bytes are now.
    var place: String { self.temporary }

    /// Leaves it, to go on with later.
    func leave() { try? self.file.close() }

    /// Adds a piece.
    func write(_ piece: ByteBuffer) throws(ClientError) {
        let bytes = Array(piece.readableBytesView)
        do { try KeptFile.step(.write) { try self.file.write(contentsOf: bytes) } } catch {
            throw Self.unwritable(self.path)
        }
        self.hash.update(data: bytes)
        self.size += bytes.count
    }

    /// The digest of all that was written.
    var digest: ContentDigest { ContentDigest(self.hash.finalize()) }

    /// Makes it durable and gives it its name.
    ///
    /// After an error nothing new has the name, unless it took the place of another.
    func keep() throws(ClientError) {
        do {
            try KeptFile.step(.sync) { try self.file.synchronize() }
            try self.file.close()
            try KeptFile.step(.name) { try self.mayReplace ? self.replace() : self.appear() }
            try KeptFile.syncFolder(of: self.path)
        } catch {
            if self.hasAppeared { unsafe unlink(self.path) }
            throw error as? ClientError ?? Self.unwritable(self.path)
        }
        if self.hasAppeared { unsafe unlink(self.temporary) }
    }

    private func replace() throws(ClientError) {
        guard unsafe rename(self.temporary, self.path) == 0 else { throw Self.unwritable(self.path) }
    }

    /// A second name cannot take the place of another file, also not of one that came meanwhile.
    private func appear() throws(ClientError) {
        guard unsafe link(self.temporary, self.path) == 0 else {
            throw errno == EEXIST ? Self.exists(self.path) : Self.unwritable(self.path)
        }
        self.hasAppeared = true
    }

    /// Throws it away; of no effect once it was kept.
    func discard() {
        try? self.file.close()
        unsafe unlink(self.temporary)
    }

    private static func exists(_ path: String) -> ClientError {
        ClientError(Problem(.configuration, "\(path) exists already and is left as it is; name another file."))
    }

    private static func unwritable(_ path: String) -> ClientError {
        ClientError(Problem(.configuration, "\(path) cannot be written."))
    }
}
