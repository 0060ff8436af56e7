// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import ZegelCore

/// A server as a process of its own.
final class ServerUnderTest {
    /// What gives a process another clock, where it is installed.
    static let faketime = "/usr/lib/\(ServerUnderTest.architecture)-linux-gnu/faketime/libfaketimeMT.so.1"

    #if arch(arm64)
    private static let architecture = "aarch64"
    #else
    private static let architecture = "x86_64"
    #endif

    let url: String
    private let process: WaitedProcess

    /// Starts `zegel serve`, or the server that dies at a stage, and waits until it accepts connections.
    ///
    /// - Parameter ahead: Seconds by which its clock is ahead of the others.
    init(_ installation: Installation, dyingAt stage: String? = nil, number: Int = 1, clockAhead ahead: Int = 0) throws
    {
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
        let path = tests.deletingLastPathComponent().appendingPathComponent(program).path
        // The second env is the first process with that clock, which changes its environment; the server finds its arguments by it.
        let clock = ["LD_PRELOAD=\(Self.faketime)", "FAKETIME=\(ahead < 0 ? "" : "+")\(ahead)s", "/usr/bin/env"]
        self.process = try WaitedProcess(
            "/usr/bin/env",
            (ahead == 0 ? [] : clock) + [path] + arguments,
            output: output,
            errors: FileHandle(forWritingAtPath: log)
        )
        var line: [UInt8] = []
        while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first, byte != 0x0A { line.append(byte) }
        guard let url = try? StrictJSON.parse(line)["url"]?.string else {
            let said = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
            throw Missing(what: "It did not start: \(String(decoding: line, as: UTF8.self)) \(said)")
        }
        self.url = url
    }

    /// Whether it runs.
    var isRunning: Bool { self.process.isRunning }

    func signal(_ number: Int32) { self.process.signal(number) }

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
