// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import CAdES
import ZegelCore
import ZegelTrust
import ZegelVerify

/// A dossier in the making; each step can be changed, and every later step follows the change, as a server's would.
struct DossierDraft {
    struct Entry {
        var name: String
        var bytes: [UInt8]
    }

    typealias References = ([ASiCManifest.Reference]) -> [ASiCManifest.Reference]

    let world: TestWorld
    /// The container whose entries go in, and the one that the acceptance speaks of.
    var container: [UInt8]
    var accepted: [UInt8]
    var receivedAt = TestWorld.now
    var evidence: [Entry]
    var changeAcceptance: (String) -> String = { $0 }
    var changeSealed: References = { $0 }
    var sealSignatureURI = EntryPath.sealSignature
    var sealer: CAdESSigner
    var changeSeal: ([UInt8]) -> [UInt8] = { $0 }
    var log: LogDraft?
    /// Makes the entries of a time-stamp over the seal's manifest and signature.
    var stamp: (([UInt8], [UInt8]) throws -> [Entry])?
    var statements: [Entry] = []
    var changeDirectory: ([UInt8]) -> [UInt8] = { $0 }
    var state = MessageState.accepted
    var exportedAt = TestWorld.now.advanced(bySeconds: 3_600)
    var changeExport: (String) -> String = { $0 }
    var changeExported: References = { $0 }
    var exporter: CAdESSigner
    var hasExport = true
    var changeAdded: ([Entry]) -> [Entry] = { $0 }
    var changeDossier: ([UInt8]) -> [UInt8] = { $0 }

    init(_ world: TestWorld) throws {
        self.world = world
        self.container = try world.container()
        self.accepted = self.container
        self.sealer = world.server.seal.cades
        self.exporter = world.server.seal.cades
        let issuing = world.authority.issuing.certificate.derBytes
        self.evidence = [
            Self.evidence(issuing, "cer"), Self.evidence(world.list.der, "crl"),
            Self.evidence(world.authority.rootList.der, "crl"),
        ]
    }

    static func evidence(_ bytes: [UInt8], _ kind: String) -> Entry {
        Entry(name: "META-INF/evidence/\("\(ContentDigest(of: bytes))".prefix(16)).\(kind)", bytes: bytes)
    }

    /// Adds a statement under the next name.
    mutating func add(
        _ declaration: Statement.Declaration,
        _ mailbox: String,
        _ signer: CAdESSigner,
        server: OIN? = nil,
        message: MessageID? = nil,
        about container: [UInt8]? = nil,
        at moment: Instant = TestWorld.now.advanced(bySeconds: 60)
    ) throws {
        let bytes = try self.world.statement(
            declaration,
            about: container ?? self.container,
            mailbox: mailbox,
            by: signer,
            server: server,
            message: message,
            at: moment
        )
        self.statements.append(
            Entry(name: EntryPath.statement(declaration.kind, number: self.statements.count + 1), bytes: bytes)
        )
    }

    func built() throws -> [UInt8] {
        let index = try TestWorld.checked(self.container).index
        let original = try TestWorld.checked(self.accepted).index
        let acceptance = Array(self.changeAcceptance(try self.acceptance(original)).utf8)
        var added = [Entry(name: EntryPath.acceptance, bytes: acceptance)]
        let covered =
            index.entries.dropFirst().map { ASiCManifest.Reference(uri: $0.name, mimeType: nil, digest: $0.digest) }
            + (added + self.evidence).map(Self.reference)
        let manifest = ASiCManifest(
            signatureURI: self.sealSignatureURI,
            references: self.changeSealed(covered)
        ).encoded()
        let seconds = self.receivedAt.milliseconds / 1_000
        added.append(Entry(name: EntryPath.sealManifest, bytes: manifest))
        added.append(
            Entry(
                name: EntryPath.sealSignature,
                bytes: self.changeSeal(try self.sealer.sign(detached: manifest, at: seconds))
            )
        )
        if let stamp { added += try stamp(added[1].bytes, added[2].bytes) }
        if let log { added += try log.entries(added[1].bytes, added[2].bytes) }
        added += self.evidence + self.statements
        added.append(Entry(name: EntryPath.directory, bytes: self.changeDirectory(index.directory)))
        if self.hasExport { added += try self.export(index, added) }
        var writer = try ContainerWriter(continuing: index.directory)
        var dossier = Array(self.container[..<index.entriesSize])
        for entry in self.changeAdded(added) {
            dossier += try writer.entry(name: entry.name, content: entry.bytes)
        }
        return self.changeDossier(dossier + writer.directory())
    }

    private func acceptance(_ index: ContainerIndex) throws -> String {
        let record = AcceptanceRecord(
            id: try TestWorld.id,
            server: self.world.server.oin,
            log: "zegel.example/trial",
            submittedBy: self.world.aivd.oin,
            certificate: ContentDigest(of: [2]),
            receivedAt: self.receivedAt,
            size: index.size,
            entriesSize: index.entriesSize,
            container: try TestWorld.some(ContentDigest(bytes: index.digest)),
            to: [try TestWorld.some(MailboxName("om/lovj"))],
            policy: ContentDigest(of: [1]),
            decision: String(repeating: "d", count: 32),
            previous: [],
            evidence: self.evidence.map { .init(name: $0.name, digest: ContentDigest(of: $0.bytes)) }
        )
        return String(decoding: record.encoded, as: UTF8.self)
    }

    private func export(_ index: ContainerIndex, _ added: [Entry]) throws -> [Entry] {
        let record = ExportRecord(
            message: try TestWorld.id,
            server: self.world.server.oin,
            time: self.exportedAt,
            state: self.state,
            view: .addressee,
            mailbox: try TestWorld.some(MailboxName("om/lovj")),
            checkpoint: try self.log?.checkpoint(added[1].bytes, added[2].bytes) ?? "",
            statements: self.statements.map { .init(name: $0.name, digest: ContentDigest(of: $0.bytes)) }
        )
        let text = self.changeExport(String(decoding: record.encoded, as: UTF8.self))
        let export = Entry(name: EntryPath.export, bytes: Array(text.utf8))
        let covered =
            index.entries.dropFirst().map { ASiCManifest.Reference(uri: $0.name, mimeType: nil, digest: $0.digest) }
            + (added + [export]).map(Self.reference)
        let manifest = ASiCManifest(
            signatureURI: EntryPath.exportSignature,
            references: self.changeExported(covered)
        ).encoded()
        let signature = try self.exporter.sign(detached: manifest, at: self.exportedAt.milliseconds / 1_000)
        return [
            export, Entry(name: EntryPath.exportManifest, bytes: manifest),
            Entry(name: EntryPath.exportSignature, bytes: signature),
        ]
    }

    private static func reference(_ entry: Entry) -> ASiCManifest.Reference {
        .init(uri: entry.name, mimeType: nil, digest: ContentDigest(of: entry.bytes).bytes)
    }
}
