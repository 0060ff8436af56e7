// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import TransparencyLog
import ZegelCore
import ZegelTrust

extension DossierCheck {
    /// The servers that the message passed, each held to the header and to those before it, as the acceptance is: from whom, and for whom.
    func custody(_ acceptance: AcceptanceRecord, _ header: MessageHeader) throws(Finding) -> Custody {
        let evidence = self.content.added.filter { $0.key.hasPrefix(EntryPath.evidence) }
        let named = self.forwardedTo
        return try Finding.judging { () throws(Problem) in
            let custody = try Custody(evidence: evidence)
            try custody.hold(acceptance, to: header, forwardedTo: named)
            try custody.hold(to: header, acceptance.container, forwardedTo: named)
            return custody
        }
    }

    /// Those whom the forwards in this copy name; the statements themselves are judged one by one.
    private var forwardedTo: Set<MailboxName> {
        Set(
            self.content.names(below: EntryPath.statements).compactMap { name in
                self.content.added[name].flatMap { try? StatementOpening(parsing: $0) }
            }
            .flatMap(\.statement.forwardedTo).map(\.mailbox)
        )
    }

    /// The seal of each server that the message passed, with its log proof.
    func relays(
        _ custody: Custody,
        _ opening: ContainerOpening,
        _ acceptance: AcceptanceRecord,
        _ judge: CertificateJudge,
        _ proven: Instant?,
        _ list: inout CheckList
    ) async {
        for (index, hop) in custody.hops.enumerated() {
            let check = "relay \(index + 1)"
            let server = hop.acceptance.server
            do throws(Finding) {
                let signature = try self.signature(of: hop, opening)
                guard self.sealers.contains(server) else {
                    list.notChecked(
                        check,
                        "It is by \(server), at \(hop.acceptance.receivedAt); name it with --sealer."
                    )
                    continue
                }
                _ = try await judge.judgeServer(
                    signature,
                    claimed: hop.acceptance.receivedAt,
                    listsFreshAt: acceptance.receivedAt,
                    now: proven.map { min($0, self.now) } ?? self.now
                )
                try await self.release(at: hop, opening, acceptance, judge)
                list.passed(check, "\(server), message \(hop.acceptance.id), at \(hop.acceptance.receivedAt)")
            } catch {
                list.add(check, error)
            }
        }
    }

    /// The seal of a server, which must hold whoever is trusted.
    private func signature(of hop: Hop, _ opening: ContainerOpening) throws(Finding) -> VerifiedSignature {
        var digests = Dictionary(
            opening.header.documents.map { ($0.name, $0.digest.bytes) },
            uniquingKeysWith: { first, _ in first }
        )
        for name in [EntryPath.header, EntryPath.senderManifest, EntryPath.senderSignature] {
            digests[name] = self.content.digest(of: name)
        }
        return try Finding.judging { [digests] () throws(Problem) in
            let signature = try hop.signature(over: digests)
            try hop.prove(by: self.logs.keys.first { $0.name.description == hop.acceptance.log })
            return signature
        }
    }

    /// The statement by which a second person of the originator let the message go at the first server.
    private func release(
        at hop: Hop,
        _ opening: ContainerOpening,
        _ acceptance: AcceptanceRecord,
        _ judge: CertificateJudge
    ) async throws(Finding) {
        guard let bytes = hop.release else { return }
        let signed = try Finding.judging { () throws(Problem) in try StatementOpening(parsing: bytes) }
        let trusted = try await judge.judge(
            signed.signature,
            as: .release,
            at: max(signed.statement.time, hop.acceptance.receivedAt),
            listsFreshAt: acceptance.receivedAt
        )
        _ = try Finding.judging { () throws(Problem) in
            try signed.judged(trusted, about: hop.subject(opening.header))
        }
    }
}
