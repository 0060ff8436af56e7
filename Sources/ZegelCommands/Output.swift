// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
package import ZegelCore

/// Where words go: results to standard output, everything else to standard error.
package enum Output {
    /// A result, with a line break.
    static func result(_ text: String) { Self.write(text, to: .standardOutput) }

    /// A result as one JSON document, with a line break.
    static func result(_ json: JSONValue) {
        try? FileHandle.standardOutput.write(contentsOf: json.encoded + [0x0A])
    }

    /// A result as JSON where it was asked for, else as text.
    package static func result(_ json: JSONValue?, else text: String) {
        if let json { Self.result(json) } else { Self.result(text) }
    }

    /// A part of one JSON document that is not held as a whole.
    static func part(_ json: JSONValue) { try? FileHandle.standardOutput.write(contentsOf: json.encoded) }

    /// What stands between its parts.
    static func part(_ text: String) { try? FileHandle.standardOutput.write(contentsOf: Array(text.utf8)) }

    /// A word to whoever watches, with a line break.
    static func note(_ text: String) { Self.write(text, to: .standardError) }

    /// What others wrote, as a kenmerk or a reason, may not steer the terminal: controls show as a replacement character.
    private static func write(_ text: String, to file: FileHandle) {
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { shown.append(Self.isSafe(scalar) ? scalar : "\u{FFFD}") }
        try? file.write(contentsOf: Array("\(String(shown))\n".utf8))
    }

    private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " "..."~", "\n", "\t": true
        default: ![.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
        }
    }
}
