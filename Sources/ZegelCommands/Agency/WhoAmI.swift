// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import X509
import ZegelClient
import ZegelCore
import ZegelVerify

/// `zegel whoami`: as whom one speaks, and whether the server agrees.
struct WhoAmI: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "whoami",
        abstract: "Show as whom you speak, and what the server says of you.",
        discussion: "It uses the certificate and a token, so that a success means that both work."
    )

    @OptionGroup var agency: AgencyOptions

    func run() async throws {
        try await self.agency.connected { connection in
            let profile = connection.profile
            let certificate = try profile.client.certificates()[0]
            let server = try await connection.status()
            let oin = OIN(subjectOf: certificate)
            let own = try await connection.organisations().first { $0.oin == oin }
            guard let oin, let own else {
                throw Problem(.notFound, "The server knows no organisation with the number of this certificate.")
            }
            let end = Instant(milliseconds: Int64(certificate.notValidAfter.timeIntervalSince1970 * 1_000))
            let json: JSONValue = [
                "organisation": .string(own.short), "name": .string(own.name), "oin": .string("\(oin)"),
                "mailbox": .string("\(profile.mailbox)"),
                "mailboxes": .array(own.mailboxes.map { .string("\($0.name)") }),
                "certificate": ["notAfter": .string(end.seconds)],
                "server": [
                    "url": .string(profile.url), "name": .string(server.name), "version": .string(server.version),
                    "trial": .bool(server.isTrial),
                ],
            ]
            let text = """
                \(own.short)  \(own.name)
                    oin          \(oin)
                    speaks for   \(profile.mailbox)
                    mailboxes    \(own.mailboxes.map { "\($0.name)" }.joined(separator: ", "))
                    certificate  valid until \(end.seconds)
                    server       \(profile.url), interface \(server.version)\(server.isTrial ? ", for trials only" : "")
                """
            Output.result(self.agency.json ? json : nil, else: text)
        }
    }
}
