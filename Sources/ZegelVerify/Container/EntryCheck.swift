// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import CAdES
import ZegelCore

/// Follows the entries of a container and holds each to its place, its bound and its description.
struct EntryCheck: Sendable {
    private enum Stage: Sendable {
        case mimetype
        case header
        case manifest(MessageHeader, ContentDigest)
        case signature(MessageHeader, ContentDigest, SenderManifest)
        case documents(DocumentCheck)
    }

    /// The parts before the documents, once they are complete.
    private(set) var opening: ContainerOpening?
    private let limits: Limits
    private var stage = Stage.mimetype
    private var buffer: [UInt8] = []

    init(limits: Limits) { self.limits = limits }

    mutating func take(_ event: ContainerReader.Event) throws(Problem) {
        switch event {
        case .began(let name, let size): try self.begin(name, size)
        case .content(let bytes): try self.add(bytes)
        case .ended(let entry): try self.end(entry)
        }
    }

    /// Says that the last entry was read.
    func finish() throws(Problem) -> ContainerOpening {
        guard let opening = self.opening, case .documents(let check) = self.stage else {
            throw Problem(
                .containerOrder,
                "The container ends before its signature; after mimetype come \(EntryPath.header), "
                    + "\(EntryPath.senderManifest) and \(EntryPath.senderSignature)."
            )
        }
        try check.finish()
        return opening
    }

    private mutating func begin(_ name: String, _ size: Int?) throws(Problem) {
        self.buffer.removeAll(keepingCapacity: true)
        if case .documents(var check) = self.stage {
            try check.begin(name, size)
            self.stage = .documents(check)
            return
        }
        let (expected, limit, code) = self.expectation
        guard name == expected else {
            throw Problem(.containerOrder, "The entry '\(name)' stands where '\(expected)' belongs.")
        }
        if let size, size > limit { throw Problem(tooLarge: code, name, limit) }
    }

    /// Name, bound and code beyond the bound of the entry that comes now.
    private var expectation: (name: String, limit: Int, code: String) {
        switch self.stage {
        case .mimetype: (EntryPath.mimetype, 64, ASiCError.Code.mimetypeContent.rawValue)
        case .header: (EntryPath.header, self.limits.header, ProblemCode.headerTooLarge.rawValue)
        case .manifest: (EntryPath.senderManifest, self.limits.manifest, ASiCError.Code.manifestTooLarge.rawValue)
        default: (EntryPath.senderSignature, self.limits.signature, CAdESError.Code.tooLarge.rawValue)
        }
    }

    private mutating func add(_ bytes: ArraySlice<UInt8>) throws(Problem) {
        if case .documents(var check) = self.stage {
            try check.add(bytes)
            self.stage = .documents(check)
            return
        }
        let (name, limit, code) = self.expectation
        guard self.buffer.count + bytes.count <= limit else { throw Problem(tooLarge: code, name, limit) }
        self.buffer += bytes
    }

    private mutating func end(_ entry: ContainerEntry) throws(Problem) {
        guard let digest = ContentDigest(bytes: entry.digest) else { return }
        switch self.stage {
        case .mimetype: self.stage = .header
        case .header:
            let header = try MessageHeader(parsing: self.buffer, limits: self.limits)
            self.stage = .manifest(header, digest)
        case .manifest(let header, let headerDigest):
            let manifest = try SenderManifest(parsing: self.buffer, digest: digest)
            try manifest.agree(with: header, headerDigest)
            self.stage = .signature(header, headerDigest, manifest)
        case .signature(let header, let headerDigest, let manifest):
            self.opening = try ContainerOpening(
                header: header,
                headerDigest: headerDigest,
                manifest: manifest,
                signatureBytes: self.buffer,
                signatureDigest: digest,
                limits: self.limits
            )
            self.buffer = []
            self.stage = .documents(DocumentCheck(header.documents))
        case .documents(var check):
            try check.end(entry, digest)
            self.stage = .documents(check)
        }
    }
}
