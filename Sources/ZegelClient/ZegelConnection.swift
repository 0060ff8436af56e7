// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import AsyncHTTPClient
import Foundation
import NIOHTTP1
package import ZegelCore
import ZegelTrust
import ZegelVerify

/// A connection of one organisation with one server: every call of the interface, and what each answers (DESIGN §7).
///
/// It holds its tokens, renews them, repeats what may be repeated, and believes a receipt only after it verified it.
/// Whoever makes one ends it with ``shutdown()``.
package final class ZegelConnection: Sendable {
    /// What it was made from.
    package let profile: ClientProfile
    let calls: TokenCaller
    let clock: WallClock
    let receipts: ReceiptVerifier
    /// What the log showed last; `nil` where no log is named, or there is no folder to remember it in.
    let memory: LogMemory?

    /// Reads the files of a profile; nothing connects before the first call.
    ///
    /// - Throws: ``ClientError`` with `configuration.invalid` or a `trust.…` code.
    package init(
        _ profile: ClientProfile,
        patience: Patience = .init(),
        clock: @escaping WallClock = { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) }
    ) throws(ClientError) {
        guard !profile.sealers.isEmpty else {
            throw ClientError(Problem(.configuration, "The profile names no server that may seal."))
        }
        let trust = TrustEvaluator(source: try profile.sealTrust(), grace: profile.grace)
        let log = try profile.logVerifier()
        self.receipts = ReceiptVerifier(
            trust: trust,
            sealers: profile.sealers,
            log: log,
            earlierLogs: try profile.earlierLogVerifiers()
        )
        self.memory = log.flatMap { log in profile.state.map { LogMemory(log, folder: $0) } }
        self.profile = profile
        self.clock = clock
        let caller = try HTTPCaller(
            ServerAddress(profile.url),
            tls: .client(profile.client, anchors: profile.serverAnchors),
            patience: patience
        )
        self.calls = TokenCaller(caller, patience: patience, clock: clock)
    }

    /// Makes a connection, lets the work be done with it, and ends it in every case.
    package static func with<Value>(
        _ profile: ClientProfile,
        patience: Patience = .init(),
        _ work: (ZegelConnection) async throws -> Value
    ) async throws -> Value {
        let connection = try ZegelConnection(profile, patience: patience)
        do {
            let value = try await work(connection)
            await connection.shutdown()
            return value
        } catch {
            await connection.shutdown()
            throw error
        }
    }

    var caller: HTTPCaller { self.calls.caller }

    var patience: Patience { self.calls.patience }

    /// Ends it; calls that still run fail.
    package func shutdown() async { await self.caller.shutdown() }

    // MARK: - Calls

    /// Makes a call whose answer fits in memory and is JSON.
    func answer(_ call: Call, atMost bound: Int = 1_048_576) async throws(ClientError) -> Answer {
        try await self.calls.answer(call, atMost: bound)
    }

    /// Makes a call and waits for the head of its answer, again where that may help and does no harm.
    func open(_ call: Call) async throws(ClientError) -> (HTTPClientResponse, trace: String) {
        try await self.calls.open(call)
    }
}
