// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import HTTPTypes

/// What stands before the body of a request.
package struct RequestHead: Sendable {
    /// The method.
    package let method: HTTPRequest.Method
    /// The path as it was sent, without the query.
    package let path: String
    /// The query as it was sent, without the question mark; `nil` where there is none.
    package let query: String?
    /// The header fields.
    package let fields: HTTPFields
    /// The host, and port if any, that the client meant; one of ours.
    package let authority: String
    /// 16 random hexadecimal digits, for `x-request-id` and the logs.
    package let requestID: String
    /// The length of the body, where the client said it; the body is then exactly that long.
    package let contentLength: Int?
    /// Whether the client waits to be told before it sends the body.
    let expectsContinue: Bool
    /// Whether the request has no body at all.
    package let isBodyless: Bool
}
