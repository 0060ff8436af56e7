// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
package import ZegelCore

/// Speaks to the server that runs on a data folder, over the socket in that folder.
package struct ControlCaller: Sendable {
    /// Bytes of the largest answer.
    private static let largest = 8 * 1_048_576

    private let socket: String

    /// Names the data folder.
    package init(folder: String) { self.socket = "\(folder)/control.sock" }

    /// What did not arrive at other servers: what waits and what was given up.
    ///
    /// - Throws: ``ClientError``; with the cause `unreachable` where no server runs on the folder.
    package func outbox() async throws(ClientError) -> [JSONValue] {
        var lines: [JSONValue] = []
        var path = "/outbox"
        while true {
            let page = try await self.ask(.GET, path)
            guard let more = page["lines"]?.array else { throw .malformed("Its list has another form.") }
            lines += more
            guard let next = page["next"]?.integer else { return lines }
            path = "/outbox/after/\(next)"
        }
    }

    /// Has one line tried again now.
    ///
    /// - Throws: ``ClientError``: `not-found` where there is no such line, `outbox.state` where it is not in a state that allows it.
    package func retry(_ number: Int64) async throws(ClientError) {
        _ = try await self.ask(.POST, "/outbox/\(number)/retry")
    }

    /// Gives one line up.
    ///
    /// - Throws: ``ClientError`` as ``retry(_:)``.
    package func abandon(_ number: Int64) async throws(ClientError) {
        _ = try await self.ask(.POST, "/outbox/\(number)/abandon")
    }

    /// Has the days that are due compared with the servers of partners, or one day, now.
    ///
    /// - Parameters:
    ///   - server: With which server; `nil` for all.
    ///   - day: Which day; `nil` for all that are due.
    /// - Returns: How it stands with each server.
    /// - Throws: ``ClientError``: `not-found` where the policy names no such server.
    package func reconcile(_ server: OIN?, _ day: CalendarDate?) async throws(ClientError) -> [JSONValue] {
        let (server, day) = (server.map { "\($0)" } ?? "all", day.map { "\($0)" } ?? "all")
        let answer = try await self.ask(.POST, "/reconciliation/\(server)/\(day)", seconds: 600)
        guard let servers = answer["servers"]?.array else { throw .malformed("Its list has another form.") }
        return servers
    }

    private func ask(
        _ method: HTTPMethod,
        _ path: String,
        seconds: Int64 = 30
    ) async throws(ClientError) -> JSONValue {
        guard let host = self.socket.addingPercentEncoding(withAllowedCharacters: .alphanumerics) else {
            throw .noServer(self.socket)
        }
        var request = HTTPClientRequest(url: "http+unix://\(host)\(path)")
        request.method = method
        // Where nothing listens the answer is at hand, and not after the whole time of an answer.
        var configuration = HTTPClient.Configuration()
        configuration.connectionPool.retryConnectionEstablishment = false
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        defer { client.shutdown { _ in } }
        do {
            let response = try await client.execute(request, timeout: .seconds(seconds))
            let body = try await response.body.collect(upTo: Self.largest)
            guard response.status == .ok else {
                throw ClientError(
                    status: Int(response.status.code),
                    fields: response.headers,
                    body: Array(body.readableBytesView)
                )
            }
            return try StrictJSON.parse(Array(body.readableBytesView))
        } catch let error as ClientError {
            throw error
        } catch {
            throw .noServer(self.socket)
        }
    }
}

extension ClientError {
    fileprivate static func noServer(_ socket: String) -> ClientError {
        ClientError(
            .unreachable,
            Problem(
                code: Cause.unreachable.rawValue,
                status: 503,
                title: "The server cannot be reached.",
                detail: "Nothing answers at \(socket)."
            ),
            remedy: "Check that the server runs, and that you are the user who owns its data folder."
        )
    }
}
