// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import ZegelCore
import ZegelExchange
import ZegelIdentity
import ZegelTransport

/// `POST /v1/messages/_check`: a header comes in, and what handing in its message would be answered goes out.
struct CheckHarness {
    let harness: Harness
    let peer: AuthenticatedPeer

    /// The handler that takes the header.
    func body() -> any RequestBodyHandler {
        let harness = self.harness
        let check = CheckMessage(harness.call(by: self.peer))
        return GatheredBody(limit: harness.context.limits.header, harness) { bytes in
            let json = harness.json
            harness.answer(check(bytes)) { releases in
                json(["decision": "allow", "release": .integer(Int64(releases))])
            }
        }
    }
}
