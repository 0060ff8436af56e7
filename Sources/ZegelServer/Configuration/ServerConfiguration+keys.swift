// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
package import TransparencyLog
package import ZegelCore

extension ServerConfiguration {
    /// Reads the key of the log; its name is the origin.
    ///
    /// - Throws: ``Problem`` `configuration.invalid`.
    package func logSigner() throws(Problem) -> NoteSigner {
        let text = try TextFile.read(self.log.key).trimmingCharacters(in: .whitespacesAndNewlines)
        let signer: NoteSigner
        do { signer = try NoteSigner(parsing: text) } catch {
            throw Problem(.configuration, "\(self.log.key) holds no key of a log: \(error)")
        }
        guard signer.verifier.name.description == self.log.origin else {
            throw Problem(.configuration, "The key of the log has another name than its origin.")
        }
        return signer
    }

    /// Reads the storage key, 32 bytes.
    ///
    /// - Throws: ``Problem`` `configuration.invalid`.
    package func storageKeyBytes() throws(Problem) -> [UInt8] {
        let text = try TextFile.read(self.storageKey).trimmingCharacters(in: .whitespacesAndNewlines)
        guard let data = Data(base64Encoded: text) else {
            throw Problem(.configuration, "\(self.storageKey) holds 32 bytes in base64.")
        }
        return Array(data)
    }
}
