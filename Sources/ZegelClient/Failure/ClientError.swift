// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// Why a call did not succeed: what, why and what to do, and how a command ends because of it.
package struct ClientError: Error, Sendable, CustomStringConvertible {
    /// Where it went wrong.
    package enum Cause: String, Hashable, Sendable, CaseIterable {
        /// The server refused, or said that it made a mistake: the problem is the server's.
        case answered
        /// On this side, before the server was asked: a file, the profile, the container.
        case local
        /// The server cannot be reached.
        case unreachable = "network.unreachable"
        /// One side did not accept the certificate of the other, or TLS failed otherwise.
        case tls = "certificate.connection"
        /// The server took too long.
        case timeout = "network.timeout"
        /// The connection ended in the middle of a call.
        case interrupted = "network.interrupted"
        /// What answered does not speak as Zegel does.
        case malformed = "answer.malformed"
        /// The receipt does not hold, so nothing counts as sent.
        case receipt
        /// What was collected is not what the server has.
        case damaged = "content.damaged"
        /// The caller called it off.
        case cancelled
    }

    /// Where it went wrong.
    package let cause: Cause
    /// What went wrong, with its code.
    package let problem: Problem
    /// What to do about it; empty where the detail of the problem says so.
    package let remedy: String
    /// The id under which the server's log has the call, where it answered.
    package let requestID: String?
    /// The trace under which the server recorded its decision, where a call was made.
    package let traceID: String?
    /// Seconds that the server asks to wait before the next attempt.
    package let retryAfter: Int?

    init(
        _ cause: Cause,
        _ problem: Problem,
        remedy: String = "",
        requestID: String? = nil,
        traceID: String? = nil,
        retryAfter: Int? = nil
    ) {
        self.cause = cause
        self.problem = problem
        self.remedy = remedy
        self.requestID = requestID
        self.traceID = traceID
        self.retryAfter = retryAfter
    }

    /// A fault on this side.
    package init(_ problem: Problem) { self.init(.local, problem) }

    /// How a command ends because of it.
    package var exit: ProcessExit {
        switch self.cause {
        case .answered, .local: ProcessExit(self.problem)
        case .unreachable, .timeout, .interrupted: .network
        case .tls: .identity
        case .malformed: .server
        case .receipt where self.problem.code == ProblemCode.logProof.rawValue: .log
        case .receipt, .damaged: .integrity
        case .cancelled: .cancelled
        }
    }

    /// The problem and then what to do about it, for people.
    package var description: String {
        self.remedy.isEmpty ? "\(self.problem)" : "\(self.problem) \(self.remedy)"
    }

    /// The problem document for programs: the problem with `remedy`, `requestId` and `traceId` where there are such.
    package var document: JSONValue {
        var problem = self.problem
        if !self.remedy.isEmpty { problem = problem.with("remedy", .string(self.remedy)) }
        if let id = self.requestID { problem = problem.with("requestId", .string(id)) }
        if let id = self.traceID { problem = problem.with("traceId", .string(id)) }
        return problem.document
    }

    /// The same error of a call with this trace.
    func traced(_ id: String) -> ClientError {
        ClientError(
            self.cause,
            self.problem,
            remedy: self.remedy,
            requestID: self.requestID,
            traceID: id,
            retryAfter: self.retryAfter
        )
    }
}
