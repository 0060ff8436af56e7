// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
package import ZegelCore

/// A container with its old acceptance, seal, proof and salt behind it, as in a dossier (DESIGN §4.4): what a sender brings back to a
/// server that lost it.
package struct Resubmission: Sendable {
    /// Bytes of the container before its central directory, with which this begins.
    package let entriesSize: Int
    /// The container's own central directory and end record.
    package let directory: [UInt8]
    /// What the server said when it accepted it.
    package let acceptance: AcceptanceRecord
    /// The old seal.
    package let seal: [UInt8]
    private let acceptanceBytes: [UInt8]
    private let sealManifest: [UInt8]
    private let log: LogEvidence
    private let added: [String: [UInt8]]

    /// Reads one; nothing of it is judged here, and what else a dossier holds is passed over.
    ///
    /// - Parameters:
    ///   - bound: How many bytes may stand behind the container.
    ///   - pieces: Hands all bytes over in order.
    /// - Throws: ``Problem`` `resubmission.form`, a `container.…` code, or `record.invalid` as `resubmission.form`.
    package init(
        upTo bound: Int,
        reading pieces: (_ take: (ArraySlice<UInt8>) throws -> Void) throws -> Void
    ) throws {
        let content: DossierContent
        do { content = try DossierReader.read(upTo: bound, pieces) } catch let error as ASiCError {
            throw Problem(error)
        } catch let finding as Finding {
            throw Problem(.resubmissionForm, finding.detail)
        }
        func part(_ name: String) throws(Problem) -> [UInt8] {
            guard let bytes = content.added[name] else { throw Problem(.resubmissionForm, "There is no '\(name)'.") }
            return bytes
        }
        self.acceptanceBytes = try part(EntryPath.acceptance)
        self.sealManifest = try part(EntryPath.sealManifest)
        self.seal = try part(EntryPath.sealSignature)
        self.log = LogEvidence(proof: try part(EntryPath.logProof), salt: try part(EntryPath.logSalt))
        self.directory = try part(EntryPath.directory)
        self.entriesSize = content.containerEnd
        self.added = content.added
        do { self.acceptance = try AcceptanceRecord(parsing: self.acceptanceBytes) } catch {
            throw Problem(.resubmissionForm, error.detail)
        }
    }

    /// The receipt that the sender was given, as far as the server signed it.
    package func receipt(of header: MessageHeader) -> MessageReceipt {
        MessageReceipt(
            id: self.acceptance.id,
            state: .accepted,
            kenmerk: header.kenmerk,
            date: header.date,
            receivedAt: self.acceptance.receivedAt,
            container: self.acceptance.container,
            acceptance: self.acceptanceBytes,
            sealManifest: self.sealManifest,
            seal: self.seal,
            log: self.log
        )
    }

    /// The forwards that come with it, and the consents, in the order in which they had effect; of none is it judged who made it.
    ///
    /// - Throws: ``Problem`` where one cannot be read, or its signature does not hold.
    package func passages() throws(Problem) -> [StatementOpening] {
        let statements = self.added.filter { $0.key.hasPrefix(EntryPath.statements) }.sorted { $0.key < $1.key }
        let openings = try statements.map { (_, bytes) throws(Problem) in try StatementOpening(parsing: bytes) }
        return openings.filter { [.forward, .consent].contains($0.statement.kind) }
    }

    /// The servers that the message passed, that which sealed it last included.
    ///
    /// - Throws: ``Problem`` `relay.invalid`.
    package func custody() throws(Problem) -> Custody {
        let before = try Custody(evidence: self.added)
        let names: [Hop.Part: String] = [
            .acceptance: EntryPath.acceptance, .manifest: EntryPath.sealManifest, .seal: EntryPath.sealSignature,
            .proof: EntryPath.logProof, .salt: EntryPath.logSalt,
        ]
        // Only the first server has a second person of the originator sign.
        let suffix = "-\(Statement.Kind.release.rawValue)\(EntryPath.statementSuffix)"
        let release = self.added.first { $0.key.hasPrefix(EntryPath.statements) && $0.key.hasSuffix(suffix) }?.value
        let last = try Hop(release: before.hops.isEmpty ? release : nil) { part in
            names[part].flatMap { self.added[$0] }
        }
        guard before.hops.count < Custody.maximum else {
            throw Problem(.relayInvalid, "It passed more than \(Custody.maximum) servers.")
        }
        return Custody(hops: before.hops + [last])
    }
}
