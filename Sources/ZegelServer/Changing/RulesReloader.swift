// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Which policy and cases may come into force: those that read and hold, and whose invariants were proved.
///
/// A proof may take long. It runs beside everything else, one at a time; until it ends the policy that is in force decides.
actor RulesReloader {
    /// What may be in force now, and why that is not what the files say.
    struct Choice: Sendable {
        let rules: InstalledRules
        let held: Held?
    }

    /// Why what the files say is not in force.
    enum Held: Sendable {
        /// It does not hold.
        case refused(Problem)
        /// Its invariants are being proved.
        case proving
    }

    /// Proves the invariants of rules; says what does not hold, `nil` where all does.
    typealias Prover = @Sendable (InstalledRules) async -> Problem?

    private let prover: Prover
    /// Ends when the proof that was begun last has ended and what came of it was taken over; `nil` from then on.
    private(set) var proving: Task<Void, Never>?
    private var isProving = false
    private var begun = 0
    private var proved: ContentDigest?
    private var refuted: (digest: ContentDigest, problem: Problem)?

    init(proving prover: @escaping Prover) { self.prover = prover }

    /// What may be in force.
    ///
    /// - Parameters:
    ///   - last: What is in force.
    ///   - ended: Called when a proof that this call began has ended.
    func choose(
        _ configuration: ServerConfiguration,
        after last: InstalledRules,
        whenProved ended: @escaping @Sendable () async -> Void
    ) async -> Choice {
        do throws(Problem) {
            let next = try await InstalledRules(configuration, after: last)
            if next.digest == last.digest || next.digest == self.proved { return Choice(rules: next, held: nil) }
            if let refuted = self.refuted, refuted.digest == next.digest { throw refuted.problem }
            self.prove(next, ended)
            return Choice(rules: Self.kept(configuration, last), held: .proving)
        } catch {
            return Choice(rules: Self.kept(configuration, last), held: .refused(error))
        }
    }

    /// Forgets that a proof failed: who asks for a reload may have mended what is in no file.
    func tryAgain() { self.refuted = nil }

    /// The policy in force with the cases as they are now, where these fit it.
    private static func kept(_ configuration: ServerConfiguration, _ last: InstalledRules) -> InstalledRules {
        do { return try InstalledRules(configuration, keeping: last) } catch { return last }
    }

    /// One at a time: what the files say when it has ended is looked at then, and that may begin the next.
    private func prove(_ rules: InstalledRules, _ ended: @escaping @Sendable () async -> Void) {
        guard !self.isProving else { return }
        self.isProving = true
        self.begun += 1
        let number = self.begun
        self.proving = Task {
            if let problem = await self.prover(rules) {
                self.refuted = (rules.digest, problem)
            } else {
                self.proved = rules.digest
            }
            self.isProving = false
            await ended()
            if self.begun == number { self.proving = nil }
        }
    }
}
