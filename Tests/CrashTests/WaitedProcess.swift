// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc

/// A process whose end is waited for without holding a thread that other tests need.
final class WaitedProcess {
    private let process = Process()
    private let ended: AsyncStream<Void>

    /// Starts a program; it dies with this, where it still runs.
    init(_ program: String, _ arguments: [String], output: Any?, errors: Any? = FileHandle.nullDevice) throws {
        let (ended, ending) = AsyncStream<Void>.makeStream()
        self.ended = ended
        self.process.executableURL = URL(fileURLWithPath: program)
        self.process.arguments = arguments
        self.process.standardInput = FileHandle.nullDevice
        self.process.standardOutput = output
        self.process.standardError = errors
        self.process.terminationHandler = { _ in ending.finish() }
        try self.process.run()
    }

    /// The same, with its output in a file.
    convenience init(_ program: String, _ arguments: [String], output path: String) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil) else { throw Missing() }
        try self.init(program, arguments, output: FileHandle(forWritingAtPath: path))
    }

    deinit { if self.process.isRunning { self.signal(SIGKILL) } }

    /// Its number.
    var number: Int32 { self.process.processIdentifier }

    /// Whether it has not ended yet.
    var isRunning: Bool { self.process.isRunning }

    func signal(_ number: Int32) { _ = Glibc.kill(self.process.processIdentifier, number) }

    /// Waits until it has ended.
    func end() async { for await _ in self.ended {} }

    /// How it ended, and with which status or signal.
    var outcome: (Process.TerminationReason, Int32) {
        (self.process.terminationReason, self.process.terminationStatus)
    }
}
