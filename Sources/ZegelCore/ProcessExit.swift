// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// How a command ends (DESIGN §8); these numbers never change.
package enum ProcessExit: Int32, Sendable, CaseIterable {
    /// Done.
    case done = 0
    /// A mistake of the program.
    case bug = 1
    /// Some of it was done.
    case partly = 3
    /// Certificate or token.
    case identity = 4
    /// Refused by policy.
    case refused = 5
    /// Not found.
    case notFound = 6
    /// Conflict.
    case conflict = 7
    /// Network; safe to repeat.
    case network = 8
    /// Integrity.
    case integrity = 9
    /// The server made a mistake.
    case server = 10
    /// Cancelled.
    case cancelled = 11
    /// A signature or container is invalid.
    case invalid = 20
    /// It cannot be decided.
    case undecided = 21
    /// A log proof is wrong, or shows a fork.
    case log = 22
    /// The command line is wrong.
    case usage = 64
    /// The configuration is wrong.
    case configuration = 78
    /// Interrupted.
    case interrupted = 130
}
