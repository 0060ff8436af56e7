// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import ZegelCore
import ZegelExchange
import ZegelIdentity
import ZegelStore
import ZegelTransport

/// `POST /v1/messages/{id}/acknowledgements`, `…/refusals`, `…/releases`, `…/disposals`, `…/forwards`,
/// `…/consents`, `…/withdrawals`, `…/corrections`: a signed statement comes in, its receipt goes out.
struct StatementHarness {
    let harness: Harness
    let peer: AuthenticatedPeer
    let kind: Statement.Kind

    /// The handler that takes the statement.
    func body() -> any RequestBodyHandler {
        let harness = self.harness
        let make = MakeStatement(harness.call(by: self.peer))
        return GatheredBody(limit: harness.context.limits.statement, harness) { bytes in
            let id = harness.head.requestID
            let renderer = harness.renderer
            harness.answer(make(self.kind, about: harness.match.parameters.first ?? "", bytes)) { stored in
                renderer.json(stored.receipt, status: stored.waits ? 202 : stored.isRepeated ? 200 : 201, id: id)
            }
        }
    }
}
