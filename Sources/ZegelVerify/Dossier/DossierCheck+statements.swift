// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore
import ZegelTrust

extension DossierCheck {
    /// The statements, each by itself and then all together with what the server says about the message.
    ///
    /// - Returns: What the message came to, where something says so.
    func statements(
        _ opening: ContainerOpening,
        _ custody: Custody,
        _ acceptance: AcceptanceRecord,
        _ export: ExportRecord?,
        _ judge: CertificateJudge,
        _ list: inout CheckList
    ) async -> MessageFate? {
        var history = StatementHistory(of: opening.header)
        for (index, name) in self.content.names(below: EntryPath.statements).enumerated() {
            let check = "statement \(name.dropFirst(EntryPath.statements.count))"
            do throws(Finding) {
                let subject = StatementSubject(
                    message: acceptance.id,
                    container: acceptance.container,
                    server: acceptance.server,
                    header: opening.header,
                    forwardedTo: history.forwardedTo,
                    elsewhere: custody.names
                )
                let verified = try await self.statement(name, about: subject, acceptance, export, judge)
                try Self.hold(name, to: verified.statement.kind, at: index)
                list.passed(check, try history.take(verified))
            } catch {
                list.add(check, error)
            }
        }
        let fate = history.fate(as: export)
        if let fate { list.check("state") { () throws(Finding) in try history.told(fate, by: export) } }
        return fate
    }

    /// A statement: its signature holds, it is about this message, and the mailbox that speaks is its maker's.
    private func statement(
        _ name: String,
        about subject: StatementSubject,
        _ acceptance: AcceptanceRecord,
        _ export: ExportRecord?,
        _ judge: CertificateJudge
    ) async throws(Finding) -> VerifiedStatement {
        let bytes = try self.content.bytes(of: name)
        let signed = try Finding.judging { () throws(Problem) in try StatementOpening(parsing: bytes) }
        let statement = signed.statement
        let end = (export?.time ?? self.now).advanced(bySeconds: Int64(Limits().clockSkew))
        guard statement.time <= end else {
            throw .failed(.mismatch, "The statement says \(statement.time), which lies after \(end).")
        }
        let trusted = try await judge.judge(
            signed.signature,
            as: signed.profile,
            at: max(statement.time, acceptance.receivedAt),
            listsFreshAt: acceptance.receivedAt
        )
        return try Finding.judging { () throws(Problem) in try signed.judged(trusted, about: subject.further(statement))
        }
    }

    /// The name says which it is, in the order of acceptance, and of which kind.
    private static func hold(_ name: String, to kind: Statement.Kind, at index: Int) throws(Finding) {
        guard name == EntryPath.statement(kind, number: index + 1) else {
            throw .failed(.mismatch, "Statement \(index + 1) is a \(kind.rawValue); its name says else.")
        }
    }
}
