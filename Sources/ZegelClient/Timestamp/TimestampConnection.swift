// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import AsyncHTTPClient
import CAdES
import Foundation
import NIOCore
import NIOHTTP1
import ZegelCore
import ZegelVerify

/// Asks one authority for time-stamps (RFC 3161 over HTTP, section 3.4); whoever makes one ends it with ``shutdown()``.
package final class TimestampConnection: Sendable {
    private static let (connect, answer): (Int64, Int64) = (2_000, 10_000)
    private static let largestAnswer = 262_144

    private let url: String
    private let name: String
    private let policy: String?
    private let client: HTTPClient

    /// Prepares to ask; nothing connects yet.
    ///
    /// - Parameters:
    ///   - url: Where it answers, `https://` or `http://`: what it answers is signed, and it learns a digest only.
    ///   - policy: The policy that its tokens have to be under; its own where left out.
    /// - Throws: ``ClientError`` with `configuration.invalid`.
    package init(url: String, policy: String?) throws(ClientError) {
        guard let parts = URLComponents(string: url), let scheme = parts.scheme, let host = parts.host, !host.isEmpty,
            ["https", "http"].contains(scheme), parts.fragment == nil, parts.user == nil, parts.password == nil
        else {
            throw ClientError(Problem(.configuration, "The address of an authority for time-stamps is a URL: \(url)"))
        }
        do { _ = try TimestampRequest(over: [], policy: policy) } catch {
            throw ClientError(Problem(.configuration, "\(error)"))
        }
        self.url = url
        self.name = host
        self.policy = policy
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: .milliseconds(Self.connect), read: .milliseconds(Self.answer))
        )
        configuration.connectionPool.retryConnectionEstablishment = false
        self.client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Ends it; a question that still runs fails.
    package func shutdown() async { try? await self.client.shutdown() }

    /// Asks for a token over some bytes.
    ///
    /// - Returns: The token in DER. It answers this question and its signature holds; who made it is not judged.
    /// - Throws: ``ClientError`` where there is no answer, or one that does not hold.
    package func stamp(_ content: [UInt8]) async throws(ClientError) -> [UInt8] {
        let status: HTTPResponseStatus
        let body: [UInt8]
        let question: TimestampRequest
        do {
            question = try TimestampRequest(over: content, policy: self.policy)
            var request = HTTPClientRequest(url: self.url)
            request.method = .POST
            request.headers.add(name: "user-agent", value: "zegel")
            request.headers.add(name: "content-type", value: "application/timestamp-query")
            request.body = .bytes(ByteBuffer(bytes: try question.encoded()))
            let response = try await self.client.execute(request, deadline: .now() + .milliseconds(Self.answer))
            status = response.status
            body = Array(try await response.body.collect(upTo: Self.largestAnswer).readableBytesView)
        } catch {
            throw ClientError(transport: error, to: self.name)
        }
        guard status == .ok else { throw ClientError.malformed("\(self.name) answers \(status.code).") }
        do {
            let token = try question.token(in: body)
            _ = try TimestampToken(parsing: token).verify(over: content)
            return token
        } catch {
            throw ClientError.malformed("\(self.name): \(error)")
        }
    }
}
