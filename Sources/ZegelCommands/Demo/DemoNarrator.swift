// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Tells the steps of the demonstration: to people while they happen, to programs as one document at the end.
final class DemoNarrator {
    private let isJSON: Bool
    private var steps: [JSONValue] = []

    init(asJSON isJSON: Bool) { self.isJSON = isJSON }

    /// A step that went as it should: what happened, and what there was to see.
    func tell(_ step: String, _ outcome: String) {
        let lines = outcome.split(separator: "\n").map { String($0) }
        self.steps.append(["step": .string(step), "outcome": .array(lines.map { .string($0) })])
        guard !self.isJSON else { return }
        Output.result((["", "* \(step)"] + lines.map { "    \($0)" }).joined(separator: "\n"))
    }

    /// A word between the steps.
    func say(_ text: String) {
        if !self.isJSON { Output.result(text) }
    }

    /// Ends the story: for programs the whole of it, for people the last words.
    func end(home: String, url: String, _ text: String) {
        let document: JSONValue = ["home": .string(home), "url": .string(url), "steps": .array(self.steps)]
        Output.result(self.isJSON ? document : nil, else: text)
    }
}
