// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// What a message builds on.
extension Evaluation {
    /// A citation names exactly one message that its sender was a party to, by kenmerk and date together.
    mutating func citing() {
        let rule = self.kind?.citation
        guard let citations = self.header.inReplyTo.value, !citations.isEmpty else {
            if self.header.inReplyTo == .unreadable { self.deny(.replyUnmatched) }
            if let rule { self.deny(.replyRequired, by: rule.reference) }
            return
        }
        let answered = self.facts.inReplyTo.compactMap { $0 }
        for citation in citations {
            let matching = answered.filter { message in
                citation.kenmerk != nil && citation.date != nil && message.header.kenmerk == citation.kenmerk
                    && message.header.date == citation.date
            }
            guard matching.count == 1, let message = matching.first, self.wasParty(to: message),
                rule.map({ self.fits(message, $0) }) ?? true
            else {
                self.deny(.replyUnmatched, by: rule?.reference)
                continue
            }
            if let rule { self.rest(on: rule.reference) }
        }
    }

    private func wasParty(to message: AnsweredMessage) -> Bool {
        guard let sender = self.sender else { return false }
        return message.header.from?.mailbox == sender || message.deliveredTo.contains(sender)
    }

    private func fits(_ message: AnsweredMessage, _ rule: KindPolicy.Citation) -> Bool {
        guard let sender = self.sender, let originator = message.header.from?.mailbox, !message.isWithdrawn,
            message.header.exchange == self.header.exchange, rule.kinds.contains(message.header.kind ?? "")
        else { return false }
        switch rule.relation {
        case .received:
            return message.deliveredTo.contains(sender) && self.recipients.contains { $0.mailbox == originator }
        case .sent:
            return originator == sender && self.recipients.allSatisfy { message.deliveredTo.contains($0.mailbox) }
        }
    }
}
