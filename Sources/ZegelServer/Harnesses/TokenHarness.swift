// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import NIOCore
import ZegelCore
import ZegelExchange
import ZegelIdentity
import ZegelStore
import ZegelTransport

/// The calls of `/oauth`: a form comes in, and the certificate of the connection says who sent it (RFC 8705 §2).
struct TokenHarness {
    private typealias Form = [(name: String, value: String)]

    let harness: Harness
    let tokens: TokenService
    let identity: ConnectionIdentity

    /// `POST /oauth/token`: an access token for the organisation of the connection (RFC 6749 §4.4).
    func issue() -> any RequestBodyHandler {
        self.form { [tokens, identity] form in try await tokens.issue(form: form, to: identity).json }
    }

    /// `POST /oauth/introspect`: what a token of the organisation is worth (RFC 7662).
    func introspect() -> any RequestBodyHandler {
        self.form { [tokens, identity] form in try await tokens.introspect(form: form, by: identity) }
    }

    /// `POST /oauth/revoke`: takes a token of the organisation back (RFC 7009); durable before it is answered.
    func revoke() -> any RequestBodyHandler {
        self.form { [tokens, identity, store = self.harness.context.store, loop = self.harness.eventLoop] form in
            if let token = try await tokens.revocation(form: form, by: identity) {
                let promise = loop.makePromise(of: Void.self)
                store.committer.commit({ try $0.revoke(token) }, answering: promise)
                try await promise.futureResult.get()
                tokens.revoke(token)
            }
            return [:]
        }
    }

    /// The handler that takes a form and answers it with JSON.
    private func form(_ answer: @escaping @Sendable (Form) async throws -> JSONValue) -> any RequestBodyHandler {
        let harness = self.harness
        guard harness.match.route.mediaTypes.contains(harness.mediaType) else {
            harness.fail(Problem(.mediaType, "Send application/x-www-form-urlencoded."))
            return IgnoredBody()
        }
        return GatheredBody(limit: harness.context.limits.form, harness) { bytes in
            let json = harness.json
            let future = harness.eventLoop.makeFutureWithTask { try await answer(FormBody.parse(bytes)) }
            harness.answer(future) { json($0) }
        }
    }
}
