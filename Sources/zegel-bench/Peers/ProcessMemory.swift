// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The memory of the processes of a server, as the kernel counts it.
struct ProcessMemory: Sendable {
    let processes: [Int32]

    /// MiB that they have now.
    var now: Double { get throws { try self.mebibytes("VmRSS:") } }

    /// The most MiB that each had since ``forgetPeak()``.
    var peak: Double { get throws { try self.mebibytes("VmHWM:") } }

    /// Has the kernel count the peak from now on.
    func forgetPeak() {
        for process in self.processes {
            try? Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/\(process)/clear_refs"))
        }
    }

    private func mebibytes(_ name: String) throws -> Double {
        try self.processes.reduce(0.0) { sum, process in
            guard let text = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
                let line = text.split(separator: "\n").first(where: { $0.hasPrefix(name) }),
                let kibibytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Double($0) })
            else { throw NoServer(name: "A measured server") }
            return sum + kibibytes / 1_024
        }
    }
}
