// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Logging
import Synchronization
import Testing
import ZegelCore
import ZegelTrust

@testable import ZegelServer

@Suite("Watching")
struct WatchTests {
    private static func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "zegel-watch-\(UUID())")
        try FileManager.default.createDirectory(
            at: folder.appending(path: "one/inner"),
            withIntermediateDirectories: true
        )
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    struct Change: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let make: @Sendable (URL) throws -> Void
    }

    @Test(
        "sees a change of files",
        arguments: [
            Change(testDescription: "that is written in place") { folder in
                let file = try FileHandle(forWritingTo: folder.appending(path: "one/a"))
                try file.write(contentsOf: Data("other".utf8))
                try file.close()
            },
            Change(testDescription: "that is renamed into place") {
                try Data("first".utf8).write(to: $0.appending(path: "one/a"), options: .atomic)
            },
            Change(testDescription: "by which a file goes") {
                try FileManager.default.removeItem(at: $0.appending(path: "one/a"))
            },
            Change(testDescription: "by which one comes") {
                try Data().write(to: $0.appending(path: "one/inner/new"))
            },
            Change(testDescription: "by which one comes that was named before") {
                try Data().write(to: $0.appending(path: "two"))
            },
            Change(testDescription: "by which a link is turned") { folder in
                let link = folder.appending(path: "link")
                try FileManager.default.removeItem(at: link)
                try FileManager.default.createSymbolicLink(
                    at: link,
                    withDestinationURL: folder.appending(path: "one/inner")
                )
            },
        ]
    )
    func sees(_ change: Change) throws {
        try Self.withFolder { folder in
            let paths = ["one", "two", "link/b"].map { folder.appending(path: $0).path }
            try Data("first".utf8).write(to: folder.appending(path: "one/a"))
            for name in ["one/b", "one/inner/b"] { try Data("b".utf8).write(to: folder.appending(path: name)) }
            try FileManager.default.createSymbolicLink(
                at: folder.appending(path: "link"),
                withDestinationURL: folder.appending(path: "one")
            )
            let past = Date(timeIntervalSince1970: 1_700_000_000)
            try FileManager.default.setAttributes(
                [.modificationDate: past],
                ofItemAtPath: folder.appending(path: "one/a").path
            )
            let before = FileStamps(paths)
            #expect(FileStamps(paths) == before)
            try change.make(folder)
            #expect(FileStamps(paths) != before)
        }
    }

    @Test(
        "warns of the end of a certificate",
        arguments: [
            (86_400 * 60 + 1, nil), (86_400 * 60, 60), (86_400 * 30 + 1, 60), (86_400 * 30, 30), (86_400 * 14, 14),
            (86_400 * 7 + 1, 14), (86_400 * 7, 7), (86_400, 1), (0, 1), (-1, 0),
        ] as [(Int64, Int64?)]
    )
    func warns(_ left: Int64, _ days: Int64?) throws {
        let start = Instant(milliseconds: 1_800_000_000_000)
        let certificate = try TestAuthority(at: start).issuing.certificate
        let watched = WatchedCertificate(certificate, job: "tls")
        #expect(watched.warning(at: certificate.end.advanced(bySeconds: -left)) == days)
    }

    /// What was logged, level and message.
    private final class Lines: Sendable {
        let all = Mutex<[String]>([])
    }

    private struct Recorder: LogHandler {
        let lines: Lines
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { self.metadata[key] }
            set { self.metadata[key] = newValue }
        }

        func log(event: LogEvent) { self.lines.all.withLock { $0.append("\(event.level) \(event.message)") } }
    }

    @Test("is loud about a list that is due, and once more when it counts no longer")
    func lists() throws {
        let start = Instant(milliseconds: 1_800_000_000_000)
        let pki = try TestAuthority(at: start)
        let lines = Lines()
        let logger = Logger(label: "test") { _ in Recorder(lines: lines) }
        var watch = CertificateWatch()
        func look(after seconds: Int64, _ list: RevocationList) -> [String] {
            let newest = [(issuer: list.issuer, list: list), (issuer: pki.rootList.issuer, list: pki.rootList)]
            watch.watch(newest, grace: 3_600, at: start.advanced(bySeconds: seconds), logger)
            return lines.all.withLock { all in
                defer { all = [] }
                return all
            }
        }
        let month: Int64 = 30 * 86_400
        #expect(look(after: month, pki.issuingList).isEmpty)
        #expect(look(after: month + 1, pki.issuingList) == ["error a revocation list is due and no newer one is here"])
        #expect(look(after: month + 2, pki.issuingList).isEmpty, "said once")
        let ended = look(after: month + 3_601, pki.issuingList)
        #expect(ended == ["error a revocation list counts no more, and with it no certificate of its issuer"])
        #expect(look(after: month + 3_700, pki.issuingList).isEmpty)
        let next = try pki.issuing.list(after: pki.issuingList, at: start.advanced(bySeconds: month), days: 30)
        #expect(look(after: month + 3_701, next).isEmpty)
    }
}
