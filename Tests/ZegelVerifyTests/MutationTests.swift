// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import Testing
import ZegelCore

@testable import ZegelVerify

@Suite("Containers that were changed at random")
struct MutationTests {
    /// What is mutated, and where: the container as bytes, or one entry in a container that is written anew around it.
    enum Target: Int, CaseIterable, Sendable {
        case container
        case header
        case manifest
        case signature
        case document
    }

    @Test("No change crashes, hangs, or is accepted with other content", arguments: Target.allCases)
    func mutated(_ target: Target) async throws {
        let pki = try TestPKI.shared.get()
        let whole = try ContainerDraft(pki.aivd.seal.cades).built()
        let original = try await Pipeline.verified(whole)
        let entries = original.index.entries.map {
            RawZip.Entry($0.name, Array(whole[$0.contentOffset..<$0.contentOffset + $0.size]))
        }
        var random = Mutation(seed: UInt64(target.rawValue) + 1)
        var accepted = 0
        for _ in 0..<Mutation.rounds / Target.allCases.count {
            var container: [UInt8]
            if target == .container {
                container = random.mutated(whole)
            } else {
                var changed = entries
                changed[target.rawValue].bytes = random.mutated(changed[target.rawValue].bytes)
                container = RawZip.write(changed)
            }
            guard let found = try? await Pipeline.verified(container) else { continue }
            accepted += 1
            #expect(found.header.bytes == original.header.bytes)
            #expect(found.manifest == original.manifest)
            #expect(found.sender.oin == original.sender.oin)
            #expect(
                found.index.entries.map { $0.name == EntryPath.senderSignature ? [] : $0.digest }
                    == original.index.entries.map { $0.name == EntryPath.senderSignature ? [] : $0.digest }
            )
        }
        // A signature carries certificates that it does not sign; everything else has one spelling.
        if target != .signature { #expect(accepted <= Mutation.rounds / 50) }
    }

    @Test("Headers and statements that were changed at random are read or refused, never more")
    func parsers() throws {
        let pki = try TestPKI.shared.get()
        let header = Array(ContainerDraft(pki.aivd.seal.cades).headerText.utf8)
        var random = Mutation(seed: 99)
        for _ in 0..<Mutation.rounds {
            let bytes = random.mutated(header)
            if let parsed = try? MessageHeader(parsing: bytes) { #expect(parsed.bytes == bytes) }
            _ = try? Statement(parsing: bytes)
            _ = try? AcceptanceRecord(parsing: bytes)
            _ = try? ExportRecord(parsing: bytes)
        }
    }
}
