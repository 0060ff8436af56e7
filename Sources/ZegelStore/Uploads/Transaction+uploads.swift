// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
package import ZegelCore

extension Transaction {
    /// Begins an upload.
    ///
    /// - Parameters:
    ///   - size: Bytes of the container.
    ///   - most: How many uploads of the organisation may be under way, and how many bytes they may have together.
    ///   - term: For how long it is kept while nothing comes into it.
    /// - Throws: `upload.too-many`.
    package func beginUpload(
        of owner: UploadOwner,
        size: Int,
        most: (uploads: Int, bytes: Int),
        at moment: Instant,
        keptFor term: UploadTerm
    ) throws -> StoredUpload {
        let row = try Row.fetchOne(
            self.database,
            sql: """
                SELECT count(*) AS uploads, coalesce(sum(size), 0) AS bytes FROM upload
                WHERE organisation = ? AND message IS NULL AND expires_at > ?
                """,
            arguments: ["\(owner.oin)", moment.milliseconds]
        )
        let (uploads, bytes): (Int, Int) = (row?["uploads"] ?? 0, row?["bytes"] ?? 0)
        guard uploads < most.uploads, size <= most.bytes - bytes else {
            throw Problem(
                .uploadsTooMany,
                "Complete or cancel others first: \(most.uploads) may be under way, with \(most.bytes) bytes together."
            )
        }
        let id = MessageID.random()
        try self.execute(
            "INSERT INTO upload (id, organisation, certificate, size, begun_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
            [
                .text("\(id)"), .text("\(owner.oin)"), .blob(owner.certificate.bytes), .integer(Int64(size)),
                .integer(moment.milliseconds), .integer(term.end(begunAt: moment).milliseconds),
            ]
        )
        return try self.upload(self.database.lastInsertedRowID)
    }

    /// Makes a part that is durable in its file the next one of an upload.
    ///
    /// - Parameters:
    ///   - isLast: Whether that is all of it.
    ///   - moment: From when on the upload is kept for its term again.
    /// - Throws: `not-found` where the upload is gone, is not as it was seen, or may be kept no longer: then the part belongs to nobody.
    package func append(
        _ part: SpooledContent,
        to upload: StoredUpload,
        isLast: Bool,
        at moment: Instant,
        keptFor term: UploadTerm
    ) throws -> StoredUpload {
        guard let name = MessageID(part.name) else { throw Problem(.internalError) }
        let end = term.end(of: upload, at: moment)
        // What would be forgotten at once is not said to be durable; with all of it there is a message.
        guard isLast || end > moment else { throw Problem(.notFound) }
        try self.advance(upload, by: part.size, isLast: isLast)
        try self.postpone(upload, until: end)
        try self.execute(
            "INSERT INTO upload_part (upload, start, size, file, wrapped_key) VALUES (?, ?, ?, ?, ?)",
            [
                .integer(upload.number), .integer(Int64(upload.offset)), .integer(Int64(part.size)),
                .text(part.name), .blob(try self.vault.key.wrap(part.key, for: name)),
            ]
        )
        return try self.upload(upload.number)
    }

    /// Says that all of an upload has come.
    ///
    /// - Throws: `not-found` where the upload is gone or is not as it was seen.
    package func complete(
        _ upload: StoredUpload,
        at moment: Instant,
        keptFor term: UploadTerm
    ) throws -> StoredUpload {
        try self.advance(upload, by: 0, isLast: true)
        try self.postpone(upload, until: term.end(of: upload, at: moment))
        return try self.upload(upload.number)
    }

    /// Keeps an upload longer, as bytes come into it that are no part yet.
    ///
    /// - Throws: `not-found` where the upload is gone.
    package func keep(_ upload: StoredUpload, until end: Instant) throws -> StoredUpload {
        guard try self.postpone(upload, until: end) == 1 else { throw Problem(.notFound) }
        return try self.upload(upload.number)
    }

    /// Says which message an upload became; what it was made of is not needed any more, and is nobody's after the commit.
    package func settle(_ upload: StoredUpload, as message: MessageID) throws {
        _ = try self.removeParts(of: upload)
        try self.execute(
            "UPDATE upload SET message = (SELECT number FROM message WHERE id = ? AND state <> 'erased') WHERE number = ? AND id = ?",
            [.text("\(message)"), .integer(upload.number), .text("\(upload.id)")]
        )
    }

    /// Forgets an upload.
    ///
    /// - Returns: The files to remove.
    package func end(_ upload: StoredUpload) throws -> [String] {
        let files = try self.removeParts(of: upload)
        try self.execute(
            "DELETE FROM upload WHERE number = ? AND id = ?",
            [.integer(upload.number), .text("\(upload.id)")]
        )
        return files
    }

    /// Forgets an upload, unless it was postponed or forgotten since it was found expired.
    ///
    /// - Returns: The files to remove; `nil` where it stays, or is gone.
    package func end(_ upload: StoredUpload, ifExpiredAt moment: Instant) throws -> [String]? {
        let isExpired = try Bool.fetchOne(
            self.database,
            sql: "SELECT EXISTS (SELECT 1 FROM upload WHERE number = ? AND id = ? AND expires_at <= ?)",
            arguments: [upload.number, "\(upload.id)", moment.milliseconds]
        )
        return isExpired == true ? try self.end(upload) : nil
    }

    /// Forgets uploads that became messages and whose time is over; they have no files.
    ///
    /// - Parameter most: How many at once.
    /// - Returns: How many there were.
    package func endSettledUploads(expiredAt moment: Instant, most: Int) throws -> Int {
        try self.execute(
            """
            DELETE FROM upload WHERE number IN (
                SELECT number FROM upload WHERE expires_at <= ? AND message IS NOT NULL ORDER BY expires_at LIMIT ?
            )
            """,
            [.integer(moment.milliseconds), .integer(Int64(most))]
        )
    }

    @discardableResult
    private func postpone(_ upload: StoredUpload, until end: Instant) throws -> Int {
        try self.execute(
            "UPDATE upload SET expires_at = max(expires_at, ?) WHERE number = ? AND id = ?",
            [.integer(end.milliseconds), .integer(upload.number), .text("\(upload.id)")]
        )
    }

    private func advance(_ upload: StoredUpload, by count: Int, isLast: Bool) throws {
        let changed = try self.execute(
            """
            UPDATE upload SET offset = offset + ?, is_complete = ?
            WHERE number = ? AND id = ? AND offset = ? AND is_complete = 0
            """,
            [
                .integer(Int64(count)), .integer(isLast ? 1 : 0), .integer(upload.number), .text("\(upload.id)"),
                .integer(Int64(upload.offset)),
            ]
        )
        guard changed == 1 else { throw Problem(.notFound) }
    }

    /// The number of an upload that is gone may be that of another: by its name too it is that one.
    private func removeParts(of upload: StoredUpload) throws -> [String] {
        let isThere = try Bool.fetchOne(
            self.database,
            sql: "SELECT EXISTS (SELECT 1 FROM upload WHERE number = ? AND id = ?)",
            arguments: [upload.number, "\(upload.id)"]
        )
        guard isThere == true else { return [] }
        let files = try String.fetchAll(
            self.database,
            sql: "SELECT file FROM upload_part WHERE upload = ?",
            arguments: [upload.number]
        )
        try self.execute("DELETE FROM upload_part WHERE upload = ?", [.integer(upload.number)])
        return files
    }

    private func upload(_ number: Int64) throws -> StoredUpload {
        let row = try Row.fetchOne(self.database, sql: "SELECT * FROM upload WHERE number = ?", arguments: [number])
        guard let row else { throw Problem(.internalError) }
        return try StoredUpload(row)
    }
}
