// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
package import CAdES
import Foundation
package import ZegelCore

/// Builds the container of a message: header, manifest, signature, and the documents as they are (DESIGN §4.1).
package struct ContainerBuilder: Sendable {
    /// The header of the message.
    package let header: MessageHeader
    private let documents: [EnclosedDocument]
    private let opening: [(name: String, content: [UInt8])]

    /// Completes a header and signs it.
    ///
    /// What the template leaves out is filled in: `zegel`, `date`, `nonce`, and always `documents`.
    ///
    /// - Parameters:
    ///   - template: the header as its author wrote it.
    ///   - documents: the documents, the main one first.
    ///   - signer: the seal of the sender.
    ///   - moment: the time of signing.
    /// - Throws: ``Problem`` with every fault of the header; where it cannot be signed.
    package init(
        template: JSONValue,
        documents: [EnclosedDocument],
        signer: CAdESSigner,
        at moment: Instant
    ) throws {
        self.header = try MessageHeader(parsing: Self.completed(template, documents, at: moment).encoded)
        self.documents = documents
        let own = ASiCManifest.Reference(
            uri: "message.json",
            mimeType: "application/json",
            digest: self.header.digest.bytes
        )
        let manifest = ASiCManifest(
            signatureURI: "META-INF/signature-sender.p7s",
            references: [own]
                + documents.map { .init(uri: $0.name, mimeType: $0.mediaType, digest: $0.digest.bytes) }
        )
        .encoded()
        self.opening = [
            ("message.json", self.header.bytes),
            ("META-INF/ASiCManifest-sender.xml", manifest),
            ("META-INF/signature-sender.p7s", try signer.sign(detached: manifest, at: moment.milliseconds / 1_000)),
        ]
    }

    /// Hands over the container in pieces.
    ///
    /// - Throws: `container.digest-mismatch` where a document changed since it was read; ``Problem`` of a format; what
    ///   the handler throws.
    package func pieces(_ handle: ([UInt8]) throws -> Void) throws {
        do {
            var writer = ContainerWriter()
            for entry in self.opening { try handle(writer.entry(name: entry.name, content: entry.content)) }
            for document in self.documents {
                try handle(writer.header(name: document.name, size: document.size, crc: document.crc))
                var size = 0
                try FilePieces.read(document.path) { piece in
                    size += piece.count
                    try handle(Array(piece))
                }
                guard size == document.size else {
                    throw Problem(.digestMismatch, "\(document.path) changed while it was read; seal it again.")
                }
            }
            try handle(writer.directory())
        } catch let error as ASiCError {
            throw Problem(
                code: error.code.rawValue,
                status: 400,
                title: "The container is wrong.",
                detail: error.detail
            )
        }
    }

    private static func completed(
        _ template: JSONValue,
        _ documents: [EnclosedDocument],
        at moment: Instant
    ) -> JSONValue {
        var members = (template.members ?? []).filter { $0.key != "documents" }
        func add(_ key: String, _ value: JSONValue) {
            guard !members.contains(where: { $0.key == key }) else { return }
            members.append(.init(key, value))
        }
        add("zegel", "1")
        add("date", .string(moment.date.description))
        add("nonce", .string(Self.nonce()))
        add("documents", .array(documents.enumerated().map { $1.line(isFirst: $0 == 0) }))
        return .object(members)
    }

    /// Sixteen random bytes in base64url, without padding.
    private static func nonce() -> String {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        return String(Data(bytes).base64EncodedString().prefix { $0 != "=" })
            .replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
    }
}
