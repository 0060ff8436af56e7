// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Where a version of a list stands, for its publisher or for one who has it.
package enum ListStanding: String, Sendable, CaseIterable {
    /// A second person has yet to sign it.
    case awaitingRelease = "awaiting-release"
    /// It is the last one.
    case inForce = "in-force"
    /// A later one came.
    case replaced
    /// Its publisher took it back.
    case withdrawn
}
