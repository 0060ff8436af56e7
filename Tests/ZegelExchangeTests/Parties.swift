// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import Foundation
import X509
import ZegelCore
import ZegelPolicy
import ZegelTrust

/// An authority with a server and the parties of the tests, made once.
struct Parties: Sendable {
    static let shared = Result { try Parties() }

    /// When everything happens unless a test moves its clock: 2026-11-20T12:00:00Z.
    static let now = Instant(milliseconds: 1_795_176_000_000)

    struct Party: Sendable {
        let oin: OIN
        let seal: CAdESSigner
        let release: CAdESSigner
        let releaseCertificate: Certificate
    }

    let authority: TestAuthority
    let server: Party
    /// A server of partners, and one that passes on what comes from others.
    let partner: Party
    let hub: Party
    let policy: PolicySet
    private let byName: [String: Party]
    private static let speaking = [
        "aivd", "pinl", "mivd", "om", "nctv", "ind", "politie", "kmar", "gemeente-den-haag", "bz", "rvdk", "fiod",
        "duo", "coa",
        "bank-a", "dji", "reclassering",
    ]

    init() throws {
        let begin = Self.now.advanced(bySeconds: -86_400)
        let authority = try TestAuthority(at: begin)
        let policy = try PolicySet(.embedded)
        func party(_ name: String, _ oin: OIN) throws -> Party {
            func signer(_ profile: CertificateProfile) throws -> (Certificate, CAdESSigner) {
                let issued = try authority.issue(
                    profile,
                    organisation: name,
                    oin: oin,
                    pseudonym: profile == .release ? "\(name)-second" : nil,
                    from: begin
                )
                let signer = try CAdESSigner(
                    certificate: issued.certificate,
                    intermediates: [authority.issuing.certificate],
                    key: SigningKey(pem: issued.keyPEM)
                )
                return (issued.certificate, signer)
            }
            let release = try signer(.release)
            return Party(oin: oin, seal: try signer(.seal).1, release: release.1, releaseCertificate: release.0)
        }
        func numbered(_ name: String, _ number: String) throws -> Party {
            guard let oin = OIN(number) else { throw Missing() }
            return try party(name, oin)
        }
        self.authority = authority
        self.server = try numbered("zegel", "00000099000000099000")
        self.partner = try numbered("partner", "00000099000000099002")
        self.hub = try numbered("hub", "00000099000000099003")
        self.policy = policy
        self.byName = try policy.organisations.organisations
            .filter { Self.speaking.contains($0.short) }
            .reduce(into: [:]) { $0[$1.short] = try party($1.short, $1.oin) }
    }

    subscript(name: String) -> Party {
        get throws {
            guard let party = self.byName[name] else { throw Missing() }
            return party
        }
    }

    func organisation(_ name: String) throws -> Organisation {
        guard let found = self.policy.organisations.organisations.first(where: { $0.short == name }) else {
            throw Missing()
        }
        return found
    }
}

/// What a helper throws where a test cannot be set up.
struct Missing: Error {}
