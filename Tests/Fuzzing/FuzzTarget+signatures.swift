// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import ZegelCore
import ZegelTrust

extension FuzzTarget {
    /// One encoding: bytes behind a signature are refused; one that holds does so over its own content alone.
    static let signature = FuzzTarget(name: "signature") { bytes in
        guard let signature = try? CAdESSignature(parsing: bytes) else { return }
        precondition((try? CAdESSignature(parsing: bytes + [0])) == nil, "bytes behind a signature were accepted")
        if signature.content == nil {
            precondition((try? signature.verifyAttached()) == nil, "there is no content")
        } else {
            precondition((try? signature.verify(detached: [])) == nil, "the content is inside")
            _ = try? signature.verifyAttached()
        }
    }

    /// A token says one time, and no later one than the latest.
    static let timestamp = FuzzTarget(name: "timestamp") { bytes in
        guard let token = try? TimestampToken(parsing: bytes) else { return }
        precondition((try? TimestampToken(parsing: bytes + [0])) == nil, "bytes behind a token were accepted")
        if let verified = try? token.verify(over: Array("content".utf8)) {
            precondition(verified.time <= verified.latest, "earlier than itself")
        }
    }

    /// A list keeps its exact bytes.
    static let revocationList = FuzzTarget(name: "revocation-list") { bytes in
        guard let lists = try? RevocationList.documents(in: bytes) else { return }
        for list in lists {
            precondition((try? RevocationList(parsing: list.der)) == list, "read otherwise the second time")
            precondition((try? RevocationList(parsing: list.der + [0])) == nil, "bytes behind a list were accepted")
        }
    }

    /// An answer of a responder keeps its exact bytes.
    static let statusAnswer = FuzzTarget(name: "status-answer") { bytes in
        guard let answer = try? StatusAnswer(parsing: bytes) else { return }
        precondition(answer.der == bytes, "other bytes than were given")
    }
}
