// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import ZegelCore
import ZegelPolicy

@testable import ZegelIdentity
@testable import ZegelTransport

extension FuzzTarget {
    /// A token, the assertion of who asks for one, and the form with which it is asked for.
    static let token = FuzzTarget(name: "token") { bytes in
        _ = try? FormBody.parse(bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        guard let bearer = try? BearerToken(authorization: [text]) else { return }
        _ = bearer
        let compact = String(text.dropFirst(7))
        if let token = try? CompactToken(parsing: compact, type: "at+jwt") {
            _ = TokenClaims(own: token.claims)
            _ = TokenClaims(outside: token.claims)
        }
        if let assertion = try? CompactToken(parsing: compact, type: ClientAssertion.header) {
            _ = assertion.claims["act"].map { TokenActor($0) }
        }
    }

    /// The file of an exchange beside the policies of the program: read or refused with its faults.
    static let policy = FuzzTarget(name: "policy") { bytes in
        guard (try? StrictYAML.parse(bytes, file: "exchanges/fuzz.yaml")) != nil else { return }
        let base = PolicySource.embedded.files.filter { !$0.path.contains("/") }
        _ = try? PolicySet(PolicySource(files: base + [("exchanges/fuzz.yaml", bytes)]))
    }

    /// The first messages of TLS, which are looked at before TLS is.
    static let hello = FuzzTarget(name: "hello") { bytes in
        let body = ByteBuffer(bytes: bytes)
        _ = ClientHello(body)
        _ = ServerHello(body)
        _ = ServerHello.group(inKeyExchange: body)
    }
}
