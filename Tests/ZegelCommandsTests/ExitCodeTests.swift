// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCommands
import ZegelCore

@Suite("Exit codes")
struct ExitCodeTests {
    struct Row: CustomTestStringConvertible, Sendable {
        let arguments: [String]
        let status: Int32
        var testDescription: String { "\(self.arguments.joined(separator: " ")) ends with \(self.status)" }
    }

    @Test(
        "The command line",
        arguments: [
            Row(arguments: ["--help"], status: 0),
            Row(arguments: ["--version"], status: 0),
            Row(arguments: ["verify", "--help"], status: 0),
            Row(arguments: ["no-such-command"], status: 64),
            Row(arguments: ["init"], status: 64),
            Row(arguments: ["verify", "some.asice"], status: 64),
            Row(arguments: ["verify", "some.asice", "--trust", "ca.pem", "--at", "yesterday"], status: 64),
            Row(arguments: ["inspect", "/no/such/file"], status: 64),
            Row(arguments: ["serve", "--config", "/no/such/zegel.yaml"], status: 78),
            Row(arguments: ["verify", "some.asice", "--trust", "/no/such/ca.pem"], status: 78),
        ]
    )
    func commandLine(_ row: Row) throws {
        #expect(try Binary.run(row.arguments).status == row.status)
    }

    struct Mapping: CustomTestStringConvertible, Sendable {
        let code: ProblemCode
        let end: ProcessExit
        var testDescription: String { "\(self.code.rawValue) ends with \(self.end)" }
    }

    @Test(
        "A problem decides how a command ends",
        arguments: [
            Mapping(code: .tokenExpired, end: .identity), Mapping(code: .certificateRevoked, end: .identity),
            Mapping(code: .policyDenied, end: .refused), Mapping(code: .scopeMissing, end: .refused),
            Mapping(code: .notFound, end: .notFound), Mapping(code: .withdrawn, end: .notFound),
            Mapping(code: .kenmerkTaken, end: .conflict), Mapping(code: .busy, end: .network),
            Mapping(code: .internalError, end: .server), Mapping(code: .storageDamaged, end: .integrity),
            Mapping(code: .digestMismatch, end: .invalid), Mapping(code: .configuration, end: .configuration),
            Mapping(code: .parameterInvalid, end: .usage),
        ]
    )
    func problems(_ row: Mapping) {
        #expect(ProcessExit(Problem(row.code)) == row.end)
    }
}
