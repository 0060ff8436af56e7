// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization
import Testing
import ZegelClient
import ZegelCore
import ZegelVerify

@Suite("Transfers")
struct TransferTests {
    private static let size = 12_000_000

    /// A server that has a large message for om/lovj, and an empty folder to collect it in.
    private static func with(
        _ size: Int = Self.size,
        _ test: (TrialServer, ZegelConnection, MessageReceipt, String) async throws -> Void
    ) async throws {
        try await TrialServer.with { server in
            let aivd = try server.profile("aivd", "aivd/ct")
            let file = try TrialMessage.seal(on: server, size: size)
            let steps = Mutex<[TransferProgress]>([])
            let receipt = try await ZegelConnection.with(aivd) { sender in
                let receipt = try await sender.submit(file: file) { step in steps.withLock { $0.append(step) } }.receipt
                _ = try await sender.submit(TrialMessage.statement(.release, receipt.id, receipt.container, by: aivd))
                return receipt
            }
            let sent = steps.withLock { $0 }
            #expect(sent.map(\.done) == sent.map(\.done).sorted())
            #expect(sent.last.map { $0.done == $0.total } == true)
            #expect(sent.count > (size > Self.size ? 2 : 10))
            let folder = "\(server.home)/collected"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
            try await ZegelConnection.with(server.profile("om", "om/lovj"), patience: .init(attempts: 1)) {
                try await test(server, $0, receipt, folder)
            }
        }
    }

    private static func names(_ folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? ["unreadable"]
    }

    @Test("A large message goes in and out in pieces")
    func large() async throws {
        try await Self.with { _, connection, receipt, folder in
            let steps = Mutex<[TransferProgress]>([])
            let copy = try await connection.download(receipt.id, .container, to: "\(folder)/copy") { step in
                steps.withLock { $0.append(step) }
            }
            let received = steps.withLock { $0 }
            #expect(received.first?.done == 0)
            #expect(received.allSatisfy { $0.total == copy.size })
            #expect(received.last?.done == copy.size)
            #expect(copy.digest == receipt.container)
            #expect(Self.names(folder) == ["copy"])
        }
    }

    @Test("A server that dies in the middle leaves what has come, and the next call goes on from there")
    func death() async throws {
        // More than is on its way at any moment, so that it breaks off on any machine.
        try await Self.with(60_000_000) { server, connection, receipt, folder in
            for what in [Collectable.container, .dossier] {
                let error = await #expect(throws: ClientError.self) {
                    try await connection.download(receipt.id, what, to: "\(folder)/copy") { step in
                        if step.done > 2_000_000 { server.stop() }
                    }
                }
                #expect(error?.exit == .network)
                #expect(Self.names(folder) == ["copy.\(receipt.id.description.prefix(8)).\(what).part"])
                try server.restart()
                try await Self.goesOn(connection, receipt, what, folder) { $0 > 2_000_000 }
            }
        }
    }

    @Test("What is not of the message is thrown away", arguments: [Collectable.container, .dossier])
    func strangePart(_ what: Collectable) async throws {
        try await Self.with { _, connection, receipt, folder in
            let part = "\(folder)/copy.\(receipt.id.description.prefix(8)).\(what).part"
            for size in [1_000, 1_000_000, 20_000_000] {
                try Data(repeating: 7, count: size).write(to: URL(fileURLWithPath: part))
                try await Self.goesOn(connection, receipt, what, folder) { _ in true }
            }
        }
    }

    /// Collects once more; what comes is whole.
    private static func goesOn(
        _ connection: ZegelConnection,
        _ receipt: MessageReceipt,
        _ what: Collectable,
        _ folder: String,
        from isStart: (Int) -> Bool
    ) async throws {
        let steps = Mutex<[TransferProgress]>([])
        let trust = try String(contentsOfFile: connection.profile.sealAnchors[0], encoding: .utf8)
        let verifier = try DossierVerifier(
            trust: [trust],
            sealers: connection.profile.sealers,
            at: TrialMessage.now
        )
        let copy = try await connection.download(
            receipt.id,
            what,
            to: "\(folder)/copy",
            holding: { await verifier.verify(file: $0).indication == .totalPassed },
            progress: { step in steps.withLock { $0.append(step) } }
        )
        #expect(isStart(steps.withLock { $0.first?.done ?? 0 }))
        #expect(self.names(folder) == ["copy"])
        if what == .container { #expect(copy.digest == receipt.container) }
        let report = await verifier.verify(file: "\(folder)/copy")
        if what == .dossier { #expect(report.indication == .totalPassed, "\(report.text())") }
        try FileManager.default.removeItem(atPath: "\(folder)/copy")
    }

    @Test("A caller who calls it off leaves nothing behind")
    func cancellation() async throws {
        try await Self.with { _, connection, receipt, folder in
            let task = Task {
                try await connection.download(receipt.id, .dossier, to: "\(folder)/copy") { step in
                    // Called by the task itself, so that it is called off in the middle on any machine.
                    if step.done > 0 { unsafe withUnsafeCurrentTask { unsafe $0?.cancel() } }
                }
            }
            let error = await #expect(throws: ClientError.self) { try await task.value }
            #expect(error?.exit == .cancelled)
            #expect(Self.names(folder) == [])
        }
    }

    @Test("A container with another digest than expected is not kept")
    func digest() async throws {
        try await Self.with { _, connection, receipt, folder in
            let other = ContentDigest(of: [])
            let error = await #expect(throws: ClientError.self) {
                try await connection.download(receipt.id, .container, to: "\(folder)/copy", expecting: other)
            }
            #expect(error?.cause == .damaged)
            #expect(error?.exit == .integrity)
            #expect(Self.names(folder) == [])
        }
    }

    @Test("A file that is there stays, unless it may be replaced")
    func existing() async throws {
        try await Self.with { _, connection, receipt, folder in
            let path = "\(folder)/copy"
            try Data("mine".utf8).write(to: URL(fileURLWithPath: path))
            let error = await #expect(throws: ClientError.self) {
                try await connection.download(receipt.id, .container, to: path)
            }
            #expect(error?.exit == .configuration)
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
            let copy = try await connection.download(receipt.id, .container, to: path, replacing: true)
            #expect(copy.digest == receipt.container)
            #expect(Self.names(folder) == ["copy"])
        }
    }

    @Test("A refusal by the header comes back although the document is large")
    func earlyRefusal() async throws {
        try await TrialServer.with { server in
            let file = try TrialMessage.seal(on: server, kind: "advies", size: Self.size)
            let error = await #expect(throws: ClientError.self) {
                try await ZegelConnection.with(server.profile("aivd", "aivd/ct")) { try await $0.submit(file: file) }
            }
            #expect(error?.problem == Problem(.policyDenied))
        }
    }

    @Test("A file that changes while it is sent is not accepted")
    func changing() async throws {
        try await TrialServer.with { server in
            let file = try TrialMessage.seal(on: server, size: Self.size)
            let aivd = try server.profile("aivd", "aivd/ct")
            let error = await #expect(throws: ClientError.self) {
                try await ZegelConnection.with(aivd) { sender in
                    try await sender.submit(file: file) { _ in
                        try? FileHandle(forWritingAtPath: file)?.truncate(atOffset: 0)
                    }
                }
            }
            #expect(error?.cause == .local, "\(String(describing: error))")
            let other = try TrialMessage.seal(on: server, size: 1_000)
            let sent = try await ZegelConnection.with(aivd) { try await $0.submit(file: other) }
            #expect(!sent.isRepeated)
        }
    }
}
