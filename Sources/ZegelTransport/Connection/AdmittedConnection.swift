// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Synchronization

/// A connection that the gate let in, which can be asked about again when trust or organisations have changed.
///
/// Requests take the identity that was found last, so that a judgement which holds longer, or other rights, count at once.
final class AdmittedConnection<Gate: ConnectionGate>: Sendable {
    /// The key under which the connection is counted.
    let organisation: String
    /// What TLS agreed on.
    let tls: NegotiatedTLS
    private let channel: any Channel
    private let gate: Gate
    private let chain: PresentedChain
    private let current: Mutex<Gate.Identity>

    init(
        _ channel: any Channel,
        _ tls: NegotiatedTLS,
        _ gate: Gate,
        _ chain: PresentedChain,
        _ identity: Gate.Identity
    ) {
        self.channel = channel
        self.tls = tls
        self.gate = gate
        self.chain = chain
        self.organisation = gate.organisationKey(of: identity)
        self.current = Mutex(identity)
    }

    /// Who is connected, as it was judged last.
    var identity: Gate.Identity { self.current.withLock { $0 } }

    /// Asks the gate again, and closes at once where it refuses; what runs is cut off.
    func judgeAgain() async {
        guard let identity = await self.gate.admit(self.chain),
            self.gate.organisationKey(of: identity) == self.organisation
        else {
            self.channel.close(promise: nil)
            return
        }
        self.current.withLock { $0 = identity }
    }
}
