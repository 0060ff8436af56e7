// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1
import Testing
import X509
import ZegelCore
import ZegelTrust

@Suite("A deep or strange chain")
struct DeepChainTests {
    private static func authority(
        _ name: String,
        below above: CertificateAuthority? = nil,
        _ change: (inout LeafRequest) throws -> Void = { _ in }
    ) throws -> CertificateAuthority {
        var request = try LeafRequest(authority: name, pathLength: nil, from: TestPKI.moment, years: 5)
        try change(&request)
        return try above.map { try CertificateAuthority(request, below: $0) } ?? CertificateAuthority(root: request)
    }

    private static func source(
        _ authorities: [CertificateAuthority],
        listsOf: [CertificateAuthority]
    ) throws -> TrustSource {
        try TrustSource(
            anchorsPEM: authorities.map(\.identity.pem),
            crlsPEM: try listsOf.map { try $0.list(at: TestPKI.moment, days: 30).pemText }
        )
    }

    @Test("of root, domain and provider, as PKIoverheid has it, is trusted")
    func pkioverheid() async throws {
        let root = try Self.authority("Staat der Nederlanden Root") { $0.keyKind = .rsa(bits: 4_096) }
        let domain = try Self.authority("Domein Private Services", below: root) { $0.keyKind = .rsa(bits: 3_072) }
        let provider = try Self.authority("TSP Private Services", below: domain) {
            $0.basicConstraints = .isCertificateAuthority(maxPathLength: 0)
            $0.extendedKeyUsages = [.clientAuth, .serverAuth, .emailProtection, .documentSigning]
        }
        let all = [root, domain, provider]
        let leaf = try provider.issue(TestPKI.request(.client)).certificate
        let verdict = try await TestPKI.judge(leaf, .client, by: Self.source(all, listsOf: all))
        #expect(verdict.trusted?.chain == [leaf] + all.reversed().map(\.certificate))
        // The peer presents what stands between, in any order, and a list is missing.
        let anchor = try Self.source([root], listsOf: [root])
        let presented = [domain.certificate, provider.certificate]
        #expect(try await TestPKI.judge(leaf, .client, by: anchor).code == "certificate.untrusted")
        let undecided = try await TestPKI.judge(leaf, .client, presenting: presented, by: anchor)
        #expect(undecided.code == "revocation.missing")
        let one = try await TestPKI.judge(leaf, .client, presenting: [presented[0]], by: anchor)
        #expect(one.code == "certificate.untrusted")
    }

    @Test("says which certificate of it is refused")
    func position() async throws {
        let root = try Self.authority("Root")
        let domain = try Self.authority("Domain", below: root) {
            $0.notAfter = TestPKI.moment.advanced(bySeconds: 30)
        }
        let provider = try Self.authority("Provider", below: domain)
        let all = [root, domain, provider]
        let leaf = try provider.issue(TestPKI.request(.seal)).certificate
        let verdict = try await TestPKI.judge(leaf, .seal, by: Self.source(all, listsOf: all))
        guard case .refused(let error) = verdict else { return #expect(Bool(false), "\(verdict)") }
        #expect(error == TrustError(.expired))
        #expect(error.position == 2)
        let missing = try await TestPKI.judge(
            leaf,
            .seal,
            by: Self.source(all, listsOf: [domain, provider]),
            at: TestPKI.moment
        )
        guard case .undecided(let doubt) = missing else { return #expect(Bool(false), "\(missing)") }
        #expect(doubt.position == 2)
    }

    @Test("in which an authority changed its key does not count that change in the path length")
    func keyChange() async throws {
        let root = try Self.authority("Root") { $0.basicConstraints = .isCertificateAuthority(maxPathLength: 1) }
        let old = try Self.authority("Authority", below: root)
        let new = try Self.authority("Authority", below: old)
        let leaf = try new.issue(TestPKI.request(.seal)).certificate
        let all = [root, old, new]
        #expect(try await TestPKI.judge(leaf, .seal, by: Self.source(all, listsOf: all)).code == "trusted")
        let renamed = try Self.authority("Another", below: old)
        let longer = try renamed.issue(TestPKI.request(.seal)).certificate
        let three = [root, old, renamed]
        let refused = try await TestPKI.judge(longer, .seal, by: Self.source(three, listsOf: three))
        #expect(refused.code == "certificate.path-length")
    }

    @Test("whose issuer may not sign lists stays undecided")
    func withoutLists() async throws {
        let root = try Self.authority("Root")
        let mute = try Self.authority("Mute", below: root) { $0.keyUsage = KeyUsage(keyCertSign: true) }
        let leaf = try mute.issue(TestPKI.request(.seal)).certificate
        let verdict = try await TestPKI.judge(leaf, .seal, by: Self.source([root, mute], listsOf: [root]))
        #expect(verdict.code == "revocation.missing")
        #expect(verdict.isUndecided)
    }

    @Test("in which one signature is changed is not trusted")
    func brokenSignature() async throws {
        let pki = try TestPKI.shared.get()
        let good = try pki.issuing.issue(TestPKI.request(.seal))
        var der = good.der
        der[der.count - 1] ^= 1
        let broken = try Certificate.reading(der)
        #expect(try await TestPKI.judge(good.certificate, .seal).code == "trusted")
        #expect(try await TestPKI.judge(broken, .seal).code == "certificate.untrusted")
    }

    @Test("that is nothing but a self-signed certificate of an organisation is not trusted")
    func selfSigned() async throws {
        let own = try CertificateAuthority(root: TestPKI.request(.seal)).certificate
        #expect(try await TestPKI.judge(own, .seal).code == "certificate.untrusted")
        #expect(try await TestPKI.judge(own, .seal, presenting: [own]).code == "certificate.untrusted")
    }

    @Test("can be judged without asking for a job, down to the anchor itself")
    func anyJob() async throws {
        let pki = try TestPKI.shared.get()
        let leaf = try pki.issuing.issue(TestPKI.request(.client)).certificate
        let stranger = try TestAuthority(at: TestPKI.moment).root.certificate
        for (certificate, code) in [
            (leaf, "trusted"), (pki.issuing.certificate, "trusted"), (pki.root.certificate, "trusted"),
            (stranger, "certificate.untrusted"),
        ] {
            let verdict = try await pki.source().validate(
                leaf: certificate,
                intermediates: [],
                profile: nil,
                at: TestPKI.moment,
                view: .live,
                grace: 0
            )
            #expect(verdict.code == code)
        }
    }

    @Test("has its rules told in tables of at least eighty situations, no two of one name")
    func tables() {
        let names =
            CertificateSituation.all.map(\.testDescription) + ChainSituation.all.map(\.testDescription)
            + TermsSituation.all.map(\.testDescription) + UnreadableCertificate.all.map(\.testDescription)
        let lists =
            RevocationSituation.all.map { "revocation: \($0.testDescription)" }
            + ListSituation.all.map { "list: \($0.testDescription)" }
        #expect(Set(names + lists).count == names.count + lists.count)
        #expect(names.count >= 80)
        #expect(lists.count >= 40)
    }
}
