// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
package import CAdES
package import ZegelCore
package import ZegelPolicy
package import ZegelTrust
package import ZegelVerify

/// Signs for the server: what it accepted, from whom, for whom, when, and under which policy.
///
/// All of it is synchronous and holds no state, so that an event loop can call it; what is sealed counts once the store has
/// made it durable, and a seal whose transaction failed is thrown away.
package struct Sealer: Sendable {
    /// The OIN of the server, as its seal certificate has it.
    package let server: OIN
    let signer: CAdESSigner
    let logOrigin: String

    /// Makes a sealer.
    ///
    /// - Parameters:
    ///   - signer: The server's seal certificate and key.
    ///   - server: The OIN in that certificate.
    ///   - logOrigin: The name of the server's log.
    package init(signer: CAdESSigner, server: OIN, logOrigin: String) {
        self.signer = signer
        self.server = server
        self.logOrigin = logOrigin
    }

    /// Seals a container for the addressees that the policy allowed.
    ///
    /// - Parameters:
    ///   - container: The container, verified.
    ///   - authorization: Leave to seal this one message; it is spent here.
    ///   - id: The name that the message gets.
    ///   - receivedAt: When the whole of it had arrived.
    ///   - evidence: What the server's own seal certificate was judged by; it goes with the sender's.
    ///   - previous: The seal that the message has from this server from before, as the digest of the signature.
    ///   - custody: The servers that it passed, verified; `nil` where its originator handed it in.
    /// - Throws: ``Problem`` `server.error` where the authorization is for another header, or the message came another way, or signing fails.
    package func seal(
        _ container: VerifiedContainer,
        under authorization: consuming Authorization,
        as id: MessageID,
        at receivedAt: Instant,
        evidence own: [TrustedCertificate.Evidence] = [],
        previous: [ContentDigest] = [],
        custody: VerifiedCustody? = nil
    ) throws(Problem) -> SealedMessage {
        guard authorization.headerDigest == container.opening.headerDigest,
            authorization.sender == container.header.from, custody.map({ $0.container == container.digest }) ?? true,
            authorization.submittedBy == custody?.custody.servers.last ?? container.header.from.oin
        else { throw Problem(.internalError, "The authorization is for another message.") }
        let index = container.index
        let used = Self.evidence(container.evidence + (custody?.evidence ?? []) + own)
        let passed = custody?.custody.entries.map { EvidenceEntry(name: $0.name, bytes: $0.bytes) } ?? []
        let evidence = used + passed
        let acceptance = AcceptanceRecord(
            id: id,
            server: self.server,
            log: self.logOrigin,
            submittedBy: authorization.submittedBy,
            certificate: authorization.certificate,
            receivedAt: receivedAt,
            size: index.size,
            entriesSize: index.entriesSize,
            container: container.digest,
            to: authorization.recipients,
            policy: authorization.policy,
            decision: authorization.record.id,
            previous: custody?.custody.seals ?? previous,
            evidence: evidence.map { .init(name: $0.name, digest: $0.digest) }
        ).encoded
        let manifest = Self.manifest(container, acceptance: acceptance, evidence: evidence).encoded()
        return SealedMessage(
            id: id,
            header: container.header,
            receivedAt: receivedAt,
            originator: container.header.from.oin,
            recipients: authorization.recipients,
            policy: authorization.policy,
            releases: authorization.releases,
            state: authorization.releases > 1 ? .awaitingRelease : .accepted,
            acceptance: acceptance,
            manifest: manifest,
            signature: try self.sign(manifest, at: receivedAt),
            evidence: used,
            passed: passed,
            hops: custody?.custody.names ?? [],
            containerDigest: container.digest,
            size: index.size,
            entriesSize: index.entriesSize,
            openingSize: index.entries.dropFirst(EntryPath.openingCount).first?.localHeaderOffset ?? index.entriesSize,
            directory: index.directory,
            decision: authorization.record
        )
    }

    /// Accepts a statement: signs the record that its receipt carries.
    ///
    /// - Parameter carrier: The server that brought it; `nil` where it was handed in here.
    /// - Throws: ``Problem`` `server.error` where the leave is for another statement, mailbox or message, or signing fails.
    package func accept(
        _ statement: VerifiedStatement,
        under leave: consuming StatementLeave,
        at receivedAt: Instant,
        from carrier: StatementCarrier? = nil
    ) throws(Problem) -> SealedStatement {
        guard leave.kind == statement.statement.kind, leave.mailbox == statement.statement.mailbox,
            leave.headerDigest == statement.headerDigest, statement.server == self.server
        else { throw Problem(.internalError, "The leave is not for this statement.") }
        let (decision, waits) = (leave.record, leave.waits)
        let record = StatementRecord(
            message: statement.message,
            server: self.server,
            kind: statement.statement.kind,
            mailbox: statement.statement.mailbox,
            statement: statement.digest,
            container: statement.statement.container,
            receivedAt: receivedAt,
            decision: decision.id
        ).encoded
        return SealedStatement(
            statement: statement.statement,
            message: statement.message,
            bytes: statement.bytes,
            digest: statement.digest,
            record: record,
            signature: try self.sign(record, at: receivedAt),
            receivedAt: receivedAt,
            decision: decision,
            waits: waits,
            carrier: carrier
        )
    }

    /// A detached CAdES of the server.
    func sign(_ content: [UInt8], at moment: Instant) throws(Problem) -> [UInt8] {
        do { return try self.signer.sign(detached: content, at: moment.milliseconds / 1_000) } catch {
            throw Problem(.internalError, "The seal could not be made.")
        }
    }

    /// Evidence as entries of a dossier, each once.
    private static func evidence(_ used: [TrustedCertificate.Evidence]) -> [EvidenceEntry] {
        var names: Set<String> = []
        return used.compactMap { names.insert($0.name).inserted ? EvidenceEntry($0) : nil }
    }

    /// What a seal covers: every entry of the container save `mimetype`, the acceptance, and the evidence.
    private static func manifest(
        _ container: VerifiedContainer,
        acceptance: [UInt8],
        evidence: [EvidenceEntry]
    ) -> ASiCManifest {
        let mediaTypes = Dictionary(
            container.opening.references.map { ($0.uri, $0.mimeType) },
            uniquingKeysWith: { first, _ in first }
        )
        var references = container.index.entries.dropFirst().map { entry in
            ASiCManifest.Reference(
                uri: entry.name,
                mimeType: mediaTypes[entry.name] ?? MediaType.of(entry.name),
                digest: entry.digest
            )
        }
        references.append(
            .init(
                uri: EntryPath.acceptance,
                mimeType: MediaType.of(EntryPath.acceptance),
                digest: ContentDigest(of: acceptance).bytes
            )
        )
        references += evidence.map { .init(uri: $0.name, mimeType: MediaType.of($0.name), digest: $0.digest.bytes) }
        return ASiCManifest(signatureURI: EntryPath.sealSignature, references: references)
    }
}
