// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import ZegelCore

/// A place in a list that only this server can write, that fits no other list, and that tells nobody how much lies before it.
///
/// The place is encrypted. The same place in the same list is spelled the same each time, so that equal answers are equal.
struct ListCursor: Sendable {
    private static let nonceSize = 12
    private let key: SymmetricKey
    private let nonces: SymmetricKey

    init(_ key: StorageKey) {
        self.key = key.derived(for: "zegel cursor v2")
        self.nonces = key.derived(for: "zegel cursor nonce v2")
    }

    /// Writes the place behind a number: unreserved characters only.
    func text(_ number: Int64, in list: String) throws -> String {
        let place = (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
        let name = Array(list.utf8)
        // One nonce for one place of one list: no two texts are ever encrypted under the same nonce.
        let nonce = Array(HMAC<SHA256>.authenticationCode(for: place + name, using: self.nonces)).prefix(Self.nonceSize)
        let box = try AES.GCM.seal(place, using: self.key, nonce: AES.GCM.Nonce(data: nonce), authenticating: name)
        return (Data(nonce) + box.ciphertext + box.tag).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_")
    }

    /// Reads a place.
    ///
    /// - Throws: `request.cursor` for one that this server did not write for this list.
    func number(_ text: String, in list: String) throws(Problem) -> Int64 {
        guard text.utf8.count == 48, !text.contains("+"), !text.contains("/"),
            let data = Data(base64Encoded: text.replacing("-", with: "+").replacing("_", with: "/")),
            let box = try? AES.GCM.SealedBox(combined: data),
            let place = try? AES.GCM.open(box, using: self.key, authenticating: Array(list.utf8))
        else { throw Problem(.cursorInvalid, "Use the cursor that the page before gave, or none.") }
        return place.reduce(0) { $0 << 8 | Int64($1) }
    }
}
