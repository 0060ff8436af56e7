// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOSSL
import Synchronization
import X509
import ZegelCore

/// The TLS context of one set of credentials with what belongs to it: the names it serves, and the chains it has seen and let in.
///
/// There are two of the library's: it follows the client's order of groups, so a client that offers a hybrid group gets a context that
/// has no other, wherever in its list that group stands.
///
/// Session tickets belong to a context, and a resumed session shows the leaf only. So the chain that was presented in the full handshake
/// is kept here, by the leaf's digest, and dies with the context.
final class ServerContext: Sendable {
    private let classical: NIOSSLContext
    private let hybrid: NIOSSLContext
    let names: ServedNames
    private let chains: Mutex<PresentedChains>

    init(credentials: ServerCredentials, maximumChains: Int) throws(Problem) {
        do {
            var configuration = try TLSConfiguration.server(credentials)
            self.classical = try NIOSSLContext(configuration: configuration)
            configuration.curves = [.x25519_MLKEM768]
            self.hybrid = try NIOSSLContext(configuration: configuration)
        } catch {
            throw ServerCredentials.fault("tls.key", "The key does not belong to the certificate, or TLS refuses it.")
        }
        self.names = ServedNames(of: credentials.certificate)
        self.chains = Mutex(PresentedChains(capacity: maximumChains))
    }

    /// A TLS handler for what a client offers, which takes what it presents; the gate judges it.
    ///
    /// - Parameter hello: What the client offers; `nil` where it cannot be read, which TLS then refuses.
    func makeHandler(for hello: ClientHello?) -> NIOSSLServerHandler {
        let isHybrid = hello.map { $0.offersTLS13 && $0.groups.contains(NIOTLSCurve.x25519_MLKEM768.rawValue) } ?? false
        return NIOSSLServerHandler(context: isHybrid ? self.hybrid : self.classical) { presented, promise in
            promise.succeed(presented.isEmpty ? .failed : .certificateVerified(.init(.init(presented))))
        }
    }

    func remember(_ chain: PresentedChain) { self.chains.withLock { $0.insert(chain) } }

    func recall(_ thumbprint: ContentDigest) -> PresentedChain? { self.chains.withLock { $0[thumbprint] } }
}

/// Presented chains by the digest of their leaf, of which the oldest make room for new ones.
struct PresentedChains: Sendable {
    private let capacity: Int
    private var chains: [ContentDigest: PresentedChain] = [:]
    private var order: [ContentDigest] = []
    private var next = 0

    init(capacity: Int) { self.capacity = max(1, capacity) }

    var count: Int { self.chains.count }

    subscript(thumbprint: ContentDigest) -> PresentedChain? { self.chains[thumbprint] }

    mutating func insert(_ chain: PresentedChain) {
        guard self.chains.updateValue(chain, forKey: chain.thumbprint) == nil else { return }
        guard self.order.count == self.capacity else {
            self.order.append(chain.thumbprint)
            return
        }
        self.chains[self.order[self.next]] = nil
        self.order[self.next] = chain.thumbprint
        self.next = (self.next + 1) % self.capacity
    }
}
