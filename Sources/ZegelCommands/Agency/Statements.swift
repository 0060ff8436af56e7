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
        discussion: """
            The sender reads the reason; it is part of the evidence. Of a message that you sent yourself you refuse what waits \
            for your consent: whoever wants to pass it on reads the reason.
            """
    )

    @OptionGroup var agency: AgencyOptions
    @OptionGroup var about: StatementOptions

    @Option(help: "Why, in 1 to 500 characters.")
    var reason: String

    func run() async throws { try await self.about.state(.refusal(reason: self.reason), by: self.agency) }
}

/// `zegel withdraw`: the originator takes a message back.
struct Withdraw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take messages back with a reason, signed with the seal of your organisation.",
        discussion: """
            Who has not collected a message never will. Who has it is told, reads the reason, and says with \
            “zegel dispose” whether it destroyed its copy or keeps it.
            """
    )

    @OptionGroup var agency: AgencyOptions
    @OptionGroup var about: StatementOptions

    @Option(help: "Why, in 1 to 500 characters; every addressee reads it.")
    var reason: String

    func run() async throws { try await self.about.state(.withdrawal(reason: self.reason), by: self.agency) }
}

/// `zegel correct`: another message takes the place of one.
struct Correct: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say which message takes the place of another, signed with the seal of your organisation.",
        discussion: """
            Send the corrected message first. Then both show each other, and every addressee is told. To take the \
            first one back as well, withdraw it.
            """
    )

    @OptionGroup var agency: AgencyOptions
    @OptionGroup var about: StatementOptions

    @Option(help: "The kenmerk of the message that takes its place.")
    var by: Kenmerk

    @Option(help: "The date of that message, as 2026-12-31.", transform: CaseArgument.day)
    var date: CalendarDate

    func run() async throws {
        let reference = Statement.Reference(kenmerk: self.by, date: self.date)
        try await self.about.state(.correction(replacedBy: reference), by: self.agency)
    }
}

/// `zegel dispose`: an addressee says what became of its copy.
struct Dispose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say that your organisation destroyed its copy of messages, or keeps it, and on which ground.",
        discussion: """
            It is asked of whoever has a message that was withdrawn or corrected, and may be said of any other. A copy \
            that is kept may be destroyed later.
            """
    )

    @OptionGroup var agency: AgencyOptions
    @OptionGroup var about: StatementOptions

    @Flag(help: "What became of it.")
    var outcome: Statement.Outcome

    @Option(help: "On which ground, in 1 to 500 characters, as that it is part of a criminal file.")
    var ground: String

    func run() async throws {
        try await self.about.state(.disposal(self.outcome, ground: self.ground), by: self.agency)
    }
}

extension Statement.Outcome: EnumerableFlag {}

extension Kenmerk: ExpressibleByArgument {
    /// Reads a kenmerk as headers have it.
    package init?(argument: String) { self.init(argument) }
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
