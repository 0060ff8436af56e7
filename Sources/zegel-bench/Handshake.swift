// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Logging
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization
import ZegelCore
import ZegelIdentity
import ZegelTransport
import ZegelTrust

/// One handshake of a client with a listener of this process.
struct Handshake {
    let authority: TestAuthority
    let server: IssuedCertificate
    let client: IssuedCertificate

    /// Listens, connects, waits until the gate has judged, and closes.
    func perform(admittedBy gate: KeepingGate) async throws {
        let group = MultiThreadedEventLoopGroup.singleton
        let listener = try await ServerListener.bind(
            host: "127.0.0.1",
            port: 0,
            credentials: ServerCredentials(
                certificatePEM: Array((self.server.pem + self.authority.issuing.identity.pem).utf8),
                keyPEM: Array(self.server.keyPEM.utf8)
            ),
            gate: gate,
            responder: SilentResponder(),
            configuration: ListenerConfiguration(
                limits: Limits(),
                renderProblem: { problem, _ in Answer(status: problem.status) },
                record: { _ in },
                logger: Logger(label: "zegel-bench") { _ in SwiftLogNoOpLogHandler() }
            ),
            group: group
        )
        let context = try NIOSSLContext(configuration: self.clientTLS)
        let channel = try await ClientBootstrap(group: group)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        NIOSSLClientHandler(context: context, serverHostname: "localhost")
                    )
                }
            }
            .connect(to: listener.address).get()
        await gate.judged()
        try? await channel.close().get()
        await listener.close()
    }

    private var clientTLS: TLSConfiguration {
        get throws {
            var tls = TLSConfiguration.makeClientConfiguration()
            tls.certificateChain = try [self.client.der, self.authority.issuing.identity.der].map {
                .certificate(try NIOSSLCertificate(bytes: $0, format: .der))
            }
            tls.privateKey = .privateKey(try NIOSSLPrivateKey(bytes: Array(self.client.keyPEM.utf8), format: .pem))
            tls.trustRoots = .certificates([
                try NIOSSLCertificate(bytes: self.authority.root.identity.der, format: .der)
            ])
            tls.applicationProtocols = ["h2"]
            return tls
        }
    }
}

/// A gate that keeps the identity of the last connection that it judged.
final class KeepingGate: ConnectionGate {
    private let authenticator: ConnectionAuthenticator
    private let last = Mutex<ConnectionIdentity?>(nil)
    private let (signal, end) = AsyncStream.makeStream(of: Void.self)

    init(_ authenticator: ConnectionAuthenticator) { self.authenticator = authenticator }

    /// Who came in; `nil` where nobody did.
    var identity: ConnectionIdentity? { self.last.withLock { $0 } }

    /// Returns when a connection was judged.
    func judged() async { for await _ in self.signal {} }

    func admit(_ chain: PresentedChain) async -> ConnectionIdentity? {
        let identity = await self.authenticator.admit(chain)
        self.last.withLock { $0 = identity }
        self.end.finish()
        return identity
    }

    func organisationKey(of identity: ConnectionIdentity) -> String { self.authenticator.organisationKey(of: identity) }
}

/// Nothing is asked of it.
private struct SilentResponder: RequestResponder {
    func admit(_ identity: ConnectionIdentity) {}

    func respond(
        to head: RequestHead,
        of identity: ConnectionIdentity,
        over stream: RequestStream
    ) -> any RequestBodyHandler {
        stream.answer(Answer(status: 404))
        return IgnoredBody()
    }
}

private final class IgnoredBody: RequestBodyHandler {
    func received(_ bytes: ByteBuffer) {}

    func ended() {}

    func abandoned() {}
}
