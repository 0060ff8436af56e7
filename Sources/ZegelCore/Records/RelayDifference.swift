// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Something that one of two servers has of a day and the other lacks.
package struct RelayDifference: Hashable, Sendable {
    /// What is amiss.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The other server signed for it and has it no more: it is pushed again.
        case missingThere = "missing-there"
        /// The other server took it, and its receipt is not here: it is pushed again, which brings the receipt.
        case unreceiptedHere = "unreceipted-here"
        /// It was begun to be pushed, by either server, and the receipt is on its way.
        case underWay = "under-way"
        /// The other server has our receipt for it, and it is not here: it was lost, and the other server has to push it again.
        case missingHere = "missing-here"
        /// It was taken here, and the other server has no receipt: the other server has to push it again.
        case unreceiptedThere = "unreceipted-there"
        /// The other server took it from here, and nothing is known of it here: it was lost, and its originator has to bring it back.
        case unknownHere = "unknown-here"
    }

    /// What is amiss.
    package let kind: Kind
    /// What it is about: the name of a message at the server that took it, or the digest of a statement.
    package let name: String

    /// Describes a difference.
    package init(_ kind: Kind, _ name: String) {
        self.kind = kind
        self.name = name
    }

    /// Whether somebody has to look at it: it does not pass by itself, or has not yet.
    package var isOpen: Bool { self.kind != .underWay }

    /// As it is stored and shown.
    package var json: JSONValue {
        let key = self.name.utf8.count == 64 ? "statement" : "message"
        return .object([.init("kind", .string(self.kind.rawValue)), .init(key, .string(self.name))])
    }

    /// Reads what ``json`` writes.
    package init?(_ json: JSONValue) {
        guard let kind = json["kind"]?.string.flatMap({ Kind(rawValue: $0) }),
            let name = json["message"]?.string ?? json["statement"]?.string
        else { return nil }
        self.init(kind, name)
    }
}
