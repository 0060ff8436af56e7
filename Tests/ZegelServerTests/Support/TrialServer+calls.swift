// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Testing
import ZegelCore

@testable import ZegelServer

extension TrialServer {
    /// What came back.
    struct Answer {
        let status: Int
        let fields: [String: String]
        let body: [UInt8]

        var json: JSONValue { (try? StrictJSON.parse(self.body, maximumDepth: 24)) ?? .null }
    }

    /// One request over a connection of its own, as an organisation.
    ///
    /// The certificate of the server is as old as the moment of the test, so that the client does not judge it.
    func call(
        _ organisation: String,
        _ method: String,
        _ path: String,
        token: String? = nil,
        fields: [String] = [],
        type: String? = nil,
        body: [UInt8]? = nil,
        frames: HTTPClientRequest.Body? = nil
    ) async throws -> Answer {
        var request = HTTPClientRequest(url: "https://127.0.0.1:\(self.port)\(path)")
        request.method = HTTPMethod(rawValue: method)
        for field in fields {
            let parts = field.split(separator: ":", maxSplits: 1)
            request.headers.add(name: String(parts[0]), value: parts[1].trimmingCharacters(in: .whitespaces))
        }
        if let token { request.headers.add(name: "authorization", value: "Bearer \(token)") }
        if let type { request.headers.add(name: "content-type", value: type) }
        if let body { request.body = .bytes(body) }
        if let frames { request.body = frames }
        let client = try self.client(of: organisation)
        do {
            let response = try await client.execute(request, timeout: .minutes(10))
            var body: [UInt8] = []
            for try await piece in response.body { body += piece.readableBytesView }
            try await client.shutdown()
            let fields = response.headers.map { ($0.name.lowercased(), $0.value) }
            return Answer(
                status: Int(response.status.code),
                fields: Dictionary(fields, uniquingKeysWith: { _, last in last }),
                body: body
            )
        } catch {
            try? await client.shutdown()
            throw error
        }
    }

    private func client(of organisation: String) throws -> HTTPClient {
        let path = "\(self.folder.path)/\(organisation)-client"
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.certificateVerification = .none
        tls.certificateChain = try NIOSSLCertificate.fromPEMFile("\(path).pem").map { .certificate($0) }
        tls.privateKey = .privateKey(try NIOSSLPrivateKey(file: "\(path).key", format: .pem))
        var configuration = HTTPClient.Configuration(tlsConfiguration: tls, redirectConfiguration: .disallow)
        // A machine that runs all tests at once takes its time.
        configuration.timeout = .init(connect: .minutes(5), read: .minutes(10))
        configuration.connectionPool.retryConnectionEstablishment = false
        return HTTPClient(eventLoopGroup: MultiThreadedEventLoopGroup.singleton, configuration: configuration)
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
}
