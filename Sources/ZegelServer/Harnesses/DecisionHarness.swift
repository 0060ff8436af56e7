// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore
import ZegelExchange
import ZegelIdentity
import ZegelStore
import ZegelTransport

/// `GET /v1/decisions`: a page of decision records, each as it was stored.
struct DecisionHarness {
    let harness: Harness
    let peer: AuthenticatedPeer

    func page() {
        do {
            let limits = self.harness.context.limits
            let query = try Query(self.harness.head.query, known: ["after", "limit"])
            let limit = try query.number("limit", in: 1...limits.page, default: 100)
            let review = ReviewDecisions(self.harness.call(by: self.peer))
            let json = self.harness.json
            self.harness.answer(review(after: query["after"], limit: limit)) { page in
                json([
                    "decisions": .array(page.records),
                    "next": page.next.map { .string($0) } ?? .null,
                ])
            }
        } catch {
            self.harness.fail(error)
        }
    }
}
