// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

extension Sealer {
    /// Signs what is stated about the end of a message: a detached CAdES over the exact bytes of the record.
    ///
    /// It needs no leave: it opens nothing, and is asked for only once nothing is left to open.
    ///
    /// - Throws: ``Problem`` `server.error` where the record is of another server, or signing fails.
    package func sign(erasure record: [UInt8], at moment: Instant) throws(Problem) -> [UInt8] {
        guard try ErasureRecord(parsing: record).server == self.server else {
            throw Problem(.internalError, "The record is of another server.")
        }
        return try self.sign(record, at: moment)
    }
}
