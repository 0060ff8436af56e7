// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import ZegelCore
import ZegelTrust

extension DossierCheck {
    /// What the server says about this copy, or `nil` where it says nothing or what it says cannot be read.
    func exportRecord(_ acceptance: AcceptanceRecord, _ list: inout CheckList) -> ExportRecord? {
        let names = [EntryPath.export, EntryPath.exportManifest, EntryPath.exportSignature]
        guard names.contains(where: { self.content.added[$0] != nil }) else {
            list.notChecked("export", "There is no export signature: later or withheld statements are unknown.")
            return nil
        }
        do throws(Finding) { return try self.exportRecord(acceptance) } catch {
            list.add("export", error)
            return nil
        }
    }

    private func exportRecord(_ acceptance: AcceptanceRecord) throws(Finding) -> ExportRecord {
        let bytes = try self.content.bytes(of: EntryPath.export)
        let export = try Finding.judging { () throws(Problem) in try ExportRecord(parsing: bytes) }
        guard export.message == acceptance.id, export.server == acceptance.server else {
            throw .failed(.mismatch, "The export is of another message or by another server.")
        }
        guard export.statements.map(\.name) == self.content.names(below: EntryPath.statements) else {
            throw .failed(.mismatch, "The export lists other statements than there are.")
        }
        for statement in export.statements where self.content.digest(of: statement.name) != statement.digest.bytes {
            throw .failed(.hash, "'\(statement.name)' is not the statement that the export lists.")
        }
        return export
    }

    /// The export signature: it covers every other entry save `mimetype`, and is by the server.
    func export(
        _ export: ExportRecord,
        _ acceptance: AcceptanceRecord,
        _ judge: CertificateJudge
    ) async throws(Finding) -> String {
        let manifest = try self.manifest(EntryPath.exportManifest, signedIn: EntryPath.exportSignature)
        let own = [EntryPath.mimetype, EntryPath.exportManifest, EntryPath.exportSignature]
        try Self.hold(manifest, to: Set(self.content.entries.map(\.name)).subtracting(own), "export")
        for reference in manifest.references where self.content.digest(of: reference.uri) != reference.digest {
            throw .failed(.hash, "The export covers another content of '\(reference.uri)'.")
        }
        guard export.time >= acceptance.receivedAt else {
            throw .failed(.mismatch, "The export is older than the acceptance.")
        }
        _ = try await self.server(
            EntryPath.exportManifest,
            EntryPath.exportSignature,
            claimed: export.time,
            acceptance,
            judge
        )
        let number = export.number.map { "number \($0) from its sender to \(export.mailbox), " } ?? ""
        return "as of \(export.time): \(export.state.rawValue), \(export.view.rawValue)'s view, \(number)"
            + "\(export.statements.count) statements"
    }
}
