// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import Foundation
import Logging
import ServiceLifecycle
import UnixSignals
import X509
package import ZegelCore
import ZegelTrust

/// An authority for time-stamps (RFC 3161) for trials: its clock is that of this machine, and its key lies in a file.
package struct TrialTimestampAuthority: Sendable {
    /// The policy that its tokens are under, below the arc that is set aside for examples: it promises nothing.
    package static let policy = "2.999.3161"

    private let signer: TimestampSigner

    /// Takes its certificate with the chain, and its key.
    ///
    /// - Throws: `configuration.invalid` where they do not go together.
    package init(certificatePEM: String, keyPEM: String) throws(Problem) {
        do {
            let chain = try PEMFile.certificates(in: certificatePEM)
            guard let certificate = chain.first else { throw TrustError(.fileSyntax) }
            self.signer = try TimestampSigner(
                certificate: certificate,
                intermediates: Array(chain.dropFirst()),
                key: SigningKey(pem: keyPEM),
                policy: Self.policy
            )
        } catch {
            throw Problem(.configuration, "The key of the authority for time-stamps cannot be used: \(error)")
        }
    }

    /// Answers until it is told to stop by SIGTERM or SIGINT.
    ///
    /// - Parameters:
    ///   - listen: The address; port 0 picks a free one.
    ///   - clock: What time it is.
    ///   - ready: Called once questions are answered, with the line to print.
    /// - Throws: `configuration.invalid` for an address that is none; what the system says where it is taken.
    package func run(
        listen: String,
        clock: @escaping WallClock = { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) },
        ready: @escaping @Sendable (JSONValue) -> Void
    ) async throws {
        let logger = Logger(label: "zegel.tsa") { JSONLogHandler(label: $0, level: .info, clock: clock) }
        guard let endpoint = try ServerConfiguration.Endpoint.option(listen) else { return }
        let desk = QuestionDesk(path: "/", maximumBytes: TimestampRequest.maximumBytes) { question in
            self.answer(question, at: clock())
        } record: { answer in
            logger.info(
                "question",
                metadata: ["status": .stringConvertible(answer.status), "outcome": .string(answer.word)]
            )
        }
        let service = QuestionListener(desk: desk, endpoint: endpoint) { port in
            ready([
                "event": "ready", "url": .string("http://\(endpoint.host):\(port)/"), "policy": .string(Self.policy),
            ])
        }
        try await ServiceGroup(
            configuration: .init(services: [service], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        ).run()
    }

    /// Answers one request; the number of a token is drawn, so that it needs no memory to give none twice.
    private func answer(_ question: [UInt8], at now: Instant) -> QuestionAnswer {
        let number = UInt64.random(in: 1 ... .max)
        do {
            return QuestionAnswer(
                status: 200,
                type: "application/timestamp-reply",
                body: try self.signer.respond(to: question, at: now.milliseconds, serialNumber: number),
                word: "answered"
            )
        } catch {
            let text = Array("nothing was signed\n".utf8)
            return QuestionAnswer(status: 500, type: "text/plain; charset=utf-8", body: text, word: "failed")
        }
    }
}
