// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Crypto
import ZegelCore
import ZegelIdentity

/// `zegel-bench token`: what it costs to say on a request what its token is worth.
struct TokenBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "What the check of a token costs that was verified before on this connection."
    )

    @OptionGroup var options: MeasuringOptions

    func run() async throws {
        let installation = try BenchInstallation()
        let connection = try await installation.connection()
        let keys = try await TokenKeys(signingPEM: P256.Signing.PrivateKey().pemRepresentation)
        let service = TokenService(
            name: BenchInstallation.name,
            keys: keys,
            lifetime: 3_600,
            directory: { installation.directory },
            clock: { installation.now }
        )
        let issued = try await service.issue(form: [("grant_type", "client_credentials")], to: connection)
        let field = "Bearer \(issued.text)"
        _ = try await service.verify(BearerToken(authorization: [field]), on: connection)
        let cached = Candidate("a token that is known, from the header field on", goal: .verifications(0.06)) {
            let token = try BearerToken(authorization: [field])
            guard try service.known(token, on: connection)?.oin == connection.oin else { throw WrongAnswer() }
        }
        try BenchmarkReport([cached], self.options).tell(asJSON: self.options.json)
    }
}
