// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL
import ZegelCore

/// Speaks HTTP/2 with one server: one request at a time goes out, one answer comes in, bounded in bytes and time.
struct HTTPCaller: Sendable {
    /// Bytes of an answer that says why something failed.
    private static let failure = 262_144

    let address: ServerAddress
    private let client: HTTPClient
    private let connections = ConnectionCount()

    /// Makes a caller; nothing connects yet.
    init(_ address: ServerAddress, tls: TLSConfiguration, patience: Patience) {
        self.address = address
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: tls,
            redirectConfiguration: .disallow,
            timeout: .init(
                connect: .milliseconds(patience.connect),
                read: .milliseconds(patience.silence),
                write: .milliseconds(patience.silence)
            )
        )
        // Attempts are counted in one place, where it is known what may be repeated.
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.http2ConnectionDebugInitializer = { [connections] channel in
            connections.opened()
            channel.closeFuture.whenComplete { _ in connections.closed() }
            return channel.eventLoop.makeSucceededVoidFuture()
        }
        self.client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    func shutdown() async { try? await self.client.shutdown() }

    /// Sends a request and waits for the head of its answer.
    ///
    /// - Returns: An answer of success; its body has not been read yet.
    /// - Throws: ``ClientError`` of the transport, or with what the server answered.
    func open(_ call: Call, token: String?, trace: String) async throws(ClientError) -> HTTPClientResponse {
        var request = HTTPClientRequest(url: self.address.base + call.path)
        request.method = call.method
        request.headers.add(name: "user-agent", value: "zegel")
        request.headers.add(name: "traceparent", value: "00-\(trace)-\(MessageID.random().description.prefix(16))-01")
        if let token { request.headers.add(name: "authorization", value: "Bearer \(token)") }
        for field in call.fields { request.headers.add(name: field.name, value: field.value) }
        switch call.body {
        case .none: ()
        case .bytes(let bytes, let type):
            request.headers.add(name: "content-type", value: type)
            request.body = .bytes(ByteBuffer(bytes: bytes))
        case .file(let body, let type):
            request.headers.add(name: "content-type", value: type)
            request.body = .stream(body, length: .known(Int64(body.length)))
        case .relay(let body, let type):
            request.headers.add(name: "content-type", value: type)
            request.body = .stream(body, length: .known(Int64(body.length)))
        }
        let deadline = call.seconds.map { NIODeadline.now() + .seconds($0) } ?? .distantFuture
        let before = self.connections.now
        let response: HTTPClientResponse
        do { response = try await self.client.execute(request, deadline: deadline) } catch {
            let hasNone = before.open == 0 && self.connections.now.made == before.made
            if hasNone, error as? HTTPClientError == .remoteConnectionClosed { throw .turnedAway(self.address.name) }
            throw ClientError(transport: error, to: self.address.name)
        }
        guard response.version == .http2 else { throw .malformed("It does not speak HTTP/2.") }
        guard (200..<300).contains(response.status.code) else {
            if call.method == .HEAD { throw ClientError(head: Int(response.status.code), fields: response.headers) }
            throw ClientError(
                status: Int(response.status.code),
                fields: response.headers,
                body: try await self.body(of: response, atMost: Self.failure)
            )
        }
        return response
    }

    /// Reads a body that fits in memory.
    ///
    /// - Throws: ``ClientError`` where it breaks off or is larger than the bound in bytes.
    func body(of response: HTTPClientResponse, atMost bound: Int) async throws(ClientError) -> [UInt8] {
        var bytes: [UInt8] = []
        do {
            for try await piece in response.body {
                guard bytes.count + piece.readableBytes <= bound else {
                    throw ClientError.malformed("Its answer is larger than \(bound) bytes.")
                }
                bytes += piece.readableBytesView
            }
        } catch {
            throw ClientError(transport: error, to: self.address.name)
        }
        return bytes
    }
}
