// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization
package import ZegelPolicy
package import ZegelSeal
package import ZegelTrust

/// The policy that decides at this moment; one at a time, exchanged as a whole.
package final class PolicyInForce: Sendable {
    private let current: Mutex<PolicyEngine>

    /// Starts with an engine.
    package init(_ engine: PolicyEngine) { self.current = Mutex(engine) }

    /// The engine in force.
    package var engine: PolicyEngine { self.current.withLock { $0 } }

    /// Decides by another engine from now on; what was decided by the last one is handed back by the committer.
    package func replace(with engine: PolicyEngine) { self.current.withLock { $0 = engine } }
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
