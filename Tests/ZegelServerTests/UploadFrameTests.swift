// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import AsyncHTTPClient
import Foundation
import NIOCore
import NIOPosix
import Synchronization
import Testing
import ZegelCore

@testable import ZegelExchange
@testable import ZegelServer

/// What waits for an upload's turn comes in as it was sent, however many frames that is.
@Suite("The frames of an upload")
struct UploadFrameTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// Bytes of a frame.
        let frame: Int
        let count: Int
        /// Whether the upload ends with them, which makes no container.
        let isLast: Bool
    }

    private static let part = 200_000

    static let rows = [
        Row(testDescription: "of a byte each", frame: 1, count: 30_000, isLast: true),
        Row(testDescription: "that fill a part", frame: 10_000, count: 20, isLast: false),
        Row(testDescription: "that leave a rest", frame: 70_000, count: 3, isLast: false),
    ]

    @Test("that waited are read one after the other, to the end", arguments: rows)
    func waited(_ row: Row) async throws {
        try await TrialServer.run(at: Self.moment, limits: [(\.uploadPart, Self.part)]) { server in
            let token = try await server.token(of: "aivd", scope: "messages.send")
            let text = String(repeating: "x", count: 400_000)
            let container = try server.container("AIVD-1", text)
            let size = row.isLast ? row.frame * row.count : container.count
            let begun = try await server.call(
                "aivd",
                "POST",
                "/v1/uploads",
                token: token,
                fields: ["Upload-Complete: ?0", "Upload-Length: \(size)"],
                type: "application/vnd.etsi.asic-e+zip",
                body: []
            )
            let path = try #require(begun.fields["location"])
            let id = try #require(MessageID(path.dropFirst("/v1/uploads/".count)))
            let (asked, ask) = AsyncStream.makeStream(of: Void.self)
            let (sent, end) = AsyncStream.makeStream(of: Void.self)
            let loop = MultiThreadedEventLoopGroup.singleton.any()
            let turns = server.assembly.context.uploads
            let (turn, _) = turns.ask(for: id, on: loop) { ask.finish() }
            let next = Mutex(0)
            let frames = AsyncStream<ByteBuffer> {
                let start = next.withLock { next in
                    defer { next += row.frame }
                    return next
                }
                guard start < row.frame * row.count else {
                    end.finish()
                    return nil
                }
                return ByteBuffer(bytes: container[start..<start + row.frame])
            }
            async let answer = server.call(
                "aivd",
                "PATCH",
                path,
                token: token,
                fields: ["Upload-Offset: 0", "Upload-Complete: ?\(row.isLast ? 1 : 0)"],
                type: "application/partial-upload",
                frames: .stream(frames, length: .known(Int64(row.frame * row.count)))
            )
            for await _ in asked {}
            for await _ in sent {}
            turn.end()
            let came = try await answer
            #expect(came.status == (row.isLast ? 400 : 204), "\(came.json)")
            if !row.isLast { #expect(came.fields["upload-offset"] == "\(row.frame * row.count)") }
        }
    }

    private static let moment = Instant(milliseconds: 1_795_176_005_000)
}
