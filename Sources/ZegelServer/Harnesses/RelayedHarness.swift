// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore
import ZegelExchange
import ZegelTransport

/// `POST /v1/relay` with a statement that was made at another server; of a forward the query says how it stands there.
extension StatementHarness {
    /// The handler that takes it.
    func relayed() -> any RequestBodyHandler {
        let relay = RelayStatement(self.harness.call(by: self.peer))
        do {
            let word = try Self.word(self.harness.head.query)
            return self.gathered { relay($0, word) }
        } catch {
            self.harness.fail(error)
            return IgnoredBody()
        }
    }

    private static func word(_ query: String?) throws(Problem) -> ForwardWord? {
        guard let text = try Query(query, known: ["forward"])["forward"] else { return nil }
        guard let word = ForwardWord(rawValue: text) else {
            let words = ForwardWord.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem(.parameterInvalid, "forward is one of \(words).")
        }
        return word
    }
}
