// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization
import ZegelCore

/// Counts the streams of events that are open: on each connection, of each organisation, and in all.
///
/// A stream lasts as long as its token, so that without a bound a few clients would hold the server's memory for long.
final class EventSeats: Sendable {
    private struct Taken {
        var byConnection: [ObjectIdentifier: Int] = [:]
        var byOrganisation: [OIN: Int] = [:]
        var all = 0
    }

    private let taken = Mutex(Taken())
    private let limits: Limits

    init(limits: Limits) { self.limits = limits }

    /// How many are taken.
    var count: Int { self.taken.withLock { $0.all } }

    /// Takes a seat, which ``leave(_:of:)`` gives back.
    ///
    /// - Throws: `events.too-many`.
    func take(_ connection: ObjectIdentifier, of organisation: OIN) throws(Problem) {
        let isFree = self.taken.withLock { taken in
            guard taken.byConnection[connection, default: 0] < self.limits.eventsPerConnection,
                taken.byOrganisation[organisation, default: 0] < self.limits.eventsPerOrganisation,
                taken.all < self.limits.events
            else { return false }
            taken.byConnection[connection, default: 0] += 1
            taken.byOrganisation[organisation, default: 0] += 1
            taken.all += 1
            return true
        }
        guard isFree else {
            throw Problem(.eventsTooMany, "End one of those that are open, or list the mailbox with wait=.")
        }
    }

    func leave(_ connection: ObjectIdentifier, of organisation: OIN) {
        self.taken.withLock { taken in
            let (here, theirs) = (taken.byConnection[connection] ?? 1, taken.byOrganisation[organisation] ?? 1)
            taken.byConnection[connection] = here > 1 ? here - 1 : nil
            taken.byOrganisation[organisation] = theirs > 1 ? theirs - 1 : nil
            taken.all -= 1
        }
    }
}
