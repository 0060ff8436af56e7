// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Metrics
import Synchronization
import ZegelCore
import ZegelPolicy
import ZegelStore

/// The days that are compared with a server, and what came of each so far.
struct RelayWindow: Sendable {
    /// The last day on which both had the same.
    let agreed: CalendarDate?
    private let days: [CalendarDate]
    private let outcomes: [CalendarDate: RelayDay]
    private let dayBegan: Instant

    /// Joins what is known.
    init(at now: Instant, agreed: CalendarDate?, from first: CalendarDate, _ outcomes: [RelayDay]) {
        let last = Self.last(at: now)
        self.agreed = agreed
        let numbers = first.daysSince1970..<max(first, last.advanced(byDays: 1)).daysSince1970
        self.days = numbers.map { CalendarDate(daysSince1970: $0) }
        self.outcomes = Dictionary(outcomes.map { ($0.day, $0) }, uniquingKeysWith: { first, _ in first })
        self.dayBegan = Amsterdam.end(of: last).advanced(bySeconds: ReconciliationService.rest)
    }

    /// The last day that has been over for a while.
    static func last(at now: Instant) -> CalendarDate {
        Amsterdam.day(of: now.advanced(bySeconds: -ReconciliationService.rest)).advanced(byDays: -1)
    }

    /// The first day to compare: a month back, or behind the last on which both had the same where that lies further back.
    static func first(at now: Instant, agreed: CalendarDate?) -> CalendarDate {
        let last = Self.last(at: now)
        let month = last.advanced(byDays: 1 - ReconciliationService.days)
        let behind = agreed.map { min($0.advanced(byDays: 1), month) } ?? month
        return max(behind, last.advanced(byDays: 1 - ReconciliationService.most))
    }

    /// What came of a day.
    subscript(day: CalendarDate) -> RelayDay? { self.outcomes[day] }

    /// What is to be compared now: all on which both were not found to have the same since the last day ended, oldest first.
    var due: [CalendarDate] {
        self.days.filter { day in
            guard let outcome = self.outcomes[day], outcome.isAgreed else { return true }
            return outcome.comparedAt < self.dayBegan
        }
    }

    /// Days on which both differ.
    var different: [RelayDay] { self.days.compactMap { self.outcomes[$0] }.filter { !$0.isAgreed } }

    /// Days that were never compared.
    var missing: [CalendarDate] { self.days.filter { self.outcomes[$0] == nil } }
}

/// What Prometheus is told of the comparisons; of a server that the policy names no more, nothing.
final class RelayGauges: Sendable {
    private let gauges = Mutex<[OIN: [Gauge]]>([:])

    func record(_ server: OIN, differences: Int, agreedUntil end: Instant?) {
        let labels = [("server", "\(server)")]
        let open = Gauge(label: "zegel_relay_differences", dimensions: labels)
        let agreed = Gauge(label: "zegel_relay_agreed_until_seconds", dimensions: labels)
        open.record(differences)
        if let end { agreed.record(end.milliseconds / 1_000) }
        self.gauges.withLock { $0[server] = [open, agreed] }
    }

    func keep(only servers: Set<OIN>) {
        let gone = self.gauges.withLock { gauges in
            let gone = gauges.filter { !servers.contains($0.key) }
            gauges = gauges.filter { servers.contains($0.key) }
            return gone
        }
        for gauge in gone.values.joined() { gauge.destroy() }
    }
}
