// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import ASiC

@Suite("Mutations")
struct MutationTests {
    /// What of a container must never change unnoticed.
    private static func content(of index: ContainerIndex) -> [String] {
        index.entries.map { "\($0.name) \($0.size) \($0.digest)" }
    }

    @Test("Accepts no damaged container with another name or content", .timeLimit(.minutes(10)))
    func containers() throws {
        var compressed = RawContainer.valid
        compressed.addLetters(20)
        compressed.entries[2].both(\.extra, [0x55, 0x54, 5, 0, 1, 0, 0, 0, 0x60])
        var accepted = 0
        for (seed, original) in [RawContainer.valid.bytes, compressed.bytes].enumerated() {
            var generator = SeededGenerator(seed: UInt64(seed))
            let expected = Self.content(of: try Reading(original).index)
            for _ in 0..<(Mutation.count / 2) {
                let mutated = Mutation.apply(to: original, using: &generator)
                let pieces = [1, 100, Int.max].randomElement(using: &generator) ?? 1
                do {
                    let index = try Reading(mutated, pieces: pieces).index
                    accepted += 1
                    #expect(Self.content(of: index) == expected)
                    let again = ContainerWriter(continuing: index.entries, at: index.entriesSize)
                    #expect(again.directory() == index.directory)
                } catch is ASiCError {
                    continue
                }
            }
        }
        #expect(accepted < Mutation.count / 10)
    }

    @Test("Notices every bit that is flipped in a stored container, save in times and attributes")
    func everyBit() throws {
        let original = try ContainerWriterTests.written()
        let expected = Self.content(of: try Reading(original).index)
        var accepted: Set<Int> = []
        for place in original.indices {
            for bit in 0..<8 {
                var mutated = original
                mutated[place] ^= 1 << UInt8(bit)
                if let reading = try? Reading(mutated) {
                    #expect(Self.content(of: reading.index) == expected)
                    accepted.insert(place)
                }
            }
        }
        // Per entry at most: two bytes of version made by, one of internal and four of external attributes.
        #expect(accepted.count <= 7 * 4)
        let directory = try Reading(original).index.entriesSize
        #expect(accepted.allSatisfy { $0 >= directory })
    }

    @Test("Reads a damaged manifest as other XML parsers do, or refuses it", .timeLimit(.minutes(10)))
    func manifests() throws {
        let original = ManifestDeviation.valid.encoded()
        var generator = SeededGenerator(seed: 3)
        var accepted: [[UInt8]] = []
        for _ in 0..<Mutation.count {
            let mutated = Mutation.apply(to: original, using: &generator)
            do throws(ASiCError) {
                let manifest = try ASiCManifest(parsing: mutated)
                #expect(try ASiCManifest(parsing: manifest.encoded()) == manifest)
                accepted.append(mutated)
            } catch {
                #expect(error.code.rawValue.hasPrefix("manifest."))
            }
        }
        #expect(!accepted.isEmpty)
        if Tool.python.isPresent { try self.compareWithPython(accepted) }
    }

    @Test("Reads manifests as Python does", .enabled(if: Tool.python.isPresent, "python3 is missing"))
    func acceptedManifests() throws {
        let good = ManifestDeviation.all.compactMap(\.good)
        try self.compareWithPython(good.map { try $0.applied(to: ManifestDeviation.text) })
    }

    /// Compares what both read in every manifest.
    private func compareWithPython(_ manifests: [[UInt8]]) throws {
        try withTemporaryFolder { folder in
            var expected: [String] = []
            for (number, bytes) in manifests.enumerated() {
                try folder.write(bytes, to: "\(number).xml")
                let manifest = try ASiCManifest(parsing: bytes)
                expected.append("\(manifest.signatureURI)\t\(manifest.signatureMimeType ?? "None")")
                for row in manifest.references {
                    let digest = String(decoding: DigestValue.encode(row.digest), as: UTF8.self)
                    expected.append("\(row.uri)\t\(row.mimeType ?? "None")\t\(digest)")
                }
            }
            let found = try Tool.python.run(["-c", Programs.pythonManifests, "\(manifests.count)"], in: folder)
            #expect(found.split(separator: "\n").map(String.init) == expected)
        }
    }
}
