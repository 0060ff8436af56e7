// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// What the access log learns of one request: no path with an id in it, no query, no name.
package struct AccessRecord: Sendable, Hashable {
    /// The method.
    package let method: String
    /// The label that the responder gave the route, such as `/v1/messages/{id}`; `-` where it gave none.
    package let route: String
    /// The status that was sent, or `nil` where the stream ended without an answer.
    package let status: Int?
    /// Whether the last byte of the answer was handed to the network.
    package let isComplete: Bool
    /// Microseconds from the head of the request to the end of the stream.
    package let microseconds: Int64
    /// Bytes of the request's body that arrived.
    package let received: Int
    /// Bytes of the answer's body that were written.
    package let sent: Int
    /// The id that stands in `x-request-id`.
    package let requestID: String
    /// The key of the organisation, as the gate gave it.
    package let organisation: String
    /// What TLS agreed on for its connection.
    package let tls: NegotiatedTLS
}
