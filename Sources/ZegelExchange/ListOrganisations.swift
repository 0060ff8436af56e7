// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore
import ZegelIdentity
import ZegelPolicy

/// Names the organisations and mailboxes that a caller shares an exchange with, and no others (DESIGN §7).
package struct ListOrganisations {
    private let call: ExchangeCall

    /// Prepares to list for a caller.
    package init(_ call: ExchangeCall) { self.call = call }

    /// All of them, in the order of their numbers; the caller's own among them.
    package func all() -> [Organisation] {
        self.call.context.policy.engine.neighbours(of: self.call.peer.oin, at: self.call.context.clock())
    }

    /// One of them by its short name.
    ///
    /// - Throws: `not-found` for one that the caller shares no exchange with, known or not.
    package func one(_ short: String) throws(Problem) -> Organisation {
        guard let organisation = self.all().first(where: { $0.short == short }) else { throw Problem(.notFound) }
        return organisation
    }
}
