// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ZegelCore

/// The same work for several files or messages: each is told when it is done, and one failure does not stop the rest.
///
/// Only a log that contradicts itself does, for then nothing that the server says counts any more.
struct Batch {
    /// What came of one of them.
    struct Done {
        /// For programs.
        let json: JSONValue
        /// For people.
        let text: String
        /// How a command ends that did only this.
        var exit = ProcessExit.done
    }

    private let isJSON: Bool
    private var documents: [JSONValue] = []
    private var exits: [ProcessExit] = []
    private var stop: CommandFailure?

    init(asJSON isJSON: Bool) { self.isJSON = isJSON }

    /// Does the work for one of them.
    ///
    /// - Parameters:
    ///   - name: The file or message; under `key` it stands in the JSON of a failure.
    ///   - work: What to do; what it throws becomes the outcome.
    mutating func add(_ key: String, _ name: String, _ work: () async throws -> Done) async {
        do {
            if let stop { throw stop }
            let done = try await work()
            self.documents.append(done.json)
            self.exits.append(done.exit)
            if !self.isJSON { Output.result(done.text) }
        } catch {
            let failure = CommandFailure(any: error)
            if failure.isContradiction { self.stop = failure }
            self.documents.append(.object([.init(key, .string(name)), .init("problem", failure.json)]))
            self.exits.append(failure.code)
            if !self.isJSON { for line in ["\(name):"] + failure.lines { Output.note(line) } }
        }
    }

    /// Ends the command: done, partly done, or as the first that failed; a log that contradicts itself is never partly done.
    func end() throws {
        let failed = self.exits.filter { $0 != .done }
        let exit =
            self.stop?.code
            ?? (failed.isEmpty ? .done : failed.count < self.exits.count ? .partly : failed[0])
        if self.isJSON {
            Output.result(["results": .array(self.documents), "exitCode": .integer(Int64(exit.rawValue))])
        }
        if exit != .done { throw ExitCode(exit.rawValue) }
    }
}
