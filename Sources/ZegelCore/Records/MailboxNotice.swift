// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// What an addressee must know of a message that it was shown before.
package enum MailboxNotice: String, Hashable, Sendable, CaseIterable {
    /// Its originator took it back.
    case withdrawal
    /// Another message took its place.
    case correction
    /// Its own forward, which waited for a consent, was decided.
    case forward
    /// It sent the message, and is asked for a consent.
    case consent
    /// It sent the message, and the server of an addressee has it.
    case delivered
    /// It sent the message, and the server of an addressee refused it, did not have it in time, or was given up.
    case undelivered
    /// It is a version of a list, of which the mailbox has a later one.
    case replacement
    /// An answer is due soon.
    case reminder
    /// An answer was due, and did not come.
    case overdue
    /// The day by which it was to be renewed has passed: nothing builds on it any more.
    case lapse
}
