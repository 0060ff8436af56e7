// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Who else hears of a request that was not answered in time.
struct EscalationRule: Sendable {
    /// How long after its term.
    let after: Span
    /// The mailboxes; of each only what goes to one that is of either side, and may know, counts.
    let to: [MailboxName]
}

/// How an answer says that it is a part, and by what it is seen that the parts are the whole.
struct PartialRule: Sendable {
    /// The flag in the answer.
    let stated: String
    /// The set in the answer.
    let provides: String
    /// The set in what it answers.
    let of: String
}
