// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import Testing

@testable import ASiC

@Suite("ContainerReader")
struct ContainerReaderTests {
    private static let valid = RawContainer.valid.bytes

    @Test("Tells the same whatever the size of the pieces", arguments: [1, 2, 3, 7, 16, 64, 1000])
    func pieces(_ size: Int) throws {
        #expect(try Reading(Self.valid, pieces: size) == Reading(Self.valid))
    }

    @Test("Inflates the same whatever the size of the pieces", arguments: [1, 5, 4096])
    func deflatedPieces(_ size: Int) throws {
        var container = RawContainer.valid
        container.limits.maximumRatio = 1000
        container.addLetters(2000)
        let reading = try Reading(container.bytes, pieces: size, limits: container.limits)
        #expect(try reading == Reading(container.bytes, limits: container.limits))
        #expect(reading.contents["letters"] == [UInt8](repeating: 97, count: 516_001))
    }

    @Test("Gives inflated content in pieces of at most 64 KiB")
    func boundedPieces() throws {
        var container = RawContainer.valid
        container.limits.maximumRatio = 1000
        container.addLetters(2000)
        var reader = ContainerReader(limits: container.limits)
        var largest = 0
        try reader.consume(container.bytes) { event in
            if case .content(let piece) = event { largest = max(largest, piece.count) }
        }
        #expect(largest == 65_536)
    }

    @Test("Describes entries, directory and file as they are")
    func index() throws {
        let index = try Reading(Self.valid).index
        #expect(index.entries.map(\.name) == ["mimetype", "message.json", "documents/a.txt", "documents/b.txt"])
        #expect(index.entries.map(\.isDeflated) == [false, false, true, true])
        #expect(index.entries.map(\.size) == [31, 2, 7, 7])
        #expect(index.entries.map(\.compressedSize) == [31, 2, 12, 12])
        #expect(index.entries[2].digest == Array(SHA256.hash(data: Array("bericht".utf8))))
        #expect(index.entries[3].crc == ContainerWriter.crc32(Array("bijlage".utf8)))
        #expect(index.size == Self.valid.count)
        #expect(index.digest == Array(SHA256.hash(data: Self.valid)))
        #expect(index.directory == Array(Self.valid[index.entriesSize...]))
        for entry in index.entries {
            #expect(Array(Self.valid[entry.localHeaderOffset...].prefix(4)) == [0x50, 0x4B, 3, 4])
        }
        let json = index.entries[1]
        #expect(Array(Self.valid[json.contentOffset...].prefix(json.compressedSize)) == Array("{}".utf8))
    }

    @Test("Accepts an empty entry, stored and deflated")
    func emptyEntries() throws {
        var container = RawContainer.valid
        container.add("leeg", [])
        container.addDeflated("leeg.deflated", [], data: [3, 0])
        container.addDeflated("leeg.descriptor", [], data: [3, 0], descriptor: true)
        let reading = try Reading(container.bytes)
        #expect(reading.contents["leeg"] == [])
        #expect(reading.contents["leeg.deflated"] == [])
        #expect(reading.contents["leeg.descriptor"] == [])
    }

    @Test("Refuses every shorter file as truncated, whatever byte is the last")
    func everyPrefix() throws {
        for count in 1..<Self.valid.count {
            #expect(try Reading.refusal(of: Array(Self.valid.prefix(count))) == .truncated)
        }
    }

    @Test("Stays stopped after a refusal, an error of the handler, and its end")
    func stopped() throws {
        var refused = ContainerReader()
        #expect(throws: ASiCError(.notZip, "")) { try refused.consume(Array("text".utf8)) { _ in } }
        #expect(throws: ASiCError(.notZip, "")) { try refused.consume(Self.valid) { _ in } }
        #expect(throws: ASiCError(.notZip, "")) { _ = try refused.finish() }

        struct Unwanted: Error {}
        var unwanted = ContainerReader()
        #expect(throws: Unwanted.self) { try unwanted.consume(Self.valid) { _ in throw Unwanted() } }
        #expect(throws: ASiCError(.readerStopped, "")) { try unwanted.consume(Self.valid) { _ in } }

        var finished = ContainerReader()
        try finished.consume(Self.valid) { _ in }
        _ = try finished.finish()
        #expect(throws: ASiCError(.readerStopped, "")) { try finished.consume([0]) { _ in } }
    }

    @Test("Tells of an entry before its content arrives")
    func earlyEvents() throws {
        var reader = ContainerReader()
        var began: [String] = []
        let start = try Reading(Self.valid).index.entries[1].contentOffset
        try reader.consume(Self.valid[..<start]) { event in
            if case .began(let name, _) = event { began.append(name) }
        }
        #expect(began == ["mimetype", "message.json"])
    }
}
