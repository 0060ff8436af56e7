// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization
package import ZegelPolicy
package import ZegelSeal
package import ZegelTrust

/// What decides at one moment: a policy, and the cases that its rules look at.
package struct Rules: Sendable {
    /// Decides.
    package let engine: PolicyEngine
    /// Who sits at which table.
    package let cases: CaseBook

    /// Joins a policy with cases that were read for it.
    package init(engine: PolicyEngine, cases: CaseBook = .empty) {
        self.engine = engine
        self.cases = cases
    }
}

/// The policy and the cases that decide at this moment; exchanged as a whole.
package final class PolicyInForce: Sendable {
    private let current: Mutex<Rules>

    /// Starts with rules.
    package init(_ rules: Rules) { self.current = Mutex(rules) }

    /// Both, as they belong together.
    package var rules: Rules { self.current.withLock { $0 } }

    /// The engine in force.
    package var engine: PolicyEngine { self.rules.engine }

    /// Decides by others from now on; what was decided by the last ones is handed back by the committer.
    package func replace(with rules: Rules) { self.current.withLock { $0 = rules } }
}

/// The server's own seal at this moment; exchanged as a whole.
package final class SealInForce: Sendable {
    private let current: Mutex<(sealer: Sealer, evidence: [TrustedCertificate.Evidence])>

    /// Starts with a seal.
    package init(_ sealer: Sealer, evidence: [TrustedCertificate.Evidence]) {
        self.current = Mutex((sealer, evidence))
    }

    /// What seals.
    package var sealer: Sealer { self.current.withLock { $0.sealer } }

    /// What its certificate was judged by last; it goes into each dossier, and must be as fresh as the seal.
    package var evidence: [TrustedCertificate.Evidence] { self.current.withLock { $0.evidence } }

    /// Seals with another one, or with fresh evidence, from now on.
    package func replace(with sealer: Sealer, evidence: [TrustedCertificate.Evidence]) {
        self.current.withLock { $0 = (sealer, evidence) }
    }
}
