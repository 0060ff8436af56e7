// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization
import Testing
import ZegelCore

@testable import ZegelServer

/// A stream of events as curl gets it: line by line, as they come.
final class EventListener: Sendable {
    /// What stood in one event.
    struct Event {
        let id: String
        let data: JSONValue
        let text: String
    }

    private let process: Process
    private let input: FileHandle
    private let buffer = Mutex<[UInt8]>([])

    /// Asks for the events of a mailbox.
    init(
        _ server: TrialServer,
        _ organisation: String,
        _ mailbox: String,
        token: String,
        after last: String? = nil
    ) throws {
        let pipe = Pipe()
        self.process = Process()
        self.process.executableURL = URL(filePath: "/usr/bin/curl")
        self.process.arguments =
            [
                "--disable", "--silent", "--no-buffer", "--http2", "--insecure", "--noproxy", "*", "--max-time", "600",
                "--cert", "\(server.folder.path)/\(organisation)-client.pem",
                "--key", "\(server.folder.path)/\(organisation)-client.key",
                "--header", "Authorization: Bearer \(token)",
            ] + (last.map { ["--header", "Last-Event-ID: \($0)"] } ?? [])
            + ["https://127.0.0.1:\(server.port)/v1/mailboxes/\(mailbox)/events"]
        self.process.standardOutput = pipe
        self.input = pipe.fileHandleForReading
        try self.process.run()
    }

    deinit { self.process.terminate() }

    /// The next line, or `nil` at the end of the stream; a thread of its own waits for it.
    func line() async -> String? {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: self.read()) }
        }
    }

    /// The next event, comments left out; `nil` at the end of the stream.
    func event() async throws -> Event? {
        var (id, data): (String?, String?)
        while let line = await self.line() {
            if line.hasPrefix("id: ") { id = String(line.dropFirst(4)) }
            if line.hasPrefix("data: ") { data = String(line.dropFirst(6)) }
            if line.isEmpty, let id, let data {
                return Event(id: id, data: try StrictJSON.parse(Array(data.utf8)), text: data)
            }
        }
        return nil
    }

    /// Reads until nothing more waits, which a comment says.
    func caughtUp() async { while let line = await self.line(), !line.hasPrefix(":") {} }

    /// What curl exits with; the stream has ended.
    func exit() -> Int32 {
        self.process.waitUntilExit()
        return self.process.terminationStatus
    }

    private func read() -> String? {
        while true {
            let line: String? = self.buffer.withLock { buffer in
                guard let end = buffer.firstIndex(of: 0x0A) else { return nil }
                defer { buffer.removeFirst(end + 1) }
                return String(decoding: buffer[..<end], as: UTF8.self)
            }
            if let line { return line }
            let more = Array(self.input.availableData)
            if more.isEmpty { return nil }
            self.buffer.withLock { $0 += more }
        }
    }
}

extension TrialServer {
    /// Has aivd/ct send an intelligence report to nctv/analyse.
    ///
    /// - Parameter token: One of aivd; a new one where left out.
    @discardableResult
    func deliver(_ kenmerk: String, token: String? = nil) async throws -> String {
        let own = if let token { token } else { try await self.token(of: "aivd") }
        let container = try OpenAPIReplayTests.container(LeakTests.header(LeakTests.intelligence(kenmerk)), self)
        let type = "application/vnd.etsi.asic-e+zip"
        let answer = try await self.call("aivd", "POST", "/v1/messages", token: own, type: type, body: container)
        try #require(answer.status == 201, "\(String(decoding: answer.body, as: UTF8.self))")
        return try #require(answer.json["id"]?.string)
    }
}
