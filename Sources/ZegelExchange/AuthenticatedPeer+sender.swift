// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore
import ZegelIdentity

extension AuthenticatedPeer {
    /// Holds a header to who is connected: its organisation, one of its mailboxes, and a token that covers it.
    ///
    /// - Throws: `header.sender` or `scope.missing`.
    func mustSpeak(for header: MessageHeader) throws(Problem) {
        guard header.from.oin == self.oin, self.organisation.has(header.from.mailbox) else {
            throw Problem(.headerSender, "from must name the organisation that is connected, and one of its mailboxes.")
        }
        guard self.may(.send, mailbox: header.from.mailbox) else {
            throw Problem(.scopeMissing, "The token does not cover messages.send for the mailbox of from.")
        }
    }
}
