// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
package import ZegelCore
package import ZegelPolicy

/// `holds.yaml` as it stands on the disk.
package struct HoldFile: Sendable {
    /// What it says.
    package let book: HoldBook
    /// Its digest; `nil` where it is not there.
    package let digest: ContentDigest?

    /// Reads the file.
    ///
    /// - Throws: `configuration.invalid` with each fault.
    package init(_ path: String) throws(Problem) {
        guard FileManager.default.fileExists(atPath: path) else {
            (self.book, self.digest) = (.empty, nil)
            return
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Problem(.configuration, "\(path) cannot be read.")
        }
        do throws(YAMLFaults) { self.book = try HoldBook(Array(data), file: path) } catch {
            throw Problem(error, code: "hold.invalid")
        }
        self.digest = ContentDigest(of: Array(data))
    }
}
