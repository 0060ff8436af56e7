// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore
import ZegelTrust
import ZegelVerify

@Suite("Dossiers that were changed at random")
struct DossierMutationTests {
    @Test("No changed dossier passes with other content")
    func mutated() async throws {
        let world = try TestWorld.shared.get()
        var draft = try DossierDraft(world)
        try draft.add(.acknowledgement, "om/lovj", world.om.seal.cades)
        let original = try draft.built()
        let entries = try Self.covered(original)
        let verifier = try DossierVerifier(
            trust: [world.authority.anchorsPEM],
            sealers: [world.server.oin],
            at: TestWorld.now.advanced(bySeconds: 7_200)
        )
        var random = Mutation(seed: 7)
        try await TemporaryFolder.with { folder in
            for _ in 0..<Mutation.rounds {
                let dossier = random.mutated(original)
                let report = await verifier.verify(file: try folder.write(dossier, "dossier.asice"))
                guard report.indication == .totalPassed else { continue }
                #expect(try Self.covered(dossier) == entries, "\(report.text())")
            }
            let report = await verifier.verify(file: try folder.write(original, "dossier.asice"))
            #expect(report.indication == .totalPassed, "\(report.text())")
        }
    }

    /// All entries but the one that nothing can cover: the last signature itself.
    private static func covered(_ dossier: [UInt8]) throws -> [String: [UInt8]] {
        try OpenSSLTests.entries(of: dossier).filter { $0.key != EntryPath.exportSignature }
    }
}
