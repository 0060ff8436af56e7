// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
package import ZegelCore

extension Resubmission {
    /// What is sent after the entries of a container to bring it back with its receipt.
    ///
    /// - Throws: ``Problem`` `receipt.invalid` where the receipt is of another container or has no proof, or a `container.…` code.
    package static func tail(of container: CheckedContainer, with receipt: MessageReceipt) throws(Problem) -> [UInt8] {
        guard receipt.container.bytes == container.index.digest, let log = receipt.log else {
            throw Problem(.receiptInvalid, "The receipt is not of this container, or has no proof of a log.")
        }
        let entries = [
            (EntryPath.acceptance, receipt.acceptance), (EntryPath.sealManifest, receipt.sealManifest),
            (EntryPath.sealSignature, receipt.seal), (EntryPath.logProof, log.proof), (EntryPath.logSalt, log.salt),
            (EntryPath.directory, container.index.directory),
        ]
        do {
            var writer = try ContainerWriter(continuing: container.index.directory)
            var tail: [UInt8] = []
            for (name, content) in entries { tail += try writer.entry(name: name, content: content) }
            return tail + writer.directory()
        } catch { throw Problem(error) }
    }
}
