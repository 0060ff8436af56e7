// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import ZegelClient
import ZegelCore

/// What every command of an agency takes: as whom it speaks, and how it answers.
struct AgencyOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder with profiles/; else ZEGEL_HOME, else this folder.", valueName: "dir"))
    var home: String?

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("The profile to speak as; not needed where there is only one.", valueName: "name")
    )
    var identity: String?

    @Option(help: ArgumentHelp("The server, instead of the one in the profile.", valueName: "https://host:port"))
    var url: String?

    @Flag(help: "Print one JSON document.")
    var json = false

    /// Does the work of a command with a connection, and tells what went wrong in the form that was asked for.
    func connected(_ body: (ZegelConnection) async throws -> Void) async throws {
        do {
            try await ZegelConnection.with(try self.profile().profile, body)
        } catch let exit as ExitCode {
            throw exit
        } catch {
            throw CommandFailure(any: error, isJSON: self.json)
        }
    }

    /// The profile that was chosen, with the server of the command line where one was named.
    func profile() throws(Problem) -> ProfileFile {
        var file = try ProfileFile(named: self.identity, in: self.folder)
        if let url = self.url { file.profile.url = url }
        return file
    }

    private var folder: String {
        self.home ?? ProcessInfo.processInfo.environment["ZEGEL_HOME"] ?? FileManager.default.currentDirectoryPath
    }
}
