// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

@testable import ZegelServer

/// What curl exits with where no whole answer comes, and what had come.
struct CurlFailure: Error {
    let status: Int32
    var head = ""
    var size = 0
}

extension TrialServer {
    /// What came back.
    struct Answer {
        let status: Int
        let fields: [String: String]
        let body: [UInt8]

        var json: JSONValue { (try? StrictJSON.parse(self.body, maximumDepth: 24)) ?? .null }
    }

    /// One request by curl, as an organisation.
    ///
    /// The certificate of the server is as old as the moment of the test, so that curl does not judge it.
    func call(
        _ organisation: String,
        _ method: String,
        _ path: String,
        token: String? = nil,
        fields: [String] = [],
        type: String? = nil,
        body: [UInt8]? = nil
    ) async throws -> Answer {
        do {
            return try await self.curl(organisation, method, path, token, fields, type, body)
        } catch let failure as CurlFailure where failure.status == 18 && ["GET", "HEAD"].contains(method) {
            // This curl now and then takes the end of a stream for a broken one on a busy machine; to ask again changes nothing.
            return try await self.curl(organisation, method, path, token, fields, type, body)
        }
    }

    private func curl(
        _ organisation: String,
        _ method: String,
        _ path: String,
        _ token: String?,
        _ fields: [String],
        _ type: String?,
        _ body: [UInt8]?
    ) async throws -> Answer {
        let name = self.folder.appending(path: "call-\(UUID())").path
        var options = [
            "cert = \"\(self.folder.path)/\(organisation)-client.pem\"",
            "key = \"\(self.folder.path)/\(organisation)-client.key\"",
            "request = \"\(method)\"", "output = \"\(name).body\"", "dump-header = \"\(name).head\"",
            "url = \"https://127.0.0.1:\(self.port)\(path)\"",
        ]
        options += fields.map { "header = \"\($0.replacing("\"", with: "\\\""))\"" }
        if method == "HEAD" { options.append("head") }
        if let token { options.append("header = \"Authorization: Bearer \(token)\"") }
        if let type { options.append("header = \"Content-Type: \(type)\"") }
        if let body {
            try Data(body).write(to: URL(filePath: "\(name).request"))
            options.append("data-binary = \"@\(name).request\"")
        }
        try Data(options.joined(separator: "\n").utf8).write(to: URL(filePath: "\(name).options"))
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/curl")
        process.arguments = [
            "--disable", "--silent", "--http2", "--insecure", "--noproxy", "*", "--max-time", "600", "--config",
            "\(name).options",
        ]
        process.standardOutput = FileHandle.nullDevice
        let status = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        let head = (try? String(contentsOfFile: "\(name).head", encoding: .utf8)) ?? ""
        let received = Array(FileManager.default.contents(atPath: "\(name).body") ?? Data())
        guard status == 0 else { throw CurlFailure(status: status, head: head, size: received.count) }
        return try Self.answer(head: head, body: received)
    }

    /// Asks for a token, as an organisation with its certificate.
    ///
    /// - Parameter scope: What it asks for; `nil` for all that it may have.
    func askToken(_ organisation: String, scope: String? = nil) async throws -> Answer {
        let scope = scope.map { "&scope=\($0)" } ?? ""
        return try await self.call(
            organisation,
            "POST",
            "/oauth/token",
            type: "application/x-www-form-urlencoded",
            body: Array("grant_type=client_credentials\(scope)".utf8)
        )
    }

    /// A token, where none should be refused.
    func token(of organisation: String, scope: String? = nil) async throws -> String {
        try #require(await self.askToken(organisation, scope: scope).json["access_token"]?.string)
    }

    /// What becomes of a connection that may not come about: the status that was answered, and the exit code of curl.
    func attempt(_ options: [String]) async throws -> (status: String, exit: Int32) {
        let output = self.folder.appending(path: "attempt-\(UUID())").path
        try Data().write(to: URL(filePath: output))
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/curl")
        process.currentDirectoryURL = self.folder
        process.arguments =
            [
                "--disable", "--silent", "--insecure", "--noproxy", "*", "--max-time", "600", "--output", "/dev/null",
                "--write-out", "%{http_code}",
            ] + options + ["https://127.0.0.1:\(self.port)/openapi.json"]
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
        let exit = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        return (try String(contentsOfFile: output, encoding: .utf8), exit)
    }

    /// The certificate that the server presents, DER.
    func presented(_ options: String = "") async throws -> [UInt8] {
        let file = self.folder.appending(path: "presented-\(UUID())").path
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
            "-c",
            "openssl s_client -connect 127.0.0.1:\(self.port) -alpn h2 \(options) </dev/null 2>/dev/null | openssl x509 -outform DER > \(file)",
        ]
        let status = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        // Not a requirement, which would fail a test that expects no certificate.
        guard status == 0 else { throw CocoaError(.fileReadNoSuchFile) }
        return Array(try Data(contentsOf: URL(filePath: file)))
    }

    private static func answer(head: String, body: [UInt8]) throws -> Answer {
        // An answer of 100 may stand before the one that counts.
        let block = head.replacing("\r\n", with: "\n").components(separatedBy: "\n\n").last { $0.hasPrefix("HTTP/") }
        let lines = try #require(block).split(separator: "\n")
        let status = try #require(Int(lines[0].split(separator: " ")[1]))
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2 { fields[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces) }
        }
        return Answer(status: status, fields: fields, body: body)
    }
}
