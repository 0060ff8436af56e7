// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore
import ZegelExchange
package import ZegelPolicy
import ZegelStore

/// When which message ends, by which rule, and what is held; read beside a running server.
package struct RetentionList: Sendable {
    /// One message.
    package struct Line: Hashable, Sendable {
        /// The message.
        package let id: MessageID
        /// Its exchange.
        package let exchange: String
        /// Its kind.
        package let kind: String
        /// When it ends.
        package let end: MessageEnd
        /// What holds it.
        package let hold: HoldBook.Hold?
    }

    private static let part = 500

    private let rules: Rules
    private let holds: HoldBook
    private let stored: StoredTerms

    /// Reads policy, cases and holds, and opens the data folder.
    ///
    /// - Throws: `configuration.invalid`.
    package init(_ configuration: ServerConfiguration) throws(Problem) {
        let source = try PolicySource.read(folder: configuration.policies)
        let policy: PolicySet
        do throws(YAMLFaults) { policy = try PolicySet(source) } catch { throw Problem(error, code: "policy.invalid") }
        let engine = PolicyEngine(policy: policy, ceiling: configuration.ceiling)
        self.rules = Rules(engine: engine, cases: try InstalledRules.cases(configuration.cases, policy).1)
        self.holds = try HoldFile(configuration.retention.holds).book
        self.stored = try StoredTerms(folder: configuration.data, key: configuration.storageKeyBytes())
    }

    /// Shows every message that was not erased, in the order in which they came.
    package func each(at moment: Instant, _ show: (Line) -> Void) throws {
        var place: Int64? = 0
        while let number = place {
            let messages = try self.stored.endingMessages(after: number, limit: Self.part)
            for message in messages {
                let line = Line(
                    id: message.id,
                    exchange: message.header.exchange,
                    kind: message.header.kind,
                    end: self.rules.end(of: message),
                    hold: self.holds.hold(on: message.id, at: Amsterdam.day(of: moment))
                )
                show(line)
            }
            place = messages.count == Self.part ? messages.last?.number : nil
        }
    }
}
