// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// What the store asks of a file system; tests hand in one that fails when told to.
package protocol FileSystem: Sendable {
    /// Makes a folder that only its owner may enter, with those above it, where it is absent.
    func makeFolder(_ path: String) throws
    /// Creates a file that only its owner may read; it must not exist.
    func create(_ path: String) throws -> any OutputFile
    /// Opens a file for reading.
    func open(_ path: String) throws -> any InputFile
    /// Opens a file that is written over in place.
    func update(_ path: String) throws -> any UpdatedFile
    /// Gives a file another name in one step; durable after ``syncFolder(_:)`` of both folders.
    func rename(_ path: String, to other: String) throws
    /// Makes the names in a folder durable.
    func syncFolder(_ path: String) throws
    /// Removes a file.
    func remove(_ path: String) throws
    /// The names in a folder.
    func list(_ path: String) throws -> [String]
    /// The bytes that are free on the disk of a folder, for who is not the superuser.
    func free(_ path: String) throws -> Int
}

extension FileSystem {
    /// What the machine says, where a file system says nothing else.
    package func free(_ path: String) throws -> Int { try SystemFileSystem.space(at: path) }
}

/// A file that is being written.
package protocol OutputFile {
    /// Appends bytes; durable after ``sync()``.
    func write(_ bytes: [UInt8]) throws
    /// Makes what was written durable (fsync).
    func sync() throws
    /// Closes the file.
    func close() throws
}

/// A file of fixed size whose parts are written over.
package protocol UpdatedFile {
    /// Writes bytes over those at an offset; durable after ``sync()``.
    func write(_ bytes: [UInt8], at offset: Int) throws
    /// Makes what was written durable (fdatasync: the size stays).
    func sync() throws
}

/// A file that is being read.
package protocol InputFile {
    /// Reads exactly so many bytes from an offset; fewer where the file ends.
    func read(_ count: Int, at offset: Int) throws -> [UInt8]
}
