// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import ASiC

/// One way to let Python write a container, and what becomes of it.
struct PythonCase: Sendable {
    let compression: String
    let sink: String
    let code: ASiCError.Code?
}

@Suite("Containers of other writers")
struct OtherWritersTests {
    /// Lets a writer make `m.asice` of the usual files, and returns its bytes.
    static func written(
        _ files: [Programs.File] = Programs.files,
        _ write: (URL, [String]) throws -> Void
    ) throws -> [UInt8] {
        try withTemporaryFolder { folder in
            try folder.write(Array(ContainerWriter.mediaType.utf8), to: "mimetype")
            for file in files { try folder.write(file.content, to: file.name) }
            try write(folder, ["mimetype"] + files.map(\.name))
            return try folder.read("m.asice")
        }
    }

    private func expectAccepted(
        _ bytes: [UInt8],
        deflated: Bool,
        files: [Programs.File] = Programs.files
    ) throws {
        let reading = try Reading(bytes)
        #expect(reading.index.entries.map(\.name) == ["mimetype"] + files.map(\.name))
        for file in files { #expect(reading.contents[file.name] == file.content) }
        #expect(reading.index.entries[3].isDeflated == deflated)
        #expect(try Reading(bytes, pieces: 1) == reading)
        let again = ContainerWriter(continuing: reading.index.entries, at: reading.index.entriesSize)
        #expect(again.directory() == reading.index.directory)
    }

    static func python(_ compression: String, _ sink: String) throws -> [UInt8] {
        try Self.written { folder, names in
            try Tool.python.run(["-c", Programs.pythonWriter, "m.asice", compression, sink] + names, in: folder)
        }
    }

    static func java(_ mode: String, _ files: [Programs.File] = Programs.files) throws -> [UInt8] {
        try Self.written(files) { folder, names in
            try folder.write(Array(Programs.javaWriter.utf8), to: "Writer.java")
            try Tool.java.run(["-Dsun.jnu.encoding=UTF-8", "Writer.java", "m.asice", mode] + names, in: folder)
        }
    }

    static func zip(_ options: [String], _ files: [Programs.File] = Programs.asciiFiles) throws -> [UInt8] {
        try Self.written(files) { folder, names in
            try Tool.zip.run(["-q"] + options + ["m.asice"] + names, in: folder)
        }
    }

    @Test(
        "Reads what Python's zipfile writes to a file",
        .enabled(if: Tool.python.isPresent, "python3 is missing"),
        arguments: ["stored", "deflated"]
    )
    func pythonFile(_ compression: String) throws {
        try self.expectAccepted(Self.python(compression, "file"), deflated: compression == "deflated")
    }

    @Test(
        "Refuses what Python's zipfile writes to a stream, with its code",
        .enabled(if: Tool.python.isPresent, "python3 is missing"),
        arguments: [
            PythonCase(compression: "stored", sink: "stream", code: .descriptorOnStored),
            PythonCase(compression: "deflated", sink: "stream", code: .mimetypeCompressed),
        ]
    )
    func pythonStream(_ made: PythonCase) throws {
        #expect(try Reading.refusal(of: Self.python(made.compression, made.sink)) == made.code)
    }

    @Test("Reads what `zip -X -0` writes", .enabled(if: Tool.zip.isPresent, "zip is missing"))
    func zipStored() throws {
        try self.expectAccepted(Self.zip(["-X", "-0"]), deflated: false, files: Programs.asciiFiles)
    }

    @Test(
        "Reads extra fields of `zip` on entries behind mimetype",
        .enabled(if: Tool.zip.isPresent, "zip is missing")
    )
    func zipWithTimes() throws {
        let bytes = try Self.written(Programs.asciiFiles) { folder, names in
            try Tool.zip.run(["-q", "-X", "-0", "m.asice", "mimetype"], in: folder)
            try Tool.zip.run(["-q", "-9", "m.asice"] + names.dropFirst(), in: folder)
        }
        try self.expectAccepted(bytes, deflated: true, files: Programs.asciiFiles)
    }

    @Test("Refuses `zip` without -X by the extra fields", .enabled(if: Tool.zip.isPresent, "zip is missing"))
    func zipWithExtraFields() throws {
        #expect(try Reading.refusal(of: Self.zip(["-0"])) == .mimetypeExtraField)
    }

    @Test("Refuses names of `zip` beyond ASCII", .enabled(if: Tool.zip.isPresent, "zip is missing"))
    func zipWithoutFlag() throws {
        #expect(try Reading.refusal(of: Self.zip(["-X", "-0"], Programs.files)) == .nameFlagMissing)
    }

    @Test("Refuses `zip` from standard input as Zip64", .enabled(if: Tool.zip.isPresent, "zip is missing"))
    func zipFromInput() throws {
        let bytes = try withTemporaryFolder { folder in
            try Tool.zip.run(["-q", "-X", "-0", "m.zip", "-"], in: folder, input: [1, 2, 3])
            return try folder.read("m.zip")
        }
        #expect(try Reading.refusal(of: bytes) == .zip64)
    }

    @Test(
        "Reads what Java's ZipOutputStream writes",
        .enabled(if: Tool.java.isPresent, "java is missing"),
        arguments: ["stored", "deflated", "timed"]
    )
    func java(_ mode: String) throws {
        let bytes = try Self.java(mode)
        try self.expectAccepted(bytes, deflated: mode != "stored")
        #expect(try Reading(bytes).index.entries[3].flags == (mode == "stored" ? 0x800 : 0x808))
    }

    @Test("Refuses 7-Zip, which sorts its entries", .enabled(if: Tool.sevenZip.isPresent, "7z is missing"))
    func sevenZip() throws {
        let bytes = try Self.written { folder, names in
            try Tool.sevenZip.run(["a", "-tzip", "-mx0", "m.zip"] + names, in: folder)
            try folder.write(folder.read("m.zip"), to: "m.asice")
        }
        #expect(try Reading.refusal(of: bytes) == .mimetypeMissing)
    }
}
