// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import ZegelCore
import ZegelExchange

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
    /// What programs are started with that are to reach it.
    let entrance: [String]
    private let process: WaitedProcess
    private let log: String

    /// What it has logged so far.
    var said: String { (try? String(contentsOfFile: self.log, encoding: .utf8)) ?? "" }

    /// The processor time that it has used, in hundredths of a second.
    var processorTime: Int {
        let line = (try? String(contentsOfFile: "/proc/\(self.process.number)/stat", encoding: .utf8)) ?? ""
        // The name of the program, which may hold anything, ends with the last bracket; user and system time are 12 and 13 behind it.
        let words = line.drop { $0 != ")" }.split(separator: " ")
        return words.count > 13 ? (Int(words[12]) ?? 0) + (Int(words[13]) ?? 0) : 0
    }

    /// The memory that it holds.
    var residentBytes: Int {
        let pages = (try? String(contentsOfFile: "/proc/\(self.process.number)/statm", encoding: .utf8)) ?? ""
        return (pages.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * Int(getpagesize())
    }

    /// What is the matter with a server, which `zegel serve` cannot be told to have.
    enum Fault {
        /// It is killed when so many submissions have passed a stage.
        case dying(at: SubmissionStage, number: Int = 1)
        /// Its disk fails while syncing from then on.
        case failing(at: SubmissionStage, number: Int = 1)
        /// A file tells what it does to the files of its home.
        case journal(String)
        /// Its clock is wrong by as many seconds as a file says at the moment.
        case clock(String)

        fileprivate var words: [String] {
            switch self {
            case .dying(let stage, let number): ["kill", stage.rawValue, "\(number)"]
            case .failing(let stage, let number): ["sync", stage.rawValue, "\(number)"]
            case .journal(let file): ["journal", file]
            case .clock(let file): ["clock", file]
            }
        }
    }

    /// Starts `zegel serve`, or the server that has a fault, and waits until it accepts connections.
    ///
    /// - Parameters:
    ///   - ahead: Seconds by which its clock is ahead of the others.
    ///   - isApart: Whether it has a network of its own.
    ///   - files: How many files it may have open; as many as the test where nothing is said.
    init(
        _ installation: Installation,
        _ fault: Fault? = nil,
        clockAhead ahead: Int = 0,
        apart isApart: Bool = false,
        openFiles files: Int? = nil
    ) throws {
        let configuration = "\(installation.home)/zegel.yaml"
        let tests = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
        let program = fault == nil ? "zegel" : "CrashServer"
        let arguments =
            fault.map { [configuration] + $0.words } ?? [
                "serve", "--config", configuration, "--listen",
                isApart ? "0.0.0.0:\(Network.port)" : "127.0.0.1:0",
            ]
        let output = Pipe()
        let log = "\(installation.home)/server.log"
        self.log = log
        _ = FileManager.default.createFile(atPath: log, contents: nil)
        let path = tests.deletingLastPathComponent().appendingPathComponent(program).path
        // The second env is the first process with that clock, which changes its environment; the server finds its arguments by it.
        let clock = ["LD_PRELOAD=\(Self.faketime)", "FAKETIME=\(ahead < 0 ? "" : "+")\(ahead)s", "/usr/bin/env"]
        let few = files.map { ["/bin/sh", "-c", "ulimit -n \($0) && exec \"$@\"", "sh"] } ?? []
        let words = (isApart ? Network.own : ["/usr/bin/env"]) + (ahead == 0 ? [] : clock) + few + [path] + arguments
        self.process = try WaitedProcess(
            words[0],
            Array(words.dropFirst()),
            output: output,
            errors: FileHandle(forWritingAtPath: log)
        )
        var line: [UInt8] = []
        while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first, byte != 0x0A { line.append(byte) }
        guard let url = try? StrictJSON.parse(line)["url"]?.string else {
            let said = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
            throw Missing(what: "It did not start: \(String(decoding: line, as: UTF8.self)) \(said)")
        }
        self.url = isApart ? "https://localhost:\(Network.port)" : url
        self.entrance = isApart ? Network.of(self.process.number) : []
    }

    /// Its number as a process.
    var number: Int32 { self.process.number }

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

    /// Waits until it has ended by itself.
    ///
    /// - Returns: The status that it ended with; `nil` where a signal ended it.
    func end() async -> Int32? {
        await self.process.end()
        let (reason, status) = self.process.outcome
        return reason == .exit ? status : nil
    }

    /// Stops it in good order; whether it ended with 0.
    func stop() async -> Bool {
        self.process.signal(SIGTERM)
        await self.process.end()
        return self.process.outcome == (.exit, 0)
    }
}
