// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc

/// The file system of this machine.
package struct SystemFileSystem: FileSystem {
    /// Creates it.
    package init() {}

    /// Makes a folder with mode 0700, and those above it where they are absent; one that is there is left as it is.
    package func makeFolder(_ path: String) throws {
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
    }

    /// Creates a file with mode 0600.
    ///
    /// - Throws: ``SystemError``, also where something of that name is there (`O_EXCL`).
    package func create(_ path: String) throws -> any OutputFile {
        let descriptor = unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SystemError(errno) }
        return WrittenFile(FileHandle(fileDescriptor: descriptor, closeOnDealloc: true))
    }

    /// Opens a file for reading.
    ///
    /// - Throws: ``SystemError``.
    package func open(_ path: String) throws -> any InputFile {
        let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemError(errno) }
        return ReadFile(FileHandle(fileDescriptor: descriptor, closeOnDealloc: true))
    }

    /// Opens a file that is there, to write over parts of it.
    ///
    /// - Throws: ``SystemError``.
    package func update(_ path: String) throws -> any UpdatedFile {
        let descriptor = unsafe Glibc.open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemError(errno) }
        return OverwrittenFile(FileHandle(fileDescriptor: descriptor, closeOnDealloc: true))
    }

    /// Renames in one step; what had the other name is gone.
    ///
    /// - Throws: ``SystemError``, also for a name on another file system.
    package func rename(_ path: String, to other: String) throws {
        guard unsafe Glibc.rename(path, other) == 0 else { throw SystemError(errno) }
    }

    /// Makes the names in a folder durable with fsync of the folder itself.
    ///
    /// - Throws: ``SystemError``.
    package func syncFolder(_ path: String) throws {
        let descriptor = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemError(errno) }
        defer { _ = Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw SystemError(errno) }
    }

    /// Removes a file, not a folder.
    ///
    /// - Throws: ``SystemError``, also where there is none.
    package func remove(_ path: String) throws {
        guard unsafe unlink(path) == 0 else { throw SystemError(errno) }
    }

    /// The bytes that are free on the disk of a folder.
    static func space(at path: String) throws -> Int {
        var answer = statvfs()
        guard unsafe statvfs(path, &answer) == 0 else { throw SystemError(errno) }
        let (bytes, isMore) = UInt64(answer.f_bavail).multipliedReportingOverflow(by: UInt64(answer.f_frsize))
        return isMore ? .max : Int(clamping: bytes)
    }

    /// The names in a folder, in no order, without those above it.
    package func list(_ path: String) throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path) }
}

/// What the system said.
package struct SystemError: Error, Hashable, CustomStringConvertible {
    /// The number.
    package let number: Int32

    /// There is no such file.
    static let absent = SystemError(ENOENT)

    /// Takes a number.
    package init(_ number: Int32) { self.number = number }

    /// What the system calls the number, in English or the language of the process.
    package var description: String { unsafe String(cString: strerror(self.number)) }
}

/// A file that is written from its beginning to its end, by one job at a time.
private final class WrittenFile: OutputFile {
    /// The disk is given what was written so far each time that so much has come, so that the sync at the end finds little left.
    private static let step = 8_388_608
    private let handle: FileHandle
    private var size = 0
    private var given = 0

    init(_ handle: FileHandle) { self.handle = handle }

    func write(_ bytes: [UInt8]) throws {
        try self.handle.write(contentsOf: bytes)
        self.size += bytes.count
        guard self.size - self.given >= Self.step else { return }
        // Of pages that are dirty this begins to write them back, and waits for none; `fsync` alone promises anything, and tells what went wrong.
        _ = posix_fadvise(self.handle.fileDescriptor, self.given, self.size - self.given, POSIX_FADV_DONTNEED)
        self.given = self.size
    }

    func sync() throws {
        guard fsync(self.handle.fileDescriptor) == 0 else { throw SystemError(errno) }
    }

    func close() throws { try self.handle.close() }
}

private struct ReadFile: InputFile {
    private let handle: FileHandle

    init(_ handle: FileHandle) { self.handle = handle }

    func read(_ count: Int, at offset: Int) throws -> [UInt8] {
        let descriptor = self.handle.fileDescriptor
        return try unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
            while length < count {
                let rest = unsafe UnsafeMutableBufferPointer(rebasing: buffer[length...])
                let done = unsafe pread(descriptor, rest.baseAddress, rest.count, off_t(offset + length))
                if done < 0, errno == EINTR { continue }
                guard done >= 0 else { throw SystemError(errno) }
                guard done > 0 else { return }
                length += done
            }
        }
    }
}

private struct OverwrittenFile: UpdatedFile {
    private let handle: FileHandle

    init(_ handle: FileHandle) { self.handle = handle }

    func write(_ bytes: [UInt8], at offset: Int) throws {
        try self.handle.seek(toOffset: UInt64(offset))
        try self.handle.write(contentsOf: bytes)
    }

    func sync() throws {
        guard fdatasync(self.handle.fileDescriptor) == 0 else { throw SystemError(errno) }
    }
}
