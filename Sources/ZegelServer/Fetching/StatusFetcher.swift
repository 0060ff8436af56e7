// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Logging
import Metrics
import X509
import ZegelClient
import ZegelCore
import ZegelTrust

/// Asks responders about certificates (OCSP), and asks again before the answers end.
///
/// Who connects with a certificate that nobody asked about yet waits for the answer, within the time that a handshake has. One question about a
/// certificate runs at a time; after a failure it is not asked again at once, however often its holder comes.
actor StatusFetcher: StatusAsker {
    /// Seconds for an answer; less than a handshake may take.
    private static let seconds: Int64 = 5
    /// Questions that wait for an answer at a time.
    private static let maximumOpen = 64
    /// Certificates of which a failure is remembered.
    private static let maximumFailures = 4_096

    private struct Key: Hashable {
        let subject: StatusSubject
        let address: String
    }

    /// What responders said.
    nonisolated let book: StatusBook
    private let files: StatusFiles
    private let caller: OutsideCaller
    private let clock: WallClock
    private let logger: Logger
    private let schedule: FetchSchedule
    private var open: [Key: Task<Void, Never>] = [:]
    private var failures: [Key: (count: Int, due: Instant, problem: Problem)] = [:]
    private var due: [StatusSubject: Instant] = [:]
    /// The certificates about which another answer than before came since the last round.
    private var news: Set<StatusSubject> = []

    init(
        _ caller: OutsideCaller,
        keeping files: StatusFiles,
        every seconds: Int64,
        clock: @escaping WallClock,
        logger: Logger,
        random: @escaping @Sendable () -> Double = { .random(in: 0...1) }
    ) {
        self.book = StatusBook()
        self.files = files
        self.caller = caller
        self.clock = clock
        self.logger = logger
        self.schedule = FetchSchedule(every: seconds, random: random)
    }

    /// Takes up before the start what was kept.
    nonisolated func prepare(by trust: TrustSource) { self.files.read(into: self.book, by: trust, at: self.clock()) }

    func ask(about serial: SerialNumber, by issuer: Certificate, at address: String) async {
        let key = Key(subject: StatusSubject(serial, by: issuer), address: address)
        if let running = self.open[key] { return await running.value }
        if let failure = self.failures[key], self.clock() < failure.due { return }
        guard self.open.count < Self.maximumOpen else {
            self.logger.error("too many responders are asked at a time")
            return
        }
        let task = Task { await self.answer(key, serial, issuer) }
        self.open[key] = task
        await task.value
        self.open[key] = nil
    }

    /// Asks again about what is due.
    ///
    /// - Returns: The certificates about which there is another answer now.
    func round() async -> Set<StatusSubject> {
        let now = self.clock()
        let before = self.book.all
        self.due = self.due.filter { entry in before.contains { $0.status.subject == entry.key } }
        let asked = before.filter { self.due[$0.status.subject].map { $0 <= now } ?? true }
        await withTaskGroup { group in
            for entry in asked.prefix(Self.maximumOpen) {
                group.addTask {
                    await self.ask(about: entry.status.subject.serial, by: entry.status.issuer, at: entry.address)
                }
            }
        }
        for subject in before.map(\.status.subject) where self.book.drop(subject, at: now) {
            self.files.remove(subject)
            self.news.insert(subject)
        }
        defer { self.news = [] }
        return self.news
    }

    /// Why the last question about a certificate failed; `nil` where it went well.
    func refusal(of serial: SerialNumber) -> Problem? {
        self.failures.first { $0.key.subject.serial == serial }?.value.problem
    }

    // MARK: -

    private func answer(_ key: Key, _ serial: SerialNumber, _ issuer: Certificate) async {
        do throws(Problem) {
            let last = self.book[key.subject]
            let status = try await self.fetch(key, serial, issuer)
            if let last, last != status { self.news.insert(key.subject) }
            self.failures[key] = nil
            self.due[key.subject] = self.schedule.next(after: self.clock(), until: status.nextUpdate)
            Counter(
                label: "zegel_ocsp_answers_total",
                dimensions: [("outcome", status.revocation == nil ? "good" : "revoked")]
            )
            .increment()
        } catch {
            self.failed(key, error)
        }
    }

    private func fetch(
        _ key: Key,
        _ serial: SerialNumber,
        _ issuer: Certificate
    ) async throws(Problem) -> CertificateStatus {
        guard FetchAddress(key.address) != nil else {
            throw Problem(.configuration, "The address of the responder in a certificate cannot be used.")
        }
        let question = StatusQuestion(serial, of: issuer)
        let bytes = try await self.caller.post(
            question.der,
            type: "application/ocsp-request",
            to: key.address,
            atMost: StatusAnswer.maximumBytes,
            within: Self.seconds
        )
        do throws(TrustError) {
            let answer = try StatusAnswer(parsing: bytes)
            let status = try CertificateStatus(answer, about: serial, by: issuer, nonce: question.nonce)
            try self.book.keep(status, from: key.address, at: self.clock())
            // Without the file a start needs the network again, and that is all.
            if (try? self.files.keep(status, from: key.address)) == nil {
                self.logger.error("the answer of a responder cannot be kept in a file")
            }
            return status
        } catch {
            throw error.problem
        }
    }

    private func failed(_ key: Key, _ problem: Problem) {
        let now = self.clock()
        let count = (self.failures[key]?.count ?? 0) + 1
        let due = self.schedule.next(after: now, failures: count)
        if self.failures.count >= Self.maximumFailures {
            self.failures = self.failures.filter { now < $0.value.due }
            if self.failures.count >= Self.maximumFailures { self.failures = [:] }
        }
        self.failures[key] = (count, due, problem)
        self.due[key.subject] = due
        Counter(label: "zegel_ocsp_answers_total", dimensions: [("outcome", "failed")]).increment()
        self.logger.error(
            "a responder gave no answer that holds",
            metadata: [
                "source": .string(key.address), "code": .string(problem.code), "reason": .string(problem.detail),
                "failures": .stringConvertible(count), "next": .string(due.description),
            ]
        )
    }
}
