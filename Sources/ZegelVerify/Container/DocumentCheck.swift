// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import ZegelCore

/// Holds the entries behind the opening to the documents of the header: same names, order, sizes and digests.
struct DocumentCheck: Sendable {
    /// What every age file begins with (c2sp.org/age).
    static let agePrefix = Array("age-encryption.org/v1".utf8)

    private let documents: [MessageHeader.Document]
    private var next = 0
    private var start: [UInt8] = []

    init(_ documents: [MessageHeader.Document]) { self.documents = documents }

    mutating func begin(_ name: String, _ size: Int?) throws(Problem) {
        guard self.next < self.documents.count, self.documents[self.next].name == name else {
            guard self.documents.contains(where: { $0.name == name }) else {
                throw Problem(.containerUnreferenced, "Nothing refers to the entry '\(name)'; leave it out.")
            }
            throw Problem(.documentsMismatch, "The entry '\(name)' does not stand where the header has it.")
        }
        if let size { try self.check(size) }
        self.start = []
    }

    mutating func add(_ bytes: ArraySlice<UInt8>) throws(Problem) {
        let left = Self.agePrefix.count - self.start.count
        guard left > 0 else { return }
        self.start += bytes.prefix(left)
        if self.start.count == Self.agePrefix.count { try self.checkEncryption() }
    }

    mutating func end(_ entry: ContainerEntry, _ digest: ContentDigest) throws(Problem) {
        try self.check(entry.size)
        if self.start.count < Self.agePrefix.count { try self.checkEncryption() }
        guard self.documents[self.next].digest == digest else {
            throw Problem(.digestMismatch, "The content of '\(entry.name)' is not what header and manifest describe.")
        }
        self.next += 1
    }

    func finish() throws(Problem) {
        guard self.next == self.documents.count else {
            throw Problem(.documentsMismatch, "There is no entry '\(self.documents[self.next].name)'.")
        }
    }

    private func check(_ size: Int) throws(Problem) {
        let document = self.documents[self.next]
        guard document.size == Int64(size) else {
            throw Problem(
                .documentsMismatch,
                "The entry '\(document.name)' has \(size) bytes, the header says \(document.size)."
            )
        }
    }

    private func checkEncryption() throws(Problem) {
        let document = self.documents[self.next]
        guard document.isEncrypted == (self.start == Self.agePrefix) else {
            throw Problem(
                .encryptionMismatch,
                "'\(document.name)': an age file has a name in .age and is marked encrypted, and nothing else is."
            )
        }
    }
}
