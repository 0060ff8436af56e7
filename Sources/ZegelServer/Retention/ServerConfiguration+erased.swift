// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
package import ZegelCore
import ZegelExchange
package import ZegelStore

extension ServerConfiguration {
    /// What was destroyed, as the journal beside the data remembers it; nothing where there is none.
    ///
    /// - Parameter path: Another file, which has to be there.
    /// - Throws: `configuration.invalid` where it cannot be read.
    package func erased(_ path: String? = nil) throws(Problem) -> [ErasedMemory] {
        if let path, !FileManager.default.fileExists(atPath: path) {
            throw Problem(.configuration, "\(path) cannot be read.")
        }
        return try ErasureJournal(path ?? self.retention.journal, key: self.storageKeyBytes()).memories()
    }
}
