// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import ZegelCore

/// A server as a process of its own.
final class ServerUnderTest {
    let url: String
    private let process = Process()

    /// Starts `zegel serve`, or the server that dies at a stage, and waits until it accepts connections.
    init(_ installation: Installation, dyingAt stage: String? = nil, number: Int = 1) throws {
        let configuration = "\(installation.home)/zegel.yaml"
        let tests = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
        let program = stage == nil ? "zegel" : "CrashServer"
        self.process.executableURL = tests.deletingLastPathComponent().appendingPathComponent(program)
        self.process.arguments =
            stage.map { [configuration, $0, "\(number)"] } ?? [
                "serve", "--config", configuration, "--listen", "127.0.0.1:0",
            ]
        let output = Pipe()
        let log = "\(installation.home)/server.log"
        _ = FileManager.default.createFile(atPath: log, contents: nil)
        self.process.standardInput = FileHandle.nullDevice
        self.process.standardOutput = output
        self.process.standardError = FileHandle(forWritingAtPath: log)
        try self.process.run()
        var line: [UInt8] = []
        while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first, byte != 0x0A { line.append(byte) }
        guard let url = try? StrictJSON.parse(line)["url"]?.string else { throw Missing() }
        self.url = url
    }

    deinit { if self.process.isRunning { self.kill() } }

    /// Ends it as a power cut would end the process: nothing runs any more, not even a handler.
    func kill() {
        _ = Glibc.kill(self.process.processIdentifier, SIGKILL)
        self.process.waitUntilExit()
    }

    /// Waits until it has died by itself; whether it was by SIGKILL.
    func hasKilledItself() -> Bool {
        self.process.waitUntilExit()
        return self.process.terminationReason == .uncaughtSignal && self.process.terminationStatus == SIGKILL
    }

    /// Stops it in good order; whether it ended with 0.
    func stop() -> Bool {
        self.process.terminate()
        self.process.waitUntilExit()
        return self.process.terminationStatus == 0
    }
}
