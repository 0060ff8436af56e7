// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import ZegelCore

/// An address that the operator wrote down to have something fetched from it.
package struct FetchAddress: Hashable, Sendable, CustomStringConvertible {
    /// The address as it was written.
    package let text: String
    /// Whether nobody on the way can change what comes: TLS, or this machine.
    let isPrivate: Bool

    /// Takes `http://` or `https://` with a host and without user, password and fragment; `nil` for anything else.
    package init?(_ text: String) {
        guard text.utf8.count <= 2_000, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            let parts = URLComponents(string: text), let scheme = parts.scheme, ["http", "https"].contains(scheme),
            text.hasPrefix("\(scheme)://"), let host = parts.host, !host.isEmpty, parts.user == nil,
            parts.password == nil, parts.fragment == nil
        else { return nil }
        self.text = text
        self.isPrivate = scheme == "https" || ["127.0.0.1", "[::1]", "::1", "localhost"].contains(host)
    }

    /// The address as it was written.
    package var description: String { self.text }
}

/// A file that the configuration names, or an address whose content is kept in one.
package struct ConfiguredFile: Hashable, Sendable {
    /// Where it is read.
    package let path: String
    /// From where it is fetched; `nil` where the operator puts it there.
    package let address: FetchAddress?

    /// A file of the operator.
    package init(path: String) {
        self.path = path
        self.address = nil
    }

    /// What is fetched from an address and kept in a folder, so that a start without network has it.
    package init(_ address: FetchAddress, in folder: String, kind: String) {
        self.path = "\(folder)/\(ContentDigest(of: Array(address.text.utf8)).description.prefix(32)).\(kind)"
        self.address = address
    }

    /// What the operator wrote.
    var name: String { self.address?.text ?? self.path }

    /// Its text; `nil` where it was never fetched.
    ///
    /// - Throws: `configuration.invalid` where a file of the operator cannot be read.
    func read() throws(Problem) -> String? {
        guard self.address == nil || FileManager.default.fileExists(atPath: self.path) else { return nil }
        return try TextFile.read(self.path)
    }

    /// Keeps what was fetched.
    ///
    /// - Throws: What the file system says.
    func keep(_ text: String) throws { try TextFile.keep(text, at: self.path) }
}
