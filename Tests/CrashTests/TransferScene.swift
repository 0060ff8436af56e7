// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Testing
import ZegelClient
import ZegelCore

/// A server behind a wire, and `zegel send` and `zegel receive` as processes of their own, any of which may end in the middle.
final class TransferScene {
    let installation: Installation
    let wire: Wire
    private var server: ServerUnderTest
    private var client: WaitedProcess?
    private(set) var stored = 0
    /// Whether bytes go to the server now, or come from it.
    private(set) var isSending = true

    init() async throws {
        self.installation = try Installation()
        self.wire = try await Wire()
        self.server = try ServerUnderTest(self.installation)
        try self.lead()
    }

    // MARK: - What happens

    func killClient() async {
        self.client?.signal(SIGKILL)
        await self.client?.end()
    }

    func killServer() async throws {
        await self.server.kill()
        self.server = try ServerUnderTest(self.installation)
        try self.lead()
    }

    private func lead() throws {
        self.wire.lead(to: try #require(self.server.url.split(separator: ":").last.flatMap { Int($0) }))
    }

    // MARK: - What is done meanwhile

    /// Sends a letter, which something happens to several times; in the end it is one message, and is collected whole.
    func pass(_ letter: Letter, during fault: () async throws -> Void) async throws {
        self.isSending = true
        let size = try FileManager.default.attributesOfItem(atPath: letter.path)[.size] as? Int ?? 1
        let data = ["spool", "content"].map { "\(self.installation.home)/data/\($0)" }
        // The server writes it twice: as it comes, and as a message.
        let written = Growth(folders: data, upTo: 2 * size)
        try await self.run(["send", letter.path], as: "aivd", suffering: fault, during: written)
        let receipt = try #require(FileManager.default.contents(atPath: "\(letter.path).receipt.json"))
        #expect(try await self.installation.holds(Array(receipt), for: letter))
        #expect(!FileManager.default.fileExists(atPath: "\(letter.path).upload.json"))
        self.stored += 1
        let courier = try await Courier(self.installation, self.server)
        let post = try await courier.post(after: nil).lines.filter { $0.container == "\(letter.digest)" }
        #expect(post.count == 1, "It is there \(post.count) times.")
        let id = try #require(post.first?.id)
        try await self.hasNoMoreFiles()

        self.isSending = false
        let folder = "\(self.installation.home)/answers/\(letter.number)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        let come = Growth(folders: [folder], upTo: size)
        // A client that is killed once the whole was verified and had its name leaves nothing to go on with.
        try await self.run(["receive", "--into", folder, id], as: "nctv", suffering: fault, during: come) {
            FileManager.default.fileExists(atPath: "\(folder)/\(id).asice")
        }
        // Nor does it take the other name of the whole away where it was killed between the two; the next call does.
        if try FileManager.default.contentsOfDirectory(atPath: folder).count > 1 {
            try await self.client(["receive", "--into", folder, id], as: "nctv").end()
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["\(id).asice"])
        // Another server may run by now.
        let copy = try await Courier(self.installation, self.server).get(["/v1/messages/\(id)/container"])
        #expect(ContentDigest(of: copy[0]?.body ?? []) == letter.digest)
        try FileManager.default.removeItem(atPath: folder)
        try FileManager.default.removeItem(atPath: letter.path)
    }

    /// Stops the server, and reads the log from outside; whether it ended in good order.
    func close() async throws -> Bool {
        let isGood = await self.server.stop()
        try await self.installation.auditLog()
        try await self.wire.close()
        return isGood
    }

    /// Runs a command until it succeeds; the first times something happens once so many bytes have come.
    private func run(
        _ arguments: [String],
        as name: String,
        suffering fault: () async throws -> Void,
        during growth: Growth,
        orUntil isThere: () -> Bool = { false }
    ) async throws {
        for round in 0..<20 {
            let client = try self.client(arguments, as: name)
            self.client = client
            if round < 3 {
                let (target, end) = (Int.random(in: 0..<growth.most), ContinuousClock.now + .seconds(60))
                while client.isRunning, growth.bytes < target, ContinuousClock.now < end {
                    try await Task.sleep(for: .milliseconds(1))
                }
                try await fault()
            } else {
                self.wire.suffer(.none)
            }
            await client.end()
            if client.outcome == (.exit, 0) || isThere() { return self.wire.suffer(.none) }
        }
        let said = (try? String(contentsOfFile: "\(self.installation.home)/client.log", encoding: .utf8)) ?? ""
        throw Missing(what: "\(arguments) never succeeded: \(said)")
    }

    private func client(_ arguments: [String], as name: String) throws -> WaitedProcess {
        let tests = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
        let log = "\(self.installation.home)/client.log"
        _ = FileManager.default.createFile(atPath: log, contents: nil)
        return try WaitedProcess(
            tests.deletingLastPathComponent().appendingPathComponent("zegel").path,
            arguments + [
                "--json", "--home", self.installation.home, "--as", name,
                "--url", "https://127.0.0.1:\(self.wire.port)",
            ],
            output: FileHandle.nullDevice,
            errors: FileHandle(forWritingAtPath: log)
        )
    }

    /// Each message has one file, and nothing is left of what it was made of.
    private func hasNoMoreFiles() async throws {
        let end = ContinuousClock.now + .seconds(300)
        while ContinuousClock.now < end {
            let isTidy = try self.installation.files(in: "spool").isEmpty
            if try isTidy && self.installation.files(in: "content").count == self.stored { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("There are \(try self.installation.files(in: "content").count) files of \(self.stored) messages.")
    }
}

/// How much was written to folders since this was made.
private struct Growth {
    private let folders: [String]
    private let before: Int
    /// How much there will be.
    let most: Int

    init(folders: [String], upTo most: Int) {
        self.folders = folders
        self.most = most
        self.before = Self.bytes(in: folders)
    }

    var bytes: Int { Self.bytes(in: self.folders) - self.before }

    private static func bytes(in folders: [String]) -> Int {
        folders.reduce(0) { sum, folder in
            let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
            return names.reduce(sum) { sum, name in
                let attributes = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
                guard attributes?[.type] as? FileAttributeType == .typeRegular else { return sum }
                return sum + (attributes?[.size] as? Int ?? 0)
            }
        }
    }
}
