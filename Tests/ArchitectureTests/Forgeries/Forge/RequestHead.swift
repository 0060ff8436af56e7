// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// A request that did not come over a stream; a responder is given one.
//
// error: 'RequestHead' initializer is inaccessible due to 'internal' protection level

import HTTPTypes
import ZegelTransport

#if FORGED
func head() -> RequestHead {
    RequestHead(
        method: .get,
        path: "/",
        query: nil,
        fields: [:],
        authority: "localhost",
        requestID: "0",
        contentLength: nil,
        expectsContinue: false,
        isBodyless: true
    )
}
#else
func path(of head: RequestHead) -> String { head.path }
#endif
