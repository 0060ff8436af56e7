// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Of which list a message is which version.
package struct ListVersion: Hashable, Sendable {
    /// The name of the list, at its keeper.
    package let name: String
    /// The version.
    package let version: Int64

    /// Names a version.
    package init(name: String, version: Int64) {
        self.name = name
        self.version = version
    }

    /// As answers have it.
    package var json: JSONValue { ["name": .string(self.name), "version": .integer(self.version)] }

    /// Reads it, or returns `nil` for anything else.
    package init?(_ json: JSONValue) {
        guard let name = json["name"]?.string, (1...200).contains(name.utf8.count),
            let version = json["version"]?.integer, version > 0
        else { return nil }
        self.init(name: name, version: version)
    }
}
