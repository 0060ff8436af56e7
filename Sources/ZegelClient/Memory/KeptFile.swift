// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
package import ZegelCore

/// Files that are kept as evidence.
package enum KeptFile {
    /// The steps by which a file is kept, in their order.
    package enum Step: Int, Hashable, Sendable, CaseIterable {
        /// A file beside its place is made.
        case create
        /// The bytes are written.
        case write
        /// They are made durable.
        case sync
        /// The file gets its name.
        case name
        /// The name is made durable.
        case syncFolder
    }

    /// A step that goes wrong in a test: it is not done, or done all the same.
    package struct Fault: Error, Hashable, Sendable {
        /// The step.
        package let step: Step
        /// Whether it is done.
        package let isDone: Bool

        /// Names a step.
        package init(_ step: Step, isDone: Bool) {
            self.step = step
            self.isDone = isDone
        }
    }

    /// The step that goes wrong, for whoever tests what comes of it.
    @TaskLocal package static var fault: Fault?

    /// Makes the folder of kept files, for its owner alone, where it is not there yet.
    ///
    /// - Throws: ``Problem`` `configuration.invalid`.
    static func makeFolder(_ path: String) throws(Problem) {
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw Problem(.configuration, "\(path) cannot be made.")
        }
    }

    /// Does a step.
    static func step(_ step: Step, _ work: () throws -> Void) throws {
        let fault = self.fault.flatMap { $0.step == step ? $0 : nil }
        if let fault, !fault.isDone { throw fault }
        try work()
        if let fault { throw fault }
    }

    /// Writes a file whole or not at all, and makes it and its name durable; one that is there already is replaced.
    ///
    /// - Throws: `configuration.invalid` where the folder cannot be written.
    package static func write(_ bytes: [UInt8], to path: String) throws(Problem) {
        let temporary = "\(path).\(UUID().uuidString.prefix(8)).tmp"
        do {
            try Self.step(.create) {
                guard
                    FileManager.default.createFile(
                        atPath: temporary,
                        contents: nil,
                        attributes: [.posixPermissions: 0o600]
                    )
                else { throw CocoaError(.fileWriteUnknown) }
            }
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: temporary))
            defer { try? file.close() }
            try Self.step(.write) { try file.write(contentsOf: bytes) }
            try Self.step(.sync) { try file.synchronize() }
            try Self.step(.name) {
                guard unsafe rename(temporary, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
            }
            try Self.syncFolder(of: path)
        } catch {
            try? FileManager.default.removeItem(atPath: temporary)
            throw Problem(.configuration, "\(path) cannot be written.")
        }
    }

    /// Makes the name of a file durable.
    static func syncFolder(of path: String) throws {
        try self.step(.syncFolder) {
            let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
            let folder = unsafe open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard folder >= 0 else { throw CocoaError(.fileWriteUnknown) }
            defer { close(folder) }
            guard fsync(folder) == 0 else { throw CocoaError(.fileWriteUnknown) }
        }
    }
}
