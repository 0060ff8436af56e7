// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import NIOPosix
import ZegelCore
import ZegelExchange
import ZegelPolicy

/// The policy and the cases, read from their folders and tested; a part of their own of what is installed.
///
/// Whether they hold says nothing about who may connect: a fault here, or a proof that takes long, keeps back no revocation.
struct InstalledRules: Sendable {
    let policyFiles: PolicySource
    let policy: PolicyEngine
    let caseFiles: PolicySource
    let cases: CaseBook

    /// Reads and tests both.
    ///
    /// - Parameter last: What is in force; its policy is not tested again where the files are the same.
    /// - Throws: ``Problem``, of which `items` names each fault.
    init(_ configuration: ServerConfiguration, after last: InstalledRules? = nil) async throws(Problem) {
        (self.policyFiles, self.policy) = try await Self.policy(configuration, last)
        (self.caseFiles, self.cases) = try Self.cases(configuration.cases, self.policy.policy)
    }

    /// Keeps the policy that is in force, and reads the cases for it: who left a table is gone, also where the new policy does not hold.
    ///
    /// - Throws: ``Problem`` where the cases do not fit that policy.
    init(_ configuration: ServerConfiguration, keeping last: InstalledRules) throws(Problem) {
        (self.policyFiles, self.policy) = (last.policyFiles, last.policy)
        (self.caseFiles, self.cases) = try Self.cases(configuration.cases, last.policy.policy)
    }

    /// What decides.
    var inForce: Rules { Rules(engine: self.policy, cases: self.cases) }

    /// The digest of the policy.
    var digest: ContentDigest { self.policyFiles.digest }

    /// Reads and tests the policy on a thread of its own: it takes long, and connections are judged on those that tasks share.
    private static func policy(
        _ configuration: ServerConfiguration,
        _ last: InstalledRules?
    ) async throws(Problem) -> (PolicySource, PolicyEngine) {
        do {
            return try await NIOThreadPool.singleton.runIfActive {
                let source = try PolicySource.read(folder: configuration.policies)
                if let last, last.digest == source.digest { return (source, last.policy) }
                return (source, try PolicyEngine.accepted(source, ceiling: configuration.ceiling))
            }
        } catch let error as YAMLFaults {
            throw Problem(error, code: "policy.invalid")
        } catch {
            throw Problem(any: error)
        }
    }

    /// Reads the cases for a policy; without a folder there are none.
    static func cases(_ folder: String, _ policy: PolicySet) throws(Problem) -> (PolicySource, CaseBook) {
        guard FileManager.default.fileExists(atPath: folder) else { return (PolicySource(files: []), .empty) }
        let source = try PolicySource.read(folder: folder)
        do { return (source, try CaseBook(source, for: policy)) } catch { throw Problem(error, code: "case.invalid") }
    }
}

extension Problem {
    /// The faults of files, each with its place.
    init(_ error: YAMLFaults, code: String) {
        self.init(
            .configuration,
            error.description,
            items: error.faults.map {
                .init(code: code, location: "\($0.file):\($0.line)", detail: $0.message)
            }
        )
    }
}
