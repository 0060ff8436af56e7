// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import ZegelCore
import ZegelIdentity
import ZegelPolicy
import ZegelStore
import ZegelTrust
import ZegelVerify

/// What the server knows, handed to the stages that may not look for themselves.
extension ExchangeContext {
    /// The message that this one repeats: of the same mailbox, with the same kenmerk and date and the same header, from the same
    /// organisation.
    func earlier(
        like opening: ContainerOpening,
        from oin: OIN,
        on eventLoop: any EventLoop
    ) -> EventLoopFuture<StoredMessage?> {
        let header = opening.header
        return self.store.read(on: eventLoop) { view in
            try view.message(sentBy: header.from.mailbox, kenmerk: header.kenmerk, date: header.date)
                .flatMap { $0.originator == oin && $0.header.bytes == header.bytes ? $0 : nil }
        }
    }

    /// Verifies the sender's signature and who made it.
    ///
    /// - Parameter age: How old a signing-time may be, in seconds, as the exchange says.
    func judgeSender(
        of opening: ContainerOpening,
        within age: Int?,
        on eventLoop: any EventLoop
    ) -> EventLoopFuture<VerifiedSender> {
        let now = self.clock()
        var limits = self.limits
        if let age { limits.signingAge = age }
        return eventLoop.makeCompletedFuture { try opening.signedBy() }.flatMap { [limits] signature in
            self.trusted(signature, as: .seal, at: now, on: eventLoop).flatMapThrowing { certificate in
                try ZegelVerify.judgeSender(
                    opening,
                    signature: signature,
                    trusted: certificate,
                    at: now,
                    limits: limits
                )
            }
        }
    }
}
