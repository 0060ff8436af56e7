// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// What can happen to a message on its way to one addressee.
package enum DeliveryEvent: String, Hashable, Sendable, CaseIterable {
    /// It may be seen: accepted, and released where a second person must.
    case opened
    /// Every byte left the server in authorised answers.
    case collected
    /// The addressee accepted it.
    case acknowledged
    /// The addressee did not accept it.
    case refused
    /// The addressee passed it on.
    case forwarded
    /// The originator took it back.
    case withdrawn
    /// The addressee destroyed its copy.
    case destroyed
    /// The addressee keeps its copy.
    case kept
}

extension DeliveryState {
    /// Where a delivery stands after an event; `nil` where that cannot happen to it.
    ///
    /// A withdrawal ends what was not collected yet. What an addressee has, or never saw, it does not change: who has a copy says itself
    /// what becomes of it, once it is destroyed nothing more. Who refused it, or has no copy any more, has nothing to pass on.
    package func after(_ event: DeliveryEvent) -> DeliveryState? {
        switch (self, event) {
        case (.pending, .opened): .available
        case (.available, .collected): .collected
        case (.available, .acknowledged), (.collected, .acknowledged): .acknowledged
        case (.available, .refused), (.collected, .refused): .refused
        case (.available, .forwarded), (.collected, .forwarded), (.acknowledged, .forwarded), (.kept, .forwarded): self
        case (.available, .withdrawn): .withdrawn
        case (.pending, .withdrawn), (.collected, .withdrawn), (.acknowledged, .withdrawn), (.refused, .withdrawn),
            (.destroyed, .withdrawn), (.kept, .withdrawn):
            self
        case (.collected, .destroyed), (.acknowledged, .destroyed), (.refused, .destroyed), (.withdrawn, .destroyed),
            (.kept, .destroyed):
            .destroyed
        case (.collected, .kept), (.acknowledged, .kept), (.refused, .kept), (.withdrawn, .kept): .kept
        default: nil
        }
    }
}
