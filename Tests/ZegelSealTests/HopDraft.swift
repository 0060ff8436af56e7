// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import CAdES
import TransparencyLog
import ZegelCore
import ZegelVerify

/// What a server said of the message before the one that hands out the dossier, with places where a test may deviate.
struct HopDraft {
    let world: TestWorld
    var container: [UInt8]
    var server: TestWorld.Party
    var signer: CAdESSigner
    var submittedBy: OIN
    var to = ["om/lovj"]
    var before: [DossierDraft.Entry] = []
    var previous: [ContentDigest] = []
    var changeManifest: ([ASiCManifest.Reference]) -> [ASiCManifest.Reference] = { $0 }
    var changeSeal: ([UInt8]) -> [UInt8] = { $0 }
    var log: LogDraft
    var release: [UInt8]?

    init(_ draft: DossierDraft, _ server: TestWorld.Party) throws {
        self.world = draft.world
        self.container = draft.container
        self.server = server
        self.signer = server.seal.cades
        self.submittedBy = draft.world.aivd.oin
        self.log = try LogDraft()
        self.log.signer = NoteSigner(name: try KeyName("partner.example/2026"))
    }

    static var id: MessageID {
        get throws { try TestWorld.some(MessageID(String(repeating: "fedcba9876543210", count: 2))) }
    }

    /// The parts, under a number.
    func entries(_ number: Int = 1) throws -> [DossierDraft.Entry] {
        let index = try TestWorld.checked(self.container).index
        let acceptance = AcceptanceRecord(
            id: try Self.id,
            server: self.server.oin,
            log: "partner.example/2026",
            submittedBy: self.submittedBy,
            certificate: ContentDigest(of: [3]),
            receivedAt: TestWorld.now,
            size: index.size,
            entriesSize: index.entriesSize,
            container: try TestWorld.some(ContentDigest(bytes: index.digest)),
            to: try self.to.map { try TestWorld.some(MailboxName($0)) },
            policy: ContentDigest(of: [4]),
            decision: String(repeating: "e", count: 32),
            previous: self.previous,
            evidence: self.before.map { .init(name: $0.name, digest: ContentDigest(of: $0.bytes)) }
        ).encoded
        let own = ASiCManifest.Reference(
            uri: EntryPath.acceptance,
            mimeType: nil,
            digest: ContentDigest(of: acceptance).bytes
        )
        let covered =
            index.entries.dropFirst().map { ASiCManifest.Reference(uri: $0.name, mimeType: nil, digest: $0.digest) } + [
                own
            ]
            + self.before.map { .init(uri: $0.name, mimeType: nil, digest: ContentDigest(of: $0.bytes).bytes) }
        let manifest = ASiCManifest(
            signatureURI: EntryPath.sealSignature,
            references: self.changeManifest(covered)
        ).encoded()
        let seal = try self.signer.sign(detached: manifest, at: TestWorld.now.milliseconds / 1_000)
        let proof = try self.log.entries(manifest, seal)
        let parts = [
            ("acceptance.json", acceptance), ("seal.xml", manifest), ("seal.p7s", self.changeSeal(seal)),
            ("log.tlog-proof", proof[0].bytes), ("log.salt", proof[1].bytes), ("release.p7m", self.release ?? []),
        ]
        return parts.filter { !$0.1.isEmpty }.map {
            .init(name: "META-INF/evidence/relay-\(number)-\($0.0)", bytes: $0.1)
        }
    }
}

extension DossierDraft {
    /// Has the message come from a server that sealed it before.
    mutating func relay(_ change: (inout HopDraft) throws -> Void = { _ in () }) throws {
        var hop = try HopDraft(self, self.world.partner)
        try change(&hop)
        try self.relay(by: self.world.partner.oin, hop.entries())
    }

    /// Has the message come from a server with what it brings.
    mutating func relay(by server: OIN, _ entries: [Entry], seals numbers: [Int] = [1]) throws {
        self.evidence += entries
        let seals = numbers.compactMap { number in
            entries.first { $0.name == "META-INF/evidence/relay-\(number)-seal.p7s" }?.bytes
        }
        let previous = seals.map { "\"\(ContentDigest(of: $0))\"" }.joined(separator: ",")
        let originator = "\(self.world.aivd.oin)"
        self.changeAcceptance = {
            $0.replacing(originator, with: "\(server)").replacing("\"previous\":[]", with: "\"previous\":[\(previous)]")
        }
    }
}
