// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import TransparencyLog

/// What a witness answers, as c2sp.org/tlog-witness says; the raw value is the HTTP status.
package enum WitnessAnswer: Hashable, Sendable {
    /// The checkpoint continues what was cosigned before: the line of the cosignature.
    case cosigned(NoteSignature)
    /// The question is malformed, or its old size is larger than the checkpoint's.
    case malformed
    /// The log did not sign the checkpoint.
    case unsigned
    /// The witness does not know the log.
    case unknown
    /// The witness cosigned a tree of another size, or another tree of this size.
    case conflict(UInt64)
    /// The proof does not show that the checkpoint continues what was cosigned before.
    case inconsistent
    /// The state could not be made durable, so that nothing was signed.
    case failed

    /// The HTTP status.
    package var status: Int {
        switch self {
        case .cosigned: 200
        case .malformed: 400
        case .unsigned: 403
        case .unknown: 404
        case .conflict: 409
        case .inconsistent: 422
        case .failed: 500
        }
    }

    /// The media type of the body.
    package var type: String {
        if case .conflict = self { return AddCheckpoint.sizeType }
        return "text/plain; charset=utf-8"
    }

    /// The body: a cosignature, a size, or a word to people.
    package var body: String {
        switch self {
        case .cosigned(let signature): "\(signature.line)\n"
        case .malformed: "the question is not one of c2sp.org/tlog-witness\n"
        case .unsigned: "no signature of the log\n"
        case .unknown: "the log is not known here\n"
        case .conflict(let size): "\(size)\n"
        case .inconsistent: "the proof does not show that the log was continued\n"
        case .failed: "nothing was signed\n"
        }
    }

    /// One word for metrics and logs.
    package var word: String {
        switch self {
        case .cosigned: "cosigned"
        case .malformed: "malformed"
        case .unsigned: "unsigned"
        case .unknown: "unknown"
        case .conflict: "conflict"
        case .inconsistent: "inconsistent"
        case .failed: "failed"
        }
    }
}
