// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TransparencyLog

@Suite("Paths")
struct LogResourceTests {
    struct Good: Sendable {
        let path: String
        let resource: LogResource
    }

    private static func tile(_ path: String, _ level: Int, _ index: UInt64, _ width: Int = 256) throws -> Good {
        Good(path: path, resource: .tile(try TileID(level: level, index: index, width: width)))
    }

    private static func entries(_ path: String, _ index: UInt64, _ width: Int = 256) throws -> Good {
        Good(path: path, resource: .entries(try EntryBundleID(index: index, width: width)))
    }

    private static func good() throws -> [Good] {
        [
            Good(path: "checkpoint", resource: .checkpoint),
            try self.tile("tile/0/000", 0, 0), try self.tile("tile/0/999", 0, 999),
            try self.tile("tile/0/x001/000", 0, 1000), try self.tile("tile/3/x001/x234/067", 3, 1_234_067),
            try self.tile("tile/0/x273/112.p/1", 0, 273_112, 1), try self.tile("tile/1/007.p/255", 1, 7, 255),
            try self.tile("tile/7/000.p/127", 7, 0, 127),
            try self.tile("tile/0/x036/x028/x797/x018/x963/967.p/255", 0, (1 << 55) - 1, 255),
            try self.entries("tile/entries/000", 0), try self.entries("tile/entries/x001/234.p/56", 1234, 56),
        ]
    }

    @Test("Every resource has one path, and every path names it")
    func paths() throws {
        for good in try Self.good() {
            #expect(good.resource.path == good.path)
            #expect(try LogResource(path: good.path) == good.resource)
        }
    }

    @Test(
        "Other spellings are refused",
        arguments: [
            "", "/", "/checkpoint", "checkpoint/", "Checkpoint", "checkpoint.p/1", "tile", "tile/", "tile/0", "tile/0/",
            "tile//000", "tile/0/0", "tile/0/00", "tile/0/0000", "tile/0/001/", "/tile/0/000", "tile/0//000",
            "tile/00/000", "tile/+1/000", "tile/-1/000", "tile/0x0/000", "tile/a/000", "tile/0/x000", "tile/0/x000/001",
            "tile/0/x001", "tile/0/001/002", "tile/0/X001/002", "tile/0/x001/x002", "tile/0/x01/002",
            "tile/0/x0001/002",
            "tile/0/000.p", "tile/0/000.p/", "tile/0/000.p/0", "tile/0/000.p/00", "tile/0/000.p/01", "tile/0/000.p/256",
            "tile/0/000.p/+1", "tile/0/000.p/1/", "tile/0/000.p/1/2", "tile/0/000/1", "tile/0/000.P/1", "tile/0/.p/1",
            "tile/0/000.p.p/1", "tile/0/000 ", " tile/0/000", "tile/0/000\n", "tile/0/\u{660}00", "tile/0/../0/000",
            "tile/entries", "tile/entries/", "tile/entries/0", "tile/entry/000", "tile/entries/x000/000",
            "tile/0/x001/x000/x000/x000/x000/x000/000", "tile/0/x999/x999/x999/x999/x999/x999/999",
            "tile/99999999999999999999/000", "tile/0/000?", "tile/0/%30%30%30", "tile\\0\\000",
        ]
    )
    func refused(_ path: String) {
        #expect(throws: ProofTests.error(.resourcePath)) { try LogResource(path: path) }
    }

    @Test(
        "A path may be well spelled and still name nothing",
        arguments: ["tile/8/000", "tile/63/000", "tile/7/001", "tile/0/x999/x999/x999/x999/x999/999"]
    )
    func nowhere(_ path: String) {
        #expect(throws: ProofTests.error(.tileOutOfRange)) { try LogResource(path: path) }
    }
}
