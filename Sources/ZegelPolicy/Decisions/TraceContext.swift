// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// The trace that a decision belongs to (W3C Trace Context).
package struct TraceContext: Hashable, Sendable {
    /// 32 hexadecimal digits.
    package let traceID: String
    /// 16 hexadecimal digits.
    package let spanID: String

    /// Takes up the trace of a `traceparent` field of version 00 with a span of its own; `nil` where it is absent or not well formed.
    package init?(traceparent: String?) {
        let parts = (traceparent ?? "").split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0] == "00", parts[1].utf8.count == 32, parts[2].utf8.count == 16,
            parts[3].utf8.count == 2, parts.allSatisfy(Hexadecimal.isLowercase),
            parts[1].contains(where: { $0 != "0" }),
            parts[2].contains(where: { $0 != "0" })
        else { return nil }
        self.init(traceID: String(parts[1]))
    }

    /// A new trace.
    package static func random() -> TraceContext { TraceContext(traceID: MessageID.random().description) }

    private init(traceID: String) {
        self.traceID = traceID
        self.spanID = String(MessageID.random().description.prefix(16))
    }
}
