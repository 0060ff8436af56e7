// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import NIOCore
import ZegelCore
import ZegelExchange
import ZegelIdentity
import ZegelTransport

/// `POST /oauth/token`: an access token for the organisation of the connection (RFC 6749 §4.4, RFC 8705 §2).
struct TokenHarness {
    let harness: Harness
    let tokens: TokenService
    let identity: ConnectionIdentity

    /// The handler that takes the form.
    func body() -> any RequestBodyHandler {
        let harness = self.harness
        let given = harness.head.fields[.contentType]?.split(separator: ";").first.map { $0.lowercased() }
        guard given == harness.match.route.mediaType else {
            harness.fail(Problem(.mediaType, "Send application/x-www-form-urlencoded."))
            return IgnoredBody()
        }
        return GatheredBody(limit: harness.context.limits.form, harness) { bytes in
            let json = harness.json
            let future = harness.eventLoop.makeFutureWithTask { [tokens, identity] in
                try await tokens.issue(form: FormBody.parse(bytes), to: identity)
            }
            harness.answer(future) { json($0.json) }
        }
    }
}
