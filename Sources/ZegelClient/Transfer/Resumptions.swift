// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// How often in a row a transfer broke off without a byte of progress.
struct Resumptions {
    /// Failures since there was progress last.
    private(set) var failures = 0
    /// How far it ever was; `nil` before the other side said anything of it.
    private var reached: Int?
    private var beginnings = 0

    /// Notes how far the other side says that it is; its first word is progress too.
    mutating func stands(at offset: Int) {
        guard self.reached.map({ offset > $0 }) ?? true else { return }
        (self.failures, self.reached) = (0, offset)
    }

    /// Notes that nothing of it is left: what is sent again counts again.
    mutating func beginsAnew() {
        self.reached = 0
        self.beginnings += 1
    }

    /// Notes a failure.
    ///
    /// - Parameter most: How many may follow each other, and how often it may begin anew.
    /// - Returns: Whether to go on.
    mutating func goesOn(most: Int) -> Bool {
        guard self.failures < most, self.beginnings <= most else { return false }
        self.failures += 1
        return true
    }
}
