// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// What a message came to, as its dossier tells it.
///
/// It does not change whether the evidence holds: a dossier of a message that was withdrawn can be whole.
package struct MessageFate: Hashable, Sendable {
    /// Where it stood when the copy was made; `nil` where only a correction is known.
    package let state: MessageState?
    /// The message that took its place.
    package let replacedBy: Statement.Reference?

    var members: [JSONValue.Member] {
        let place = self.replacedBy.map { reference in
            JSONValue.Member(
                "replacedBy",
                ["kenmerk": .string("\(reference.kenmerk)"), "date": .string("\(reference.date)")]
            )
        }
        return [self.state.map { .init("state", .string($0.rawValue)) }, place].compactMap(\.self)
    }

    /// What a reader of the report must not miss.
    var note: String {
        let notes = [
            self.state == .withdrawn ? "WITHDRAWN" : nil,
            self.replacedBy.map { "REPLACED BY \($0.kenmerk) OF \($0.date)" },
        ]
        let text = notes.compactMap(\.self).joined(separator: ", ")
        return text.isEmpty ? "" : "  \(text)"
    }
}
