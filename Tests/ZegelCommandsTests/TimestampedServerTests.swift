// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

private let tools = ["/usr/bin/openssl", "/usr/bin/python3", "/usr/bin/unzip"]
private let hasTools = tools.allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }

@Suite("A server whose seals are time-stamped", .enabled(if: hasTools, "openssl, python3 or unzip is missing"))
struct TimestampedServerTests {
    /// An authority for time-stamps that is not ours: `openssl ts -reply` behind a little HTTP.
    private static let authority = """
        import http.server, subprocess, sys
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                open("request", "wb").write(self.rfile.read(int(self.headers["content-length"])))
                subprocess.run(["openssl", "ts", "-reply", "-config", "tsa.cnf", "-queryfile", "request", "-out", "response"],
                               check=True, stderr=subprocess.DEVNULL)
                body = open("response", "rb").read()
                self.send_response(200)
                self.send_header("content-type", "application/timestamp-reply")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            def log_message(self, *arguments): pass
        server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        print('{"port":%d}' % server.server_port, flush=True)
        server.serve_forever()

        """

    private static let configuration = """
        [tsa]
        default_tsa = one
        [one]
        serial = serial
        signer_cert = tsa.pem
        certs = ca.pem
        signer_key = tsa.key
        signer_digest = sha256
        default_policy = 1.2.3.4.1
        digests = sha256
        accuracy = secs:1
        clock_precision_digits = 3
        ess_cert_id_alg = sha256

        """

    @discardableResult
    private static func openssl(_ arguments: [String], in folder: URL) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Makes an authority with a root of its own, and starts it.
    private static func start(in folder: URL) throws -> (process: Process, port: Int64) {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let files = [
            ("serial", "01\n"), ("tsa.cnf", Self.configuration), ("tsa.py", Self.authority),
            ("tsa.ext", "keyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n"),
        ]
        for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
        let curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
        let commands = [
            [
                "req", "-x509", "-subj", "/CN=TSA root", "-days", "30", "-keyout", "ca.key", "-out", "ca.pem",
                "-addext",
                "keyUsage=critical,keyCertSign,cRLSign",
            ] + curve,
            ["req", "-subj", "/CN=TSA", "-keyout", "tsa.key", "-out", "tsa.csr"] + curve,
            [
                "x509", "-req", "-in", "tsa.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-days", "30", "-extfile",
                "tsa.ext", "-out", "tsa.pem",
            ],
        ]
        for command in commands { #expect(try Self.openssl(command, in: folder) == 0) }
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = ["tsa.py"]
        process.currentDirectoryURL = folder
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var line: [UInt8] = []
        while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first, byte != 0x0A { line.append(byte) }
        return (process, try #require(try StrictJSON.parse(line)["port"]?.integer))
    }

    @Test("Later dossiers carry a token of an authority that is not ours, and openssl verifies it")
    func life() throws {
        var authority: Process?
        let server = try RunningServer { home in
            let (process, port) = try Self.start(in: URL(fileURLWithPath: "\(home)/tsa"))
            authority = process
            let yaml = URL(fileURLWithPath: "\(home)/zegel.yaml")
            let section = """
                timestamps:
                  tolerance: 1h
                  authorities:
                  - { url: "http://127.0.0.1:1/", trust: [tsa/ca.pem] }
                  - { url: "http://127.0.0.1:\(port)/", trust: [tsa/ca.pem], policy: 1.2.3.4.1 }

                """
            try (String(contentsOf: yaml, encoding: .utf8) + section).write(to: yaml, atomically: true, encoding: .utf8)
        }
        defer { authority?.terminate() }
        let draft = try server.draft("AIVD-2026-000400")
        let container = server.path("message.asice")
        let sent = try server.run("send", as: "aivd", "--header", draft.header, "--out", container, draft.document)
        let id = try #require(sent.json?["results"]?.array?.first?["id"]?.string)
        let dossier = "\(server.home)/\(id).asice"
        let verify = [
            "verify", "--json", "--trust", "\(server.home)/pki/ca.pem", "--sealer", "00000099000000099000", "--tsa",
            "\(server.home)/tsa/ca.pem",
        ]

        // Asked again and again rather than waited for.
        var check: JSONValue?
        let end = Date().addingTimeInterval(60)
        while check == nil, Date() < end {
            #expect(try server.run("receive", as: "aivd", "--replace", "--into", server.home, id).status == 0)
            let report = try Binary.run(verify + [dossier]).json?["files"]?.array?.first
            check = report?["checks"]?.array?.first { $0["name"]?.string == "time-stamp" }
        }
        // No list speaks of the key of that authority, which is all that is open.
        #expect(check?["code"]?.string == "no_revocation_data")

        let folder = URL(fileURLWithPath: "\(server.home)/tsa")
        let unzip = Process()
        unzip.executableURL = URL(fileURLWithPath: "/usr/bin/unzip")
        unzip.arguments = ["-q", "-o", dossier, "-d", "\(folder.path)/dossier"]
        try unzip.run()
        unzip.waitUntilExit()
        let token = ["ts", "-verify", "-token_in", "-in", "dossier/META-INF/timestamp-seal.tst", "-CAfile", "ca.pem"]
        let manifest = "dossier/META-INF/ASiCManifest-timestamp.xml"
        #expect(try Self.openssl(token + ["-data", manifest], in: folder) == 0)
        #expect(try Self.openssl(token + ["-data", "dossier/message.json"], in: folder) != 0)
    }

    @Test("Where no authority answers, acceptance ends with the tolerance; what was accepted keeps its receipt")
    func tolerance() throws {
        let server = try RunningServer { home in
            let yaml = URL(fileURLWithPath: "\(home)/zegel.yaml")
            let section = """
                timestamps:
                  tolerance: 1s
                  authorities:
                  - { url: "http://127.0.0.1:1/", trust: [pki/ca.pem] }

                """
            try (String(contentsOf: yaml, encoding: .utf8) + section).write(to: yaml, atomically: true, encoding: .utf8)
        }
        let first = server.path("first.asice")
        var status: Int32 = 0
        var number = 0
        let end = Date().addingTimeInterval(60)
        while status == 0, Date() < end {
            let draft = try server.draft("AIVD-2026-0005\(10 + number)")
            let file = number == 0 ? first : server.path("\(number).asice")
            let sent = try server.run("send", as: "aivd", "--header", draft.header, "--out", file, draft.document)
            status = sent.status
            if status != 0 {
                let problem = sent.json?["results"]?.array?.first?["problem"]
                #expect(problem?["code"]?.string == "server.time-unproven")
            }
            number += 1
        }
        #expect(status == 8, "it is safe to repeat")
        #expect(number > 1, "the first is accepted")
        #expect(try server.run("send", as: "aivd", first).status == 0, "it was accepted before")
    }
}
