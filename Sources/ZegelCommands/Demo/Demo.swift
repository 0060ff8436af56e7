// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import ZegelCore

/// `zegel demo`: everything in one go.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Play the life of a message between three organisations and an auditor.",
        discussion: """
            Makes a trial installation, starts a server on free ports of this machine, and shows each step: an official \
            report goes from aivd to om, waits for its second person, stays hidden from ind, is acknowledged, audited \
            by ctivd, and verified offline. The files stay for you to look at. It needs curl with HTTP/2.
            """
    )

    @Option(help: "The folder to make.")
    var home = "zegel-demo"

    func run() async throws {
        let path = URL(fileURLWithPath: self.home).standardizedFileURL.path
        do {
            try TrialInstallation(at: DemoStory.now).write(to: path)
            Output.result("A trial installation is in \(path)")
            let server = try DemoServer(home: path)
            defer { server.stop() }
            Output.result("A server accepts connections at \(server.url)")
            try await DemoStory(home: path, url: server.url).play()
        } catch let problem as Problem {
            throw CommandFailure(ProcessExit(problem), problem)
        }
        Output.result("\nEverything is in \(path); the message is in story/, and server.log is the server's log.")
    }
}
