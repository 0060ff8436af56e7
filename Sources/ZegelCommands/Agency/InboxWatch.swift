// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ZegelClient
import ZegelCore

/// Prints what is in a mailbox, and then what comes, until somebody ends it.
///
/// An event says that something came, and the list what: so a message is told in full, and the policy decides about that, too.
actor InboxWatch {
    private let mailbox: MailboxName
    private let connection: ZegelConnection
    private let isJSON: Bool
    /// Behind the last line that was printed.
    private var cursor: String?
    /// Printed, but their events have not come yet: no more than a page holds.
    private var ahead: Set<MessageID> = []
    private var report = NumberReport()

    init(_ mailbox: MailboxName, _ connection: ZegelConnection, asJSON isJSON: Bool) {
        self.mailbox = mailbox
        self.connection = connection
        self.isJSON = isJSON
    }

    /// Goes on until Ctrl-C, which is exit 130, or until the server says that the mailbox may not be followed.
    ///
    /// - Parameter cursor: Where to begin; `nil` for the beginning.
    func run(after cursor: String?) async throws {
        self.cursor = cursor
        do {
            try await untilInterrupted { try await self.goOn() }
        } catch is Interruption {
            if let cursor = self.cursor { Output.note("To go on where this ended: --after \(cursor)") }
            throw ExitCode(ProcessExit.interrupted.rawValue)
        }
    }

    private func goOn() async throws {
        try await self.printRest()
        self.ahead = []
        try await self.connection.watch(self.mailbox, after: self.cursor) { try await self.hear($0) }
    }

    private func hear(_ news: MailboxNews) async throws {
        switch news {
        case .arrived(let event):
            if self.ahead.remove(event.message) != nil { return }
            try await self.printRest()
            self.ahead.remove(event.message)
        case .lost(let failure?, let pause):
            Output.note("\(failure.problem.title) Again in \(Double(pause) / 1_000) seconds.")
        case .lost(nil, _): ()
        }
    }

    /// Prints everything behind the last line.
    private func printRest() async throws {
        while true {
            let page = try await self.connection.mailbox(self.mailbox, after: self.cursor, limit: 1_000)
            self.cursor = page.next ?? self.cursor
            self.ahead = Set(page.messages.map(\.id))
            if self.isJSON {
                for line in page.messages { Output.result(line.json) }
            } else if !page.messages.isEmpty {
                Output.result(Inbox.table(page.messages).text)
            }
            self.report.tell(try self.connection.note(page.messages, in: self.mailbox))
            guard page.messages.count == 1_000 else {
                return self.report.tell(try await self.connection.missing(in: self.mailbox))
            }
        }
    }
}
