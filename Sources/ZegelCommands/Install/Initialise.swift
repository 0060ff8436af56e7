// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import ZegelCore

/// `zegel init`: a trial installation with keys, certificates, policies and profiles.
struct Initialise: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a trial installation: configuration, policies, and a test PKI.",
        discussion: "The certificates are for trials only. An existing folder is never touched."
    )

    @Option(help: "The folder to make.")
    var home: String

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() throws {
        let path = URL(fileURLWithPath: self.home).standardizedFileURL.path
        let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970) * 1_000)
        do {
            try TrialInstallation(at: now).write(to: path)
        } catch let problem as Problem {
            throw CommandFailure(.configuration, problem, isJSON: self.json)
        }
        if self.json {
            Output.result(["home": .string(path), "config": .string("\(path)/zegel.yaml")] as JSONValue)
        } else {
            Output.result("A trial installation is in \(path)")
            Output.note("Start the server with:  zegel serve --config \(path)/zegel.yaml")
        }
    }
}
