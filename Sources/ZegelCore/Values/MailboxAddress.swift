// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// A mailbox with the organisation it belongs to, as `from` and `to` of a header name it.
package struct MailboxAddress: Hashable, Sendable {
    /// Whose mailbox it is.
    package let oin: OIN
    /// The mailbox.
    package let mailbox: MailboxName

    /// Joins an organisation and one of its mailboxes.
    package init(oin: OIN, mailbox: MailboxName) {
        self.oin = oin
        self.mailbox = mailbox
    }
}
