// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

@testable import ZegelClient

@Suite("Statements that wait for their receipt")
struct StatementMemoryTests {
    @Test("The same once more is what was signed, for less than a day; anything else is another")
    func same() async throws {
        try await TrialServer.with { server in
            let om = try server.profile("om", "om/lovj")
            let (id, digest) = (MessageID.random(), ContentDigest(of: [1]))
            let signed = try TrialMessage.statement(.acknowledgement, id, digest, by: om)
            let memory = StatementMemory(folder: "\(server.home)/statements")
            func later(
                _ seconds: Int64,
                _ declaration: Statement.Declaration = .acknowledgement,
                _ container: ContentDigest? = nil
            ) -> Statement {
                Statement(
                    declaration,
                    server: signed.statement.server,
                    message: id,
                    container: container ?? digest,
                    mailbox: signed.statement.mailbox,
                    time: signed.statement.time.advanced(bySeconds: seconds)
                )
            }
            #expect(memory.kept(like: later(0)) == nil)
            try memory.keep(signed)
            #expect(memory.kept(like: later(82_799))?.bytes == signed.bytes)
            #expect(memory.kept(like: later(82_800)) == nil)
            #expect(memory.kept(like: later(-1)) == nil)
            #expect(memory.kept(like: later(0, .refusal(reason: "Nee."))) == nil)
            #expect(memory.kept(like: later(0, .acknowledgement, ContentDigest(of: [2]))) == nil)
            let names = try FileManager.default.contentsOfDirectory(atPath: memory.folder)
            try Data("nothing".utf8).write(to: URL(fileURLWithPath: "\(memory.folder)/\(try #require(names.first))"))
            #expect(memory.kept(like: later(0)) == nil, "what cannot be read is none")
            try memory.keep(signed)
            memory.forget(signed)
            #expect(memory.kept(like: later(0)) == nil)
        }
    }

    @Test("What the server refuses is not kept, what did not come through is")
    func refused() async throws {
        try await TrialServer.with { server in
            var om = try server.profile("om", "om/lovj")
            om.state = "\(server.home)/state/om"
            let signer = try #require(om.seal).signer()
            let statement = try TrialMessage.statement(.acknowledgement, .random(), ContentDigest(of: [1]), by: om)
                .statement
            let memory = StatementMemory(folder: "\(server.home)/state/om/statements")
            let refused = await #expect(throws: ClientError.self) {
                try await ZegelConnection.with(om) { try await $0.state(statement, signer: signer) }
            }
            #expect(refused?.cause == .answered)
            #expect(memory.kept(like: statement) == nil)
            om.url = "https://127.0.0.1:1"
            for row in FileFaultTests.rows {
                let unkept = await #expect(throws: ClientError.self) {
                    try await KeptFile.$fault.withValue(row.fault) {
                        try await ZegelConnection.with(om) { try await $0.state(statement, signer: signer) }
                    }
                }
                #expect(unkept?.exit == .configuration, "\(row.testDescription): it is not handed in")
                try? FileManager.default.removeItem(atPath: memory.folder)
            }
            let cut = await #expect(throws: ClientError.self) {
                try await ZegelConnection.with(om) { try await $0.state(statement, signer: signer) }
            }
            #expect(cut?.exit == .network)
            #expect(memory.kept(like: statement) != nil)
        }
    }
}
