// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore
package import ZegelTransport
package import ZegelTrust

/// Says which organisation a connection belongs to: the gate of the listener.
///
/// It judges on every connection, also where TLS was resumed: the chain by its trust source and lists of now, the organisation by the policy
/// in force.
package final class ConnectionAuthenticator: Sendable {
    private let trust: TrustEvaluator
    private let directory: @Sendable () -> OrganisationDirectory
    private let isTest: Bool
    private let clock: WallClock
    private let refused: @Sendable (Problem) -> Void

    /// Creates an authenticator.
    ///
    /// - Parameters:
    ///   - trust: Judges certificates.
    ///   - directory: The organisations of the policy in force.
    ///   - serverOIN: The number of this installation: test numbers talk to test installations only, real ones to real ones.
    ///   - clock: Says what time it is.
    ///   - refused: Told why a connection was refused, for the log; the client cannot be told.
    package init(
        trust: TrustEvaluator,
        directory: @escaping @Sendable () -> OrganisationDirectory,
        serverOIN: OIN,
        clock: @escaping WallClock,
        refused: @escaping @Sendable (Problem) -> Void = { _ in }
    ) {
        self.trust = trust
        self.directory = directory
        self.isTest = serverOIN.isTest
        self.clock = clock
        self.refused = refused
    }

    /// Judges a connection.
    package func authenticate(_ chain: PresentedChain) async -> Result<ConnectionIdentity, Problem> {
        let now = self.clock()
        let verdict = await self.trust.judge(
            leaf: chain.leaf,
            intermediates: chain.intermediates,
            profile: .client,
            at: now
        )
        switch verdict {
        case .trusted(let certificate): return self.identify(certificate, chain, now)
        case .refused(let error), .undecided(let error): return .failure(error.problem)
        }
    }

    private func identify(
        _ certificate: TrustedCertificate,
        _ chain: PresentedChain,
        _ now: Instant
    ) -> Result<ConnectionIdentity, Problem> {
        // A certificate that reads the same but is encoded otherwise would have another thumbprint.
        guard certificate.digest == chain.thumbprint else { return .failure(Problem(.certificateUntrusted)) }
        let oin = certificate.oin
        guard oin.isTest == self.isTest else { return .failure(Problem(.testNumber)) }
        guard let organisation = self.directory().party(oin) else { return .failure(Problem(.organisationUnknown)) }
        guard organisation.isActive(on: now.date) else { return .failure(Problem(.organisationInactive)) }
        return .success(
            ConnectionIdentity(
                oin: oin,
                organisation: organisation,
                certificate: chain.thumbprint,
                validUntil: certificate.validUntil,
                isResumed: chain.isResumed
            )
        )
    }
}

extension ConnectionAuthenticator: ConnectionGate {
    /// Lets in whom it can identify, and tells why it does not.
    package func admit(_ chain: PresentedChain) async -> ConnectionIdentity? {
        switch await self.authenticate(chain) {
        case .success(let identity): return identity
        case .failure(let problem):
            self.refused(problem)
            return nil
        }
    }

    /// Connections are counted by the number of the organisation.
    package func organisationKey(of identity: ConnectionIdentity) -> String { identity.oin.description }
}
