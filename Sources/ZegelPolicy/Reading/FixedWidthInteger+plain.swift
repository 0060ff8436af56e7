// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

extension FixedWidthInteger {
    /// The number that a text is, in the one spelling that each number has: no plus, no zero in front.
    init?(plain text: some StringProtocol) {
        guard let number = Self(text), text == "\(number)" else { return nil }
        self = number
    }
}
