// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// A message under the number that it has among those from its sender to this mailbox.
package struct NumberedArrival: Hashable, Sendable {
    /// Who sent it.
    package let sender: MailboxName
    /// The number.
    package let number: Int64
    /// The message.
    package let message: MessageID
    /// The digest of its container.
    package let container: ContentDigest
    /// When it became visible.
    package let availableAt: Instant

    /// Describes an arrival.
    package init(
        sender: MailboxName,
        number: Int64,
        message: MessageID,
        container: ContentDigest,
        availableAt: Instant
    ) {
        self.sender = sender
        self.number = number
        self.message = message
        self.container = container
        self.availableAt = availableAt
    }
}

/// What is wrong with the numbers that a mailbox was shown; a server that keeps its word shows none of these.
package enum NumberFinding: Hashable, Sendable {
    /// Numbers that never came, though later ones did.
    case missing(MailboxName, ClosedRange<Int64>)
    /// Versions of a list that never came, though later ones did.
    case missingVersions(of: String, MailboxName, ClosedRange<Int64>)
    /// A message under a number that another had, or one that had another number.
    case twice(NumberedArrival, known: NumberedArrival)

    /// For people.
    package var text: String {
        switch self {
        case .missing(let sender, let numbers):
            numbers.count == 1
                ? "Number \(numbers.lowerBound) from \(sender) is missing."
                : "Numbers \(numbers.lowerBound) to \(numbers.upperBound) from \(sender) are missing."
        case .missingVersions(let list, let sender, let versions):
            versions.count == 1
                ? "Version \(versions.lowerBound) of \(list) from \(sender) is missing."
                : "Versions \(versions.lowerBound) to \(versions.upperBound) of \(list) from \(sender) are missing."
        case .twice(let arrival, let known):
            "Number \(arrival.number) from \(arrival.sender) is \(arrival.message), "
                + "but number \(known.number) was \(known.message) before."
        }
    }

    /// For programs.
    package var json: JSONValue {
        switch self {
        case .missing(let sender, let numbers):
            [
                "finding": "missing", "from": .string("\(sender)"), "first": .integer(numbers.lowerBound),
                "last": .integer(numbers.upperBound),
            ]
        case .missingVersions(let list, let sender, let versions):
            [
                "finding": "missing-versions", "from": .string("\(sender)"), "list": .string(list),
                "first": .integer(versions.lowerBound), "last": .integer(versions.upperBound),
            ]
        case .twice(let arrival, let known):
            [
                "finding": "twice", "from": .string("\(arrival.sender)"), "number": .integer(arrival.number),
                "message": .string("\(arrival.message)"), "known": .string("\(known.message)"),
            ]
        }
    }
}
