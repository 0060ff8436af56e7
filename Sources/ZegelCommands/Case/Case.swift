// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `zegel case`: who sits at which table.
struct Case: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case",
        abstract: "Open and close cases, and say who sits at their tables.",
        discussion: """
            Cases stand in cases/EXCHANGE.yaml beside the policies. Every change is judged against the policies, written in
            one step and durable when the command ends; a running server takes it over within 5 seconds.
            """,
        groupedSubcommands: [
            CommandGroup(name: "Look", subcommands: [ListCases.self, ShowCase.self]),
            CommandGroup(
                name: "Change",
                subcommands: [OpenCase.self, InviteToCase.self, NoteMeasure.self, EndSeat.self, CloseCase.self]
            ),
        ]
    )
}
