// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore
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
    package let seal: SealInForce
    /// Where it becomes durable.
    package let store: Store
    /// The withdrawals that outlive it.
    package let withdrawals: WithdrawalFolder
    /// Who waits for post.
    package let bell: MailboxBell
    /// Who works on each upload that can be resumed.
    package let uploads = UploadTurns()
    /// The server's own number.
    package let server: OIN
    /// The bounds.
    package let limits: Limits
    /// What time it is.
    package let clock: WallClock
    /// Whether the time of seals can still be proven.
    package let time: ProvenTime
    /// Counts the requests of each organisation.
    package let requests: RateLimiter
    /// Counts the dossiers and reconciliations that are signed for each organisation.
    let exports: RateLimiter
    /// Told each stage that a submission has passed, on whichever thread that was; tests stop the process there.
    let passed: @Sendable (SubmissionStage) -> Void

    /// Joins the parts.
    package init(
        policy: PolicyInForce,
        trust: TrustEvaluator,
        sealer: Sealer,
        evidence: [TrustedCertificate.Evidence],
        store: Store,
        withdrawals: WithdrawalFolder,
        bell: MailboxBell,
        server: OIN,
        limits: Limits,
        clock: @escaping WallClock,
        time: ProvenTime = ProvenTime(),
        passed: @escaping @Sendable (SubmissionStage) -> Void = { _ in }
    ) {
        self.policy = policy
        self.trust = trust
        self.seal = SealInForce(sealer, evidence: evidence)
        self.store = store
        self.withdrawals = withdrawals
        self.bell = bell
        self.server = server
        self.limits = limits
        self.requests = RateLimiter(limits.requestsPerSecond, per: 1, of: "requests")
        self.exports = RateLimiter(limits.exportsPerMinute, per: 60, of: "signed exports")
        self.clock = clock
        self.time = time
        self.passed = passed
    }
}
