// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("A large message on a bad way")
struct TransferKillTests {
    /// How many messages go through each fault.
    static let messages = ProcessInfo.processInfo.environment["ZEGEL_LONG"] == "1" ? 10 : 1

    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let happens: @Sendable (TransferScene) async throws -> Void
    }

    static let faults = [
        Fault(testDescription: "nothing goes wrong") { _ in },
        Fault(testDescription: "the client is killed") { await $0.killClient() },
        Fault(testDescription: "the server is killed") { try await $0.killServer() },
        Fault(testDescription: "both are killed") { scene in
            await scene.killClient()
            try await scene.killServer()
        },
        Fault(testDescription: "the wire is cut") { $0.wire.suffer(.cut(5_000...30_000_000)) },
        Fault(testDescription: "answers are cut") { scene in
            scene.wire.suffer(.cutAnswer(4_000...(scene.isSending ? 14_000 : 30_000_000)))
        },
    ]

    @Test(
        "is one message with the right digest, and is collected whole, whatever ends in the middle",
        .enabled(if: Connection.isThere, "curl is missing"),
        arguments: Self.faults
    )
    func once(_ fault: Fault) async throws {
        let scene = try await TransferScene()
        for number in 0..<Self.messages {
            let letter = try scene.installation.letter(number, documentOf: 40_000_000)
            try await scene.pass(letter) { try await fault.happens(scene) }
        }
        #expect(scene.stored == Self.messages)
        #expect(try await scene.close(), "The server did not stop in good order.")
    }
}
