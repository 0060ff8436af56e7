// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import ZegelCore
import ZegelPolicy
import ZegelStore

/// What a decision on passing a message on stands on: the rules, and the message as one state of the store has it (EXCHANGES §0.2).
struct ForwardGround: Sendable {
    /// What decides.
    let rules: Rules
    /// The message that goes on, with the consents and the withdrawal of its originator.
    let facts: Facts

    /// Looks up the facts.
    ///
    /// - Parameters:
    ///   - passage: What is asked for: only a consent on the same basis, to the same mailbox of the same organisation, is one to it.
    ///   - mailbox: Who passes on; of its case it may know what it has part in.
    ///   - elsewhere: Those who have the message at another server.
    init(
        _ message: StoredMessage,
        _ passage: Statement.Passage,
        by mailbox: MailboxName?,
        elsewhere: [MailboxName] = [],
        in view: borrowing ReadView,
        _ rules: Rules,
        at moment: Instant
    ) throws {
        let header = HeaderView(message.header)
        let consents = try view.consents(of: message).filter { $0.legalBasis == passage.legalBasis }
        let table = header.caseID.value.flatMap { id in
            mailbox.flatMap { rules.cases.table(id, of: message.header.exchange, knownTo: $0, at: moment) }
        }
        self.rules = rules
        self.facts = Facts(
            asOf: moment,
            asker: mailbox,
            original: OriginalMessage(
                header: header,
                consents: consents.flatMap { consent in
                    consent.to.filter(passage.to.contains).map { .init(mailbox: $0.mailbox, purpose: consent.purpose) }
                },
                isWithdrawn: message.state == .withdrawn,
                deliveredTo: message.holders + elsewhere.filter { !message.holders.contains($0) }
            ),
            caseTable: table
        )
    }
}

extension StoredMessage {
    /// Those who have something to pass on; a withdrawal, which stops them all, is a reason of its own.
    var holders: [MailboxName] {
        self.deliveries.filter { $0.state.after(.forwarded) != nil || $0.state == .withdrawn }.map(\.mailbox)
    }
}
