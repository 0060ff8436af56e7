// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Logging
import Metrics
import ZegelCore
import ZegelExchange
import ZegelPolicy
import ZegelTransport
import ZegelTrust

/// Puts what the files say in force while the server runs.
///
/// A change that cannot be read or does not hold leaves everything as it was, and is loud: an error in the log, and `zegel_change_refused`
/// at 1 until what the files say is in force again. The policy and the cases are apart: where only they do not hold, or wait for their
/// proof, the last ones decide on and all else comes into force, revocations above all.
actor Reloader {
    private let assembly: ServerAssembly
    private let logger: Logger
    private let clock: WallClock
    private let rules: RulesReloader
    /// What is in force.
    private(set) var installed: Installed
    private var listener: ServerListener?
    private var watch = CertificateWatch()
    /// The files as they were before the last attempt, and at the last look.
    private var tried: FileStamps
    private var seen: FileStamps
    private var paths: [String]
    /// Why the last change is not in force; `nil` where what the files say is.
    private(set) var refusal: Problem?
    private var trialListDue: Instant
    /// The change that was begun last; the next one waits for it, or what was read first could come into force last.
    private var running: Task<Void, Never>?

    /// - Parameter prover: Proves the invariants of a policy; `nil` for what proves them as at a start.
    init(
        _ assembly: ServerAssembly,
        clock: @escaping WallClock,
        logger: Logger,
        proving prover: RulesReloader.Prover? = nil
    ) {
        self.assembly = assembly
        self.logger = logger
        self.clock = clock
        self.rules = RulesReloader(
            proving: prover
                ?? { await InvariantProofs.problem(with: $0, in: assembly.store, at: clock()) }
        )
        self.installed = assembly.installed
        self.paths = assembly.installed.configuration.files
        self.tried = assembly.stamps
        self.seen = self.tried
        self.trialListDue = clock().advanced(bySeconds: 3_600)
    }

    /// Begins: from now on changes reach this listener, too.
    func attach(_ listener: ServerListener) {
        self.listener = listener
        self.show(self.installed)
        self.watchLists()
    }

    private func watchLists() {
        let lists = self.installed.trust.newestLists
        self.watch.watch(lists, grace: self.installed.configuration.grace, at: self.clock(), self.logger)
    }

    /// Looks at the files, and takes over what changed once it is at rest: the same at two looks, so that no half of a change is read.
    func look() async {
        self.watch.warn(self.installed, at: self.clock(), self.logger)
        self.watchLists()
        self.renewTrialList()
        let stamps = FileStamps(self.paths)
        defer { self.seen = stamps }
        if stamps != self.tried, stamps == self.seen { await self.takeOver() }
    }

    /// Takes over what the files say now, a policy when its invariants are proved.
    ///
    /// - Returns: Whether it is in force.
    @discardableResult
    func reload() async -> Bool {
        await self.rules.tryAgain()
        await self.takeOver()
        while let proving = await self.rules.proving { await proving.value }
        return self.refusal == nil
    }

    /// Takes over what may be in force now; a proof goes on beside it.
    private func takeOver() async {
        let before = self.running
        let task = Task {
            await before?.value
            await self.takeOverNow()
        }
        self.running = task
        await task.value
    }

    private func takeOverNow() async {
        do throws(Problem) {
            let configuration = try self.readConfiguration()
            let choice = await self.rules.choose(configuration, after: self.installed.rules) { await self.takeOver() }
            try await self.install(configuration, choice.rules)
            switch choice.held {
            case nil: self.tell(self.installed)
            case .refused(let problem):
                self.refuse(problem, "the policy or the cases were refused, the last ones decide on")
            case .proving: self.logger.notice("the policy is being proved, the last one decides until then")
            }
        } catch {
            self.refuse(error, "a change was refused, all stays as it was")
        }
    }

    /// Puts in force what the files say beside the rules, where it can follow on what is in force.
    private func install(_ configuration: ServerConfiguration, _ rules: InstalledRules) async throws(Problem) {
        let next = try await Installed(
            configuration,
            rules,
            after: self.installed,
            asking: self.assembly.statuses,
            at: self.clock()
        )
        try self.installed.refuseRestart(for: next)
        try await self.assembly.use(next, self.listener, at: self.clock())
        self.installed = next
        self.show(next)
    }

    /// Takes over that there are other answers about certificates: whoever is revoked by one is cut off.
    func use(statuses: Set<StatusSubject>) async {
        guard !statuses.isEmpty else { return }
        self.assembly.context.trust.forget(statuses)
        // The answer about the seal goes along as evidence with every message.
        if !statuses.isDisjoint(with: self.installed.seal.statusSubjects) { await self.takeOver() }
        await self.listener?.judgeAgain()
    }

    /// Reads the configuration, having looked at every file that it names before anything is read.
    private func readConfiguration() throws(Problem) -> ServerConfiguration {
        while true {
            self.tried = FileStamps(self.paths)
            let configuration = try ServerConfiguration.load(self.installed.configuration.path)
            guard configuration.files != self.paths else {
                try self.installed.configuration.refuseRestart(for: configuration)
                return configuration
            }
            self.paths = configuration.files
        }
    }

    private func renewTrialList() {
        let now = self.clock()
        guard self.trialListDue <= now else { return }
        self.trialListDue = now.advanced(bySeconds: 3_600)
        do {
            try TrialRevocationList.renew(self.installed.configuration, at: now)
        } catch {
            self.logger.error("the revocation list of the trial cannot be renewed")
        }
    }

    private func show(_ installed: Installed) {
        self.watch.show(installed)
        for warning in installed.warnings { self.logger.warning("\(warning)") }
        self.watch.warn(installed, at: self.clock(), self.logger)
    }

    private func tell(_ installed: Installed) {
        self.refusal = nil
        Counter(label: "zegel_changes_total", dimensions: [("outcome", "in-force")]).increment()
        Gauge(label: "zegel_change_refused").record(0)
        self.logger.notice(
            "what the files say is in force",
            metadata: [
                "policy": .string(installed.rules.digest.description),
                "cases": .string(installed.rules.caseFiles.digest.description),
            ]
        )
    }

    private func refuse(_ problem: Problem, _ what: Logger.Message) {
        self.refusal = problem
        Counter(label: "zegel_changes_total", dimensions: [("outcome", "refused")]).increment()
        Gauge(label: "zegel_change_refused").record(1)
        self.logger.error(
            what,
            metadata: [
                "code": .string(problem.code), "reason": .string(problem.detail),
                "faults": .array(problem.items.prefix(20).map { .string("\($0.location): \($0.detail)") }),
            ]
        )
    }
}
