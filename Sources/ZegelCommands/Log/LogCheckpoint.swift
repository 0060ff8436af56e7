// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TransparencyLog
import ZegelClient
import ZegelCore
import ZegelLog
import ZegelStore
import ZegelVerify

/// `zegel log checkpoint`: the newest signed root.
struct LogCheckpoint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint",
        abstract: "Show the newest checkpoint, its signature verified.",
        discussion: """
            A checkpoint that was kept holds the log to it later: zegel log verify --since FILE. With --stamped it is the \
            newest that an authority has time-stamped, and --out keeps the token, too, as FILE.tst; openssl ts -verify \
            -token_in -in FILE.tst -data FILE checks it. Exit 22: the time-stamp does not hold.
            """
    )

    @OptionGroup var log: LogOptions

    @Option(help: "Keep it in this file, too.")
    var out: String?

    @Flag(help: "The newest that was time-stamped, with its token.")
    var stamped = false

    @Option(help: "A file of authorities that may vouch for the time-stamp, PEM; repeatable.")
    var tsa: [String] = []

    @Option(help: "A file of revocation lists for that, PEM; repeatable.")
    var crl: [String] = []

    func validate() throws {
        guard self.stamped || self.tsa.isEmpty && self.crl.isEmpty else {
            throw ValidationError("--tsa and --crl go with --stamped.")
        }
        guard !self.stamped || self.log.mirror == nil else {
            throw ValidationError("A copy has no time-stamps; ask the server.")
        }
    }

    func run() async throws {
        try await self.log.with { log in
            if self.stamped { return try await self.showStamped(log) }
            let verified = try await log.source.checkpoint(by: log.key)
            try await log.connection?.remember(verified)
            if let out { try KeptFile.write(verified.signed.bytes, to: out) }
            self.tell(verified)
        }
    }

    private func showStamped(_ log: LogOptions.Log) async throws {
        let verifier = try TimestampVerifier(
            anchors: Verify.texts(self.tsa),
            lists: Verify.texts(self.crl),
            at: .now
        )
        let (checkpoint, token) = try await Self.newestStamped(log)
        let verified = try checkpoint.verified(by: log.key)
        try await log.connection?.remember(verified)
        let time = try await verifier.time(in: token, over: checkpoint.bytes)
        if let out {
            try KeptFile.write(checkpoint.bytes, to: out)
            try KeptFile.write(token, to: "\(out).tst")
        }
        let judged = self.tsa.isEmpty ? "; nobody was named to vouch for its authority" : ""
        self.tell(
            verified,
            [.init("time", .string("\(time)")), .init("token", .string(Base64.encode(token)))],
            "\nThe log had all of this at \(time), says a time-stamp\(judged)."
        )
    }

    private static func newestStamped(
        _ log: LogOptions.Log
    ) async throws -> (checkpoint: SignedCheckpoint, token: [UInt8]) {
        if let connection = log.connection { return try await connection.stampedCheckpoint() }
        guard let stamped = try log.stored?.newestStamped() else {
            throw Problem(.notFound, "No checkpoint of this log was time-stamped yet.")
        }
        return (stamped.checkpoint, stamped.token)
    }

    private func tell(_ verified: VerifiedCheckpoint, _ more: [JSONValue.Member] = [], _ note: String = "") {
        let bytes = verified.signed.bytes
        let members = (verified.checkpoint.json.members ?? []) + [.init("note", .string(Base64.encode(bytes)))]
        let text = String(decoding: bytes.dropLast(), as: UTF8.self)
        Output.result(self.log.agency.json ? .object(members + more) : nil, else: text + note)
    }
}
