// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc

/// A command that is run to its end.
enum ChildProcess {
    /// What it wrote and what it took.
    struct Outcome {
        let output: [UInt8]
        /// Microseconds of processor time, user and system, of all its threads.
        let processor: Double
        /// Microseconds from its start to its end.
        let wall: Double
    }

    /// Runs a command, which must exit 0; no other child may end meanwhile, for it would be counted with it.
    ///
    /// - Throws: ``FailedCommand`` where it exits otherwise.
    static func run(_ binary: String, _ arguments: [String]) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: binary)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        let (output, errors) = (Pipe(), FileHandle.nullDevice)
        process.standardOutput = output
        process.standardError = errors
        let (start, before) = (ContinuousClock.now, Self.processorTime)
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw FailedCommand(command: arguments.prefix(2), status: process.terminationStatus)
        }
        let wall = (ContinuousClock.now - start) / .microseconds(1)
        return Outcome(output: Array(bytes), processor: Self.processorTime - before, wall: wall)
    }

    /// Microseconds of processor time of all children that have ended.
    private static var processorTime: Double {
        var usage = rusage()
        unsafe getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
        return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) * 1_000_000 + Double($1.tv_usec) }
    }
}

/// A command that a measurement needs went wrong.
struct FailedCommand: Error, CustomStringConvertible {
    let command: ArraySlice<String>
    let status: Int32

    var description: String {
        "\(self.command.joined(separator: " ")) ended with \(self.status); nothing was measured."
    }
}
