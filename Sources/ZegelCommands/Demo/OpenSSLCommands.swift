// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The commands with which a court verifies an opened dossier, without any code of Zegel.
///
/// What is printed is what was run: the text goes to a shell as it stands.
struct OpenSSLCommands {
    /// What one command says about the dossier.
    struct Step {
        let meaning: String
        let command: String
    }

    /// What came of running a step.
    struct Outcome {
        let step: Step
        /// Whether it ended well; `nil` where OpenSSL is not installed.
        let isGood: Bool?
        /// What it printed, without the diagnostics of OpenSSL.
        let output: String
    }

    /// The folder of the opened dossier, in which the commands run.
    let folder: String
    /// The certificate authorities, as seen from that folder.
    let anchors: String

    /// Who signed, who sealed, who exported, and whether the header is the one that they signed.
    var steps: [Step] {
        let parts = [
            ("sender", "The sender signed it"), ("seal", "The server sealed it"), ("export", "The export is whole"),
        ]
        let signatures = parts.map { name, meaning in
            Step(
                meaning: meaning,
                command: """
                    openssl cms -verify -binary -cades -inform DER -in META-INF/signature-\(name).p7s \
                    -content META-INF/ASiCManifest-\(name).xml -CAfile \(self.anchors) -signer \(name).pem -out /dev/null
                    """
            )
        }
        return signatures + [
            Step(
                meaning: "Who sealed: the OIN is the serialNumber",
                command: "openssl x509 -in seal.pem -noout -subject"
            ),
            Step(
                meaning: "The digest of the header stands in the manifest that the sender signed",
                command: """
                    grep -qF "$(openssl dgst -sha256 -binary message.json | openssl base64)" \
                    META-INF/ASiCManifest-sender.xml
                    """
            ),
        ]
    }

    /// Runs each step in a shell of its own.
    ///
    /// - Throws: An error of the system where no shell can be started.
    func run() throws -> [Outcome] {
        let isInstalled = try Self.shell("command -v openssl", in: self.folder).status == 0
        return try self.steps.map { step in
            guard isInstalled else { return Outcome(step: step, isGood: nil, output: "") }
            let (status, output) = try Self.shell(step.command, in: self.folder)
            return Outcome(step: step, isGood: status == 0, output: output)
        }
    }

    private static func shell(_ command: String, in folder: String) throws -> (status: Int32, output: String) {
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: text, as: UTF8.self))
    }
}
