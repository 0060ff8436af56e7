// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOHTTP1
import ZegelCore

/// One call of the interface, before a token is put to it.
struct Call: Sendable {
    enum Body: Sendable {
        case none
        case bytes([UInt8], type: String)
        case file(UploadBody, type: String)
        case relay(RelayBody, type: String)
    }

    let method: HTTPMethod
    /// Path and query, as they go onto the wire.
    let path: String
    /// The scope that its token needs; `nil` where the certificate alone is enough.
    let scope: Scope.Name?
    var body = Body.none
    var fields: [(name: String, value: String)] = []
    /// Whether asking twice does what asking once does.
    var isRepeatable = true
    /// Seconds after which an answer has come whole or does not count; `nil` where only silence ends the call.
    var seconds: Int64? = 100

    static func get(_ path: String, _ scope: Scope.Name?) -> Call { Call(method: .GET, path: path, scope: scope) }

    static func post(_ path: String, _ scope: Scope.Name?, _ body: Body) -> Call {
        Call(method: .POST, path: path, scope: scope, body: body)
    }
}

/// An answer that fits in memory.
struct Answer: Sendable {
    let status: Int
    let fields: HTTPHeaders
    let body: [UInt8]
    let json: JSONValue
    /// The trace of the call.
    let traceID: String
}

/// The media types that are sent.
enum MediaType {
    static let container = "application/vnd.etsi.asic-e+zip"
    static let partialUpload = "application/partial-upload"
    static let statement = "application/pkcs7-mime"
    static let json = "application/json"
    static let form = "application/x-www-form-urlencoded"
}
