// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// What one server took from another, as both have it: a message, or a statement about one.
package struct RelayPassage: Hashable, Sendable {
    /// What was taken.
    package enum Subject: Hashable, Sendable {
        /// A message, by its name at the server that took it, with the digest of its container; of one that was destroyed nothing else is
        /// left.
        case message(MessageID, ContentDigest?)
        /// A statement, by the digest of the signed statement.
        case statement(ContentDigest, isErased: Bool)
    }

    /// The server that took it.
    package let taker: OIN
    /// When, as its receipt says.
    package let at: Instant
    /// What was taken.
    package let subject: Subject

    /// Describes what was taken.
    package init(taker: OIN, at: Instant, subject: Subject) {
        self.taker = taker
        self.at = at
        self.subject = subject
    }

    /// How both servers call it, and by which both order what has the same time: 32 digits of a message, 64 of a statement.
    package var name: String {
        switch self.subject {
        case .message(let id, _): "\(id)"
        case .statement(let digest, _): "\(digest)"
        }
    }

    /// Whether the message that it is, or is about, was destroyed.
    package var isErased: Bool {
        switch self.subject {
        case .message(_, let container): container == nil
        case .statement(_, let isErased): isErased
        }
    }

    /// What comes behind what, at both servers.
    package var place: Place { Place(at: self.at, name: self.name) }

    /// A place among the passages of a day.
    package struct Place: Hashable, Sendable, Comparable, CustomStringConvertible {
        /// When it was taken.
        package let at: Instant
        /// What it is called; empty before all of that time.
        package let name: String

        /// Names a place.
        package init(at: Instant, name: String) {
            self.at = at
            self.name = name
        }

        /// Reads what ``description`` writes.
        package init?(_ text: String) {
            let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let milliseconds = Int64(parts[0]), milliseconds >= 0, parts[1].utf8.count <= 64,
                parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
            else { return nil }
            self.init(at: Instant(milliseconds: milliseconds), name: String(parts[1]))
            guard self.description == text else { return nil }
        }

        /// Milliseconds, a hyphen, the name: a cursor.
        package var description: String { "\(self.at.milliseconds)-\(self.name)" }

        /// By time, then by name.
        package static func < (left: Place, right: Place) -> Bool {
            (left.at, left.name) < (right.at, right.name)
        }
    }

    /// As servers tell it each other.
    package var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("taker", .string("\(self.taker)")), .init("time", .string("\(self.at)")),
        ]
        switch self.subject {
        case .message(let id, let container):
            members.append(.init("message", .string("\(id)")))
            if let container { members.append(.init("container", .string("\(container)"))) }
        case .statement(let digest, let isErased):
            members.append(.init("statement", .string("\(digest)")))
            if isErased { members.append(.init("erased", true)) }
        }
        return .object(members)
    }

    /// Reads what ``json`` writes; `nil` for anything else.
    package init?(_ json: JSONValue) {
        guard let taker = json["taker"]?.string.flatMap({ OIN($0) }),
            let at = json["time"]?.string.flatMap({ Instant($0) })
        else { return nil }
        if let id = json["message"]?.string.flatMap({ MessageID($0) }) {
            let container = json["container"]?.string.flatMap { ContentDigest(hexadecimal: $0) }
            self.init(taker: taker, at: at, subject: .message(id, container))
        } else if let digest = json["statement"]?.string.flatMap({ ContentDigest(hexadecimal: $0) }) {
            self.init(taker: taker, at: at, subject: .statement(digest, isErased: json["erased"] == true))
        } else {
            return nil
        }
        guard self.json == json else { return nil }
    }

    /// Its line, as the digest of a day is over it.
    package var line: [UInt8] { self.json.encoded + [0x0A] }
}
