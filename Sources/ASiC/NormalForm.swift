// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Unicode normalization form C, which the standard library does not offer.
enum NormalForm {
    /// Whether a text is in form C already.
    ///
    /// Everything below U+0300 is, so that most names need no look at the tables.
    static func isComposed(_ text: String) -> Bool {
        guard text.unicodeScalars.contains(where: { $0.value >= 0x300 }) else { return true }
        return text.unicodeScalars.elementsEqual(text.precomposedStringWithCanonicalMapping.unicodeScalars)
    }
}
