// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import ZegelCore

/// A place in a mailbox that only this server can write and that fits no other mailbox.
struct MailboxCursor: Sendable {
    private let key: SymmetricKey

    init(_ key: StorageKey) { self.key = key.derived(for: "zegel cursor v1") }

    /// Writes the place behind an arrival: unreserved characters only.
    func text(_ arrival: Int64, in mailbox: MailboxName) -> String {
        let number = (0..<8).map { UInt8(truncatingIfNeeded: arrival >> (56 - 8 * $0)) }
        return Data(number + self.mark(number, mailbox)).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// Reads a place.
    ///
    /// - Throws: `request.cursor` for one that this server did not write for this mailbox.
    func arrival(_ text: String, in mailbox: MailboxName) throws(Problem) -> Int64 {
        let refused = Problem(.cursorInvalid, "Use the cursor that the page before gave, or none.")
        guard text.utf8.count == 32, !text.contains("+"), !text.contains("/"),
            let data = Data(base64Encoded: text.replacing("-", with: "+").replacing("_", with: "/"))
        else { throw refused }
        let number = Array(data.prefix(8))
        guard Array(data.dropFirst(8)) == self.mark(number, mailbox) else { throw refused }
        return number.reduce(0) { $0 << 8 | Int64($1) }
    }

    private func mark(_ number: [UInt8], _ mailbox: MailboxName) -> [UInt8] {
        let code = HMAC<SHA256>.authenticationCode(for: number + Array("\(mailbox)".utf8), using: self.key)
        return Array(Array(code).prefix(16))
    }
}
