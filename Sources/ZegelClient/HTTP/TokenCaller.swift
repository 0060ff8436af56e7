// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import AsyncHTTPClient
import NIOHTTP1
import ZegelCore

/// Calls one server with the tokens that its calls need, renews them, and repeats what may be repeated.
final class TokenCaller: Sendable {
    /// How deep an answer may be nested; `openapi.json`, with examples in it, is the deepest.
    private static let deepest = 32

    let caller: HTTPCaller
    let patience: Patience
    private let clock: WallClock
    let tokens = TokenCache()

    init(_ caller: HTTPCaller, patience: Patience, clock: @escaping WallClock) {
        self.caller = caller
        self.patience = patience
        self.clock = clock
    }

    /// Makes a call whose answer fits in memory and is JSON.
    func answer(_ call: Call, atMost bound: Int = 1_048_576) async throws(ClientError) -> Answer {
        let (response, trace) = try await self.open(call)
        return try await self.answer(response, trace, atMost: bound)
    }

    /// Reads an answer that fits in memory and is JSON.
    func answer(
        _ response: HTTPClientResponse,
        _ trace: String,
        atMost bound: Int = 1_048_576
    ) async throws(ClientError) -> Answer {
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
