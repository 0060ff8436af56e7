// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import ZegelCore

/// A server of the demonstration: this binary once more, as a process of its own.
final class DemoServer {
    /// Where agencies connect.
    let url: String
    private let process = Process()

    /// Starts it on free ports and waits until it accepts connections.
    ///
    /// - Throws: ``Problem`` where it does not start; its log says why.
    init(home: String) throws {
        let log = "\(home)/server.log"
        let output = Pipe()
        guard let binary = Bundle.main.executableURL, FileManager.default.createFile(atPath: log, contents: nil) else {
            throw Problem(.configuration, "The server cannot be started from here.")
        }
        self.process.executableURL = binary
        self.process.arguments = ["serve", "--config", "\(home)/zegel.yaml", "--listen", "127.0.0.1:0"]
        self.process.standardInput = FileHandle.nullDevice
        self.process.standardOutput = output
        self.process.standardError = FileHandle(forWritingAtPath: log)
        try self.process.run()
        var line: [UInt8] = []
        while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first, byte != 0x0A { line.append(byte) }
        guard let url = try? StrictJSON.parse(line)["url"]?.string else {
            self.process.terminate()
            self.process.waitUntilExit()
            throw Problem(.configuration, "The server did not start; \(log) says why.")
        }
        self.url = url
    }

    /// Waits for its end, which an interruption from the terminal brings to both processes.
    func wait() { self.process.waitUntilExit() }

    /// Stops it and waits for its end.
    func stop() {
        self.process.terminate()
        self.process.waitUntilExit()
    }
}
