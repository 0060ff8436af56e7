// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import ZegelCore

/// Where a server is: `https://HOST[:PORT]` and nothing behind it.
struct ServerAddress: Sendable {
    /// What stands before each path.
    let base: String
    /// Host and port, for people.
    let name: String

    /// Reads it.
    ///
    /// - Throws: ``ClientError`` with `configuration.invalid`.
    init(_ text: String) throws(ClientError) {
        guard let parts = URLComponents(string: text), parts.scheme == "https", let host = parts.host, !host.isEmpty,
            parts.path.isEmpty || parts.path == "/", parts.query == nil, parts.fragment == nil, parts.user == nil,
            parts.password == nil
        else {
            throw ClientError(Problem(.configuration, "The address of the server must be https://HOST[:PORT]."))
        }
        self.name = "\(host):\(parts.port ?? 443)"
        self.base = "https://\(self.name)"
    }
}
