// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import ZegelClient
import ZegelCore

/// A server of the demonstration: this binary once more, as a process of its own.
final class DemoServer {
    /// Where agencies connect.
    let url: String
    private let process = Process()

    /// Starts it on free ports and waits until it accepts connections.
    ///
    /// - Throws: ``Problem`` where it does not start; its log says why.
    init(home: String) throws {
        let log = "\(home)/server.log"
        let output = Pipe()
        guard let binary = Bundle.main.executableURL, FileManager.default.createFile(atPath: log, contents: nil) else {
            throw Problem(.configuration, "The server cannot be started from here.")
        }
        self.process.executableURL = binary
        self.process.arguments = ["serve", "--config", "\(home)/zegel.yaml", "--listen", "127.0.0.1:0"]
        self.process.standardInput = FileHandle.nullDevice
        self.process.standardOutput = output
        self.process.standardError = FileHandle(forWritingAtPath: log)
        try self.process.run()
        var line: [UInt8] = []
        while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first, byte != 0x0A { line.append(byte) }
        guard let url = try? StrictJSON.parse(line)["url"]?.string else {
            self.process.terminate()
            self.process.waitUntilExit()
            throw Problem(.configuration, "The server did not start; \(log) says why.")
        }
        self.url = url
    }

    /// Stops it and waits for its end.
    func stop() {
        self.process.terminate()
        self.process.waitUntilExit()
    }
}

/// What speaks HTTP in the demonstration: curl, so that every step can be repeated by hand.
struct DemoClient {
    struct Answer {
        let status: Int
        let body: [UInt8]
        var json: JSONValue { (try? StrictJSON.parse(self.body)) ?? .null }
    }

    let home: String
    let url: String
    let scratch: String

    /// Makes a call as an organisation, with a token for one scope.
    func call(
        _ organisation: String,
        _ method: String,
        _ path: String,
        scope: String,
        body: [UInt8]? = nil,
        type: String = "application/pkcs7-mime"
    ) throws -> Answer {
        let form = Array("grant_type=client_credentials&scope=\(scope)".utf8)
        let asked = try self.curl(organisation, "POST", "/oauth/token", [], form, "application/x-www-form-urlencoded")
        guard let token = asked.json["access_token"]?.string else {
            throw Problem(.tokenMissing, "\(organisation) got no token for \(scope): \(asked.status).")
        }
        return try self.curl(organisation, method, path, ["Authorization: Bearer \(token)"], body, type)
    }

    private func curl(
        _ organisation: String,
        _ method: String,
        _ path: String,
        _ fields: [String],
        _ body: [UInt8]?,
        _ type: String
    ) throws -> Answer {
        let (request, answer) = ("\(self.scratch)/request", "\(self.scratch)/answer")
        let keys = "\(self.home)/pki/organisations/\(organisation)"
        // Options go through standard input, so that no token shows in a list of processes.
        var options = [
            "cacert": "\(self.home)/pki/ca.pem", "cert": "\(keys)/client.pem", "key": "\(keys)/client.key",
            "request": method, "output": answer, "write-out": "%{http_code}", "noproxy": "*", "max-time": "60",
            "url": self.url + path,
        ]
        if let body {
            try Data(body).write(to: URL(fileURLWithPath: request))
            options["data-binary"] = "@\(request)"
        }
        let headers = (fields + (body == nil ? [] : ["Content-Type: \(type)"])).map { "header = \"\($0)\"" }
        let text = (options.map { "\($0.key) = \"\($0.value)\"" } + headers).joined(separator: "\n") + "\n"
        try? FileManager.default.removeItem(atPath: answer)
        let (process, input, output) = (Process(), Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["curl", "--disable", "--silent", "--show-error", "--http2", "--config", "-"]
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        try input.fileHandleForWriting.close()
        let status = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0, let code = Int(String(decoding: status, as: UTF8.self)) else {
            throw Problem(.busy, "curl did not reach the server; is it installed, with HTTP/2?")
        }
        return Answer(status: code, body: Array(FileManager.default.contents(atPath: answer) ?? Data()))
    }
}
