// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

extension FuzzTarget {
    /// Strict JSON: what is accepted says the same once it was written, and a header is one of those.
    static let header = FuzzTarget(name: "header") { bytes in
        if let json = try? StrictJSON.parse(bytes) {
            precondition((try? StrictJSON.parse(json.encoded)) == json, "changed by writing")
        }
        guard let header = try? MessageHeader(parsing: bytes) else { return }
        precondition(!header.to.isEmpty && header.bytes == bytes, "no addressee, or other bytes than were given")
    }

    /// Of what is signed by a server, or about a message, there is one form.
    static let records = FuzzTarget(name: "records") { bytes in
        let forms = [
            (try? AcceptanceRecord(parsing: bytes))?.encoded, (try? Statement(parsing: bytes))?.encoded,
            (try? StatementRecord(parsing: bytes))?.encoded, (try? ExportRecord(parsing: bytes))?.encoded,
            (try? ReconciliationRecord(parsing: bytes))?.encoded, (try? ErasureRecord(parsing: bytes))?.encoded,
        ]
        for case .some(let encoded) in forms { precondition(encoded == bytes, "a second form was accepted") }
    }
}
