// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import ZegelCore
import ZegelExchange
import ZegelIdentity
import ZegelPolicy
import ZegelSeal
import ZegelTransport
import ZegelVerify

/// `GET /v1/relay/reconciliation`: what passed between this server and the one that asks on a day, signed; with `after` one by one.
struct RelayDayHarness {
    let harness: Harness
    let peer: AuthenticatedPeer

    /// Answers with the signed record, or with a page of what it is about.
    func answer() {
        do {
            let query = try Query(self.harness.head.query, known: ["day", "after"])
            let day = try query.day("day") ?? Amsterdam.day(of: self.harness.context.clock())
            let reconcile = ReconcileServer(self.harness.call(by: self.peer))
            let (json, limit) = (self.harness.json, self.harness.context.limits.page)
            guard let text = query["after"] else {
                self.harness.answer(reconcile(on: day)) { sealed in
                    json([
                        "record": .string(Base64.encode(sealed.record)),
                        "signature": .string(Base64.encode(sealed.signature)),
                    ])
                }
                return
            }
            guard let place = RelayPassage.Place(text) else {
                throw Problem(.parameterInvalid, "after is 0- or the next of a page.")
            }
            self.harness.answer(reconcile.passages(on: day, after: place)) { passages in
                let next = passages.count == limit ? passages.last.map { "\($0.place)" } : nil
                return json([
                    "passages": .array(passages.map(\.json)), "next": next.map { .string($0) } ?? .null,
                ])
            }
        } catch {
            self.harness.fail(error)
        }
    }
}
