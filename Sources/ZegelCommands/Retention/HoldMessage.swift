// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import ZegelCore
import ZegelPolicy
import ZegelServer

/// Where the holds stand, and which message a command is about.
struct HoldOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("The message.", valueName: "id"), transform: Self.id)
    var message: MessageID

    @Option(help: "The configuration of the server, zegel.yaml.")
    var config: String

    @Flag(help: "Print one JSON document.")
    var json = false

    private static func id(_ text: String) throws -> MessageID {
        guard let id = MessageID(text) else { throw ValidationError("“\(text)” is no id of a message.") }
        return id
    }

    /// Changes the holds and writes them in one step; commands that come at once wait for each other.
    func change(_ done: String, _ change: (inout HoldBook) throws(Problem) -> Void) throws {
        do {
            let path = try ServerConfiguration.load(self.config).retention.holds
            let lock = try FolderLock(URL(fileURLWithPath: path).deletingLastPathComponent().path)
            defer { lock.release() }
            var book = try HoldFile(path).book
            try change(&book)
            try lock.replace(URL(fileURLWithPath: path).lastPathComponent, with: Array(book.text.utf8))
            let holds = book.holds.filter { $0.message == self.message }
            let json: JSONValue = [
                "message": .string("\(self.message)"), "holds": .array(holds.map(\.json)),
            ]
            Output.result(self.json ? json : nil, else: "\(done) \(self.message).")
        } catch { throw CommandFailure(any: error, isJSON: self.json) }
    }
}

/// `zegel retention hold`: stops the clock of a message.
struct HoldMessage: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold",
        abstract: "Keep a message beyond its term: it is part of a criminal file, a complaint, oversight.",
        discussion: """
            The server takes it over before it ends anything more, and the log has that there are other holds. Example: \
            zegel retention hold ID --config zegel.yaml --ground 'criminal file 26-113' --by om/lovj
            """
    )

    @OptionGroup var options: HoldOptions

    @Option(help: "Why, in up to 200 characters.", transform: Self.text)
    var ground: String

    @Option(help: "The mailbox or authority that asks for it.", transform: Self.text)
    var by: String

    @Option(help: "The first day; else today.", transform: CaseArgument.day)
    var since: CalendarDate?

    @Option(help: "The last day; else until it is released.", transform: CaseArgument.day)
    var until: CalendarDate?

    func run() async throws {
        let hold = HoldBook.Hold(
            message: self.options.message,
            ground: self.ground,
            by: self.by,
            since: self.since ?? .today,
            until: self.until
        )
        try self.options.change("Held") { $0.add(hold) }
    }

    private static func text(_ text: String) throws -> String {
        guard let text = HoldBook.text(text) else { throw ValidationError("It has 1 to 200 characters of one line.") }
        return text
    }
}

/// `zegel retention release`: lets the clock of a message go on.
struct ReleaseMessage: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Take back what holds a message: where its term is over it ends."
    )

    @OptionGroup var options: HoldOptions

    func run() async throws {
        try self.options.change("Released") { book throws(Problem) in try book.release(self.options.message) }
    }
}

extension HoldBook.Hold {
    /// As commands print it.
    var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("ground", .string(self.ground)), .init("by", .string(self.by)),
            .init("since", .string("\(self.since)")),
        ]
        if let until { members.append(.init("until", .string("\(until)"))) }
        return .object(members)
    }
}
