// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// The messages that a correction, or a later version of a list, links with one.
package struct CorrectionLinks: Hashable, Sendable {
    /// What took its place.
    package let replacedBy: Statement.Reference?
    /// Whose place it took.
    package let replaces: [Statement.Reference]
}
