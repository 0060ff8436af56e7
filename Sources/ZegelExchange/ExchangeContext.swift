// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization
package import ZegelCore
package import ZegelPolicy
package import ZegelSeal
package import ZegelStore
package import ZegelTrust

/// What every use case stands on: the policy in force, trust, seal, store, time.
///
/// Read this folder first: one file per use case, one transaction each, the stages in the order of DESIGN §9.
package struct ExchangeContext: Sendable {
    /// The policy in force.
    package let policy: PolicyInForce
    /// Who may sign.
    package let trust: TrustEvaluator
    /// The server's own seal.
    package let sealer: Sealer
    /// What the server's own seal certificate was judged by; it goes into each dossier.
    package let evidence: [TrustedCertificate.Evidence]
    /// Where it becomes durable.
    package let store: Store
    /// Who waits for post.
    package let bell: MailboxBell
    /// The server's own number.
    package let server: OIN
    /// The bounds.
    package let limits: Limits
    /// What time it is.
    package let clock: WallClock
    /// Told each stage that a submission has passed, on whichever thread that was; tests stop the process there.
    let passed: @Sendable (SubmissionStage) -> Void

    /// Joins the parts.
    package init(
        policy: PolicyInForce,
        trust: TrustEvaluator,
        sealer: Sealer,
        evidence: [TrustedCertificate.Evidence],
        store: Store,
        bell: MailboxBell,
        server: OIN,
        limits: Limits,
        clock: @escaping WallClock,
        passed: @escaping @Sendable (SubmissionStage) -> Void = { _ in }
    ) {
        self.policy = policy
        self.trust = trust
        self.sealer = sealer
        self.evidence = evidence
        self.store = store
        self.bell = bell
        self.server = server
        self.limits = limits
        self.clock = clock
        self.passed = passed
    }
}

/// The policy that decides at this moment; one at a time, exchanged as a whole.
package final class PolicyInForce: Sendable {
    private let current: Mutex<PolicyEngine>

    /// Starts with an engine.
    package init(_ engine: PolicyEngine) { self.current = Mutex(engine) }

    /// The engine in force.
    package var engine: PolicyEngine { self.current.withLock { $0 } }
}
