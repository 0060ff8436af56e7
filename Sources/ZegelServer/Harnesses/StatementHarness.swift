// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import ZegelCore
import ZegelExchange
import ZegelIdentity
import ZegelStore
import ZegelTransport

/// `POST /v1/messages/{id}/acknowledgements`, `…/refusals`, `…/releases`, `…/disposals`, `…/forwards`, `…/consents`, `…/withdrawals`,
/// `…/corrections`: a signed statement comes in, its receipt goes out.
struct StatementHarness {
    let harness: Harness
    let peer: AuthenticatedPeer

    /// The handler that takes a statement of the caller.
    func body(_ kind: Statement.Kind) -> any RequestBodyHandler {
        let make = MakeStatement(self.harness.call(by: self.peer))
        let id = self.harness.match.parameters.first ?? ""
        return self.gathered { make(kind, about: id, $0) }
    }

    func gathered(_ take: @escaping ([UInt8]) -> EventLoopFuture<StoredStatement>) -> any RequestBodyHandler {
        let harness = self.harness
        return GatheredBody(limit: harness.context.limits.statement, harness) { bytes in
            let id = harness.head.requestID
            let renderer = harness.renderer
            harness.answer(take(bytes)) { stored in
                renderer.json(stored.receipt, status: stored.waits ? 202 : stored.isRepeated ? 200 : 201, id: id)
            }
        }
    }
}
