// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import TransparencyLog
import ZegelCore

/// Two logs with one key that are the same up to an entry: what a log that lies could show.
struct Branches {
    static let fork: UInt64 = 500
    let signer: NoteSigner
    private let trees: [[TreeHash]]

    init(_ name: String = "zegel.example/branches") throws {
        self.signer = NoteSigner(name: try KeyName(name))
        self.trees = (0..<2).map { branch in
            (0..<1_000 as Range<UInt64>).map { number in
                TreeHash.leaf(Array("\(number < Self.fork ? 0 : branch) \(number)".utf8))
            }
        }
    }

    func checkpoint(_ size: UInt64, second: Bool = false, by signer: NoteSigner? = nil) throws -> SignedCheckpoint {
        let tree = try self.tree(size, second: second)
        let origin = LogOrigin(self.signer.verifier.name)
        return try SignedCheckpoint(
            signing: Checkpoint(origin: origin, size: size, root: tree.root),
            by: signer ?? self.signer
        )
    }

    func proof(from old: UInt64, to new: UInt64, second: Bool = false) throws -> ConsistencyProof {
        var tree = try self.tree(new, second: second)
        let tiles = tree.takeChangedTiles()
        return try ConsistencyProof(from: old, to: new) { id in
            guard let tile = tiles.first(where: { $0.id == id }) else { throw Problem(.notFound) }
            return tile
        }
    }

    func question(from old: UInt64, to new: UInt64, second: Bool = false) throws -> AddCheckpoint {
        AddCheckpoint(
            try self.proof(from: old, to: new, second: second),
            checkpoint: try self.checkpoint(new, second: second)
        )
    }

    private func tree(_ size: UInt64, second: Bool) throws -> GrowingTree {
        var tree = GrowingTree()
        for leaf in self.trees[second ? 1 : 0].prefix(Int(size)) { try tree.append(leaf) }
        return tree
    }
}
