// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import ASiC

@Suite("ContainerWriter")
struct ContainerWriterTests {
    private static let documents: [(name: String, content: [UInt8])] = [
        ("message.json", Array("{}".utf8)), ("documents/één.txt", Array("een".utf8)), ("documents/leeg", []),
    ]

    static func written() throws -> [UInt8] {
        var writer = ContainerWriter()
        var bytes: [UInt8] = []
        for document in self.documents {
            bytes += try writer.entry(name: document.name, content: document.content)
        }
        return bytes + writer.directory()
    }

    @Test("Writes what the reader reads, the same bytes each time")
    func roundTrip() throws {
        let bytes = try Self.written()
        #expect(try Self.written() == bytes)
        let reading = try Reading(bytes)
        #expect(reading.index.entries.map(\.name) == ["mimetype"] + Self.documents.map(\.name))
        for document in Self.documents {
            #expect(reading.contents[document.name] == document.content)
        }
    }

    @Test("Knows where it is")
    func offset() throws {
        var writer = ContainerWriter()
        let bytes = try writer.entry(name: "a", content: [1, 2, 3])
        #expect(writer.offset == bytes.count)
        #expect(try Reading(bytes + writer.directory()).index.entriesSize == bytes.count)
    }

    @Test("Writes mimetype alone into a container of nothing else")
    func mimetypeAlone() throws {
        let reading = try Reading(ContainerWriter().directory())
        #expect(reading.contents == ["mimetype": Array(ContainerWriter.mediaType.utf8)])
    }

    @Test("Gives a directory that was read back byte for byte")
    func sameDirectory() throws {
        let index = try Reading(RawContainer.valid.bytes).index
        #expect(ContainerWriter(continuing: index.entries, at: index.entriesSize).directory() == index.directory)
        #expect(try ContainerWriter(continuing: index.directory).directory() == index.directory)
    }

    @Test("Continues a container, whose own bytes can be put together again", arguments: [false, true])
    func continuing(_ fromDirectory: Bool) throws {
        let container = RawContainer.valid.bytes
        let index = try Reading(container).index
        var writer =
            fromDirectory
            ? try ContainerWriter(continuing: index.directory)
            : ContainerWriter(continuing: index.entries, at: index.entriesSize)
        var dossier = Array(container[..<index.entriesSize])
        dossier += try writer.entry(name: "META-INF/container-directory.bin", content: index.directory)
        dossier += try writer.entry(name: "META-INF/acceptance.json", content: Array("{}".utf8))
        dossier += writer.directory()
        let reading = try Reading(dossier)
        #expect(reading.index.entries.prefix(4) == index.entries[...])
        #expect(reading.index.entries.count == 6)
        let kept = try #require(reading.contents["META-INF/container-directory.bin"])
        #expect(Array(dossier[..<index.entriesSize]) + kept == container)
    }

    @Test("Refuses names and sizes that its reader would refuse")
    func refusals() throws {
        var writer = ContainerWriter()
        _ = try writer.entry(name: "a", content: [])
        let offset = writer.offset
        #expect(throws: ASiCError(.duplicateName, "")) { _ = try writer.entry(name: "a", content: []) }
        #expect(throws: ASiCError(.duplicateNameCase, "")) { _ = try writer.entry(name: "A", content: []) }
        #expect(throws: ASiCError(.nameConflict, "")) { _ = try writer.entry(name: "a/b", content: []) }
        #expect(throws: ASiCError(.duplicateName, "")) { _ = try writer.entry(name: "mimetype", content: []) }
        #expect(throws: ASiCError(.nameDots, "")) { _ = try writer.entry(name: "../a", content: []) }
        #expect(throws: ASiCError(.tooLarge, "")) { _ = try writer.header(name: "b", size: 0xFFFF_FFFF, crc: 0) }
        #expect(throws: ASiCError(.tooLarge, "")) { _ = try writer.header(name: "b", size: -1, crc: 0) }
        #expect(writer.offset == offset)
        _ = try writer.entry(name: "b", content: [])
    }

    @Test("Refuses a kept directory that is damaged", arguments: [0, 4, 28, 46, -1, -10, -22])
    func damagedDirectory(_ place: Int) throws {
        var directory = try Reading(RawContainer.valid.bytes).index.directory
        let index = place < 0 ? directory.count + place : place
        directory[index] = place == 4 ? directory[4] : 0xFF
        if place == 4 { directory.removeFirst() }
        #expect(throws: ASiCError.self) { _ = try ContainerWriter(continuing: directory) }
        #expect(throws: ASiCError.self) { _ = try ContainerWriter(continuing: []) }
    }

    @Test("Computes CRC-32 at once and in parts")
    func checksum() {
        let text = Array("123456789".utf8)
        #expect(ContainerWriter.crc32(text) == 0xCBF4_3926)
        #expect(ContainerWriter.crc32(text[4...], continuing: ContainerWriter.crc32(text[..<4])) == 0xCBF4_3926)
        #expect(ContainerWriter.crc32(text.lazy.map { $0 }) == 0xCBF4_3926)
        #expect(ContainerWriter.crc32([]) == 0)
    }
}
