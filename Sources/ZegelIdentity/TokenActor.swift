// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// For whom the system of an organisation acts, as the organisation asserted it: the `act` of a token (RFC 8693 §4.1).
///
/// It names no one: the organisation knows who the pseudonym is. Decisions record it, and policies may demand it.
package struct TokenActor: Hashable, Sendable {
    /// A stable pseudonym of the person, or `system`.
    package let subject: String
    /// The function in which the person acts.
    package let function: String
    /// The highest level that the person may see.
    package let clearance: Classification
    /// The roles that the person has in cases.
    package let roles: [String]

    /// Reads `{"sub", "function", "clearance", "roles"}`: each once, none else.
    package init?(_ json: JSONValue) {
        guard let members = json.members, members.count == 4, let subject = json["sub"]?.string,
            (1...64).contains(subject.utf8.count), subject.utf8.allSatisfy(Self.isPseudonymByte),
            let function = json["function"]?.string, (1...100).contains(function.count),
            let clearance = json["clearance"]?.string.flatMap(Classification.init(rawValue:)),
            let elements = json["roles"]?.array, elements.count <= 8
        else { return nil }
        let roles = elements.compactMap(\.string)
        guard roles.count == elements.count, Set(roles).count == roles.count,
            roles.allSatisfy({ (1...64).contains($0.count) })
        else { return nil }
        self.subject = subject
        self.function = function
        self.clearance = clearance
        self.roles = roles
    }

    /// As tokens and records spell it.
    package var json: JSONValue {
        [
            "sub": .string(self.subject), "function": .string(self.function),
            "clearance": .string(self.clearance.rawValue), "roles": .array(self.roles.map { .string($0) }),
        ]
    }

    private static func isPseudonymByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
