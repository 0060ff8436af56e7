// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore
import ZegelVerify

@testable import ZegelPolicy
@testable import ZegelSeal

extension TestWorld {
    static func decision(isAllowed: Bool = true) throws -> DecisionRecord {
        DecisionRecord(
            id: String(repeating: "d", count: 32),
            timestamp: Self.now,
            policy: ContentDigest(of: [1]),
            isAllowed: isAllowed,
            organisation: try Self.some(OIN("00000099000000001000")),
            exchange: "ambtsberichten",
            json: Array("{}".utf8)
        )
    }

    /// Leave to state something, as the policy gives it.
    static func leave(
        _ kind: Statement.Kind,
        for mailbox: String,
        about header: ContentDigest
    ) throws -> StatementLeave {
        StatementLeave(
            kind: kind,
            mailbox: try Self.some(MailboxName(mailbox)),
            headerDigest: header,
            record: try Self.decision()
        )
    }

    /// Leave to seal a message, as the policy gives it.
    static func authorization(for header: MessageHeader, releases: Int = 2) throws -> Authorization {
        Authorization(
            sender: header.from,
            headerDigest: header.digest,
            recipients: header.to.map(\.address.mailbox),
            submittedBy: header.from.oin,
            certificate: ContentDigest(of: [2]),
            policy: ContentDigest(of: [1]),
            releases: releases,
            signingAge: 86_400,
            record: try Self.decision()
        )
    }

    /// Leave to read a message, as the policy gives it.
    static func grant(_ view: ExportRecord.View, _ mailbox: String, withDocuments: Bool = true) throws -> ReadGrant {
        ReadGrant(
            asker: try Self.some(MailboxName(mailbox)),
            view: view,
            withDocuments: withDocuments,
            record: try Self.decision()
        )
    }

    /// A container that was sealed.
    func sealed(_ container: [UInt8], releases: Int = 2) async throws -> SealedMessage {
        let verified = try await self.verified(container)
        return try self.sealer.seal(
            verified,
            under: try Self.authorization(for: verified.header, releases: releases),
            as: Self.id,
            at: Self.now
        )
    }

    /// The dossier of a sealed container, as bytes.
    func dossier(
        _ container: [UInt8],
        statements: [StoredDossier.Statement] = [],
        grant: ReadGrant? = nil
    ) async throws -> [UInt8] {
        let sealed = try await self.sealed(container)
        let plan = try self.sealer.export(
            Self.stored(sealed, statements),
            under: try grant ?? Self.grant(.addressee, "om/lovj"),
            at: Self.now.advanced(bySeconds: 3_600)
        )
        let bytes = plan.pieces.flatMap { piece in
            switch piece {
            case .container(let range): Array(container[range])
            case .bytes(let bytes): bytes
            }
        }
        guard bytes.count == plan.size else { throw TestFailure() }
        return bytes
    }

    static func stored(_ sealed: SealedMessage, _ statements: [StoredDossier.Statement]) -> StoredDossier {
        StoredDossier(
            id: sealed.id,
            state: .accepted,
            acceptance: sealed.acceptance,
            manifest: sealed.manifest,
            signature: sealed.signature,
            evidence: sealed.evidence,
            statements: statements,
            directory: sealed.directory,
            entriesSize: sealed.entriesSize,
            openingSize: sealed.openingSize
        )
    }
}
