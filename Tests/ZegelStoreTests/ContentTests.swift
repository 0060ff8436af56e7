// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import Synchronization
import Testing
import ZegelCore

@testable import ZegelStore

/// A file system that fails one call from when it is told to; everything else goes to the machine's.
private final class FailingFileSystem: FileSystem {
    enum Call: Sendable, CaseIterable {
        case create
        case write
        case sync
        case rename
        case syncFolder
    }

    private let failing = Mutex<Call?>(nil)
    private let system = SystemFileSystem()

    func fail(_ call: Call?) { self.failing.withLock { $0 = call } }

    private func check(_ call: Call) throws { if call == self.failing.withLock({ $0 }) { throw SystemError(5) } }

    func makeFolder(_ path: String) throws { try self.system.makeFolder(path) }

    func create(_ path: String) throws -> any OutputFile {
        try self.check(.create)
        return FailingFile(file: try self.system.create(path), check: self.check)
    }

    func open(_ path: String) throws -> any InputFile { try self.system.open(path) }

    func update(_ path: String) throws -> any UpdatedFile { try self.system.update(path) }

    func rename(_ path: String, to other: String) throws {
        try self.check(.rename)
        try self.system.rename(path, to: other)
    }

    func syncFolder(_ path: String) throws {
        try self.check(.syncFolder)
        try self.system.syncFolder(path)
    }

    func remove(_ path: String) throws { try self.system.remove(path) }

    func list(_ path: String) throws -> [String] { try self.system.list(path) }

    private struct FailingFile: OutputFile {
        let file: any OutputFile
        let check: (Call) throws -> Void

        func write(_ bytes: [UInt8]) throws {
            try self.check(.write)
            try self.file.write(bytes)
        }

        func sync() throws {
            try self.check(.sync)
            try self.file.sync()
        }

        func close() throws { try self.file.close() }
    }
}

@Suite("Contents at rest")
struct ContentTests {
    private static func withFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
        let path = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try body(path)
    }

    private static func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }
    }

    @Test("Any range of a content reads back", arguments: [1, 65_535, 65_536, 65_537, 200_000])
    func ranges(_ size: Int) throws {
        let content = Self.bytes(size)
        let cipher = SegmentCipher(messageKey: SymmetricKey(size: .bits256))
        let sealed = try cipher.seal(whole: content)
        #expect(sealed.count == SegmentCipher.sealedSize(of: size))
        let reader = ContentReader(size: size, cipher: cipher) { Array(sealed.dropFirst($1).prefix($0)) }
        for range in [0..<size, 0..<1, size - 1..<size, size / 3..<size / 2 + 1, size / 2..<size / 2]
        where range.upperBound <= size {
            #expect(try reader.read(range) == Array(content[range]))
        }
        #expect(throws: Problem(.rangeInvalid)) { try reader.read(0..<size + 1) }
    }

    @Test("A changed, swapped, repeated or missing segment is noticed")
    func damage() throws {
        let content = Self.bytes(200_000)
        let cipher = SegmentCipher(messageKey: SymmetricKey(size: .bits256))
        let sealed = try cipher.seal(whole: content)
        let segment = SegmentCipher.sealed
        var flipped = sealed
        flipped[70_000] ^= 1
        let swapped = Array(sealed[segment..<2 * segment] + sealed[..<segment] + sealed[(2 * segment)...])
        let repeated = Array(sealed[..<segment] + sealed[..<segment] + sealed[(2 * segment)...])
        let cut = Array(sealed.dropLast(10))
        for damaged in [flipped, swapped, repeated, cut] {
            let reader = ContentReader(size: content.count, cipher: cipher) { Array(damaged.dropFirst($1).prefix($0)) }
            #expect(throws: Problem(.storageDamaged)) { try reader.read(0..<content.count) }
        }
        // A content that is made to end at a whole segment lacks the mark of the last one.
        let short = ContentReader(size: 2 * SegmentCipher.plain, cipher: cipher) {
            Array(sealed.dropFirst($1).prefix($0))
        }
        #expect(throws: Problem(.storageDamaged)) { try short.read(0..<2 * SegmentCipher.plain) }
    }

    @Test("A large content is encrypted in its file from the first byte, and reads back")
    func spool() throws {
        try Self.withFolder { path in
            let folder = try DataFolder(path, fileSystem: SystemFileSystem())
            let content = Self.bytes(300_000)
            let spool = try Spool(in: folder)
            for start in stride(from: 0, to: content.count, by: 7_777) {
                try spool.append(content[start..<min(content.count, start + 7_777)])
            }
            let spooled = try spool.finish()
            #expect(spooled.size == content.count)
            let file = folder.contentPath(spooled.name)
            let stored = try Data(contentsOf: URL(fileURLWithPath: file))
            #expect(stored.range(of: Data(content[1_000..<1_032])) == nil)
            let input = try SystemFileSystem().open(file)
            let reader = ContentReader(size: spooled.size, cipher: SegmentCipher(messageKey: spooled.key)) {
                try input.read($0, at: $1)
            }
            #expect(try reader.read(0..<content.count) == content)
            #expect(try SystemFileSystem().list("\(path)/spool").isEmpty)
        }
    }

    @Test("What a crash left behind is gone after the next start, and two processes never share a folder")
    func folder() throws {
        try Self.withFolder { path in
            do {
                let folder = try DataFolder(path, fileSystem: SystemFileSystem())
                try Spool(in: folder).append([1, 2, 3])
                #expect(try SystemFileSystem().list("\(path)/spool").count == 1)
                #expect(throws: Problem(.storeLocked)) { try DataFolder(path, fileSystem: SystemFileSystem()) }
            }
            _ = try DataFolder(path, fileSystem: SystemFileSystem())
            #expect(try SystemFileSystem().list("\(path)/spool").isEmpty)
        }
    }

    @Test(
        "A write that fails fails the content, whichever it is, and leaves no file",
        arguments: FailingFileSystem.Call.allCases.map { "\($0)" }
    )
    func failures(_ name: String) throws {
        let call = try #require(FailingFileSystem.Call.allCases.first { "\($0)" == name })
        try Self.withFolder { path in
            let files = FailingFileSystem()
            let folder = try DataFolder(path, fileSystem: files)
            func write() throws -> Spool {
                let spool = try Spool(in: folder)
                do {
                    try spool.append(Self.bytes(100_000)[...])
                    _ = try spool.finish()
                } catch {
                    spool.discard()
                    throw error
                }
                return spool
            }
            files.fail(call)
            // After a sync that failed there is nothing to try again (EIO).
            if [.sync, .syncFolder].contains(call) {
                #expect(throws: SyncFailure.self) { try write() }
            } else {
                #expect(throws: SystemError(5)) { try write() }
            }
            files.fail(nil)
            #expect(try Self.files(in: path).isEmpty)
            let spool = try write()
            #expect(try Self.files(in: path).count == 1)
            spool.discard()
            #expect(try Self.files(in: path).isEmpty)
        }
    }

    /// The files of contents, temporary ones among them.
    private static func files(in path: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: path).filter { name in
            ["spool/", "content/"].contains { name.hasPrefix($0) } && name.split(separator: "/").last?.count == 32
        }
    }

    @Test("A wrapped key belongs to its message and to one storage key")
    func keys() throws {
        let key = try #require(StorageKey([UInt8](repeating: 7, count: 32)))
        let (id, other) = (MessageID.random(), MessageID.random())
        let messageKey = SymmetricKey(size: .bits256)
        let wrapped = try key.wrap(messageKey, for: id)
        #expect(try key.unwrap(wrapped, for: id) == messageKey)
        #expect(throws: (any Error).self) { try key.unwrap(wrapped, for: other) }
        #expect(throws: (any Error).self) { try StorageKey([UInt8](repeating: 8, count: 32))?.unwrap(wrapped, for: id) }
        #expect(StorageKey([1, 2, 3]) == nil)
    }

    @Test("A cursor fits the list that it was made for, cannot be made up, and does not tell how far it is")
    func cursors() throws {
        let cursor = ListCursor(try #require(StorageKey([UInt8](repeating: 7, count: 32))))
        let text = try cursor.text(42, in: "om/lovj")
        #expect(try cursor.number(text, in: "om/lovj") == 42)
        #expect(try cursor.text(42, in: "om/lovj") == text, "equal answers are equal")
        #expect(text.utf8.allSatisfy { (0x30...0x7A).contains($0) || $0 == 0x2D })
        let next = try cursor.text(43, in: "om/lovj")
        #expect(text.prefix(16) != next.prefix(16) && text.dropFirst(16).prefix(11) != next.dropFirst(16).prefix(11))
        for (text, list) in [
            (text, "om/parket"), (text, "decisions"), ("", "om/lovj"), (String(text.dropLast()), "om/lovj"),
            ((text.hasPrefix("B") ? "C" : "B") + text.dropFirst(), "om/lovj"),
        ] {
            #expect(throws: Problem(.cursorInvalid)) { try cursor.number(text, in: list) }
        }
    }

    @Test("Ranges that were collected join, and cover what they cover")
    func collected() {
        let first = CollectedRanges("").adding(10..<20).adding(30..<40)
        #expect(first.text == "10-20,30-40")
        #expect(!first.cover(10..<40))
        let whole = first.adding(20..<30)
        #expect(whole.text == "10-40")
        #expect(whole.cover(10..<40))
        #expect(CollectedRanges(first.text) == first)
        #expect(first.adding(5..<5) == first && first.adding(12..<14) == first)
        let scattered = (0..<100).reduce(CollectedRanges("")) { $0.adding(2 * $1..<2 * $1 + 1) }
        #expect(scattered.adding(500..<501) == scattered, "more are not kept")
        #expect(scattered.adding(1..<2) != scattered, "but what joins two is")
    }
}
