// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import ZegelClient
import ZegelCore

/// `zegel demo`: everything in one go.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Play the life of a message between three organisations and an auditor.",
        discussion: """
            Makes a trial installation, starts a server on free ports of this machine, and shows each step: an official \
            report goes from aivd to om, waits for its second person, stays hidden from ind, is acknowledged, audited \
            by ctivd, and verified offline, also with OpenSSL alone. The files stay for you to look at.
            """
    )

    @Option(help: "The folder to make.")
    var home = "zegel-demo"

    @Flag(help: "Keep the server running at the end, until it is interrupted.")
    var serve = false

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() async throws {
        let path = URL(fileURLWithPath: self.home).standardizedFileURL.path
        let narrator = DemoNarrator(asJSON: self.json)
        do {
            try TrialInstallation(at: .now).write(to: path)
            narrator.say("A trial installation is in \(path)")
            let server = try DemoServer(home: path)
            defer { server.stop() }
            narrator.say("A server accepts connections at \(server.url)")
            try await DemoStory(home: path, url: server.url, narrator: narrator).play()
            narrator.end(home: path, url: server.url, self.lastWords(path, server.url))
            if self.serve { server.wait() }
        } catch {
            throw CommandFailure(any: error, isJSON: self.json)
        }
    }

    private func lastWords(_ home: String, _ url: String) -> String {
        let files =
            "\nEverything is in \(home): the message in story/, keys in pki/, and server.log is the server's log."
        guard self.serve else { return files }
        return files + """


            The server keeps running at \(url) until you press ^C. In another terminal:

                zegel whoami --home \(self.home) --as om --url \(url)
                zegel inbox --home \(self.home) --as om --url \(url)
            """
    }
}
