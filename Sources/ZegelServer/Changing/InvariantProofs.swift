// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import NIOCore
import NIOPosix
import ZegelCore
import ZegelPolicy
import ZegelStore

/// Proves the invariants of a policy before it comes into force; what was proved before by this very program is not proved again.
enum InvariantProofs {
    /// This program: another build proves anew.
    static let program: String = {
        let path = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let size = (attributes?[.size] as? NSNumber)?.int64Value ?? 0
        let written = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return "\(size) \(written)"
    }()

    private static let embedded = ProofPlan.embedded(program: Self.program)

    /// Proves what is not known yet, on threads that serve nobody, and makes the proofs durable.
    ///
    /// - Returns: The exchanges whose invariants were proved now, sorted.
    /// - Throws: `configuration.invalid` with each invariant that does not hold, and the smallest request that breaks it.
    static func make(
        for rules: InstalledRules,
        in store: Store,
        at moment: Instant
    ) async throws(Problem) -> [String] {
        do {
            return try await Self.prove(rules, in: store, at: moment)
        } catch let error as YAMLFaults {
            throw Problem(error, code: "policy.invariant")
        } catch {
            throw Problem(any: error)
        }
    }

    /// The same, for who goes on in any case: why a policy may not come into force; `nil` where it may.
    static func problem(with rules: InstalledRules, in store: Store, at moment: Instant) async -> Problem? {
        do {
            _ = try await Self.make(for: rules, in: store, at: moment)
            return nil
        } catch {
            return error
        }
    }

    private static func prove(_ rules: InstalledRules, in store: Store, at moment: Instant) async throws -> [String] {
        let (source, policy) = (rules.policyFiles, rules.policy.policy)
        if source.digest == PolicySource.embedded.digest { return [] }
        let loop = MultiThreadedEventLoopGroup.singleton.any()
        let known = try await store.read(on: loop) { try $0.proofs() }.get()
        let made: (names: [String], keys: [ContentDigest]) = try await NIOThreadPool.singleton.runIfActive {
            let plan = try ProofPlan(source, policy, program: Self.program)
            var missing = plan.keys.filter { !known.contains($0.value) }
            if !missing.isEmpty { missing = missing.filter { !Self.embedded.contains($0.value) } }
            try plan.prove(Set(missing.keys), asOf: moment)
            return (missing.keys.sorted(), Array(missing.values))
        }
        if made.keys.isEmpty { return [] }
        let promise = loop.makePromise(of: Void.self)
        store.committer.commit({ [keys = made.keys] in try $0.keep(proofs: keys) }, answering: promise)
        try await promise.futureResult.get()
        return made.names
    }
}
