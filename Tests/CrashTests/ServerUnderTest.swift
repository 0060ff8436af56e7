// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import ZegelCore

/// A server as a process of its own.
final class ServerUnderTest {
    let url: String
    private let process: WaitedProcess

    /// Starts `zegel serve`, or the server that dies at a stage, and waits until it accepts connections.
    init(_ installation: Installation, dyingAt stage: String? = nil, number: Int = 1) throws {
        let configuration = "\(installation.home)/zegel.yaml"
        let tests = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
        let program = stage == nil ? "zegel" : "CrashServer"
        let arguments =
            stage.map { [configuration, $0, "\(number)"] } ?? [
                "serve", "--config", configuration, "--listen", "127.0.0.1:0",
            ]
        let output = Pipe()
        let log = "\(installation.home)/server.log"
        _ = FileManager.default.createFile(atPath: log, contents: nil)
        self.process = try WaitedProcess(
            tests.deletingLastPathComponent().appendingPathComponent(program).path,
            arguments,
            output: output,
            errors: FileHandle(forWritingAtPath: log)
        )
        var line: [UInt8] = []
        while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first, byte != 0x0A { line.append(byte) }
        guard let url = try? StrictJSON.parse(line)["url"]?.string else { throw Missing() }
        self.url = url
    }

    /// Ends it as a power cut would end the process: nothing runs any more, not even a handler.
    func kill() async {
        self.process.signal(SIGKILL)
        await self.process.end()
    }

    /// Waits until it has died by itself; whether it was by SIGKILL.
    func hasKilledItself() async -> Bool {
        await self.process.end()
        return self.process.outcome == (.uncaughtSignal, SIGKILL)
    }

    /// Stops it in good order; whether it ended with 0.
    func stop() async -> Bool {
        self.process.signal(SIGTERM)
        await self.process.end()
        return self.process.outcome == (.exit, 0)
    }
}
