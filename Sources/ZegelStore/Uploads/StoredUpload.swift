// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
package import ZegelCore

/// Whose an upload is: nobody else finds it, not even the same organisation with another certificate.
package struct UploadOwner: Hashable, Sendable {
    /// The organisation.
    package let oin: OIN
    /// The SHA-256 of its client certificate.
    package let certificate: ContentDigest

    /// Names an owner.
    package init(oin: OIN, certificate: ContentDigest) {
        self.oin = oin
        self.certificate = certificate
    }
}

/// A container on its way in parts: how much of it is durable.
///
/// Each part stands in a file of its own, encrypted under a key of its own, as the content of a message does; so nothing is ever written over, and
/// no nonce is used twice, whatever a sender that resumes sends. A part counts once its file is durable and its row committed.
package struct StoredUpload: Hashable, Sendable {
    /// Its name.
    package let id: MessageID
    /// Bytes of the container, as its sender said at the beginning.
    package let size: Int
    /// Bytes that are durable, from the first on.
    package let offset: Int
    /// Whether the sender said that this is all of it.
    package let isComplete: Bool
    /// Until when it is kept, unless more comes.
    package let expiresAt: Instant
    let begunAt: Instant
    let number: Int64
    /// The message that it became.
    let message: Int64?

    init(_ row: Row) throws {
        guard let id = MessageID(row["id"] as String) else { throw Problem(.storageDamaged) }
        self.id = id
        self.size = row["size"]
        self.offset = row["offset"]
        self.isComplete = row["is_complete"]
        self.expiresAt = Instant(milliseconds: row["expires_at"])
        self.begunAt = Instant(milliseconds: row["begun_at"])
        self.number = row["number"]
        self.message = row["message"]
    }

    /// Bytes that an upload may have.
    package static func most(_ limits: Limits) -> Int { min(limits.container, limits.uploadBytesPerOrganisation) }

    /// Bytes that a request brings at least to an upload of a size, unless it is the last one: so few rows and files are one upload.
    package static func leastAppend(of size: Int, _ limits: Limits) -> Int {
        let (share, rest) = size.quotientAndRemainder(dividingBy: limits.uploadParts)
        return max(limits.uploadAppend, share + rest.signum())
    }

    /// Uploads and their parts; that an offset decreases, or changes once the upload is complete, cannot be stored.
    static let schema = """
        CREATE TABLE upload (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (length(id) = 32),
            organisation TEXT NOT NULL CHECK (length(organisation) = 20),
            certificate BLOB NOT NULL CHECK (length(certificate) = 32),
            size INTEGER NOT NULL CHECK (size > 0),
            offset INTEGER NOT NULL DEFAULT 0 CHECK (offset BETWEEN 0 AND size),
            is_complete INTEGER NOT NULL DEFAULT 0 CHECK (is_complete IN (0, 1)),
            begun_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL,
            message INTEGER REFERENCES message (number),
            CHECK (is_complete = 0 OR offset = size),
            CHECK (message IS NULL OR is_complete = 1)
        ) STRICT;

        CREATE INDEX upload_under_way ON upload (organisation) WHERE message IS NULL;
        CREATE INDEX upload_expiry ON upload (expires_at);
        CREATE INDEX upload_message ON upload (message) WHERE message IS NOT NULL;

        CREATE TABLE upload_part (
            upload INTEGER NOT NULL REFERENCES upload (number),
            start INTEGER NOT NULL CHECK (start >= 0),
            size INTEGER NOT NULL CHECK (size > 0),
            file TEXT NOT NULL UNIQUE,
            wrapped_key BLOB NOT NULL,
            PRIMARY KEY (upload, start)
        ) STRICT, WITHOUT ROWID;

        CREATE TRIGGER upload_only_grows BEFORE UPDATE OF offset ON upload
        WHEN NEW.offset < OLD.offset OR OLD.is_complete = 1 AND NEW.offset <> OLD.offset
        BEGIN SELECT RAISE(ABORT, 'an upload only grows'); END;
        """
}
