// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import ZegelCore
import ZegelPolicy

/// Where the cases stand, and how a command about them answers.
struct CaseOptions: ParsableArguments {
    @OptionGroup var policy: PolicyOptions

    @Option(
        help: ArgumentHelp(
            "The folder of the cases; else cases/ of --home or ZEGEL_HOME, else cases/ beside --policies.",
            valueName: "dir"
        )
    )
    var cases: String?

    /// Does the work of a command with the policies and the cases.
    func reading(_ body: (CaseFolder) throws -> Void) async throws {
        try await self.policy.reading { folder in
            try body(CaseFolder(path: try self.folder(), policy: try folder.policy()))
        }
    }

    /// Changes a case and tells how it is then.
    ///
    /// - Parameter done: What was done, before the name of the case.
    func change(
        _ named: NamedCase,
        telling done: String,
        _ change: (inout CaseFile) throws(Problem) -> Void
    ) async throws {
        try await self.reading { folder in
            try self.change(named.id, of: named.exchange(in: folder), in: folder, telling: done, change)
        }
    }

    /// The same, where the folder has been read and the exchange is known.
    func change(
        _ id: String,
        of exchange: String,
        in folder: CaseFolder,
        telling done: String,
        _ change: (inout CaseFile) throws(Problem) -> Void
    ) throws {
        let found = try folder.change(exchange, id, change)
        CaseReport(exchange, found).tell(done, asJSON: self.policy.json)
    }

    private func folder() throws(Problem) -> String {
        if let cases { return cases }
        let home = self.policy.home ?? ProcessInfo.processInfo.environment["ZEGEL_HOME"]
        if self.policy.policies == nil, let home { return "\(home)/cases" }
        guard let policies = self.policy.policies else {
            throw Problem(.configuration, "Say where the cases are: --home DIR, or ZEGEL_HOME.")
        }
        return URL(fileURLWithPath: policies).deletingLastPathComponent().appendingPathComponent("cases").path
    }
}

/// Which case a command is about.
struct NamedCase: ParsableArguments {
    @Argument(help: ArgumentHelp("The name of the case, as headers have it.", valueName: "case"))
    var id: String

    @Option(help: "The exchange; needed only where two have a case of that name.")
    var exchange: String?

    /// The exchange that has the case.
    func exchange(in folder: CaseFolder) throws(Problem) -> String {
        if let exchange { return try folder.known(exchange) }
        let found = folder.book.exchanges(with: self.id)
        guard let first = found.first else {
            let all = folder.policy.exchangeNames.flatMap { folder.book.cases(of: $0).map(\.table.id) }
            throw Problem(.notFound, "There is no case “\(self.id)”\(Spelling.hint(for: self.id, among: all))")
        }
        guard found.count == 1 else {
            throw Problem(
                .parameterInvalid,
                "Several exchanges have a case “\(self.id)”; say --exchange \(found.joined(separator: " or "))."
            )
        }
        return first
    }
}

/// What stands on the command line of a change.
enum CaseArgument {
    /// A day.
    static func day(_ text: String) throws -> CalendarDate {
        guard let day = CalendarDate(text) else { throw ValidationError("“\(text)” is no day as 2026-12-31.") }
        return day
    }

    /// A mailbox.
    static func mailbox(_ text: String) throws -> MailboxName {
        guard let name = MailboxName(text) else { throw ValidationError("“\(text)” is no mailbox as om/lovj.") }
        return name
    }
}

extension CalendarDate {
    /// Today in the Netherlands, where days begin and end (DESIGN §4.2).
    static var today: CalendarDate { Amsterdam.day(of: .now) }
}
