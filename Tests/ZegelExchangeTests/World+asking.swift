// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import ZegelCore
import ZegelPolicy
import ZegelStore

@testable import ZegelExchange
@testable import ZegelIdentity

extension World {
    /// An organisation as it is connected, with a token for what it may ask unless for other scopes.
    func peer(_ name: String, scopes: Set<Scope>? = nil) throws -> AuthenticatedPeer {
        let organisation = try self.parties.organisation(name)
        return AuthenticatedPeer(
            connection: ConnectionIdentity(
                oin: organisation.oin,
                organisation: organisation,
                certificate: ContentDigest(of: [1]),
                validUntil: Parties.now.advanced(bySeconds: 86_400),
                isResumed: false
            ),
            organisation: organisation,
            scopes: scopes ?? Set(organisation.scopes.map { Scope($0) }),
            tokenID: "t1"
        )
    }

    /// Hands in a container as it comes off a connection: piece by piece, waiting where told to.
    func submit(
        _ container: [UInt8],
        as peer: AuthenticatedPeer? = nil,
        trace: TraceContext = .random(),
        pieces: Int = 65_536
    ) async throws -> SubmitMessage.Outcome {
        let peer = try peer ?? self.peer("aivd")
        let eventLoop = self.eventLoop
        let context = self.context
        return try await eventLoop.flatSubmit {
            let submission = SubmitMessage(ExchangeCall(context, by: peer, trace: trace, on: eventLoop))
            return Self.feed(submission, container[...], pieces)
        }
        .get()
    }

    /// The message that a submission stored, or had stored before.
    func stored(_ container: [UInt8], as peer: AuthenticatedPeer? = nil) async throws -> StoredMessage {
        switch try await self.submit(container, as: peer) {
        case .created(let message), .same(let message): message
        }
    }

    private static func feed(
        _ submission: SubmitMessage,
        _ bytes: ArraySlice<UInt8>,
        _ pieces: Int
    ) -> EventLoopFuture<SubmitMessage.Outcome> {
        var rest = bytes
        while !rest.isEmpty {
            let pause = submission.take(ByteBuffer(bytes: rest.prefix(pieces)))
            rest = rest.dropFirst(pieces)
            guard let pause else { continue }
            return pause.assumeIsolated()
                .flatMap { [rest] in Self.feed(submission, rest, pieces) }
                .flatMapErrorThrowing { error in
                    submission.abandon()
                    throw error
                }
                .nonisolated()
        }
        return submission.end()
    }
}
