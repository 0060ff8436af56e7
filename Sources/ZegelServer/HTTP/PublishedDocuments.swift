// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Documents that the server publishes and that do not change while it runs.
struct PublishedDocuments: Sendable {
    /// The interface in OpenAPI 3.1, encoded once: it is too long to do so for each request.
    let openAPI: [UInt8]

    /// Makes the documents of a server.
    init(name: String) { self.openAPI = OpenAPI.document(name: name).encoded }
}
