// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
package import ZegelCore

extension ReadView {
    /// An upload, for its owner alone, until it expires.
    package func upload(_ id: MessageID, of owner: UploadOwner, at moment: Instant) throws -> StoredUpload? {
        try Row.fetchOne(
            self.database,
            sql: "SELECT * FROM upload WHERE id = ? AND organisation = ? AND certificate = ? AND expires_at > ?",
            arguments: ["\(id)", "\(owner.oin)", SQLValue.blob(owner.certificate.bytes).database, moment.milliseconds]
        )
        .map { try StoredUpload($0) }
    }

    /// The first uploads whose time is over and that became no message.
    package func expiredUploads(at moment: Instant, most: Int) throws -> [StoredUpload] {
        try Row.fetchAll(
            self.database,
            sql: "SELECT * FROM upload WHERE expires_at <= ? AND message IS NULL ORDER BY expires_at LIMIT ?",
            arguments: [moment.milliseconds, most]
        )
        .map { try StoredUpload($0) }
    }

    /// The parts of an upload, in order; together they are its bytes up to its offset.
    package func parts(of upload: StoredUpload) throws -> [SpooledContent] {
        var end = 0
        let parts = try Row.fetchAll(
            self.database,
            sql: "SELECT start, size, file, wrapped_key FROM upload_part WHERE upload = ? ORDER BY start",
            arguments: [upload.number]
        )
        .map { row in
            let file: String = row["file"]
            guard let name = MessageID(file), row["start"] == end else { throw Problem(.storageDamaged) }
            end += row["size"]
            let key = try self.vault.key.unwrap(Array(row["wrapped_key"] as Data), for: name)
            return SpooledContent(name: file, key: key, size: row["size"])
        }
        guard end == upload.offset else { throw Problem(.storageDamaged) }
        return parts
    }

    /// The message that an upload became.
    package func message(from upload: StoredUpload) throws -> StoredMessage? {
        try upload.message.flatMap { try self.message(number: $0) }
    }
}
