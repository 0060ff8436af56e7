// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import Logging
package import ZegelCore

/// What a listener needs besides its keys, its gate and its responder.
package struct ListenerConfiguration: Sendable {
    /// The bounds on what clients send.
    package var limits: Limits
    /// Writes the answer to a request that the HTTP layer itself refuses, given the problem and the request id.
    package var renderProblem: @Sendable (Problem, String) -> Answer
    /// Called once for each request that ended, on an event loop.
    package var record: @Sendable (AccessRecord) -> Void
    /// Where connections that fail are told of.
    package var logger: Logger

    /// Creates a configuration.
    package init(
        limits: Limits,
        renderProblem: @escaping @Sendable (Problem, String) -> Answer,
        record: @escaping @Sendable (AccessRecord) -> Void,
        logger: Logger
    ) {
        self.limits = limits
        self.renderProblem = renderProblem
        self.record = record
        self.logger = logger
    }
}
