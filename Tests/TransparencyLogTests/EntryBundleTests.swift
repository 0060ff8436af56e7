// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TransparencyLog

@Suite("Entry bundles")
struct EntryBundleTests {
    private static let entries: [[UInt8]] = [[], [1, 2, 3], [UInt8](repeating: 9, count: 65_535)]

    @Test("Are read as they are written, and belong to their tile")
    func roundTrip() throws {
        let id = try EntryBundleID(index: 0, width: 3)
        let bundle = try EntryBundle(id, entries: Self.entries)
        #expect(bundle.bytes.prefix(7) == [0, 0, 0, 3, 1, 2, 3])
        #expect(bundle.bytes.count == 2 + 5 + 65_537)
        #expect(try EntryBundle(id, bytes: bundle.bytes) == bundle)
        let leaves = NaiveTree(Self.entries.map { .leaf($0) })
        try bundle.verify(leaves: leaves.read(TileID(level: 0, index: 0, width: 3)))
        for other in [NaiveTree(3), NaiveTree(leaves.leaves.reversed())] {
            #expect(throws: ProofTests.error(.tileMismatch)) {
                try bundle.verify(leaves: other.read(TileID(level: 0, index: 0, width: 3)))
            }
        }
        #expect(throws: ProofTests.error(.tileMismatch)) {
            try bundle.verify(leaves: leaves.read(TileID(level: 0, index: 0, width: 2)))
        }
    }

    struct Bad: Sendable {
        let name: String
        let bytes: [UInt8]
    }

    @Test(
        "Hold whole entries, as many as the width says",
        arguments: [
            Bad(name: "nothing", bytes: []), Bad(name: "one", bytes: [0, 1, 7]),
            Bad(name: "three", bytes: [0, 0, 0, 0, 0, 0]), Bad(name: "half a length", bytes: [0, 0, 0]),
            Bad(name: "a cut entry", bytes: [0, 0, 0, 2, 7]), Bad(name: "a byte behind", bytes: [0, 0, 0, 0, 7]),
        ]
    )
    func lengths(_ bad: Bad) throws {
        let id = try EntryBundleID(index: 5, width: 2)
        #expect(throws: ProofTests.error(.bundleLength), "\(bad.name)") { try EntryBundle(id, bytes: bad.bytes) }
        #expect(throws: ProofTests.error(.bundleLength)) { try EntryBundle(id, entries: [[]]) }
        let tooLarge = [UInt8](repeating: 0, count: 65_536)
        #expect(throws: ProofTests.error(.entryTooLarge)) { try EntryBundle(id, entries: [[], tooLarge]) }
        #expect(try EntryBundle(id, bytes: [0, 0, 0, 1, 7]).entries == [[], [7]])
    }
}
