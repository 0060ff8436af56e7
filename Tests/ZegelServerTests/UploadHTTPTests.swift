// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

@testable import ZegelServer

@Suite("Uploads over HTTP")
struct UploadHTTPTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let fields: [String]
        var body = 0
        let status: Int
        var code: String?
        /// What a request brings to it at least.
        var least = 65_536
    }

    static let rows = [
        Row(testDescription: "begun", fields: ["Upload-Complete: ?0", "Upload-Length: 100000"], status: 201),
        Row(
            testDescription: "begun with its first bytes",
            fields: ["Upload-Complete: ?0", "Upload-Length: 100000"],
            body: 65_536,
            status: 201
        ),
        Row(
            testDescription: "begun with too few bytes",
            fields: ["Upload-Complete: ?0", "Upload-Length: 100000"],
            body: 65_535,
            status: 400,
            code: "upload.append-size"
        ),
        Row(
            testDescription: "begun with more bytes than it says",
            fields: ["Upload-Complete: ?0", "Upload-Length: 65536"],
            body: 65_537,
            status: 400,
            code: "upload.length"
        ),
        Row(
            testDescription: "begun with its first bytes, which are a 4096th of it",
            fields: ["Upload-Complete: ?0", "Upload-Length: 400000000"],
            body: 97_657,
            status: 201,
            least: 97_657
        ),
        Row(
            testDescription: "begun with less than a 4096th of it",
            fields: ["Upload-Complete: ?0", "Upload-Length: 400000000"],
            body: 97_656,
            status: 400,
            code: "upload.append-size"
        ),
        Row(testDescription: "without a length", fields: ["Upload-Complete: ?0"], status: 400, code: "upload.length"),
        Row(
            testDescription: "of another spelling",
            fields: ["Upload-Complete: 0", "Upload-Length: 100000"],
            status: 400,
            code: "request.parameter"
        ),
        Row(
            testDescription: "with a length of another spelling",
            fields: ["Upload-Complete: ?0", "Upload-Length: +100000"],
            status: 400,
            code: "upload.length"
        ),
        Row(
            testDescription: "of a container of nothing",
            fields: ["Upload-Complete: ?1", "Upload-Length: 0"],
            status: 400,
            code: "upload.length"
        ),
        Row(
            testDescription: "larger than a container",
            fields: ["Upload-Complete: ?0", "Upload-Length: 3900000001"],
            status: 413,
            code: "request.too-large"
        ),
    ]

    @Test("One that is")
    func begun() async throws {
        try await TrialServer.run(at: Self.moment) { server in
            let token = try await server.token(of: "aivd", scope: "messages.send")
            for row in Self.rows {
                let answer = try await server.call(
                    "aivd",
                    "POST",
                    "/v1/uploads",
                    token: token,
                    fields: row.fields,
                    type: MessageView.mediaType,
                    body: [UInt8](repeating: 7, count: row.body)
                )
                #expect(answer.status == row.status, "\(row)")
                #expect(answer.json["code"]?.string == row.code, "\(row)")
                guard row.status == 201 else { continue }
                #expect(answer.fields["upload-offset"] == "\(row.body)", "\(row)")
                let age = row.body > 0 ? 14_400 : 600
                let limit = "max-size=3900000000, min-size=1, min-append-size=\(row.least), max-age=\(age)"
                #expect(answer.fields["upload-limit"] == limit, "\(row)")
                let place = try #require(answer.fields["location"])
                // As the list says: the methods of the path, and nobody else's business.
                let other = try await server.call("om", "HEAD", place, token: server.token(of: "om"))
                #expect([403, 404].contains(other.status))
                let wrong = try await server.call("aivd", "GET", place, token: token)
                #expect(wrong.status == 405 && wrong.fields["allow"] == "HEAD, PATCH, DELETE")
                let absent = try await server.call("aivd", "HEAD", "/v1/uploads/7", token: token)
                #expect(absent.status == 404 && absent.body.isEmpty)
            }
        }
    }

    @Test(
        "Who speaks the version of the draft is told at once where its upload is",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/curl"), "curl is missing"),
        arguments: [8, 7]
    )
    func interim(_ version: Int) async throws {
        try await TrialServer.run(at: Self.moment) { server in
            let token = try await server.token(of: "aivd", scope: "messages.send")
            let output = server.folder.appending(path: "head").path
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/curl")
            process.currentDirectoryURL = server.folder
            process.arguments = [
                "--disable", "--silent", "--insecure", "--noproxy", "*", "--max-time", "600", "--http2",
                "--cert", "aivd-client.pem", "--key", "aivd-client.key", "--output", "/dev/null",
                "--dump-header", output, "--request", "POST", "--header", "authorization: Bearer \(token)",
                "--header", "content-type: \(MessageView.mediaType)", "--header", "upload-complete: ?0",
                "--header", "upload-length: 100000", "--header", "upload-draft-interop-version: \(version)",
                "https://127.0.0.1:\(server.port)/v1/uploads",
            ]
            let exit = try await withCheckedThrowingContinuation { continuation in
                process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
                do { try process.run() } catch { continuation.resume(throwing: error) }
            }
            #expect(exit == 0)
            let text = try String(contentsOfFile: output, encoding: .utf8)
            #expect(text.contains("HTTP/2 201"))
            #expect(text.contains("HTTP/2 104") == (version == 8), "\(text)")
            let places = text.split(separator: "\r\n").filter { $0.hasPrefix("location: /v1/uploads/") }
            #expect(Set(places).count == 1 && places.count == (version == 8 ? 2 : 1))
        }
    }

    private static var moment: Instant {
        get throws { try #require(Instant(OpenAPI.Example.moment)) }
    }
}
