// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import ZegelCore
import ZegelPolicy

/// The folder of the cases, read with the policies that they belong to.
struct CaseFolder {
    let path: String
    let policy: PolicySet
    let book: CaseBook

    /// Reads the folder; one that is not there has no cases.
    ///
    /// - Throws: `configuration.invalid` with every fault, each with its place.
    init(path: String, policy: PolicySet) throws(Problem) {
        self.path = path
        self.policy = policy
        self.book = try Self.book(try Self.source(path), path, policy)
    }

    /// An exchange of the policies by its name.
    func known(_ exchange: String) throws(Problem) -> String {
        let names = self.policy.exchangeNames
        guard names.contains(exchange) else {
            let hint = Spelling.hint(for: exchange, among: names)
            throw Problem(.parameterInvalid, "There is no exchange “\(exchange)”\(hint)")
        }
        return exchange
    }

    /// Changes the cases of an exchange and writes them: whole, in one step, and durable when it returns.
    ///
    /// Commands that come at once wait for each other.
    ///
    /// - Returns: The case as it is now.
    func change(
        _ exchange: String,
        _ id: String,
        _ change: (inout CaseFile) throws(Problem) -> Void
    ) throws -> CaseBook.Case {
        let lock = try FolderLock(self.path)
        defer { lock.release() }
        // What another command wrote in the meantime counts.
        let source = try Self.source(self.path)
        let book = try Self.book(source, self.path, self.policy)
        let name = "\(exchange).yaml"
        var file = try CaseFile(exchange, in: book, bytes: source.files.first { $0.path == name }?.bytes)
        try change(&file)
        // The server must be able to read what is written, or it would go on with what was there before.
        let written = [(name, Array(file.text.utf8))]
        let others = source.files.filter { $0.path != name }.map { ($0.path, $0.bytes) }
        let new = try Self.book(PolicySource(files: others + written), self.path, self.policy)
        guard let found = new.case(id, of: exchange), found == (try file.case(id)) else {
            throw Problem(.internalError, "The case would not be read as it is meant.")
        }
        try lock.replace(name, with: Array(file.text.utf8))
        return found
    }

    private static func source(_ path: String) throws(Problem) -> PolicySource {
        guard FileManager.default.fileExists(atPath: path) else { return PolicySource(files: []) }
        return try PolicySource.read(folder: path)
    }

    private static func book(_ source: PolicySource, _ path: String, _ policy: PolicySet) throws(Problem) -> CaseBook {
        do { return try CaseBook(source, for: policy) } catch {
            let count = error.faults.count
            throw Problem(
                .configuration,
                "\(count) \(count == 1 ? "fault" : "faults") in \(path).",
                items: error.faults.map {
                    .init(code: "case", location: "\(path)/\($0.file):\($0.line):\($0.column)", detail: $0.message)
                }
            )
        }
    }
}

/// A folder that one process at a time changes files in.
struct FolderLock {
    private let path: String
    private let descriptor: Int32

    /// Waits until no other process has it; makes the folder where it is absent.
    init(_ path: String) throws(Problem) {
        try? FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o755]
        )
        self.path = path
        self.descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard self.descriptor >= 0, flock(self.descriptor, LOCK_EX) == 0 else {
            throw Problem(.configuration, "The folder \(path) cannot be used.")
        }
    }

    func release() { close(self.descriptor) }

    /// Puts a file in the place of another, in one step: whoever reads has the old one or the new one, also after a power cut.
    func replace(_ name: String, with bytes: [UInt8]) throws {
        // Names that begin with a dot are nothing to whoever reads the folder.
        let temporary = "\(self.path)/.\(name).\(MessageID.random().description.prefix(8))"
        let target = "\(self.path)/\(name)"
        let mode = (try? FileManager.default.attributesOfItem(atPath: target))?[.posixPermissions] as? NSNumber
        do {
            let file = unsafe open(temporary, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o644)
            guard file >= 0 else { throw POSIXError(.EIO) }
            let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
            try handle.write(contentsOf: bytes)
            if let mode { guard fchmod(file, mode_t(mode.uint32Value)) == 0 else { throw POSIXError(.EIO) } }
            try handle.synchronize()
            try handle.close()
            guard unsafe rename(temporary, target) == 0, fsync(self.descriptor) == 0 else { throw POSIXError(.EIO) }
        } catch {
            unsafe unlink(temporary)
            throw Problem(.configuration, "\(target) cannot be written.")
        }
    }
}
