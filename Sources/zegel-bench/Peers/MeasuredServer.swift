// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import NIOCore
import NIOPosix
import ZegelCore

/// A server in a process of its own, of which the processor time is read.
final class MeasuredServer {
    /// Where it listens, on 127.0.0.1.
    let port: Int
    private let process: Process
    /// Its process and those that it started.
    private let processes: [Int32]

    private init(_ process: Process, port: Int, workers: [Int32]) {
        self.process = process
        self.port = port
        self.processes = [process.processIdentifier] + workers
    }

    /// Starts `zegel serve`, on a free port where none is given.
    ///
    /// - Throws: ``NoServer`` where it does not say that it is ready.
    static func zegel(_ binary: String, home: String, port: Int = 0) throws -> MeasuredServer {
        try Self.saying(binary, ["serve", "--config", "\(home)/zegel.yaml", "--listen", "127.0.0.1:\(port)"])
    }

    /// Starts a server of this program or another that prints a line with its `url` once it is ready.
    ///
    /// - Throws: ``NoServer`` where it does not.
    static func saying(_ binary: String, _ arguments: [String]) throws -> MeasuredServer {
        let process = try Self.start(binary, arguments)
        let line = (process.standardOutput as? Pipe)?.line() ?? ""
        guard let url = try? StrictJSON.parse(Array(line.utf8))["url"]?.string,
            let digits = url.split(separator: ":").last, let port = Int(digits)
        else {
            process.terminate()
            throw NoServer(name: arguments.first ?? binary)
        }
        return MeasuredServer(process, port: port, workers: [])
    }

    /// Starts nginx.
    ///
    /// - Throws: ``NoServer`` where it has no workers within five seconds.
    static func nginx(_ peer: NginxPeer) async throws -> MeasuredServer {
        let port = try await Self.freePort()
        let process = try Self.start(peer.binary, peer.prepare(port: port))
        for _ in 0..<100 {
            let workers = Self.children(of: process.processIdentifier)
            if workers.count >= peer.workers { return MeasuredServer(process, port: port, workers: workers) }
            guard process.isRunning else { break }
            try await Task.sleep(for: .milliseconds(50))
        }
        process.terminate()
        throw NoServer(name: "nginx")
    }

    /// Microseconds of processor time, user and system, of all its threads and processes since they began.
    func processorTime() throws -> Double {
        try self.processes.reduce(0.0) { sum, process in
            guard let time = ProcessorClock.microseconds(of: process) else { throw NoServer(name: "A measured server") }
            return sum + time
        }
    }

    /// Its memory.
    var memory: ProcessMemory { ProcessMemory(processes: self.processes) }

    /// Stops it and waits for its end.
    func stop() {
        self.process.terminate()
        self.process.waitUntilExit()
    }

    /// Ends it by SIGKILL.
    func kill() {
        _ = Glibc.kill(self.process.processIdentifier, SIGKILL)
        self.process.waitUntilExit()
    }

    private static func start(_ binary: String, _ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: binary)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = Pipe()
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    private static func children(of process: Int32) -> [Int32] {
        let path = "/proc/\(process)/task/\(process)/children"
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
        return text.split(separator: " ").compactMap { Int32($0) }
    }

    /// A port that was free a moment ago, for a server that cannot pick one itself.
    static func freePort() async throws -> Int {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .bind(host: "127.0.0.1", port: 0).get()
        let port = channel.localAddress?.port ?? 0
        try await channel.close().get()
        return port
    }
}

/// A server that could not be started or watched.
struct NoServer: Error, CustomStringConvertible {
    let name: String

    var description: String { "\(self.name) is not there or ended; nothing was measured." }
}
