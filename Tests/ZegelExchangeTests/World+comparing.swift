// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import TransparencyLog
import ZegelCore
import ZegelDelivery
import ZegelPolicy
import ZegelSeal
import ZegelStore

@testable import ZegelExchange

extension World {
    /// Compares a day with another server.
    func compare(
        _ day: CalendarDate,
        with other: World,
        asking questions: DayComparison.Questions
    ) async throws(Problem) -> RelayDay {
        let clock = self.clock
        let means = DayComparison.Means(
            own: self.context.server,
            store: self.context.store,
            eventLoop: self.eventLoop,
            trust: self.context.trust,
            clock: { clock.now }
        )
        let comparison = DayComparison(
            with: other.context.server,
            log: other.log.verifier,
            means,
            asking: questions
        )
        return try await comparison(day)
    }

    /// What this server answers another.
    func questions(by party: Parties.Party) -> DayComparison.Questions {
        let ask: @Sendable () throws(Problem) -> ReconcileServer = { () throws(Problem) in
            do {
                let peer = try self.peer(of: party)
                return ReconcileServer(ExchangeCall(self.context, by: peer, trace: .random(), on: self.eventLoop))
            } catch { throw Problem(any: error) }
        }
        return DayComparison.Questions(
            day: { (day) async throws(Problem) in
                do {
                    let sealed = try await ask()(on: day).get()
                    return (sealed.record, sealed.signature)
                } catch { throw Problem(any: error) }
            },
            passages: { (day, place) async throws(Problem) in
                do {
                    let page = try await ask().passages(on: day, after: place).get()
                    return (page, page.count == self.context.limits.page ? page.last?.place : nil)
                } catch { throw Problem(any: error) }
            }
        )
    }
}
