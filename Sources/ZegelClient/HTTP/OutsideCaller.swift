// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL
package import ZegelCore

/// Gets from elsewhere what the operator named: lists, sets of keys, answers about certificates.
///
/// One request, one answer of status 200 that fits its bound, in time. A redirect is a failure: it would lead where nobody chose to go.
package final class OutsideCaller: Sendable {
    private let client: HTTPClient

    /// Makes a caller; nothing connects yet.
    ///
    /// - Parameter rootsPEM: Whom to trust as authority of the servers asked over TLS; `nil` for those that the system trusts.
    /// - Throws: `configuration.invalid` where these are no certificates.
    package init(rootsPEM: String? = nil) throws(Problem) {
        var tls = TLSConfiguration.makeClientConfiguration()
        if let rootsPEM {
            guard let roots = try? NIOSSLCertificate.fromPEMBytes(Array(rootsPEM.utf8)), !roots.isEmpty else {
                throw Problem(.configuration, "fetch.roots holds no certificates in PEM.")
            }
            tls.trustRoots = .certificates(roots)
        }
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: tls,
            redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(5), read: .seconds(10), write: .seconds(10))
        )
        // Whoever asks says when to ask again.
        configuration.connectionPool.retryConnectionEstablishment = false
        self.client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// The client keeps itself until it has ended.
    deinit { self.client.shutdown { _ in } }

    /// Fetches what is at an address.
    ///
    /// - Parameters:
    ///   - url: `http://` or `https://`.
    ///   - bound: Bytes of the answer at most.
    ///   - seconds: For the whole of it.
    /// - Throws: ``Problem`` with `fetch.failed`.
    package func get(_ url: String, atMost bound: Int, within seconds: Int64) async throws(Problem) -> [UInt8] {
        try await self.ask(HTTPClientRequest(url: url), bound, seconds)
    }

    /// Posts a question to an address, as ``get(_:atMost:within:)``.
    ///
    /// - Throws: ``Problem`` with `fetch.failed`.
    package func post(
        _ body: [UInt8],
        type: String,
        to url: String,
        atMost bound: Int,
        within seconds: Int64
    ) async throws(Problem) -> [UInt8] {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers.add(name: "content-type", value: type)
        request.body = .bytes(ByteBuffer(bytes: body))
        return try await self.ask(request, bound, seconds)
    }

    private func ask(_ request: HTTPClientRequest, _ bound: Int, _ seconds: Int64) async throws(Problem) -> [UInt8] {
        var request = request
        request.headers.add(name: "user-agent", value: "zegel")
        do {
            // The deadline of the client ends with the head of the answer; a body that drips would keep us for ever.
            return try await withThrowingTaskGroup(of: [UInt8].self) { [request, client] group in
                group.addTask { try await Self.answer(to: request, bound, client) }
                group.addTask {
                    try await Task.sleep(for: .seconds(seconds))
                    throw Self.failure("It took more than \(seconds) seconds.")
                }
                defer { group.cancelAll() }
                return try await group.next() ?? []
            }
        } catch let error as Problem {
            throw error
        } catch {
            throw Self.failure(ClientError(transport: error, to: "its server").problem.detail)
        }
    }

    private static func answer(
        to request: HTTPClientRequest,
        _ bound: Int,
        _ client: HTTPClient
    ) async throws -> [UInt8] {
        let response = try await client.execute(request, deadline: .distantFuture)
        guard response.status == .ok else { throw Self.failure("It was answered with status \(response.status.code).") }
        var bytes: [UInt8] = []
        for try await piece in response.body {
            guard bytes.count + piece.readableBytes <= bound else {
                throw Self.failure("The answer is larger than \(bound) bytes.")
            }
            bytes += piece.readableBytesView
        }
        return bytes
    }

    private static func failure(_ detail: String) -> Problem {
        Problem(code: "fetch.failed", status: 502, title: "What is elsewhere cannot be had.", detail: detail)
    }
}
