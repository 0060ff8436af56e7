// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Why a container or manifest was refused.
///
/// Two errors are equal when their codes are: the sentence is for people and may change.
public struct ASiCError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The stable name of the cause.
    public let code: Code

    /// What was found and what to do about it, in plain sentences.
    ///
    /// It may name the entry and give sizes and offsets, and never holds content.
    public let detail: String

    init(_ code: Code, _ found: String) {
        self.code = code
        self.detail = found + " " + code.remedy
    }

    /// The code and the detail in one line.
    public var description: String { "\(self.code.rawValue): \(self.detail)" }

    /// Compares the codes.
    public static func == (left: Self, right: Self) -> Bool {
        left.code == right.code
    }

    /// Hashes the code.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(self.code)
    }
}
