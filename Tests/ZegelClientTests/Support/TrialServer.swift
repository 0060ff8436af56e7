// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization
import Testing
import ZegelClient
import ZegelCore

/// The real server on a trial installation of its own, for one test: the built binary, on free ports.
final class TrialServer: Sendable {
    /// The number of a trial server.
    static let oin = OIN("00000099000000099000")

    let url: String
    /// The trial installation.
    let home: String
    private let process: Mutex<Process>

    /// Starts one, lets the test be done with it, and removes all of it.
    static func with(_ test: (TrialServer) async throws -> Void) async throws {
        let home = FileManager.default.temporaryDirectory.appending(path: "client-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: home) }
        let server = try TrialServer(home: home)
        defer { server.stop() }
        try await test(server)
    }

    private init(home: String) throws {
        let install = try Self.zegel(["init", "--home", home], output: FileHandle.nullDevice)
        install.waitUntilExit()
        try #require(install.terminationStatus == 0)
        // A start passes the policy's own tests; these servers are about something else.
        try FileManager.default.removeItem(atPath: "\(home)/policies/tests")
        let (process, url) = try Self.serve(home, on: "127.0.0.1:0")
        self.url = url
        self.home = home
        self.process = Mutex(process)
    }

    private static func serve(_ home: String, on address: String) throws -> (Process, url: String) {
        let output = Pipe()
        let arguments = ["serve", "--config", "\(home)/zegel.yaml", "--listen", address]
        let process = try Self.zegel(arguments, output: output)
        var line: [UInt8] = []
        while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first, byte != 0x0A { line.append(byte) }
        return (process, try #require(try StrictJSON.parse(line)["url"]?.string))
    }

    /// Starts it again where it was, after it was stopped.
    func restart() throws {
        let configuration = "\(self.home)/zegel.yaml"
        let text = try String(contentsOfFile: configuration, encoding: .utf8)
        try text.replacing("127.0.0.1:9464", with: "127.0.0.1:0")
            .write(toFile: configuration, atomically: true, encoding: .utf8)
        let process = try Self.serve(self.home, on: String(self.url.dropFirst("https://".count))).0
        self.process.withLock { $0 = process }
    }

    /// Ends it, as an accident does.
    func stop() {
        self.process.withLock { process in
            guard process.isRunning else { return }
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
    }

    /// Lets it take connections, but answer nothing any more.
    ///
    /// It returns when every thread stands: the signal alone leaves those that run to finish what they do.
    func freeze() {
        self.process.withLock { process in
            kill(process.processIdentifier, SIGSTOP)
            var status: Int32 = 0
            _ = unsafe waitpid(process.processIdentifier, &status, WUNTRACED)
        }
    }

    /// The profile of an organisation, as `zegel init` writes it, with the address where this server listens.
    func profile(_ short: String, _ mailbox: String) throws -> ClientProfile {
        let keys = "\(self.home)/pki/organisations/\(short)"
        return ClientProfile(
            url: self.url,
            mailbox: try #require(MailboxName(mailbox)),
            client: KeyFiles("client", in: keys),
            seal: KeyFiles("seal", in: keys),
            release: KeyFiles("release", in: keys),
            serverAnchors: ["\(self.home)/pki/ca.pem"],
            sealAnchors: ["\(self.home)/pki/ca.pem"],
            revocationLists: ["\(self.home)/pki/ca.crl.pem"],
            sealers: [try #require(Self.oin)],
            logKey: "\(self.home)/pki/log.pub"
        )
    }

    private static func zegel(_ arguments: [String], output: Any) throws -> Process {
        let tests = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
        let process = Process()
        process.executableURL = tests.deletingLastPathComponent().appendingPathComponent("zegel")
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }
}
