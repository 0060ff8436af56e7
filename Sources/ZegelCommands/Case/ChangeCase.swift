// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ZegelCore
import ZegelPolicy

/// `zegel case open`: a new case, led by one mailbox.
struct OpenCase: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Open a case, led by a mailbox that sits at its table as long as it is open.",
        discussion: "Example: zegel case open DH-17 --exchange casusoverleg --chair gemeente-den-haag/casus"
    )

    @Argument(help: ArgumentHelp("Its name, as headers will have it; 1 to 64 characters.", valueName: "case"))
    var id: String

    @Option(help: "The exchange.")
    var exchange: String

    @Option(help: "The mailbox that leads it.", transform: CaseArgument.mailbox)
    var chair: MailboxName

    @Option(help: "The first day; else today.", transform: CaseArgument.day)
    var opened: CalendarDate?

    @OptionGroup var options: CaseOptions

    func run() async throws {
        try await self.options.reading { folder in
            let exchange = try folder.known(self.exchange)
            try self.options.change(self.id, of: exchange, in: folder, telling: "Opened") { file throws(Problem) in
                try file.open(self.id, chair: self.chair, on: self.opened ?? .today)
            }
        }
    }
}

/// `zegel case invite`: a seat at the table, with a basis and an end.
struct InviteToCase: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite",
        abstract: "Give a mailbox a seat at the table of a case, with a legal basis and a last day.",
        discussion: """
            Stages are seats: who sits at the table only during detention has its last day when that ends, and is invited
            again for a later stage. Example: zegel case invite DH-17 politie/cter --basis wpg-art20 --until 2026-12-31
            """
    )

    @OptionGroup var named: NamedCase

    @Argument(help: "The mailbox; a member of the exchange.", transform: CaseArgument.mailbox)
    var mailbox: MailboxName

    @Option(help: "The legal basis of its seat; one that the exchange has.")
    var basis: String

    @Option(help: "The first day; else today.", transform: CaseArgument.day)
    var from: CalendarDate?

    @Option(help: "The last day; nobody sits at a table for good.", transform: CaseArgument.day)
    var until: CalendarDate

    @OptionGroup var options: CaseOptions

    func run() async throws {
        try await self.options.reading { folder in
            let exchange = try self.named.exchange(in: folder)
            let bases = folder.policy.bases(of: exchange)
            guard bases.contains(self.basis) else {
                let hint = Spelling.hint(for: self.basis, among: bases)
                throw Problem(.parameterInvalid, "“\(self.basis)” is no legal basis of \(exchange)\(hint)")
            }
            let seat = CaseTable.Member(
                mailbox: self.mailbox,
                basis: self.basis,
                from: self.from ?? .today,
                until: self.until
            )
            let done = "Invited \(self.mailbox) to"
            try self.options.change(self.named.id, of: exchange, in: folder, telling: done) { file throws(Problem) in
                try file.invite(seat, to: self.named.id)
            }
        }
    }
}

/// `zegel case measure`: a mailbox took a measure, which some kinds ask of whom they are sent to.
struct NoteMeasure: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "Note that a mailbox took a measure in a case.",
        discussion: "Some kinds, as the overview of the CT Infobox, go only to those who took one."
    )

    @OptionGroup var named: NamedCase

    @Argument(help: "The mailbox.", transform: CaseArgument.mailbox)
    var mailbox: MailboxName

    @OptionGroup var options: CaseOptions

    func run() async throws {
        let done = "Noted a measure of \(self.mailbox) in"
        try await self.options.change(self.named, telling: done) { file throws(Problem) in
            try file.measure(self.mailbox, in: self.named.id)
        }
    }
}

/// `zegel case end`: a seat ends before its last day.
struct EndSeat: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end",
        abstract: "End the seat of a mailbox: a day, today unless another is named, is its last.",
        discussion: """
            Days begin and end at midnight in the Netherlands. Who must not see another paper today ends the seat with
            --on of yesterday. A seat that would begin later is taken back.
            """
    )

    @OptionGroup var named: NamedCase

    @Argument(help: "The mailbox.", transform: CaseArgument.mailbox)
    var mailbox: MailboxName

    @Option(help: "The last day; else today.", transform: CaseArgument.day)
    var on: CalendarDate?

    @OptionGroup var options: CaseOptions

    func run() async throws {
        let done = "Ended the seat of \(self.mailbox) in"
        try await self.options.change(self.named, telling: done) { file throws(Problem) in
            try file.end(self.mailbox, of: self.named.id, on: self.on ?? .today)
        }
    }
}

/// `zegel case close`: nothing is sent in it any more.
struct CloseCase: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Close a case: from a day on, today unless another is named, nothing is sent in it."
    )

    @OptionGroup var named: NamedCase

    @Option(help: "The first day on which it is closed; else today.", transform: CaseArgument.day)
    var on: CalendarDate?

    @OptionGroup var options: CaseOptions

    func run() async throws {
        try await self.options.change(self.named, telling: "Closed") { file throws(Problem) in
            try file.close(self.named.id, on: self.on ?? .today)
        }
    }
}
