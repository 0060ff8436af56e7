// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
package import ZegelCore
package import ZegelPolicy
import ZegelVerify

extension Sealer {
    /// Signs a copy of a message and says what to send for it (DESIGN §4.1).
    ///
    /// - Parameters:
    ///   - stored: What the store kept, with the statements that the caller may see.
    ///   - grant: Leave to read this message; it says through whose eyes, and whether with documents.
    ///   - moment: The time that the copy speaks of.
    ///   - checkpoint: The log at that time: a signed checkpoint.
    /// - Throws: ``Problem`` `server.error` where what was stored cannot be read, or signing fails.
    package func export(
        _ stored: StoredDossier,
        under grant: ReadGrant,
        at moment: Instant,
        checkpoint: [UInt8] = []
    ) throws(Problem) -> DossierPlan {
        let eyes = Eyes(view: grant.view, mailbox: grant.asker, withDocuments: grant.withDocuments)
        return try self.export(stored, to: eyes, at: moment, checkpoint: checkpoint)
    }

    /// Signs a copy of a message for another server: what an addressee that it serves would be given.
    ///
    /// - Parameter grant: Leave to push this message there.
    /// - Throws: ``Problem`` `server.error` as ``export(_:under:at:checkpoint:)``.
    package func export(
        _ stored: StoredDossier,
        relayedUnder grant: RelayGrant,
        at moment: Instant,
        checkpoint: [UInt8] = []
    ) throws(Problem) -> DossierPlan {
        let eyes = Eyes(view: .addressee, mailbox: grant.mailbox, withDocuments: true)
        return try self.export(stored, to: eyes, at: moment, checkpoint: checkpoint)
    }

    /// Signs the copy that the archive gets when the term of a message is over: whole, in the view of its sender.
    ///
    /// - Throws: ``Problem`` `server.error` where the end is not that of a message for the archive, or is not there yet.
    package func export(
        _ stored: StoredDossier,
        atEnd end: EndOfTerm,
        at moment: Instant,
        checkpoint: [UInt8] = []
    ) throws(Problem) -> DossierPlan {
        guard end.outcome == .transferred, end.isOver(at: moment) else {
            throw Problem(.internalError, "The message is not due for the archive.")
        }
        let eyes = Eyes(view: .originator, mailbox: end.sender, withDocuments: true)
        return try self.export(stored, to: eyes, at: moment, checkpoint: checkpoint)
    }

    /// Through whose eyes a copy is seen.
    private struct Eyes {
        let view: ExportRecord.View
        let mailbox: MailboxName
        let withDocuments: Bool
    }

    private func export(
        _ stored: StoredDossier,
        to eyes: Eyes,
        at moment: Instant,
        checkpoint: [UInt8]
    ) throws(Problem) -> DossierPlan {
        do {
            return try self.plan(stored, eyes, moment, checkpoint)
        } catch let problem as Problem {
            throw problem
        } catch {
            throw Problem(.internalError, "The dossier cannot be put together.")
        }
    }

    private func plan(
        _ stored: StoredDossier,
        _ eyes: Eyes,
        _ moment: Instant,
        _ checkpoint: [UInt8]
    ) throws -> DossierPlan {
        let statements = Self.entries(of: stored.statements)
        let export = ExportRecord(
            message: stored.id,
            server: self.server,
            time: moment,
            state: stored.state,
            view: eyes.view,
            mailbox: eyes.mailbox,
            number: stored.number,
            replacedBy: stored.replacedBy,
            checkpoint: Base64.encode(checkpoint),
            statements: statements.map { .init(name: $0.name, digest: ContentDigest(of: $0.bytes)) }
        )
        var added: [Entry] = [
            Entry(EntryPath.acceptance, stored.acceptance), Entry(EntryPath.sealManifest, stored.manifest),
            Entry(EntryPath.sealSignature, stored.signature),
        ]
        if let timestamp = stored.timestamp {
            added += [
                Entry(EntryPath.timestampManifest, timestamp.manifest),
                Entry(EntryPath.timestampToken, timestamp.token),
            ]
        }
        if let log = stored.log {
            added += [Entry(EntryPath.logProof, log.proof), Entry(EntryPath.logSalt, log.salt)]
        }
        if let timestamp = stored.logTimestamp {
            added += [
                Entry(EntryPath.logTimestampProof, timestamp.proof),
                Entry(EntryPath.logTimestampToken, timestamp.token),
            ]
        }
        added += stored.evidence.map { Entry($0.name, $0.bytes) }
        added += statements
        if eyes.withDocuments { added.append(Entry(EntryPath.directory, stored.directory)) }
        added.append(Entry(EntryPath.export, export.encoded))
        let manifest = try Self.manifest(stored, withDocuments: eyes.withDocuments, added: added).encoded()
        added.append(Entry(EntryPath.exportManifest, manifest))
        added.append(Entry(EntryPath.exportSignature, try self.sign(manifest, at: moment)))

        var writer =
            eyes.withDocuments
            ? try ContainerWriter(continuing: stored.directory)
            : try ContainerWriter(
                continuing: ContainerDirectory.opening(
                    of: stored.directory,
                    entries: EntryPath.openingCount,
                    at: stored.openingSize
                )
            )
        var tail: [UInt8] = []
        for entry in added { tail += try writer.entry(name: entry.name, content: entry.bytes) }
        tail += writer.directory()
        let copied = eyes.withDocuments ? stored.entriesSize : stored.openingSize
        return DossierPlan(pieces: [.container(0..<copied), .bytes(tail)], export: export)
    }

    private struct Entry {
        let name: String
        let bytes: [UInt8]

        init(_ name: String, _ bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    private static func entries(of statements: [StoredDossier.Statement]) -> [Entry] {
        statements.enumerated().map { index, statement in
            Entry(EntryPath.statement(statement.kind, number: index + 1), statement.bytes)
        }
    }

    /// Every other entry save `mimetype`: the container's from the seal's manifest, the others as they are added.
    private static func manifest(
        _ stored: StoredDossier,
        withDocuments: Bool,
        added: [Entry]
    ) throws -> ASiCManifest {
        let names = Set(added.map(\.name))
        let kept = try ASiCManifest(parsing: stored.manifest).references.filter {
            !names.contains($0.uri) && (withDocuments || !$0.uri.hasPrefix(EntryPath.documents))
        }
        return ASiCManifest(
            signatureURI: EntryPath.exportSignature,
            references: kept
                + added.map { entry in
                    .init(
                        uri: entry.name,
                        mimeType: MediaType.of(entry.name),
                        digest: ContentDigest(of: entry.bytes).bytes
                    )
                }
        )
    }
}
