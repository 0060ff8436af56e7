// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import Synchronization
import Testing
import ZegelCore
import ZegelTrust

@testable import ZegelIdentity
@testable import ZegelTransport

/// An installation with a PKI, one organisation, a clock that stands still, and a key for tokens.
final class TestInstallation: Sendable {
    static let start = Instant(milliseconds: 1_800_000_000_000)
    static let name = "https://zegel.example"

    let authority: TestAuthority
    let oin: OIN
    let client: IssuedCertificate
    let tokenKey = P256.Signing.PrivateKey()
    let trust: TrustEvaluator
    let organisations: Mutex<[Organisation]>
    let servers = Mutex<[PartnerServer]>([])
    let now = Mutex(TestInstallation.start)

    init() throws {
        self.authority = try TestAuthority(at: Self.start.advanced(bySeconds: -86_400))
        self.oin = try #require(OIN("00000099000000001000"))
        self.client = try self.authority.issue(
            .client,
            organisation: "AIVD",
            oin: self.oin,
            from: Self.start.advanced(bySeconds: -3_600)
        )
        self.trust = TrustEvaluator(source: try self.authority.source(), grace: 86_400)
        self.organisations = Mutex([try Self.organisation(self.oin)])
    }

    static func organisation(
        _ oin: OIN,
        scopes: Set<Scope.Name> = [.send, .read, .acknowledge],
        until: String? = nil
    ) throws -> Organisation {
        Organisation(
            oin: oin,
            short: "aivd",
            name: "AIVD",
            kind: .service,
            region: .nl,
            mailboxes: [
                .init(name: try #require(MailboxName("aivd/ct")), clearance: .departementaalVertrouwelijk),
                .init(name: try #require(MailboxName("aivd/analyse")), clearance: .departementaalVertrouwelijk),
            ],
            scopes: scopes,
            validUntil: until.flatMap { CalendarDate($0) }
        )
    }

    func authenticator(serverOIN: String = "00000099000000099000") throws -> ConnectionAuthenticator {
        ConnectionAuthenticator(
            trust: self.trust,
            directory: self.directory,
            serverOIN: try #require(OIN(serverOIN)),
            clock: self.clock
        )
    }

    func tokens(lifetime: Int64 = 600, capacity: Int = 16, keys: TokenKeys? = nil) async throws -> TokenService {
        let own = try await TokenKeys(signingPEM: self.tokenKey.pemRepresentation)
        return TokenService(
            name: Self.name,
            keys: keys ?? own,
            lifetime: lifetime,
            capacity: capacity,
            directory: self.directory,
            clock: self.clock
        )
    }

    /// The chain as a client with this certificate presents it.
    func chain(_ certificate: IssuedCertificate? = nil, isResumed: Bool = false) -> PresentedChain {
        let leaf = certificate ?? self.client
        return PresentedChain(
            leaf: leaf.certificate,
            leafDER: leaf.der,
            thumbprint: ContentDigest(of: leaf.der),
            intermediates: [self.authority.issuing.certificate],
            isResumed: isResumed
        )
    }

    func connection() async throws -> ConnectionIdentity {
        try await self.authenticator().authenticate(self.chain()).get()
    }

    var directory: @Sendable () -> OrganisationDirectory {
        { OrganisationDirectory(self.organisations.withLock { $0 }, servers: self.servers.withLock { $0 }) }
    }

    var clock: WallClock { { self.now.withLock { $0 } } }

    func pass(seconds: Int64) { self.now.withLock { $0 = $0.advanced(bySeconds: seconds) } }
}
