// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import ZegelCore
import ZegelPolicy

/// Which policies a command is about, and how it answers.
struct PolicyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The folder of the policies; else policies/ of --home or ZEGEL_HOME, else those of this program.",
            valueName: "dir"
        )
    )
    var policies: String?

    @Option(help: ArgumentHelp("The folder of an installation; else ZEGEL_HOME.", valueName: "dir"))
    var home: String?

    @Flag(help: "Print one JSON document.")
    var json = false

    /// Does the work of a command with the files of the policy, and tells what went wrong in the form that was asked for.
    func reading(_ body: (PolicyFolder) async throws -> Void) async throws {
        do {
            try await body(try PolicyFolder(self.folder))
        } catch let exit as ExitCode {
            throw exit
        } catch {
            throw CommandFailure(any: error, isJSON: self.json)
        }
    }

    private var folder: String? {
        if let policies { return policies }
        let home = self.home ?? ProcessInfo.processInfo.environment["ZEGEL_HOME"]
        return home.map { "\($0)/policies" }
    }
}

/// The files of a policy, and where they came from.
struct PolicyFolder {
    let source: PolicySource
    private let path: String?

    /// Reads a folder; without one, the policies of this program.
    init(_ path: String?) throws(Problem) {
        self.path = path.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
        guard let folder = self.path else {
            self.source = .embedded
            return
        }
        var isFolder: ObjCBool = false
        guard unsafe FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw Problem(.configuration, "There is no folder \(folder); name that of the policies with --policies.")
        }
        self.source = try PolicySource.read(folder: folder)
    }

    /// What people call it.
    var name: String { self.path ?? "the policies of this program" }

    /// A file of the policy as an editor can open it.
    func path(of file: String) -> String { self.path.map { "\($0)/\(file)" } ?? file }

    /// The policy with its tests and invariants.
    ///
    /// - Throws: `configuration.invalid` with every fault of every file, each with its place.
    func checked() throws(Problem) -> CheckedPolicy {
        do { return try CheckedPolicy(self.source) } catch { throw self.problem(error) }
    }

    /// The policy.
    ///
    /// - Throws: `configuration.invalid` with every fault, each with its place.
    func policy() throws(Problem) -> PolicySet {
        do { return try PolicySet(self.source) } catch { throw self.problem(error) }
    }

    /// The table tests of the policy.
    ///
    /// - Throws: `configuration.invalid` with every fault, each with its place.
    func tables(for policy: PolicySet) throws(Problem) -> [PolicyTable] {
        do { return try PolicyTable.tables(of: self.source, for: policy) } catch { throw self.problem(error) }
    }

    /// The invariants of the policy.
    ///
    /// - Throws: `configuration.invalid` with every fault, each with its place.
    func invariants(for policy: PolicySet) throws(Problem) -> [Invariant] {
        do { return try Invariant.all(of: self.source, for: policy) } catch { throw self.problem(error) }
    }

    /// The text of a line of a file, without the space around it; `nil` where there is none.
    func line(_ reference: RuleReference) -> String? {
        guard let file = self.source.files.first(where: { $0.path == reference.file }) else { return nil }
        let lines = file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.indices.contains(reference.line - 1) else { return nil }
        let text = String(decoding: lines[reference.line - 1], as: UTF8.self)
        return text.trimmingCharacters(in: .whitespaces)
    }

    private func problem(_ faults: YAMLFaults) -> Problem {
        let count = faults.faults.count
        return Problem(
            .configuration,
            "\(count) \(count == 1 ? "fault" : "faults") in \(self.name).",
            items: faults.faults.map { fault in
                .init(
                    code: "policy",
                    location: "\(self.path(of: fault.file)):\(fault.line):\(fault.column)",
                    detail: fault.message
                )
            }
        )
    }
}
