// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import NIOCore
import TransparencyLog
import ZegelCore
import ZegelPolicy
import ZegelSeal
import ZegelStore

/// What the archive has of a message.
struct ArchivedDossier: Sendable {
    /// The SHA-256 of the file.
    let digest: ContentDigest
    /// How many statements are in it.
    let statements: Int
}

/// Writes the dossier of a message as a file for the archive: durable, and read back, before the message ends here.
struct ArchiveMessage {
    private static let piece = 262_144

    private let context: ExchangeContext
    private let folder: String
    private let eventLoop: any EventLoop
    private let files = SystemFileSystem()

    init(_ context: ExchangeContext, into folder: String, on eventLoop: any EventLoop) {
        self.context = context
        self.folder = folder
        self.eventLoop = eventLoop
    }

    /// Writes `ID.asice`; one of an attempt that was broken off is written over.
    ///
    /// - Throws: What the disk says; `storage.damaged` where the file is not what was written.
    func callAsFunction(_ id: MessageID, at end: EndOfTerm) async throws -> ArchivedDossier {
        let (message, plan) = try await self.plan(id, end)
        let path = "\(self.folder)/\(id).asice"
        let (files, folder, store) = (self.files, self.folder, self.context.store)
        return try await store.perform(on: self.eventLoop) {
            try files.makeFolder(folder)
            let written = try Self.write(plan, of: message, to: "\(path).new", store, files)
            guard let written, try Self.digest(of: "\(path).new", plan.size, files) == written else {
                throw Problem(.storageDamaged, "The dossier of \(id) in the archive is not what was written.")
            }
            try files.rename("\(path).new", to: path)
            try files.syncFolder(folder)
            return ArchivedDossier(digest: written, statements: plan.export.statements.count)
        }.get()
    }

    /// All that is known of the message, as its sender would see it.
    private func plan(_ id: MessageID, _ end: EndOfTerm) async throws -> (StoredMessage, DossierPlan) {
        let (store, now, loop) = (self.context.store, self.context.clock(), self.eventLoop)
        guard let found = try await store.read(on: loop, { try $0.archived(id) }).get() else {
            throw Problem(.notFound)
        }
        guard found.header.digest == end.headerDigest else { throw Problem(.internalError) }
        let message = try await self.context.proved(found, on: loop).get()
        let (parts, earlier) = try await store.read(on: loop) { view in try view.dossier(of: message, for: nil) }.get()
        let checkpoint = earlier ?? store.log.served.bytes
        let sealer = self.context.seal.sealer
        return (message, try sealer.export(parts, atEnd: end, at: now, checkpoint: checkpoint))
    }

    private static func write(
        _ plan: DossierPlan,
        of message: StoredMessage,
        to path: String,
        _ store: Store,
        _ files: SystemFileSystem
    ) throws -> ContentDigest? {
        // What was broken off before has left one.
        try? files.remove(path)
        let file = try files.create(path)
        let content = try store.content(of: message)
        var hash = SHA256()
        func write(_ bytes: [UInt8]) throws {
            hash.update(data: bytes)
            try file.write(bytes)
        }
        for piece in plan.pieces {
            switch piece {
            case .bytes(let bytes): try write(bytes)
            case .container(let range):
                for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.piece) {
                    try write(content.read(start..<min(start + Self.piece, range.upperBound)))
                }
            }
        }
        try file.sync()
        try file.close()
        return ContentDigest(bytes: Array(hash.finalize()))
    }

    private static func digest(of path: String, _ size: Int, _ files: SystemFileSystem) throws -> ContentDigest? {
        let file = try files.open(path)
        var hash = SHA256()
        for start in stride(from: 0, to: size, by: Self.piece) {
            hash.update(data: try file.read(min(Self.piece, size - start), at: start))
        }
        return ContentDigest(bytes: Array(hash.finalize()))
    }
}
