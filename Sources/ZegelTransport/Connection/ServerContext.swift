// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOSSL
import Synchronization
import X509
import ZegelCore

/// One TLS context with what belongs to it: the names it serves, and the chains it has seen and let in.
///
/// Session tickets belong to a context, and a resumed session shows the leaf only. So the chain that was presented in the full handshake
/// is kept here, by the leaf's digest, and dies with the context.
final class ServerContext: Sendable {
    let tls: NIOSSLContext
    let names: ServedNames
    private let chains: Mutex<PresentedChains>

    init(credentials: ServerCredentials, maximumChains: Int) throws(Problem) {
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: credentials.chain.map { .certificate($0) },
            privateKey: .privateKey(credentials.key)
        )
        configuration.minimumTLSVersion = .tlsv13
        configuration.maximumTLSVersion = .tlsv13
        configuration.curves = [.x25519_MLKEM768, .x25519, .secp256r1, .secp384r1]
        configuration.applicationProtocols = ["h2"]
        // A client certificate is demanded; the callback replaces the library's judgement, so it needs no roots.
        configuration.certificateVerification = .noHostnameVerification
        configuration.trustRoots = .certificates([])
        configuration.shutdownTimeout = .seconds(2)
        do {
            self.tls = try NIOSSLContext(configuration: configuration)
        } catch {
            throw ServerCredentials.fault("tls.key", "The key does not belong to the certificate, or TLS refuses it.")
        }
        self.names = ServedNames(of: credentials.certificate)
        self.chains = Mutex(PresentedChains(capacity: maximumChains))
    }

    /// A TLS handler that takes what the client presents; the gate judges it.
    func makeHandler() -> NIOSSLServerHandler {
        NIOSSLServerHandler(context: self.tls) { presented, promise in
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
