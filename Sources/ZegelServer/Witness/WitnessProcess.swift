// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Logging
import NIOSSL
import ServiceLifecycle
import TransparencyLog
import UnixSignals
package import ZegelCore
import ZegelLog

/// A witness from its configuration to its end.
package struct WitnessProcess {
    /// Runs a witness until it is told to stop by SIGTERM or SIGINT.
    ///
    /// - Parameters:
    ///   - configuration: What its file says.
    ///   - listen: Another address to listen on; port 0 picks a free one.
    ///   - clock: What time it is.
    ///   - ready: Called once questions are answered, with the line to print.
    /// - Throws: ``Problem`` where the configuration does not let it start, or what it remembers cannot be read.
    package static func run(
        _ configuration: WitnessConfiguration,
        listen: String? = nil,
        clock: @escaping WallClock = { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) },
        ready: @escaping @Sendable (JSONValue) -> Void
    ) async throws {
        let logger = Logger(label: "zegel.witness") { JSONLogHandler(label: $0, level: .info, clock: clock) }
        let endpoint = try ServerConfiguration.Endpoint.option(listen) ?? configuration.listen
        let witness = try Witness(
            configuration.cosigner,
            logs: configuration.logs,
            folder: configuration.state,
            clock: clock
        )
        let desk = QuestionDesk(path: "/add-checkpoint", maximumBytes: AddCheckpoint.maximumBytes) { question in
            let (answer, origin) = witness.answer(question)
            return QuestionAnswer(
                status: answer.status,
                type: answer.type,
                body: Array(answer.body.utf8),
                word: answer.word,
                subject: origin?.description
            )
        } record: { answer in
            logger.info(
                "question",
                metadata: [
                    "log": .string(answer.subject ?? "-"), "status": .stringConvertible(answer.status),
                    "outcome": .string(answer.word),
                ]
            )
        }
        let tls = try configuration.tls.map { try Self.context($0) }
        let service = QuestionListener(desk: desk, tls: tls, endpoint: endpoint) { port in
            ready([
                "event": "ready", "witness": .string("\(witness.verifier)"),
                "url": .string("\(tls == nil ? "http" : "https")://\(endpoint.host):\(port)"),
            ])
        }
        try await ServiceGroup(
            configuration: .init(services: [service], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        ).run()
    }

    private static func context(_ pair: ServerConfiguration.KeyPair) throws(Problem) -> NIOSSLContext {
        do {
            let chain = try NIOSSLCertificate.fromPEMBytes(Array(try TextFile.read(pair.certificate).utf8))
            let key = try NIOSSLPrivateKey(bytes: Array(try TextFile.read(pair.key).utf8), format: .pem)
            var configuration = TLSConfiguration.makeServerConfiguration(
                certificateChain: chain.map { .certificate($0) },
                privateKey: .privateKey(key)
            )
            configuration.minimumTLSVersion = .tlsv13
            configuration.applicationProtocols = ["http/1.1"]
            return try NIOSSLContext(configuration: configuration)
        } catch let problem as Problem {
            throw problem
        } catch {
            throw Problem(.configuration, "The TLS certificate or key of the witness cannot be used.")
        }
    }
}
