// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing

@Suite("A server that may open few files")
struct OpenFilesTests {
    @Test(
        "says so, does not spin when there are none left, and takes every message when there are again",
        .enabled(if: Connection.isThere, "curl is missing")
    )
    func few() async throws {
        let installation = try Installation()
        let letters = try (1...6).map { try installation.letter($0, documentOf: $0 % 2 == 0 ? 140_000 : 1_000) }
        let server = try ServerUnderTest(installation, openFiles: 80)
        #expect(server.said.contains("too few open files are allowed"))
        let port = try #require(server.url.split(separator: ":").last.flatMap { UInt16($0) })
        // More than it may open, none of which ever speaks.
        let held = (0..<120).map { _ in Self.connect(to: port) }
        #expect(held.allSatisfy { $0 >= 0 })
        // It proves its policy for a while after its start; one that spins would be busy for ever.
        var share = 1.0
        for _ in 0..<60 where share >= 0.3 {
            let (used, start) = (server.processorTime, ContinuousClock.now)
            try await Task.sleep(for: .seconds(1))
            share = Double(server.processorTime - used) / 100 / ((ContinuousClock.now - start) / .seconds(1))
        }
        #expect(share < 0.3, "It keeps \(share) of a processor busy.")
        #expect(server.isRunning)
        for descriptor in held { _ = Glibc.close(descriptor) }
        let ledger = Ledger(installation)
        let courier = try await Courier(installation, server)
        try await ledger.check(letters, [:], on: courier)
        try await ledger.close(on: courier, server)
    }

    /// Opens a connection and says nothing on it.
    private static func connect(to port: UInt16) -> Int32 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let outcome = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                unsafe Glibc.connect(descriptor, address, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        return outcome == 0 ? descriptor : -1
    }
}
