// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
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
}
