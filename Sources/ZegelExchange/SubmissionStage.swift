// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// How far a submission has come; what each stage leaves behind must hold whenever the machine stops (DESIGN §3).
package enum SubmissionStage: String, Sendable, CaseIterable {
    /// A large container stands in its file, and file and name are durable.
    case spooled
    /// The server has signed; nothing is written yet.
    case sealed
    /// The rows are written in a transaction that is still open.
    case inserted
    /// The transaction is durable; nobody has been told.
    case committed
    /// The checkpoint of the log behind it is signed and durable; nobody has been told.
    case checkpointed
    /// The receipt is about to leave.
    case answering
}
