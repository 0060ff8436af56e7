// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
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

    /// Starts `zegel serve` on free ports.
    ///
    /// - Throws: ``NoServer`` where it does not say that it is ready.
    static func zegel(_ binary: String, home: String) throws -> MeasuredServer {
        let process = try Self.start(binary, ["serve", "--config", "\(home)/zegel.yaml", "--listen", "127.0.0.1:0"])
        var line: [UInt8] = []
        let output = (process.standardOutput as? Pipe)?.fileHandleForReading
        while let byte = try output?.read(upToCount: 1)?.first, byte != 0x0A { line.append(byte) }
        guard let url = try? StrictJSON.parse(line)["url"]?.string, let digits = url.split(separator: ":").last,
            let port = Int(digits)
        else {
            process.terminate()
            throw NoServer(name: "zegel serve")
        }
        return MeasuredServer(process, port: port, workers: [])
    }

    /// Starts nginx with the certificates of a trial installation: TLS 1.3, client certificates, HTTP/2, and no resumption.
    ///
    /// - Parameter checksLists: Whether it looks into the revocation lists, as Zegel does.
    /// - Throws: ``NoServer`` where it does not accept connections within five seconds.
    static func nginx(_ binary: String, home: String, checksLists: Bool) async throws -> MeasuredServer {
        let folder = "\(home)/nginx\(checksLists ? "-crl" : "")"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let port = try await Self.freePort()
        let text = """
            daemon off;
            worker_processes 1;
            pid \(folder)/pid;
            error_log \(folder)/error.log warn;
            events { worker_connections 1024; }
            http {
                access_log off;
                client_body_temp_path \(folder)/body;
                proxy_temp_path \(folder)/proxy;
                fastcgi_temp_path \(folder)/fastcgi;
                uwsgi_temp_path \(folder)/uwsgi;
                scgi_temp_path \(folder)/scgi;
                server {
                    listen 127.0.0.1:\(port) ssl http2;
                    ssl_certificate \(home)/pki/server.pem;
                    ssl_certificate_key \(home)/pki/server.key;
                    ssl_client_certificate \(home)/pki/ca.pem;
                    ssl_verify_client on;
                    ssl_verify_depth 4;
                    \(checksLists ? "ssl_crl \(home)/pki/ca.crl.pem;" : "")
                    ssl_protocols TLSv1.3;
                    ssl_session_cache off;
                    ssl_session_tickets off;
                }
            }

            """
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/nginx.conf"))
        let process = try Self.start(binary, ["-e", "\(folder)/error.log", "-p", folder, "-c", "\(folder)/nginx.conf"])
        for _ in 0..<100 {
            let workers = Self.children(of: process.processIdentifier)
            if !workers.isEmpty { return MeasuredServer(process, port: port, workers: workers) }
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

    /// Stops it and waits for its end.
    func stop() {
        self.process.terminate()
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
    private static func freePort() async throws -> Int {
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
