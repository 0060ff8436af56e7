// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import ASiC

/// What the reader accepts, other tools read as the same names and bytes, in the same order.
@Suite("Agreement with other readers")
struct AgreementTests {
    /// Every container that is right, from the table and from other writers that are there.
    private static func corpus(javaFiles: [Programs.File] = Programs.files) throws -> [[UInt8]] {
        var containers: [[UInt8]] = [RawContainer.valid.bytes]
        for deviation in Deviation.all {
            var good = RawContainer.valid
            deviation.good(&good)
            if !containers.contains(good.bytes) { containers.append(good.bytes) }
        }
        if Tool.python.isPresent {
            containers += try ["stored", "deflated"].map { try OtherWritersTests.python($0, "file") }
        }
        if Tool.zip.isPresent { containers.append(try OtherWritersTests.zip(["-X", "-0"])) }
        if Tool.java.isPresent { containers.append(try OtherWritersTests.java("deflated", javaFiles)) }
        return containers
    }

    /// Writes the corpus to a folder and compares what a reader prints about it with what ours finds.
    private func compare(_ read: (URL, [String]) throws -> String) throws {
        let limits = ContainerLimits(maximumRatio: 1000)
        try withTemporaryFolder { folder in
            var expected: [String] = []
            var paths: [String] = []
            for (number, bytes) in try Self.corpus().enumerated() {
                let path = "\(number).asice"
                paths.append(path)
                try folder.write(bytes, to: path)
                for entry in try Reading(bytes, limits: limits).index.entries {
                    let digest = entry.digest.map { String(format: "%02x", $0) }.joined()
                    expected.append("\(path)\t\(digest)\t\(entry.name)")
                }
            }
            #expect(paths.count > 25)
            let found = try read(folder, paths).split(separator: "\n").map(String.init)
            #expect(found == expected)
        }
    }

    @Test("Python's zipfile agrees", .enabled(if: Tool.python.isPresent, "python3 is missing"))
    func python() throws {
        try self.compare { folder, paths in
            try Tool.python.run(["-c", Programs.pythonReader] + paths, in: folder)
        }
    }

    @Test("Java's ZipFile and ZipInputStream agree", .enabled(if: Tool.java.isPresent, "java is missing"))
    func java() throws {
        try self.compare { folder, paths in
            try folder.write(Array(Programs.javaReader.utf8), to: "Reader.java")
            return try Tool.java.run(["Reader.java"] + paths, in: folder)
        }
    }

    @Test("unzip agrees", .enabled(if: Tool.unzip.isPresent, "unzip is missing"))
    func unzip() throws {
        // unzip 6.00 takes names of entries made under MS-DOS, as Java says, for code page 850 although flag 11 is set.
        for bytes in try Self.corpus(javaFiles: Programs.asciiFiles) {
            try withTemporaryFolder { folder in
                try folder.write(bytes, to: "m.asice")
                try Tool.unzip.run(["-qq", "-d", "out", "m.asice"], in: folder)
                let reading = try Reading(bytes, limits: ContainerLimits(maximumRatio: 1000))
                let out = folder.appendingPathComponent("out")
                for entry in reading.index.entries {
                    #expect(try out.read(entry.name) == reading.contents[entry.name])
                }
                let files = FileManager.default.enumerator(at: out, includingPropertiesForKeys: [.isRegularFileKey])
                let count = try files?.allObjects.compactMap { $0 as? URL }
                    .count { try $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true }
                #expect(count == reading.index.entries.count)
            }
        }
    }
}
