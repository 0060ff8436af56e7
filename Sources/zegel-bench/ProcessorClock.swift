// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc

/// Reads the processor time of this or another process: others on the machine do not count.
enum ProcessorClock {
    /// Microseconds of all threads of this process since it began.
    static var own: Double { Double(clock()) * 1_000_000 / Double(CLOCKS_PER_SEC) }

    /// Microseconds, user and system, of all threads of a process since it began; `nil` where there is none.
    ///
    /// `/proc/PID/stat` counts in ticks, of which there are mostly a hundred in a second: measure much at once.
    static func microseconds(of process: Int32) -> Double? {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return nil }
        // The name, in parentheses, may hold anything; utime and stime are the 12th and 13th field behind it.
        let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
        guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else { return nil }
        return (user + system) * 1_000_000 / Double(sysconf(Int32(_SC_CLK_TCK)))
    }
}
