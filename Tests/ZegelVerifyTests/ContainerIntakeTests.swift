// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import Testing
import ZegelCore
import ZegelTrust

@testable import ZegelVerify

@Suite("Container intake")
struct ContainerIntakeTests {
    private let pki: TestPKI

    init() throws { self.pki = try TestPKI.shared.get() }

    @Test(
        "A container that is wrong in one way is refused with its code, however it is cut",
        arguments: ContainerDeviation.all
    )
    func deviation(_ deviation: ContainerDeviation) async throws {
        var draft = ContainerDraft(self.pki.aivd.seal.cades)
        try deviation.change(&draft, self.pki)
        let container = try draft.built()
        #expect(await Pipeline.refusal(of: container) == deviation.code)
        if container.count < 20_000 {
            #expect(await Pipeline.refusal(of: container, pieces: 1) == deviation.code)
        }
        #expect(await Pipeline.refusal(of: try ContainerDraft(self.pki.aivd.seal.cades).built()) == nil)
    }

    @Test("The table names each deviation once, and there are at least fifty")
    func table() {
        #expect(ContainerDeviation.all.count >= 50)
        #expect(Set(ContainerDeviation.all.map(\.what)).count == ContainerDeviation.all.count)
    }

    @Test("What is right is accepted, however it is cut", arguments: [1, 2, 7, 64, 1_000, Int.max])
    func accepted(_ size: Int) async throws {
        var draft = ContainerDraft(self.pki.aivd.seal.cades)
        draft.documents.append(.init(name: "documents/c.age", bytes: Array("age-encryption.org/v1\n-> x".utf8)))
        draft.documents.append(.init(name: "documents/leeg.txt", bytes: []))
        draft.documents.append(.init(name: "documents/één.txt", bytes: [1]))
        let container = try draft.built()
        let verified = try await Pipeline.verified(container, pieces: size)
        #expect(verified.digest == ContentDigest(of: container))
        #expect(verified.index.size == container.count)
        #expect(verified.header.documents.count == 5)
        #expect(verified.sender.oin == self.pki.aivd.oin)
        #expect(verified.evidence.contains { $0.name.hasSuffix(".crl") })
    }

    @Test("A message may have no documents")
    func withoutDocuments() async throws {
        var draft = ContainerDraft(self.pki.aivd.seal.cades)
        draft.documents = []
        #expect(await Pipeline.refusal(of: try draft.built()) == nil)
    }

    @Test("The opening is there as soon as the signature was read, and not before")
    func opening() throws {
        let container = try ContainerDraft(self.pki.aivd.seal.cades).built()
        var intake = ContainerIntake()
        var first: Int?
        for (offset, byte) in container.enumerated() {
            try intake.consume([byte])
            if intake.opening != nil {
                first = offset
                break
            }
        }
        let index = try Pipeline.checked(container).index
        let signature = index.entries[3]
        #expect(first == signature.contentOffset + signature.size - 1)
    }

    @Test("A sender who was judged for one container cannot be joined with another")
    func otherSender() async throws {
        let first = try await Pipeline.verified(try ContainerDraft(self.pki.aivd.seal.cades).built())
        var draft = ContainerDraft(self.pki.aivd.seal.cades)
        draft.changeHeader = { $0.replacing("004711", with: "004712") }
        let second = try Pipeline.checked(draft.built())
        #expect(throws: Problem(.internalError)) { try second.verified(by: first.sender) }
        let signature = try second.opening.signedBy()
        #expect(throws: Problem(.internalError)) {
            try judgeSender(
                first.opening,
                signature: signature,
                trusted: first.sender.certificate,
                at: TestPKI.now
            )
        }
    }

    @Test("An exchange may allow an older signature")
    func signingAge() async throws {
        var draft = ContainerDraft(self.pki.aivd.seal.cades)
        draft.signingTime -= 86_401
        let checked = try Pipeline.checked(draft.built())
        let good = try await Pipeline.verified(try ContainerDraft(self.pki.aivd.seal.cades).built())
        var limits = Limits()
        limits.signingAge = 100_000
        let sender = try judgeSender(
            checked.opening,
            signature: checked.opening.signedBy(),
            trusted: good.sender.certificate,
            at: TestPKI.now,
            limits: limits
        )
        #expect(sender.oin == self.pki.aivd.oin)
    }
}
