// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import TransparencyLog
import ZegelCore
import ZegelPolicy
import ZegelSeal
import ZegelStore
import ZegelVerify

/// Whether a message that is brought back was accepted here before, and what storing it again means.
extension ExchangeContext {
    /// Holds the old receipt to the container, to our own seal, and to the logs that we had.
    ///
    /// - Returns: A future that fails with `resubmission.not-ours` and what does not hold.
    func mustBeOurs(
        _ arrived: ResubmittedBody.Arrived,
        sentBy oin: OIN,
        _ logs: [NoteVerifier],
        _ isTaken: Bool,
        on eventLoop: any EventLoop
    ) -> EventLoopFuture<Void> {
        let (acceptance, checked) = (arrived.resubmission.acceptance, arrived.container.checked)
        let log = logs.first { $0.name.description == acceptance.log }
        guard let log, acceptance.submittedBy == oin, !isTaken else {
            let reason =
                log == nil
                ? "It names a log that is none of the earlier ones of this server."
                : isTaken ? "Another message has its id." : "Another organisation handed it in."
            return eventLoop.makeFailedFuture(Problem(.resubmissionNotOurs, reason))
        }
        let verifier = ReceiptVerifier(trust: self.trust, sealers: [self.server], log: log)
        let receipt = arrived.resubmission.receipt(of: checked.opening.header)
        return eventLoop.makeFutureWithTask {
            do throws(Problem) {
                // As the seal was then: it may have expired since, and the log says that it is ours.
                _ = try await verifier.verify(receipt, of: checked, at: acceptance.receivedAt)
            } catch {
                throw Problem(.resubmissionNotOurs, "\(error.title) \(error.detail)")
            }
        }
    }

    /// Stores a message again; of a list it is the version that it was.
    func insert(
        resubmitted sealed: SealedMessage,
        _ content: MessageContent,
        on eventLoop: any EventLoop
    ) -> EventLoopFuture<SubmitMessage.Outcome> {
        let header = sealed.header
        let list = self.policy.engine.needs(toSend: HeaderView(header), at: sealed.receivedAt).list?.name
        let version = header.details.first { $0.key == "list" }?.value["version"]?.integer
        return self.insert(
            sealed,
            content,
            where: { _ in true },
            counting: { message, transaction in
                guard let list, let version else { return }
                try transaction.keep(version: version, of: list, as: message.id, isAgain: true)
            },
            on: eventLoop
        )
    }
}
