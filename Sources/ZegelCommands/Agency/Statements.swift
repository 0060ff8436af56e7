// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ZegelClient
import ZegelCore
import ZegelVerify

/// `zegel acknowledge`: an addressee has a message and accepts it.
struct Acknowledge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Acknowledge messages, signed with the seal of your organisation.",
        discussion: "With --file the statement is about the container in that file, whatever the server says of it."
    )

    @OptionGroup var agency: AgencyOptions
    @OptionGroup var about: StatementOptions

    func run() async throws { try await self.about.state(.acknowledgement, by: self.agency) }
}

/// `zegel refuse`: an addressee does not accept a message.
struct Refuse: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Refuse messages with a reason, signed with the seal of your organisation.",
        discussion: "The sender reads the reason; it is part of the evidence."
    )

    @OptionGroup var agency: AgencyOptions
    @OptionGroup var about: StatementOptions

    @Option(help: "Why, in 1 to 500 characters.")
    var reason: String

    func run() async throws { try await self.about.state(.refusal(reason: self.reason), by: self.agency) }
}

/// `zegel release`: the second person of the sender lets a message go.
struct Release: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Release messages as the second person, signed with the release certificate.",
        discussion: """
            Read the container before you release it, and name it with --file: then the statement is about what you \
            have read, whatever the server says of it.
            """
    )

    @OptionGroup var agency: AgencyOptions
    @OptionGroup var about: StatementOptions

    func run() async throws { try await self.about.state(.release, by: self.agency) }
}
