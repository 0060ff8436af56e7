// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Where something stands that has to reach another server.
package enum DispatchState: String, Hashable, Sendable, CaseIterable {
    /// Nothing is under way; it is due now or at a later moment.
    case waiting
    /// It was begun: whether the other side has it is not known.
    case pushing
    /// The other side signed that it has it.
    case receipted
    /// The other side refused it for good.
    case dead
    /// An operator gave it up.
    case abandoned
    /// Its time was over before the other side had it.
    case expired
    /// Nobody needs it any more: it was taken back before the other side had it.
    case withdrawn
}

/// What can happen to it.
package enum DispatchEvent: String, Hashable, Sendable, CaseIterable {
    /// An attempt begins.
    case began
    /// A receipt came that holds.
    case receipted
    /// An attempt failed in a way that may pass.
    case failed
    /// The other side refused for good.
    case refused
    /// Its time is over.
    case expired
    /// An operator gives it up.
    case abandoned
    /// The originator took it back.
    case withdrawn
    /// An operator has it tried again.
    case retried
    /// The other side, which had signed that it has it, has it no more.
    case missed
}

extension DispatchState {
    /// Where it stands after an event; `nil` where that cannot happen to it.
    ///
    /// A receipt counts whenever it comes: the other side has it, whatever was given up here. An attempt that failed or was refused after
    /// it was given up changes nothing. What is under way does not expire; only its outcome says what became of it.
    package func after(_ event: DispatchEvent) -> DispatchState? {
        switch (self, event) {
        case (.waiting, .began), (.pushing, .began): .pushing
        case (_, .receipted): .receipted
        case (.pushing, .failed), (.waiting, .failed): .waiting
        case (.pushing, .refused): .dead
        case (.dead, .failed), (.dead, .refused), (.abandoned, .failed), (.abandoned, .refused), (.expired, .failed),
            (.expired, .refused), (.withdrawn, .failed), (.withdrawn, .refused):
            self
        case (.waiting, .expired): .expired
        case (.waiting, .abandoned), (.pushing, .abandoned), (.dead, .abandoned), (.expired, .abandoned): .abandoned
        case (.waiting, .withdrawn), (.pushing, .withdrawn), (.dead, .withdrawn), (.expired, .withdrawn),
            (.abandoned, .withdrawn):
            .withdrawn
        case (.waiting, .retried), (.dead, .retried), (.expired, .retried), (.abandoned, .retried): .waiting
        case (.receipted, .missed): .waiting
        default: nil
        }
    }

    /// Whether something is still to be done about it.
    package var isOpen: Bool { [.waiting, .pushing].contains(self) }
}
