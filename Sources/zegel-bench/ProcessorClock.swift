// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Reads the processor time of another process.
enum ProcessorClock {
    /// Microseconds, user and system, of all threads of a process since it began; `nil` where there is none.
    ///
    /// This is what `/proc/PID/stat` has in ticks of ten milliseconds.
    static func microseconds(of process: Int32) -> Double? {
        var clock = clockid_t()
        var time = timespec()
        guard unsafe clock_getcpuclockid(process, &clock) == 0, unsafe clock_gettime(clock, &time) == 0 else {
            return nil
        }
        return Double(time.tv_sec) * 1_000_000 + Double(time.tv_nsec) / 1_000
    }
}
