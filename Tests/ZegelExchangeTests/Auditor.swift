// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import Synchronization
import ZegelCore

/// Reads a whole log again from outside each time that it promises a checkpoint, in as few and plain lines as that takes.
///
/// It shares no code with the log: the tree, the note and the receipts are written out here once more. It remembers what it was shown for
/// as long as the tests run, so that a log that is opened again is held to it, too.
final class Auditor: Sendable {
    struct Finding: Error, CustomStringConvertible {
        let description: String
    }

    private struct Memory {
        /// Every checkpoint that was promised: its size and root.
        var promised: [Int: [UInt8]] = [:]
        var size = 0
        /// The leaves of all receipts, by their places.
        var receipts: [Int: [UInt8]] = [:]
        var looks = 0
        var findings: [Finding] = []
    }

    private static let all = Mutex<[String: Auditor]>([:])

    private let memory = Mutex(Memory())
    private let entries: @Sendable () throws -> [[UInt8]]
    private let key: String
    /// Of the log that a restore ended in this folder.
    private let before: Auditor?

    /// The auditor of a folder, one for all who open it; a log with another key begins anew there.
    static func of(
        _ folder: String,
        key: String,
        entries: @escaping @Sendable () throws -> [[UInt8]]
    ) -> Auditor {
        self.all.withLock { all in
            let known = all[folder]
            if let known, known.key == key { return known }
            let auditor = Auditor(key: key, before: known, entries: entries)
            all[folder] = auditor
            return auditor
        }
    }

    private init(key: String, before: Auditor?, entries: @escaping @Sendable () throws -> [[UInt8]]) {
        self.key = key
        self.before = before
        self.entries = entries
    }

    /// Holds a copy of the folder that was made now to all that was promised until now.
    func hold(_ copy: Auditor) {
        let known = self.memory.withLock { $0 }
        copy.memory.withLock { $0 = known }
    }

    /// How often it read the whole log.
    var looks: Int { self.memory.withLock { $0.looks } }

    /// Says the first thing that was wrong, if anything was.
    func expectNothing() throws(Finding) {
        if let finding = self.memory.withLock({ $0.findings.first }) { throw finding }
    }

    /// A checkpoint is about to be shown: what it speaks of must be there, and continue all that was shown before.
    func look(at note: [UInt8]) {
        self.memory.withLock { memory in
            memory.looks += 1
            do { try self.hold(Self.checkpoint(note, self.key), &memory) } catch {
                memory.findings.append(error as? Finding ?? Finding(description: "\(error)"))
            }
        }
    }

    private func hold(_ checkpoint: (size: Int, root: [UInt8]), _ memory: inout Memory) throws {
        let leaves = try self.entries().map { Self.sha256([0] + $0) }
        try Self.demand(
            leaves.count >= checkpoint.size,
            "\(checkpoint.size) entries are promised, \(leaves.count) there"
        )
        try Self.demand(checkpoint.size >= memory.size, "the log shrank from \(memory.size) to \(checkpoint.size)")
        try Self.demand(Self.root(leaves[..<checkpoint.size]) == checkpoint.root, "the root is another")
        if let root = memory.promised[memory.size] {
            try Self.demand(
                Self.root(leaves[..<memory.size]) == root,
                "it does not continue what it was at \(memory.size)"
            )
        }
        for (index, leaf) in memory.receipts {
            try Self.demand(index < checkpoint.size && leaves[index] == leaf, "the entry \(index) of a receipt is gone")
        }
        memory.promised[checkpoint.size] = checkpoint.root
        memory.size = checkpoint.size
    }

    /// A receipt was shown, of a message or a statement: its checkpoint must have been promised, and lead to what was signed.
    func take(_ receipt: JSONValue) throws {
        func bytes(_ key: String) throws -> [UInt8] {
            guard let data = receipt[key]?.string.flatMap({ Data(base64Encoded: $0) }) else {
                throw Finding(description: "a receipt has no \(key)")
            }
            return Array(data)
        }
        let isMessage = receipt["sealManifest"] != nil
        let signed = try (bytes(isMessage ? "sealManifest" : "record"), bytes(isMessage ? "seal" : "signature"))
        let details = Self.sha256(signed.0) + Self.sha256(signed.1)
        let leaf = Self.sha256([0] + Self.sha256(Array("zegel/log-entry/v1\n".utf8) + (try bytes("salt")) + details))
        let parts = String(decoding: try bytes("proof"), as: UTF8.self).split(separator: "\n\n", maxSplits: 1)
        guard parts.count == 2, let index = parts[0].split(separator: "\n").dropFirst().first?.dropFirst(6),
            let place = Int(index)
        else { throw Finding(description: "a receipt has no proof that can be read") }
        if let before, parts[1].hasPrefix("\(before.key.prefix { $0 != "+" })\n") {
            // The log that a restore ended; its entries are no longer those of this folder.
            let checkpoint = try Self.checkpoint(Array(parts[1].utf8), before.key)
            let promised = before.memory.withLock { $0.promised[checkpoint.size] }
            try Self.demand(promised == checkpoint.root, "a receipt is of no checkpoint that the earlier log promised")
            return try self.expectNothing()
        }
        let checkpoint = try Self.checkpoint(Array(parts[1].utf8), self.key)
        let leaves = try self.entries().map { Self.sha256([0] + $0) }
        try self.memory.withLock { memory in
            try Self.demand(memory.promised[checkpoint.size] == checkpoint.root, "a receipt came before its checkpoint")
            try Self.demand(place < checkpoint.size && leaves[place] == leaf, "a receipt is about another entry")
            memory.receipts[place] = leaf
        }
        try self.expectNothing()
    }

    // MARK: RFC 6962, and the note

    private static func root(_ leaves: ArraySlice<[UInt8]>) -> [UInt8] {
        guard leaves.count > 1 else { return leaves.first ?? self.sha256([]) }
        var left = 1
        while left * 2 < leaves.count { left *= 2 }
        return self.sha256([1] + self.root(leaves.prefix(left)) + self.root(leaves.dropFirst(left)))
    }

    /// The size and root that the key of the log signed.
    private static func checkpoint(_ note: [UInt8], _ key: String) throws -> (size: Int, root: [UInt8]) {
        let parts = String(decoding: note, as: UTF8.self).components(separatedBy: "\n\n")
        let (lines, words) = (parts[0].split(separator: "\n"), key.split(separator: "+", maxSplits: 2))
        guard parts.count > 1, lines.count == 3, lines[0] == words[0], let size = Int(lines[1]),
            let root = Data(base64Encoded: String(lines[2])), let key = Data(base64Encoded: String(words[2])),
            let line = parts[1].split(separator: "\n").first(where: { $0.hasPrefix("\u{2014} \(words[0]) ") }),
            let signature = Data(base64Encoded: String(line.split(separator: " ")[2]))
        else { throw Finding(description: "a checkpoint is none") }
        let isValid = try Curve25519.Signing.PublicKey(rawRepresentation: key.dropFirst())
            .isValidSignature(signature.dropFirst(4), for: Data((parts[0] + "\n").utf8))
        try self.demand(isValid, "a checkpoint is not signed by the log")
        return (size, Array(root))
    }

    private static func sha256(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

    private static func demand(_ isTrue: Bool, _ description: @autoclosure () -> String) throws(Finding) {
        guard isTrue else { throw Finding(description: description()) }
    }
}
