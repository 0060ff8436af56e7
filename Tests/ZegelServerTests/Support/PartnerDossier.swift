// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import CAdES
import Foundation
import Testing
import TransparencyLog
import ZegelCore
import ZegelTrust
import ZegelVerify

/// A server of partners, as far as it shows: its certificates, its log, and what it brings of a message that it sealed.
struct Partner: Sendable {
    static let name = "partner"
    static let oin = "00000099000000099002"

    let log: NoteSigner
    private let signer: CAdESSigner

    /// Installs its client certificate in a folder, and names it in the policy there as the server of the intelligence service.
    init(in folder: URL, by authority: TestAuthority, at moment: Instant) throws {
        let oin = try #require(OIN(Self.oin))
        let start = moment.advanced(bySeconds: -300)
        let client = try authority.issue(.client, organisation: Self.name, oin: oin, from: start)
        try Data(client.pem.utf8).write(to: folder.appending(path: "\(Self.name)-client.pem"))
        try Data(client.keyPEM.utf8).write(to: folder.appending(path: "\(Self.name)-client.key"))
        let seal = try authority.issue(.seal, organisation: Self.name, oin: oin, from: start)
        self.signer = try CAdESSigner(
            certificate: seal.certificate,
            intermediates: [],
            key: SigningKey(pem: seal.keyPEM)
        )
        self.log = NoteSigner(name: try KeyName("partner.example/2026"))
        let path = folder.appending(path: "policies/organisations.yaml")
        let servers = """

            servers:
              - oin: \(Self.oin)
                url: https://partner.example
                log: \(self.log.verifier)
                serves: [mivd]
                relays: [aivd]

            """
        try Data(contentsOf: path).appending(servers).write(to: path)
    }

    /// What it brings of a container that it took as some message, with the statement that released it.
    func dossier(of container: [UInt8], as id: MessageID, release: [UInt8], at moment: Instant) throws -> [UInt8] {
        var intake = ContainerIntake()
        try intake.consume(container[...])
        let checked = try intake.finish()
        let (index, header) = (checked.index, checked.opening.header)
        let acceptance = AcceptanceRecord(
            id: id,
            server: try #require(OIN(Self.oin)),
            log: "\(self.log.verifier.name)",
            submittedBy: header.from.oin,
            certificate: ContentDigest(of: [1]),
            receivedAt: moment,
            size: index.size,
            entriesSize: index.entriesSize,
            container: ContentDigest(of: container),
            to: header.to.map(\.address.mailbox),
            policy: ContentDigest(of: [2]),
            decision: String(repeating: "d", count: 32),
            previous: [],
            evidence: []
        ).encoded
        let digest = ContentDigest(of: acceptance).bytes
        let references =
            index.entries.dropFirst().map { ASiCManifest.Reference(uri: $0.name, mimeType: nil, digest: $0.digest) }
            + [.init(uri: EntryPath.acceptance, mimeType: nil, digest: digest)]
        let manifest = ASiCManifest(signatureURI: EntryPath.sealSignature, references: references).encoded()
        let seal = try self.signer.sign(detached: manifest, at: moment.milliseconds / 1_000)
        let opening = LogOpening(committingTo: LogOpening.details(signed: manifest, signature: seal))
        var tree = GrowingTree()
        try tree.append(opening.leaf)
        let checkpoint = try SignedCheckpoint(
            signing: Checkpoint(origin: LogOrigin(self.log.verifier.name), size: tree.size, root: tree.root),
            by: self.log
        )
        let proof = try LogProof(tree.inclusionProof(of: 0), checkpoint: checkpoint)
        var writer = try ContainerWriter(continuing: index.directory)
        var tail: [UInt8] = []
        for (name, bytes) in [
            (EntryPath.acceptance, acceptance), (EntryPath.sealManifest, manifest), (EntryPath.sealSignature, seal),
            (EntryPath.logProof, proof.bytes), (EntryPath.logSalt, opening.salt),
            (EntryPath.statement(.release, number: 1), release), (EntryPath.directory, index.directory),
        ] { tail += try writer.entry(name: name, content: bytes) }
        return Array(container[..<index.entriesSize]) + tail + writer.directory()
    }
}

extension Data {
    fileprivate func appending(_ text: String) -> Data { self + Data(text.utf8) }
}
