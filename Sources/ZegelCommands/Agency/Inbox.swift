// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ZegelClient
import ZegelCore

/// `zegel inbox`: what is in a mailbox.
struct Inbox: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the post of a mailbox, in order of arrival.",
        discussion: """
            With --wait an empty mailbox is watched for up to 60 seconds until post comes. With --watch what is there is \
            printed and then what comes, until you end it (Ctrl-C, exit 130); a connection that breaks is made again. \
            With --json each message is then one line of JSON. \
            The numbers of each sender are remembered: where one is missing or comes twice that is told, exit 9.
            """
    )

    @OptionGroup var agency: AgencyOptions

    @Option(help: "The mailbox, instead of the one in the profile.")
    var mailbox: MailboxName?

    @Option(help: "Continue after this cursor, the “next” of the page before.")
    var after: String?

    @Option(help: "How many messages at most, 1 to 1,000.")
    var limit = 100

    @Option(help: "Seconds to wait for post, at most 60.")
    var wait = 0

    @Flag(help: "Go on: print what comes, as it comes.")
    var watch = false

    @OptionGroup var claims: ClaimOptions

    func validate() throws {
        guard !self.watch || self.wait == 0 else { throw ValidationError("--watch waits by itself, without --wait.") }
        guard (1...1_000).contains(self.limit) else { throw ValidationError("--limit takes 1 to 1,000.") }
        guard self.claims.claim == nil || self.after == nil && self.wait == 0 && !self.watch && self.limit <= 100 else {
            throw ValidationError("--claim takes what comes first, 100 at most, without --after, --wait and --watch.")
        }
        guard (0...60).contains(self.wait) else { throw ValidationError("--wait takes 0 to 60.") }
    }

    func run() async throws {
        try await self.agency.connected { connection in
            if self.watch {
                let mailbox = self.mailbox ?? connection.profile.mailbox
                return try await InboxWatch(mailbox, connection, asJSON: self.agency.json).run(after: self.after)
            }
            if let name = self.claims.claim { return try await self.claim(as: name, connection) }
            let page = try await connection.mailbox(
                self.mailbox,
                after: self.after,
                limit: self.limit,
                wait: self.wait
            )
            let mailbox = self.mailbox ?? connection.profile.mailbox
            let name = "\(mailbox)"
            var report = NumberReport()
            report.tell(try connection.note(page.messages, in: mailbox))
            if page.messages.count < self.limit { report.tell(try await connection.missing(in: mailbox)) }
            let json: JSONValue = [
                "mailbox": .string(name), "messages": .array(page.messages.map(\.json)),
                "next": page.next.map { .string($0) } ?? .null,
            ]
            let text = page.messages.isEmpty ? "\(name) is empty." : Self.table(page.messages).text
            Output.result(self.agency.json ? json : nil, else: text)
            if !self.agency.json, page.messages.count == self.limit, let next = page.next {
                Output.note("There may be more: --after \(next)")
            }
            try report.end()
        }
    }

    private func claim(as name: String, _ connection: ZegelConnection) async throws {
        let mailbox = self.mailbox ?? connection.profile.mailbox
        let claimed = try await connection.claim(mailbox, as: name, limit: self.limit, lease: self.claims.lease)
        var report = NumberReport()
        report.tell(try connection.note(claimed.messages, in: mailbox))
        let json: JSONValue = [
            "mailbox": .string("\(mailbox)"), "messages": .array(claimed.messages.map(\.json)),
            "until": .string("\(claimed.until)"),
        ]
        let text = claimed.messages.isEmpty ? "Nothing in \(mailbox) is free." : Self.table(claimed.messages).text
        Output.result(self.agency.json ? json : nil, else: text)
        if !claimed.messages.isEmpty, !self.agency.json { Output.note("Yours until \(claimed.until).") }
        try report.end()
    }

    static func table(_ messages: [InboxPage.Line]) -> TextTable {
        var table = TextTable([
            "available", "from", "number", "kenmerk", "kind", "classification", "size", "state", "notice", "id",
        ])
        for line in messages {
            table.add([
                line.availableAt.seconds, "\(line.from.mailbox)", line.number.map { "\($0)" } ?? "", "\(line.kenmerk)",
                line.kind, line.classification.rawValue, ProgressLine.size(line.size), line.state?.rawValue ?? "",
                line.notice?.rawValue ?? "", "\(line.id)",
            ])
        }
        return table
    }
}

extension MailboxName: ExpressibleByArgument {
    /// Reads a mailbox as organisation/function.
    package init?(argument: String) { self.init(argument) }
}
