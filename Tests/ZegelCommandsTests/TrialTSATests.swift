// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

private let tools = ["/usr/bin/openssl", "/usr/bin/curl"]
private let hasTools = tools.allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }

@Suite("zegel tsa", .enabled(if: hasTools, "openssl or curl is missing"))
struct TrialTSATests {
    private static func run(_ tool: String, _ arguments: [String], in folder: String) throws -> (Int32, String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/\(tool)")
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }

    @Test("Stamps with a key of the test PKI that it makes once, and openssl verifies what it says")
    func stamps() throws {
        let scratch = try Scratch()
        let home = scratch.path("home")
        #expect(try Binary.run(["init", "--home", home]).status == 0)
        let arguments = ["tsa", "--home", home, "--listen", "127.0.0.1:0"]
        var authority = try RunningProcess(arguments)
        let key = try Data(contentsOf: URL(fileURLWithPath: "\(home)/pki/tsa.key"))
        authority.stop()
        authority = try RunningProcess(arguments)
        #expect(try Data(contentsOf: URL(fileURLWithPath: "\(home)/pki/tsa.key")) == key)
        let url = try #require(authority.ready["url"]?.string)

        _ = try scratch.write("home/content", Array("what was there".utf8))
        let query = ["ts", "-query", "-data", "content", "-cert", "-out", "query"]
        #expect(try Self.run("openssl", query + ["-sha256"], in: home).0 == 0)
        let post = { (file: String, arguments: [String]) in
            try Self.run(
                "curl",
                ["-s", "-w", "%{http_code} %{content_type}", "-H", "content-type: application/timestamp-query"]
                    + arguments + ["--data-binary", "@\(file)", "-o", "reply", url],
                in: home
            ).1
        }
        #expect(try post("query", []) == "200 application/timestamp-reply")
        let verify = ["ts", "-verify", "-in", "reply", "-queryfile", "query", "-CAfile", "pki/ca.pem"]
        #expect(try Self.run("openssl", verify, in: home).0 == 0)
        let text = try Self.run("openssl", ["ts", "-reply", "-in", "reply", "-text"], in: home).1
        #expect(text.contains("Policy OID: 2.999.3161"))

        #expect(try Self.run("openssl", query + ["-sha512"], in: home).0 == 0)
        #expect(try post("query", []) == "200 application/timestamp-reply")
        let refused = try Self.run("openssl", ["ts", "-reply", "-in", "reply", "-text"], in: home).1
        #expect(refused.contains("Status: Rejected."))
        #expect(refused.contains("unrecognized or unsupported algorithm identifier"))

        #expect(try post("query", ["-X", "GET"]).hasPrefix("405 "))
        _ = try scratch.write("home/long", [UInt8](repeating: 0x30, count: 5_000))
        #expect(try post("long", ["-H", "Expect:"]).hasPrefix("413 "))
    }

    @Test("Where there is no trial installation it says so")
    func nothing() throws {
        let scratch = try Scratch()
        let outcome = try Binary.run(["tsa", "--home", scratch.path("nothing"), "--listen", "127.0.0.1:0"])
        #expect(outcome.status == 78)
        #expect(String(decoding: outcome.errors, as: UTF8.self).contains("zegel init"))
    }
}
