// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization
import Testing
import ZegelClient
import ZegelCore

@Suite("Sending in parts")
struct ResumableUploadTests {
    private static let size = 40_000_000
    private static let part = 16_777_216

    /// What was told while a file was sent.
    private final class Told: Sendable {
        private let state = Mutex<(steps: [Int], notices: [String])>(([], []))

        var steps: [Int] { self.state.withLock { $0.steps } }
        var notices: [String] { self.state.withLock { $0.notices } }

        func step(_ progress: TransferProgress) { self.state.withLock { $0.steps.append(progress.done) } }

        func notice(_ text: String) { self.state.withLock { $0.notices.append(text) } }
    }

    /// Sends a file until the server has one part of it; then the sender calls it off.
    private static func begin(_ file: String, _ profile: ClientProfile) async throws {
        try await ZegelConnection.with(profile) { sender in
            let task = Task {
                try await sender.submit(file: file) { step in
                    if step.done > 0 { unsafe withUnsafeCurrentTask { unsafe $0?.cancel() } }
                }
            }
            let error = await #expect(throws: ClientError.self) { try await task.value }
            #expect(error?.exit == .cancelled)
        }
        #expect(FileManager.default.fileExists(atPath: "\(file).upload.json"))
    }

    private static func send(_ file: String, _ profile: ClientProfile) async throws -> Told {
        let told = Told()
        let sent = try await ZegelConnection.with(profile) { sender in
            try await sender.submit(file: file, progress: { told.step($0) }, notice: { told.notice($0) })
        }
        #expect(!sent.isRepeated)
        ZegelConnection.forgetUpload(of: file)
        #expect(!FileManager.default.fileExists(atPath: "\(file).upload.json"))
        return told
    }

    @Test("Progress is what the server has, and a server that dies and comes back changes nothing")
    func death() async throws {
        try await TrialServer.with { server in
            let file = try TrialMessage.seal(on: server, size: Self.size)
            let profile = try server.profile("aivd", "aivd/ct")
            let told = Told()
            let hasDied = Mutex(false)
            let sent = try await ZegelConnection.with(profile) { sender in
                try await sender.submit(file: file) { step in
                    told.step(step)
                    guard step.done > 0, hasDied.withLock({ !exchange(&$0) }) else { return }
                    server.stop()
                    try? server.restart()
                }
            }
            #expect(!sent.isRepeated)
            let total = try #require(told.steps.last)
            #expect(told.steps.filter { ![0, Self.part, 2 * Self.part, total].contains($0) } == [])
            #expect(told.steps == told.steps.sorted())
            let again = try await ZegelConnection.with(profile) { try await $0.submit(file: file) }
            #expect(again.isRepeated && again.receiptBytes == sent.receiptBytes)
        }
    }

    @Test("A later call goes on where the one before ended")
    func later() async throws {
        try await TrialServer.with { server in
            let file = try TrialMessage.seal(on: server, size: Self.size)
            let profile = try server.profile("aivd", "aivd/ct")
            try await Self.begin(file, profile)
            let text = try String(contentsOfFile: "\(file).upload.json", encoding: .utf8)
            let journal = try StrictJSON.parse(Array(text.utf8))
            #expect(journal.members?.map(\.key) == ["zegel", "server", "upload", "container"])
            let told = try await Self.send(file, profile)
            #expect(told.steps.first == Self.part)
            #expect(told.notices == [])
        }
    }

    @Test("Two that send the same file at the same time get the same receipt")
    func together() async throws {
        try await TrialServer.with { server in
            let file = try TrialMessage.seal(on: server, size: Self.size)
            let profile = try server.profile("aivd", "aivd/ct")
            try await Self.begin(file, profile)
            let receipts = try await withThrowingTaskGroup(of: [UInt8].self) { group in
                for _ in 0..<2 {
                    group.addTask {
                        try await ZegelConnection.with(profile) { try await $0.submit(file: file).receiptBytes }
                    }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(receipts.count == 1)
        }
    }

    @Test("A file that has changed since is sent from its beginning, and that is said")
    func changed() async throws {
        try await TrialServer.with { server in
            let file = try TrialMessage.seal(on: server, size: Self.size)
            let profile = try server.profile("aivd", "aivd/ct")
            try await Self.begin(file, profile)
            #expect(try TrialMessage.seal(on: server, size: Self.size + 1) == file)
            let told = try await Self.send(file, profile)
            #expect(told.steps.first == 0)
            #expect(told.notices.count == 1 && told.notices[0].contains("has changed since"))
        }
    }

    @Test("An upload that the server does not have is begun anew, and a journal that cannot be read is none")
    func gone() async throws {
        try await TrialServer.with { server in
            let file = try TrialMessage.seal(on: server, size: Self.size)
            let profile = try server.profile("aivd", "aivd/ct")
            try await Self.begin(file, profile)
            let path = "\(file).upload.json"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let id = try #require(try StrictJSON.parse(Array(text.utf8))["upload"]?.string)
            try text.replacing(id, with: String(repeating: "0", count: 32))
                .write(toFile: path, atomically: true, encoding: .utf8)
            let told = try await Self.send(file, profile)
            #expect(told.steps.first == 0 && told.notices.count == 1)
            let other = try TrialMessage.seal(on: server, kenmerk: "AIVD-2026-000002", size: Self.size)
            try Data("{".utf8).write(to: URL(fileURLWithPath: "\(other).upload.json"))
            #expect(try await Self.send(other, profile).notices == [])
        }
    }
}

/// Sets a flag, and says what it was.
private func exchange(_ flag: inout Bool) -> Bool {
    defer { flag = true }
    return flag
}
