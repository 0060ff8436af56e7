// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

/// Whatever a server answers, nothing is said to be done before the receipt proves it.
@Suite("A server whose receipts do not hold")
struct WrongReceiptTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// How the command ends: 9 where the receipt does not hold, 22 where the log does not.
        let status: Int32
        let code: String
        let change: @Sendable ([JSONValue.Member]) -> [JSONValue.Member]

        init(
            _ what: String,
            _ status: Int32,
            _ code: String,
            _ change: @escaping @Sendable ([JSONValue.Member]) -> [JSONValue.Member]
        ) {
            self.testDescription = what
            self.status = status
            self.code = code
            self.change = change
        }
    }

    /// The last byte of a value is another; an earlier one where the last would show as another fault.
    private static func turned(
        _ keys: Set<String>,
        at place: @escaping @Sendable (Data) -> Int = { $0.count - 1 }
    ) -> @Sendable ([JSONValue.Member]) -> [JSONValue.Member] {
        { members in
            members.map { member in
                guard keys.contains(member.key), let text = member.value.string, var bytes = Data(base64Encoded: text)
                else { return member }
                bytes[place(bytes)] ^= 1
                return .init(member.key, .string(bytes.base64EncodedString()))
            }
        }
    }

    /// The last digit of a time, which is a digit still when its last bit is another.
    private static func millisecond(_ record: Data) -> Int {
        record.firstRange(of: Data(#""receivedAt":""#.utf8)).map { $0.upperBound + 22 } ?? 0
    }

    private static func without(_ keys: Set<String>) -> @Sendable ([JSONValue.Member]) -> [JSONValue.Member] {
        { members in members.filter { !keys.contains($0.key) } }
    }

    private static let rows = [
        // The keys of the receipt of a message, and those of a statement's.
        Row(
            "a record that was changed",
            9,
            "receipt.invalid",
            Self.turned(["acceptance", "record"], at: Self.millisecond)
        ),
        Row("a seal that was turned over", 9, "cms.signature-invalid", Self.turned(["seal", "signature"])),
        Row("no seal", 9, "receipt.invalid", Self.without(["seal", "signature"])),
        Row("another salt", 22, "log.proof-invalid", Self.turned(["salt"])),
        Row("a proof that was turned over", 22, "log.proof-invalid", Self.turned(["proof"]) { $0.count - 10 }),
        Row("no proof", 22, "log.proof-invalid", Self.without(["proof", "salt"])),
    ]

    @Test("No command says that it is done, and each is done when it is asked again", arguments: rows)
    func refused(_ row: Row) async throws {
        let server = try RunningServer()
        let draft = try server.draft("AIVD-2026-000700")
        let container = server.path("message.asice")
        #expect(
            try server.run("send", as: "aivd", "--check", "--header", draft.header, "--out", container, draft.document)
                .status == 0
        )
        let sent = try await Self.hold(row, server, "aivd", "/v1/messages", "send", container)
        let id = try #require(sent?["id"]?.string)
        try await Self.hold(row, server, "aivd", "/releases", "release", "--file", container, id)
        try await Self.hold(row, server, "om", "/acknowledgements", "acknowledge", id)

        let other = try server.draft("AIVD-2026-000701")
        let second = server.path("other.asice")
        let again = try server.run("send", as: "aivd", "--header", other.header, "--out", second, other.document)
        let another = try #require(again.json?["results"]?.array?.first?["id"]?.string)
        #expect(try server.run("release", as: "aivd", another).status == 0)
        try await Self.hold(row, server, "om", "/refusals", "refuse", "--reason", "Niet voor ons.", another)
    }

    /// Runs a command before the tampering server, and then before the real one.
    ///
    /// - Returns: What the second said.
    @discardableResult
    private static func hold(
        _ row: Row,
        _ server: RunningServer,
        _ organisation: String,
        _ place: String,
        _ command: String,
        _ arguments: String...
    ) async throws -> JSONValue? {
        let bad = try await TamperingServer.with(server, as: organisation, changing: place, by: row.change) {
            try server.run(command, as: organisation, at: $0.url, arguments)
        }
        let result = bad.json?["results"]?.array?.first
        let text = String(decoding: bad.output + bad.errors, as: UTF8.self)
        #expect(bad.status == row.status, "\(command): \(text)")
        #expect(result?["problem"]?["code"]?.string == row.code, "\(command): \(text)")
        #expect(result?["receivedAt"] == nil && result?["id"] == nil || result?["problem"] != nil)
        let good = try server.run(command, as: organisation, at: server.url, arguments)
        #expect(good.status == 0, "\(command): \(String(decoding: good.output, as: UTF8.self))")
        return good.json?["results"]?.array?.first
    }
}
