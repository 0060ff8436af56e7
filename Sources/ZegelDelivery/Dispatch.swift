// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelClient
package import ZegelCore
import ZegelStore
package import ZegelVerify

/// A stored message, or a statement about one, on its way to another server.
///
/// Made only by a ``Pusher``, from what the store says has begun.
package struct Dispatch: Sendable {
    /// What is sent.
    package enum Load: Sendable {
        /// A message with its evidence.
        case message(RelayBody)
        /// A signed statement.
        case statement([UInt8])
    }

    /// Where it goes.
    package let server: OIN
    /// What is sent.
    package let load: Load
    /// What is said of the forward that it is; `nil` for anything else.
    package var forward: ForwardWord?
}

/// The receipt of another server that was verified: it arrived.
///
/// Made only by a ``Pusher``.
package struct Acknowledgement: Sendable {
    /// What was verified.
    package enum Proof: Sendable {
        /// Of a message.
        case message(ReceiptVerifier.Verified<AcceptanceRecord>)
        /// Of a statement.
        case statement(ReceiptVerifier.Verified<StatementRecord>)
    }

    /// What was verified.
    package let proof: Proof
    /// The exact bytes of the receipt.
    package let receipt: [UInt8]
}

/// What an attempt came to.
enum Outcome: Sendable {
    /// The other side has it.
    case acknowledged(Acknowledgement)
    /// It may go better later; the seconds are those that the other side asks for.
    case failed(String, retryAfter: Int?)
    /// It never will.
    case refused(String)

    /// Refusals of the caller and not of what it brings: they pass once the partner, or the operator, has put its house in order.
    private static let ofCaller: Set<ProblemCode> = [
        .scopeMissing, .oauthRequest, .oauthClient, .oauthGrantType, .oauthUnauthorized, .oauthScope,
    ]

    /// What a call that failed means.
    init(_ error: ClientError) {
        let problem = error.problem
        self = Self.isPermanent(error) ? .refused(problem.code) : .failed(problem.code, retryAfter: error.retryAfter)
    }

    private static func isPermanent(_ error: ClientError) -> Bool {
        let problem = error.problem
        switch error.cause {
        // What is wrong on this side with the message itself stays so; a disk or a configuration may be mended.
        case .local: return problem.status < 500 || problem.code == ProblemCode.storageDamaged.rawValue
        case .answered:
            let code = ProblemCode(rawValue: problem.code)
            // To give up a message of which the refusal passes would let those behind it pass it.
            return (400..<500).contains(problem.status) && ![401, 408, 421, 425, 429].contains(problem.status)
                && !(code.map { $0.passes || Self.ofCaller.contains($0) } ?? false)
        default: return false
        }
    }
}
