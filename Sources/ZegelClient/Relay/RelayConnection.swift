// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOHTTP1
package import ZegelCore

/// A connection with another server, to which messages and statements are pushed.
///
/// It makes one attempt and believes nothing: whoever calls it verifies the answer, and says when to try again.
package final class RelayConnection: Sendable {
    let calls: TokenCaller

    /// Reads the files; nothing connects before the first call.
    ///
    /// - Parameters:
    ///   - url: Where the server is, `https://HOST[:PORT]`.
    ///   - client: The certificate with which this server calls others.
    ///   - anchors: Files of the authorities that may vouch for its TLS certificate, PEM.
    ///   - clock: What time it is.
    /// - Throws: ``ClientError`` with `configuration.invalid`.
    package init(
        url: String,
        client: KeyFiles,
        anchors: [String],
        clock: @escaping WallClock
    ) throws(ClientError) {
        let patience = Patience(attempts: 1)
        let caller = try HTTPCaller(
            ServerAddress(url),
            tls: .client(client, anchors: anchors),
            patience: patience
        )
        self.calls = TokenCaller(caller, patience: patience, clock: clock)
    }

    /// Ends it; calls that still run fail.
    package func shutdown() async { await self.calls.caller.shutdown() }

    /// Pushes a message, as it is in a dossier.
    ///
    /// - Returns: The exact bytes of the answer; nothing of them was verified.
    /// - Throws: ``ClientError``.
    package func push(_ body: RelayBody) async throws(ClientError) -> [UInt8] {
        var call = Call.post("/v1/relay", .relay, .relay(body, type: MediaType.container))
        call.seconds = nil
        return try await self.calls.answer(call).body
    }

    /// Pushes a signed statement.
    ///
    /// - Parameter word: What is said of the forward that it is; `nil` for any other.
    /// - Returns: The exact bytes of the answer; nothing of them was verified.
    /// - Throws: ``ClientError``.
    package func push(statement bytes: [UInt8], as word: ForwardWord? = nil) async throws(ClientError) -> [UInt8] {
        let path = word.map { "/v1/relay?forward=\($0.rawValue)" } ?? "/v1/relay"
        return try await self.calls.answer(.post(path, .relay, .bytes(bytes, type: MediaType.statement))).body
    }
}
