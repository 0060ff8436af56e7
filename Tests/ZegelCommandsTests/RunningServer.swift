// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

/// A process of the binary under test that says in one line of JSON when it is ready, for as long as the value lives.
final class RunningProcess {
    /// What it said.
    let ready: JSONValue
    private let process = Process()
    private let output: FileHandle

    init(_ arguments: [String]) throws {
        let output = Pipe()
        self.process.executableURL = Binary.url
        self.process.arguments = arguments
        self.process.standardInput = FileHandle.nullDevice
        self.process.standardOutput = output
        self.process.standardError = FileHandle.nullDevice
        try self.process.run()
        self.output = output.fileHandleForReading
        self.ready = try Self.line(of: self.output)
    }

    /// The next line of JSON.
    func line() throws -> JSONValue { try Self.line(of: self.output) }

    private static func line(of output: FileHandle) throws -> JSONValue {
        var line: [UInt8] = []
        while let byte = try output.read(upToCount: 1)?.first, byte != 0x0A { line.append(byte) }
        return try StrictJSON.parse(line)
    }

    /// Ends it as Ctrl-C does, and returns what it exits with.
    func interrupt() -> Int32 {
        self.process.interrupt()
        self.process.waitUntilExit()
        return self.process.terminationStatus
    }

    deinit { self.stop() }

    /// Ends it as an operator does.
    func stop() {
        self.process.terminate()
        self.process.waitUntilExit()
    }

    /// Ends it as a power cut does.
    func kill() {
        _ = Foundation.kill(self.process.processIdentifier, SIGKILL)
        self.process.waitUntilExit()
    }
}

/// A server of the binary under test on a trial installation, on a free port, for as long as the value lives.
final class RunningServer {
    /// The folder of the installation.
    let home: String
    /// Where it accepts connections.
    var url: String { self.process.ready["url"]?.string ?? "" }
    private let scratch: Scratch
    private(set) var process: RunningProcess

    /// - Parameter configure: Changes the files of the installation before the server starts.
    init(configure: (String) throws -> Void = { _ in }) throws {
        self.scratch = try Scratch()
        self.home = self.scratch.path("home")
        guard try Binary.run(["init", "--home", self.home]).status == 0 else { throw CocoaError(.fileWriteUnknown) }
        try configure(self.home)
        self.process = try RunningProcess(Self.serve(self.home))
    }

    private static func serve(_ home: String) -> [String] {
        ["serve", "--config", "\(home)/zegel.yaml", "--listen", "127.0.0.1:0"]
    }

    /// Starts it again, on another port.
    func restart() throws {
        self.process.stop()
        self.process = try RunningProcess(Self.serve(self.home))
    }

    /// Runs a command as an organisation of the installation, for its JSON.
    func run(_ command: String, as organisation: String, _ arguments: String...) throws -> Binary.Outcome {
        try self.run(command, as: organisation, at: self.url, arguments)
    }

    /// Runs a command before another server that has its certificate.
    func run(
        _ command: String,
        as organisation: String,
        at url: String,
        _ arguments: [String]
    ) throws -> Binary.Outcome {
        try Binary.run([command, "--home", self.home, "--as", organisation, "--url", url, "--json"] + arguments)
    }

    /// A path in a folder that goes with the server.
    func path(_ name: String) -> String { self.scratch.path(name) }

    /// Writes a header, with more members where given, and a document, and returns their paths.
    func draft(
        _ kenmerk: String,
        with more: [JSONValue.Member] = []
    ) throws -> (header: String, document: String) {
        let header: JSONValue = [
            "kenmerk": .string(kenmerk), "exchange": "ambtsberichten", "kind": "ambtsbericht", "subject": "Uitreis",
            "from": ["oin": "00000099000000001000", "mailbox": "aivd/ct"],
            "to": [["oin": "00000099000000002000", "mailbox": "om/lovj", "role": "action"]],
            "purpose": "opsporing-en-vervolging", "legalBasis": "wiv2017-art66",
            "classification": "departementaal-vertrouwelijk", "classifiedBy": "hoofd",
            "classifiedOn": .string(Self.day(0)), "declassifyOn": .string(Self.day(3_650)), "markings": [],
            "details": [
                "subjects": 1, "underlyingSeen": .string(Self.day(0)),
                "evaluation": ["source": "A", "information": "1"],
            ],
        ]
        return (
            try self.scratch.write("\(kenmerk).json", JSONValue.object((header.members ?? []) + more).encoded),
            try self.scratch.write("\(kenmerk).txt", Array("Ambtsbericht".utf8))
        )
    }

    /// Has aivd send a message to om, and a second person release it; returns its id.
    func deliver(_ kenmerk: String, with more: [JSONValue.Member] = []) throws -> String {
        let draft = try self.draft(kenmerk, with: more)
        let container = self.path("\(kenmerk).asice")
        let sent = try self.run("send", as: "aivd", "--header", draft.header, "--out", container, draft.document)
        let id = try #require(sent.json?["results"]?.array?.first?["id"]?.string)
        try #require(try self.run("release", as: "aivd", "--file", container, id).status == 0)
        return id
    }

    private static func day(_ offset: Int64) -> String {
        let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))
        return "\(now.advanced(bySeconds: offset * 86_400).date)"
    }
}
