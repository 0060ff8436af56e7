// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Where a message stands (DESIGN §4.1).
package enum MessageState: String, Hashable, Sendable, CaseIterable {
    /// It waits for a second person of the sender.
    case awaitingRelease = "awaiting-release"
    /// It is with its addressees.
    case accepted
    /// Its originator took it back.
    case withdrawn
    /// Its content was destroyed at the end of its term.
    case erased
}

/// Where a message stands for one addressee (DESIGN §4.1).
package enum DeliveryState: String, Hashable, Sendable, CaseIterable {
    /// Not visible yet.
    case pending
    /// In the mailbox.
    case available
    /// Every byte left the server in authorised answers.
    case collected
    /// Acknowledged with the addressee's signature.
    case acknowledged
    /// Refused with the addressee's signature.
    case refused
    /// Taken back by the originator.
    case withdrawn
    /// The addressee says that it destroyed its copy.
    case destroyed
    /// The addressee says that it keeps its copy, and on which ground.
    case kept
}
