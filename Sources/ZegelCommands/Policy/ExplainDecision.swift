// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ZegelCore
import ZegelPolicy

/// `zegel policy explain`: one decision, why, and what would change it.
struct ExplainDecision: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show one decision, its reasons and rules, and what would have been allowed.",
        discussion: """
            The question is JSON, in a file or on standard input:
              {"header": {…}, "facts": {"asOf": "2026-11-20T12:00:00Z", …}, "action": "send|deliver|forward|read|audit"}
            A header is as message.json holds it; facts are asOf, asker, release, inReplyTo, case, original, list, told
            and queriesToday. Exit 0 whatever the decision is.
            """
    )

    @OptionGroup var options: PolicyOptions

    @Argument(help: "A file with the question; else standard input.")
    var file: String?

    @Option(help: "The highest level that the installation is accredited for.")
    var ceiling = Classification.stgZeerGeheim

    func run() async throws {
        try await self.options.reading { folder in
            let engine = PolicyEngine(policy: try folder.policy(), ceiling: self.ceiling)
            let asked = try PolicyQuestion(file: self.file)
            for remark in asked.remarks { Output.note("zegel: \(remark)") }
            let explanation = Explanation(asked.question, by: engine)
            Output.result(self.options.json ? explanation.json : nil, else: explanation.text(of: folder))
        }
    }
}

extension Classification: ExpressibleByArgument {}
