// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import HTTPTypes

/// A whole answer to a request.
package struct Answer: Sendable, Hashable {
    /// The HTTP status, 200 to 599.
    package var status: Int
    /// The header fields; `content-length` is added from the body.
    package var fields: HTTPFields
    /// The body; not sent in answer to HEAD.
    package var body: [UInt8]

    /// Creates an answer.
    package init(status: Int, fields: HTTPFields = [:], body: [UInt8] = []) {
        self.status = status
        self.fields = fields
        self.body = body
    }
}
