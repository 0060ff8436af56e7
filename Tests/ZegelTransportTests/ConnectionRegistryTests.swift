// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOEmbedded
import Testing

@testable import ZegelTransport

@Suite("The places for connections")
struct ConnectionRegistryTests {
    @Test("are not kept by those who only hold one; who is known keeps his")
    func strangers() throws {
        let address = try SocketAddress(unixDomainSocketPath: "/zegel")
        let registry = ConnectionRegistry(maximum: 2, maximumPerOrganisation: 2)
        let channels = (0..<5).map { _ in EmbeddedChannel() }
        func isOpen(_ number: Int) -> Bool {
            channels[number].embeddedEventLoop.run()
            return channels[number].isActive
        }
        for channel in channels { channel.connect(to: address, promise: nil) }
        #expect(registry.enter(channels[0]) && registry.enter(channels[1]))
        #expect(registry.assign(channels[0], to: "a"))
        #expect(registry.enter(channels[2]))
        #expect(isOpen(0) && !isOpen(1) && isOpen(2))
        #expect(!registry.assign(channels[1], to: "b"))
        #expect(registry.assign(channels[2], to: "b"))
        #expect(!registry.enter(channels[3]))
        #expect(isOpen(0) && isOpen(2) && registry.count == 2)
    }
}
