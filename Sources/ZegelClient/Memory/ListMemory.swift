// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import ZegelCore

/// Every version of a list that was shown in one mailbox: kept as numbers are, a folder for each list.
///
/// Where it begins is the first version that came: who becomes a subscriber gets the next one, and none from before.
struct ListMemory: Sendable {
    private let folder: String

    init(of memory: NumberMemory) { self.folder = "\(memory.folder)/lists" }

    /// Remembers the versions among some messages.
    ///
    /// - Returns: What contradicts what was shown before.
    func note(_ lines: [InboxPage.Line]) throws(Problem) -> [NumberFinding] {
        var versions: [String: [NumberedArrival]] = [:]
        for line in lines {
            guard let list = line.list else { continue }
            versions["\(line.exchange) \(list.name)", default: []].append(
                NumberedArrival(
                    sender: line.from.mailbox,
                    number: list.version,
                    message: line.id,
                    container: line.container,
                    availableAt: line.availableAt
                )
            )
        }
        var findings: [NumberFinding] = []
        for (list, arrivals) in versions.sorted(by: { $0.key < $1.key }) {
            let memory = NumberMemory(folder: "\(self.folder)/\("\(ContentDigest(of: Array(list.utf8)))".prefix(16))")
            let isNew = !FileManager.default.fileExists(atPath: memory.folder)
            findings += try memory.note(arrivals)
            if isNew { try KeptFile.write(Array(list.utf8), to: "\(memory.folder)/name") }
        }
        return findings
    }

    /// The versions between the first and the last of each list that were never shown.
    func missing() throws(Problem) -> [NumberFinding] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: self.folder) else { return [] }
        var findings: [NumberFinding] = []
        for name in names.sorted() {
            let memory = NumberMemory(folder: "\(self.folder)/\(name)")
            let list = (try? FilePieces.whole("\(memory.folder)/name")).map { String(decoding: $0, as: UTF8.self) }
            for case .missing(let sender, let versions) in try memory.missing() {
                findings.append(.missingVersions(of: list ?? name, sender, versions))
            }
        }
        return findings
    }
}
