// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TransparencyLog

@Suite("Tiles")
struct TileTests {
    @Test("The edge of a tree of 70,000 entries is as the specification says")
    func example() throws {
        let edge = try TileID.edge(of: 70_000)
        #expect(
            edge == [
                try TileID(level: 0, index: 273, width: 112), try TileID(level: 1, index: 1, width: 17),
                try TileID(level: 2, index: 0, width: 1),
            ]
        )
        #expect(try TileID.edge(of: 256) == [try TileID(level: 1, index: 0, width: 1)])
        #expect(try TileID.edge(of: 0) == [])
    }

    @Test("A tile is read as it is written, and knows the nodes above its hashes", arguments: [1, 2, 3, 100, 255, 256])
    func tiles(_ width: Int) throws {
        let naive = NaiveTree(width)
        let id = try TileID(level: 0, index: 0, width: width)
        let bytes = naive.leaves.flatMap(\.bytes)
        let tile = try Tile(id, bytes: bytes)
        #expect(tile.bytes == bytes)
        #expect(tile.hashes == naive.leaves)
        #expect(tile.root == (width == 256 ? naive.root(0..<256) : nil))
        for height in 0...7 {
            for index in 0..<(256 >> height) {
                let range = index << height..<(index + 1) << height
                let expected = range.upperBound <= width ? naive.root(range) : nil
                #expect(tile.hash(of: PerfectNode(height: height, index: UInt64(index))) == expected)
            }
        }
        #expect(tile.hash(of: PerfectNode(height: 8, index: 0)) == nil)
        #expect(tile.hash(of: PerfectNode(height: 0, index: 256)) == nil)
    }

    @Test("A tile is as long as its width says", arguments: [0, 1, 31, 33, 95, 97, 128, 8192])
    func lengths(_ size: Int) throws {
        let id = try TileID(level: 0, index: 0, width: 3)
        #expect(throws: ProofTests.error(.tileLength)) { try Tile(id, bytes: [UInt8](repeating: 0, count: size)) }
    }

    struct Range: Sendable {
        let level: Int
        let index: UInt64
        let width: Int
        let exists: Bool
    }

    @Test(
        "Only tiles that some tree has can be named",
        arguments: [
            Range(level: 0, index: 0, width: 1, exists: true), Range(level: 0, index: 0, width: 256, exists: true),
            Range(level: 0, index: 0, width: 0, exists: false), Range(level: 0, index: 0, width: 257, exists: false),
            Range(level: 0, index: 0, width: -1, exists: false), Range(level: -1, index: 0, width: 1, exists: false),
            Range(level: 7, index: 0, width: 127, exists: true), Range(level: 7, index: 0, width: 128, exists: false),
            Range(level: 8, index: 0, width: 1, exists: false), Range(level: 63, index: 0, width: 1, exists: false),
            Range(level: 0, index: (1 << 55) - 1, width: 255, exists: true),
            Range(level: 0, index: (1 << 55) - 1, width: 256, exists: false),
            Range(level: 0, index: 1 << 55, width: 1, exists: false),
            Range(level: 0, index: .max, width: 1, exists: false),
            Range(level: 6, index: 127, width: 255, exists: true),
            Range(level: 6, index: 128, width: 1, exists: false), Range(level: 7, index: 1, width: 1, exists: false),
        ]
    )
    func ranges(_ test: Range) throws {
        if test.exists {
            let id = try TileID(level: test.level, index: test.index, width: test.width)
            #expect(try LogResource(path: LogResource.tile(id).path) == .tile(id))
        } else {
            #expect(throws: ProofTests.error(.tileOutOfRange)) {
                try TileID(level: test.level, index: test.index, width: test.width)
            }
        }
    }
}
