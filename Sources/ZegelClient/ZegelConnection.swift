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
    let caller: HTTPCaller
    let clock: WallClock
    let receipts: ReceiptVerifier
    let patience: Patience
    let tokens = TokenCache()
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
        self.patience = patience
        self.caller = try HTTPCaller(profile, patience: patience)
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

    /// Ends it; calls that still run fail.
    package func shutdown() async { await self.caller.shutdown() }

    // MARK: - Calls

    /// How deep an answer may be nested; `openapi.json`, with examples in it, is the deepest.
    private static let deepest = 32

    /// Makes a call whose answer fits in memory and is JSON.
    func answer(_ call: Call, atMost bound: Int = 1_048_576) async throws(ClientError) -> Answer {
        let (response, trace) = try await self.open(call)
        let body = try await self.caller.body(of: response, atMost: bound)
        guard let json = try? StrictJSON.parse(body, maximumDepth: Self.deepest) else {
            throw ClientError.malformed("Its answer is no JSON.").traced(trace)
        }
        return Answer(
            status: Int(response.status.code),
            fields: response.headers,
            body: body,
            json: json,
            traceID: trace
        )
    }

    /// Makes a call and waits for the head of its answer, again where that may help and does no harm.
    ///
    /// Each attempt is a trace of its own. A token that is refused is asked for once more.
    func open(_ call: Call) async throws(ClientError) -> (HTTPClientResponse, trace: String) {
        var attempt = 1
        var mayRenew = true
        while true {
            let trace = MessageID.random().description
            let token = try await self.token(for: call.scope)
            let failure: ClientError
            do {
                return (try await self.caller.open(call, token: token, trace: trace), trace)
            } catch {
                failure = error.traced(trace)
            }
            if mayRenew, let token, let scope = call.scope, failure.isAboutToken {
                mayRenew = false
                await self.tokens.forget(token, for: scope)
                continue
            }
            guard call.isRepeatable, let pause = self.patience.pause(after: failure, attempt: attempt) else {
                throw failure
            }
            attempt += 1
            do { try await Task.sleep(for: .milliseconds(pause)) } catch { throw .cancelled }
        }
    }

    private func token(for scope: Scope.Name?) async throws(ClientError) -> String? {
        guard let scope else { return nil }
        if let known = await self.tokens.token(for: scope, at: self.clock()) { return known }
        let asked = self.clock()
        let form = Array("grant_type=client_credentials&scope=\(scope.rawValue)".utf8)
        let answer = try await self.answer(.post("/oauth/token", nil, .bytes(form, type: MediaType.form)))
        let token = try TokenCache.Token(answer.json, at: asked)
        await self.tokens.keep(token, for: scope)
        return token.text
    }
}

extension ClientError {
    /// Whether another token may help.
    var isAboutToken: Bool {
        self.cause == .answered && self.problem.status == 401 && self.problem.code.hasPrefix("token.")
    }
}
