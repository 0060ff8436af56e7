// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `zegel policy`: the rules of need-to-know.
struct Policy: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "Check, test, explain, prove and compare the rules of need-to-know.",
        subcommands: [
            CheckPolicy.self, TestPolicy.self, ExplainDecision.self, ProvePolicy.self, ShowMatrix.self,
            ComparePolicies.self, ReplayDecisions.self,
        ]
    )
}
