// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization

/// How far a long piece of work is, on one line of a terminal that is overwritten and goes when it is done.
///
/// It appears after half a second, so that short work shows nothing, and only where a person watches standard error.
final class ProgressLine: Sendable {
    private static let patience = Duration.milliseconds(500)
    private static let interval = Duration.milliseconds(100)

    private let what: String
    private let counted: String?
    private let isWatched: Bool
    private let began = ContinuousClock.now
    private let shown = Mutex<ContinuousClock.Instant?>(nil)

    /// Begins.
    ///
    /// - Parameters:
    ///   - what: What is being done, as “Sending message.asice”.
    ///   - counted: What is counted, as “dossiers”; bytes where left out.
    init(_ what: String, counting counted: String? = nil, isWatched: Bool = isatty(STDERR_FILENO) == 1) {
        self.what = what
        self.counted = counted
        self.isWatched = isWatched
    }

    /// Tells how much of how much is done; the total may be unknown.
    func update(_ done: Int, of total: Int?) {
        let now = ContinuousClock.now
        guard self.isWatched, now - self.began > Self.patience else { return }
        let isDue = self.shown.withLock { last in
            guard last.map({ now - $0 > Self.interval }) ?? true else { return false }
            last = now
            return true
        }
        guard isDue else { return }
        self.write("\r\u{1B}[K" + self.line(done, of: total, in: now - self.began))
    }

    /// Takes the line away.
    func end() {
        if self.shown.withLock({ $0 != nil }) { self.write("\r\u{1B}[K") }
    }

    /// The line: what, the share, the amount, the speed and the time that is left.
    func line(_ done: Int, of total: Int?, in time: Duration) -> String {
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        let speed = seconds > 0 ? Double(done) / seconds : 0
        let pace = "\(self.amount(Int(speed)))/s"
        guard let total, total > 0 else { return "\(self.what)  \(self.amount(done))  \(pace)" }
        let left = speed > 0 ? Int((Double(max(total - done, 0)) / speed).rounded(.up)) : 0
        let share = "\(done * 100 / total)%  \(self.amount(done)) of \(self.amount(total))"
        return "\(self.what)  \(share)  \(pace)  \(left) s left"
    }

    private func amount(_ number: Int) -> String {
        self.counted.map { "\(number) \($0)" } ?? Self.size(number)
    }

    /// A number of bytes as people read it.
    static func size(_ bytes: Int) -> String {
        var (value, unit) = (Double(bytes), 0)
        let units = ["B", "KiB", "MiB", "GiB", "TiB"]
        while value >= 1_024, unit < units.count - 1 {
            value /= 1_024
            unit += 1
        }
        if unit == 0 || value >= 100 { return "\(Int(value)) \(units[unit])" }
        return "\(Int(value)).\(Int(value * 10) % 10) \(units[unit])"
    }

    private func write(_ text: String) { try? FileHandle.standardError.write(contentsOf: Array(text.utf8)) }
}
