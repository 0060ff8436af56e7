// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import Crypto
package import ZegelCore

/// A document that goes into a container: where it lies, and what the header and the manifest say of it.
package struct EnclosedDocument: Sendable {
    /// Where it lies.
    package let path: String
    /// The name of its entry, `documents/` included.
    package let name: String
    /// Its media type.
    package let mediaType: String
    /// Its size in bytes.
    package let size: Int
    /// Its SHA-256.
    package let digest: ContentDigest
    /// Its checksum as a container holds it.
    let crc: UInt32

    /// Reads a document once, for its size and digests.
    ///
    /// - Throws: ``Problem`` where it cannot be read.
    package init(path: String) throws {
        var size = 0
        var crc: UInt32 = 0
        var hash = SHA256()
        try FilePieces.read(path) { piece in
            size += piece.count
            crc = ContainerWriter.crc32(piece, continuing: crc)
            hash.update(data: Array(piece))
        }
        let file = path.split(separator: "/").last.map { String($0) } ?? path
        self.path = path
        self.name = "documents/\(file)"
        self.mediaType = Self.mediaType(of: file)
        self.size = size
        self.digest = ContentDigest(hash.finalize())
        self.crc = crc
    }

    /// Its line in the header; the first document is the main one.
    func line(isFirst: Bool) -> JSONValue {
        [
            "name": .string(self.name), "role": isFirst ? "main" : "annex", "mediaType": .string(self.mediaType),
            "size": .integer(Int64(self.size)), "sha256": .string(self.digest.description),
            "encrypted": .bool(self.name.hasSuffix(".age")),
        ]
    }

    private static func mediaType(of file: String) -> String {
        switch file.split(separator: ".").last.map({ $0.lowercased() }) {
        case "pdf": "application/pdf"
        case "txt": "text/plain; charset=utf-8"
        case "json": "application/json"
        case "xml": "application/xml"
        case "png": "image/png"
        case "jpg", "jpeg": "image/jpeg"
        case "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case "odt": "application/vnd.oasis.opendocument.text"
        default: "application/octet-stream"
        }
    }
}
