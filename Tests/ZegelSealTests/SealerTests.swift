// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import CAdES
import Testing
import TransparencyLog
import ZegelCore
import ZegelPolicy
import ZegelTrust
import ZegelVerify

@testable import ZegelSeal

@Suite("Sealing")
struct SealerTests {
    private let world: TestWorld

    init() throws { self.world = try TestWorld.shared.get() }

    @Test("A receipt is held to the log where its key is named")
    func proof() async throws {
        let container = try self.world.container()
        let checked = try TestWorld.checked(container)
        let sealed = try await self.world.sealed(container)
        let log = try LogDraft.signer.get()
        let parts = try LogDraft().entries(sealed.manifest, sealed.signature).map(\.bytes)
        let evidence = LogEvidence(proof: parts[0], salt: parts[1])
        func verified(_ log: LogEvidence?, by key: NoteVerifier?) async throws -> UInt64? {
            let receipt = try MessageReceipt(parsing: MessageReceipt(sealed, log: log).json.encoded)
            let verifier = ReceiptVerifier(trust: self.world.trust, sealers: [self.world.server.oin], log: key)
            return try await verifier.verify(receipt, of: checked, at: TestWorld.now).checkpoint?.checkpoint.size
        }
        let size = try await verified(evidence, by: log.verifier)
        #expect(size == 9)
        let unlooked = try await verified(evidence, by: nil)
        #expect(unlooked == nil)
        await #expect(throws: Problem(.logProof)) { try await verified(nil, by: log.verifier) }
        let other = NoteSigner(name: log.verifier.name).verifier
        await #expect(throws: Problem(.logProof)) { try await verified(evidence, by: other) }
        let resalted = LogEvidence(proof: parts[0], salt: [UInt8](repeating: 1, count: 32))
        await #expect(throws: Problem(.logProof)) { try await verified(resalted, by: log.verifier) }
    }

    @Test("The seal covers the acceptance, every entry of the container and the evidence, and nothing else")
    func seal() async throws {
        let container = try self.world.container()
        let sealed = try await self.world.sealed(container)
        let acceptance = try AcceptanceRecord(parsing: sealed.acceptance)
        #expect(acceptance.container == ContentDigest(of: container))
        #expect(acceptance.size == container.count)
        #expect(acceptance.submittedBy == self.world.aivd.oin)
        #expect(acceptance.evidence.count == sealed.evidence.count)
        #expect(Set(sealed.evidence.map { $0.name.split(separator: ".").last }) == ["cer", "crl"])
        let manifest = try ASiCManifest(parsing: sealed.manifest)
        let index = try TestWorld.checked(container).index
        #expect(
            manifest.references.map(\.uri)
                == index.entries.dropFirst().map(\.name) + [EntryPath.acceptance] + sealed.evidence.map(\.name)
        )
        let signature = try CAdESSignature(parsing: sealed.signature).verify(detached: sealed.manifest)
        #expect(signature.signer == self.world.server.seal.certificate)
        #expect(sealed.directory == Array(container[sealed.entriesSize...]))
        #expect(sealed.openingSize == index.entries[4].localHeaderOffset)
    }

    @Test("A message that needs a second person waits, any other is accepted", arguments: [1, 2])
    func state(_ releases: Int) async throws {
        let sealed = try await self.world.sealed(try self.world.container(), releases: releases)
        #expect(sealed.state == (releases == 1 ? .accepted : .awaitingRelease))
    }

    @Test("An authorization for another header seals nothing")
    func otherHeader() async throws {
        let verified = try await self.world.verified(try self.world.container())
        let other = try TestWorld.checked(try self.world.container(documents: [])).opening.header
        #expect(throws: Problem(.internalError)) {
            try self.world.sealer.seal(
                verified,
                under: try TestWorld.authorization(for: other),
                as: TestWorld.id,
                at: TestWorld.now
            )
        }
    }

    @Test("The server's own evidence goes with the sender's, each piece once")
    func evidence() async throws {
        let verified = try await self.world.verified(try self.world.container())
        let signature = try CAdESSignature(
            parsing: self.world.server.seal.cades.sign(detached: [1], at: 1)
        ).verify(detached: [1])
        let verdict = await self.world.trust.judge(
            leaf: signature.signer,
            intermediates: signature.certificates,
            profile: .seal,
            at: TestWorld.now
        )
        guard case .trusted(let own) = verdict else { throw TestFailure() }
        let sealed = try self.world.sealer.seal(
            verified,
            under: try TestWorld.authorization(for: verified.header),
            as: TestWorld.id,
            at: TestWorld.now,
            evidence: own.evidence
        )
        #expect(Set(sealed.evidence.map(\.name)).count == sealed.evidence.count)
        #expect(sealed.evidence.count == verified.evidence.count + 1)
    }

    @Test("A receipt holds for what was sent, and for nothing else")
    func receipt() async throws {
        let container = try self.world.container()
        let receipt = try MessageReceipt(
            parsing: MessageReceipt(await self.world.sealed(container)).json.encoded
        )
        let verifier = ReceiptVerifier(trust: self.world.trust, sealers: [self.world.server.oin])
        let sent = try TestWorld.checked(container)
        let verified = try await verifier.verify(receipt, of: sent, at: TestWorld.now)
        #expect(verified.record.id == receipt.id)
        #expect(verified.revocation == .checked)
        let other = try TestWorld.checked(try self.world.container(documents: []))
        await #expect(throws: Problem(.receiptInvalid)) {
            try await verifier.verify(receipt, of: other, at: TestWorld.now)
        }
        let stranger = ReceiptVerifier(trust: self.world.trust, sealers: [self.world.om.oin])
        await #expect(throws: Problem(.receiptSealer)) {
            try await stranger.verify(receipt, of: sent, at: TestWorld.now)
        }
    }

    @Test("A receipt that says something else than was signed is refused", arguments: ReceiptDeviation.all)
    func receipt(_ deviation: ReceiptDeviation) async throws {
        let container = try self.world.container()
        let receipt = MessageReceipt(try await self.world.sealed(container))
        let changed = try deviation.change(receipt, self.world)
        let verifier = ReceiptVerifier(trust: self.world.trust, sealers: [self.world.server.oin])
        do {
            _ = try await verifier.verify(changed, of: TestWorld.checked(container), at: TestWorld.now)
            Issue.record("It was accepted.")
        } catch {
            #expect((error as? Problem)?.code == deviation.code)
        }
    }

    @Test("A statement gets a receipt that holds for it and for no other")
    func statement() async throws {
        let container = try self.world.container()
        let bytes = try self.world.statement(
            .acknowledgement,
            about: container,
            mailbox: "om/lovj",
            by: self.world.om.seal.cades
        )
        let opening = try StatementOpening(parsing: bytes)
        let verdict = await self.world.trust.judge(
            leaf: opening.signature.signer,
            intermediates: opening.signature.certificates,
            profile: opening.profile,
            at: TestWorld.now
        )
        guard case .trusted(let trusted) = verdict else { throw TestFailure() }
        let verified = try opening.judged(
            trusted,
            about: StatementSubject(
                message: TestWorld.id,
                container: ContentDigest(of: container),
                server: self.world.server.oin,
                header: TestWorld.checked(container).opening.header
            ),
            at: TestWorld.now
        )
        let header = verified.headerDigest
        let sealed = try self.world.sealer.accept(
            verified,
            under: TestWorld.leave(verified.statement.kind, for: "om/lovj", about: header),
            at: TestWorld.now
        )
        let receipt = try StatementReceipt(parsing: StatementReceipt(sealed).json.encoded)
        let verifier = ReceiptVerifier(trust: self.world.trust, sealers: [self.world.server.oin])
        let record = try await verifier.verify(receipt, of: bytes, at: TestWorld.now).record
        #expect(record.statement == ContentDigest(of: bytes))
        let other = try self.world.statement(
            .refusal(reason: "Niet voor ons."),
            about: container,
            mailbox: "om/lovj",
            by: self.world.om.seal.cades
        )
        await #expect(throws: Problem(.receiptInvalid)) {
            try await verifier.verify(receipt, of: other, at: TestWorld.now)
        }
        for (kind, mailbox, header) in [
            (.release, "om/lovj", header), (verified.statement.kind, "om/parket", header),
            (verified.statement.kind, "om/lovj", ContentDigest(of: [1])),
        ] as [(Statement.Kind, String, ContentDigest)] {
            #expect(throws: Problem(.internalError), "leave for another statement") {
                try self.world.sealer.accept(
                    verified,
                    under: TestWorld.leave(kind, for: mailbox, about: header),
                    at: TestWorld.now
                )
            }
        }
    }
}

/// One way in which a receipt can be wrong, with the code that says so.
struct ReceiptDeviation: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: String
    let change: @Sendable (MessageReceipt, TestWorld) throws -> MessageReceipt

    init(
        _ what: String,
        _ code: String,
        _ change: @escaping @Sendable (MessageReceipt, TestWorld) throws -> MessageReceipt
    ) {
        self.testDescription = what
        self.code = code
        self.change = change
    }

    static let all: [ReceiptDeviation] = [
        Self("another id", "receipt.invalid") { receipt, _ in
            receipt.with(id: try TestWorld.some(MessageID(String(repeating: "f", count: 32))))
        },
        Self("another container", "receipt.invalid") { receipt, _ in receipt.with(container: ContentDigest(of: [])) },
        Self("another kenmerk", "receipt.invalid") { receipt, _ in
            receipt.with(kenmerk: try TestWorld.some(Kenmerk("AIVD-2026-004712")))
        },
        Self("an acceptance that the seal does not cover", "receipt.invalid") { receipt, _ in
            let text = String(decoding: receipt.acceptance, as: UTF8.self)
            return receipt.with(acceptance: Array(text.replacing("zegel.example", with: "zegel.exemple").utf8))
        },
        Self("a manifest without a document", "receipt.invalid") { receipt, world in
            let manifest = try ASiCManifest(parsing: receipt.sealManifest)
            let other = ASiCManifest(
                signatureURI: manifest.signatureURI,
                references: manifest.references.filter { !$0.uri.hasPrefix("documents/") }
            ).encoded()
            let seal = try world.server.seal.cades.sign(detached: other, at: TestWorld.now.milliseconds / 1_000)
            return receipt.with(sealManifest: other).with(seal: seal)
        },
        Self("a seal over something else", "cms.message-digest-mismatch") { receipt, world in
            receipt.with(seal: try world.server.seal.cades.sign(detached: [1], at: 1))
        },
        Self("a seal by an organisation", "receipt.sealer") { receipt, world in
            receipt.with(seal: try world.om.seal.cades.sign(detached: receipt.sealManifest, at: 1))
        },
        Self("a seal by the TLS key of the server", "certificate.key-usage") { receipt, world in
            receipt.with(seal: try world.server.tls.cades.sign(detached: receipt.sealManifest, at: 1))
        },
        Self("a seal by a stranger with the server's OIN", "certificate.untrusted") { receipt, world in
            receipt.with(seal: try world.stranger.seal.cades.sign(detached: receipt.sealManifest, at: 1))
        },
    ]
}

extension MessageReceipt {
    func with(
        id: MessageID? = nil,
        kenmerk: Kenmerk? = nil,
        container: ContentDigest? = nil,
        acceptance: [UInt8]? = nil,
        sealManifest: [UInt8]? = nil,
        seal: [UInt8]? = nil
    ) -> MessageReceipt {
        MessageReceipt(
            id: id ?? self.id,
            state: self.state,
            kenmerk: kenmerk ?? self.kenmerk,
            date: self.date,
            receivedAt: self.receivedAt,
            container: container ?? self.container,
            acceptance: acceptance ?? self.acceptance,
            sealManifest: sealManifest ?? self.sealManifest,
            seal: seal ?? self.seal,
            log: self.log
        )
    }
}
