// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import NIOCore
import Testing
import TransparencyLog
import ZegelCore

@testable import ZegelClient

/// Each step of each file that is kept fails once: it was not done, or it was done all the same.
@Suite("A disk that fails under a client")
struct FileFaultTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let fault: KeptFile.Fault

        var testDescription: String { "\(self.fault.step), \(self.fault.isDone ? "" : "not ")stored" }
        /// Whether the file has its name when the failure is heard.
        var isNamed: Bool {
            self.fault.step == .syncFolder || self.fault.step == .name && self.fault.isDone
        }
    }

    static let rows = KeptFile.Step.allCases.flatMap { step in
        [false, true].map { Row(fault: .init(step, isDone: $0)) }
    }

    private static func with(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("files-\(UUID())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    private static func content(_ path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func names(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0 != ".lock" }.sorted()
    }

    @Test("A file that is kept is the one before or the next, whole, and can be kept again", arguments: rows)
    func kept(_ row: Row) throws {
        try Self.with { folder in
            let path = "\(folder)/file"
            for before in [nil, "before"] as [String?] {
                KeptFile.$fault.withValue(row.fault) {
                    _ = #expect(throws: Problem(.configuration)) { try KeptFile.write(Array("next".utf8), to: path) }
                }
                #expect(Self.content(path) == (row.isNamed ? "next" : before))
                try KeptFile.write(Array("before".utf8), to: path)
                #expect(try Self.names(folder) == ["file"], "nothing else is left")
            }
        }
    }

    @Test("What is remembered of a log is the last checkpoint or the next, and goes on", arguments: rows)
    func memory(_ row: Row) throws {
        try Self.with { folder in
            let signer = NoteSigner(name: try KeyName("zegel.example/test"))
            func checkpoint(_ size: UInt64) throws -> VerifiedCheckpoint {
                let origin = LogOrigin(signer.verifier.name)
                let checkpoint = try Checkpoint(origin: origin, size: size, root: .leaf([UInt8(size)]))
                return try SignedCheckpoint(signing: checkpoint, by: signer).verified(by: signer.verifier)
            }
            let memory = LogMemory(signer.verifier, folder: folder)
            let (first, second) = (try checkpoint(1), try checkpoint(2))
            #expect(try memory.keep(first, after: nil))
            KeptFile.$fault.withValue(row.fault) {
                _ = #expect(throws: Problem(.configuration)) { try memory.keep(second, after: first) }
            }
            let known = try memory.kept()
            #expect(known?.checkpoint == (row.isNamed ? second : first).checkpoint)
            #expect(try memory.keep(second, after: known))
            #expect(try memory.kept()?.checkpoint == second.checkpoint)
            #expect(try Self.names(folder).count == 1)
        }
    }

    @Test("Evidence of a fork is there whole or not at all, and is kept the next time", arguments: rows)
    func evidence(_ row: Row) throws {
        try Self.with { folder in
            let signer = NoteSigner(name: try KeyName("zegel.example/test"))
            let signed = try [UInt8(1), 2].map { number in
                let checkpoint = try Checkpoint(
                    origin: LogOrigin(signer.verifier.name),
                    size: 1,
                    root: .leaf([number])
                )
                return try SignedCheckpoint(signing: checkpoint, by: signer)
            }
            KeptFile.$fault.withValue(row.fault) {
                _ = #expect(throws: Problem(.configuration)) { try ForkEvidence.keep(signed, in: folder) }
            }
            #expect(try Self.names(folder).count == (row.isNamed ? 1 : 0))
            let files = try ForkEvidence.keep(signed, in: folder)
            #expect(files.map { FileManager.default.contents(atPath: $0) } == signed.map { Data($0.bytes) })
            #expect(try Self.names(folder).count == 2)
        }
    }

    @Test("A file that is fetched appears when it is durable, or not at all; the same again succeeds", arguments: rows)
    func fetched(_ row: Row) throws {
        try Self.with { folder in
            let path = "\(folder)/file"
            func fetch(_ text: String, mayReplace: Bool) throws {
                let file = try TargetFile(path, mayReplace: mayReplace)
                defer { file.discard() }
                try file.write(ByteBuffer(string: text))
                try file.keep()
            }
            KeptFile.$fault.withValue(row.fault) {
                _ = #expect(throws: ClientError.self) { try fetch("first", mayReplace: false) }
            }
            #expect(try Self.names(folder) == [])
            try fetch("first", mayReplace: false)
            #expect(Self.content(path) == "first")
            KeptFile.$fault.withValue(row.fault) {
                _ = #expect(throws: ClientError.self) { try fetch("second", mayReplace: true) }
            }
            #expect(Self.content(path) == (row.isNamed ? "second" : "first"))
            try fetch("second", mayReplace: true)
            #expect(Self.content(path) == "second")
            #expect(throws: ClientError.self) { try fetch("third", mayReplace: false) }
            #expect(Self.content(path) == "second", "what is there is left as it is")
            #expect(try Self.names(folder) == ["file"])
        }
    }

    @Test("The other name of a file that was kept by who was killed then goes at the next try, and no other file does")
    func otherName() throws {
        try Self.with { folder in
            let (path, part) = ("\(folder)/file", "\(folder)/file.part")
            let file = try TargetFile(path, mayReplace: false, part: part)
            try file.write(ByteBuffer(string: "whole"))
            try file.keep()
            try FileManager.default.linkItem(atPath: path, toPath: part)
            #expect(throws: ClientError.self) { try TargetFile(path, mayReplace: false, part: part) }
            #expect(try Self.names(folder) == ["file"])
            try Data("another".utf8).write(to: URL(filePath: part))
            #expect(throws: ClientError.self) { try TargetFile(path, mayReplace: false, part: part) }
            #expect(Self.content(part) == "another" && Self.content(path) == "whole")
            // One that may be replaced is not written over in its place.
            try FileManager.default.removeItem(atPath: part)
            try FileManager.default.linkItem(atPath: path, toPath: part)
            let next = try TargetFile(path, mayReplace: true, part: part)
            try next.restart()
            try next.write(ByteBuffer(string: "next"))
            #expect(Self.content(path) == "whole")
            try next.keep()
            #expect(Self.content(path) == "next")
            #expect(try Self.names(folder) == ["file"])
        }
    }
}
