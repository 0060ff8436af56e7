// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import X509
import ZegelCore

@testable import ZegelTrust

@Suite("The evaluator")
struct TrustEvaluatorTests {
    let pki: TestAuthority
    let leaf: Certificate
    let digest: ContentDigest

    init() throws {
        self.pki = try TestPKI.shared.get()
        self.leaf = try self.pki.issuing.issue(TestPKI.request(.client)).certificate
        self.digest = ContentDigest(of: self.leaf.derBytes)
    }

    private func evaluator(grace: Int64 = 0, capacity: Int = 16) throws -> TrustEvaluator {
        TrustEvaluator(source: try self.pki.source(), grace: grace, capacity: capacity)
    }

    private func moment(_ days: Int64, _ seconds: Int64 = 0) -> Instant {
        TestPKI.moment.advanced(bySeconds: days * TestPKI.day + seconds)
    }

    @Test("remembers a good certificate until a list or the grace behind it ends", arguments: [0, 7] as [Int64])
    func remembering(_ graceDays: Int64) async throws {
        let evaluator = try self.evaluator(grace: graceDays * TestPKI.day)
        #expect(evaluator.known(self.digest, profile: .client, at: self.moment(1)) == nil)
        let verdict = await evaluator.judge(leaf: self.leaf, intermediates: [], profile: .client, at: self.moment(1))
        #expect(verdict.code == "trusted")
        let end = 30 + graceDays
        #expect(evaluator.known(self.digest, profile: .client, at: self.moment(1)) != nil)
        #expect(evaluator.known(self.digest, profile: .client, at: self.moment(end)) != nil)
        #expect(evaluator.known(self.digest, profile: .client, at: self.moment(end, 1)) == nil)
        // Nor before the chain was valid, should the clock be set back.
        #expect(evaluator.known(self.digest, profile: .client, at: self.moment(0, -1)) == nil)
        let late = self.moment(end, 1)
        let after = await evaluator.judge(leaf: self.leaf, intermediates: [], profile: .client, at: late)
        #expect(after.code == "revocation.stale")
    }

    @Test("keeps the jobs of one certificate apart")
    func profiles() async throws {
        let evaluator = try self.evaluator()
        _ = await evaluator.judge(leaf: self.leaf, intermediates: [], profile: .client, at: self.moment(1))
        #expect(evaluator.known(self.digest, profile: .client, at: self.moment(1)) != nil)
        for profile in CertificateProfile.allCases where profile != .client {
            #expect(evaluator.known(self.digest, profile: profile, at: self.moment(1)) == nil)
        }
    }

    @Test("remembers nothing that was refused or undecided")
    func negatives() async throws {
        let evaluator = try self.evaluator()
        let refused = await evaluator.judge(leaf: self.leaf, intermediates: [], profile: .seal, at: self.moment(1))
        #expect(refused.code == "certificate.key-usage")
        #expect(evaluator.known(self.digest, profile: .seal, at: self.moment(1)) == nil)
        let stale = await evaluator.judge(leaf: self.leaf, intermediates: [], profile: .client, at: self.moment(31))
        #expect(stale.isUndecided)
        #expect(evaluator.known(self.digest, profile: .client, at: self.moment(1)) == nil)
    }

    @Test("forgets all when the source is replaced, and judges by the new one")
    func replacing() async throws {
        let evaluator = try self.evaluator()
        _ = await evaluator.judge(leaf: self.leaf, intermediates: [], profile: .client, at: self.moment(1))
        let serial = try #require(SerialNumber(self.leaf.serialNumber))
        let renewed = try self.pki.issuing.list(
            after: self.pki.issuingList,
            revoking: [.init(serial, at: self.moment(1))],
            at: self.moment(1),
            days: 30
        )
        evaluator.replace(with: try self.pki.source(lists: [self.pki.rootList, renewed]))
        #expect(evaluator.known(self.digest, profile: .client, at: self.moment(1)) == nil)
        let now = await evaluator.judge(leaf: self.leaf, intermediates: [], profile: .client, at: self.moment(1, 1))
        #expect(now.code == "certificate.revoked")
        let past = self.moment(0, 60)
        let then = await evaluator.judge(leaf: self.leaf, intermediates: [], profile: .client, atPast: past)
        #expect(then.code == "trusted")
        #expect(evaluator.known(self.digest, profile: .client, at: past) == nil)
    }

    @Test("never holds more than its capacity, and keeps what is used")
    func capacity() async throws {
        let moment = self.moment(1)
        let evaluator = try self.evaluator(capacity: 8)
        _ = await evaluator.judge(leaf: self.leaf, intermediates: [], profile: .client, at: moment)
        var others: [ContentDigest] = []
        for _ in 0..<20 {
            let other = try self.pki.issuing.issue(TestPKI.request(.client)).certificate
            _ = await evaluator.judge(leaf: other, intermediates: [], profile: .client, at: moment)
            others.append(ContentDigest(of: other.derBytes))
            #expect(evaluator.known(self.digest, profile: .client, at: moment) != nil)
        }
        let kept = others.filter { evaluator.known($0, profile: .client, at: moment) != nil }
        #expect(kept.count < 8)
        #expect(kept.last == others.last)
    }

    @Test("judges many certificates at once without mixing them up")
    func concurrency() async throws {
        let evaluator = try self.evaluator(capacity: 4)
        let moment = self.moment(1)
        let issued = try (0..<8).map { _ in try self.pki.issuing.issue(TestPKI.request(.client)).certificate }
        await withTaskGroup(of: Bool.self) { group in
            for round in 0..<64 {
                let leaf = issued[round % issued.count]
                group.addTask {
                    let verdict = await evaluator.judge(leaf: leaf, intermediates: [], profile: .client, at: moment)
                    return verdict.trusted?.certificate == leaf
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }
}
