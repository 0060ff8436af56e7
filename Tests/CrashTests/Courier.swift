// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization
import ZegelCore

/// A connection of an organisation: one curl, which makes its calls over one connection of HTTP/2.
final class Connection {
    static let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/curl")

    struct Call {
        let path: String
        var body: String?
        var type = "application/vnd.etsi.asic-e+zip"
    }

    struct Answer {
        let status: Int
        let body: [UInt8]
    }

    /// Where a server is reached.
    struct Place {
        let url: String
        /// What programs are started with that are to reach it.
        let entrance: [String]
    }

    private let process: WaitedProcess
    private let folder: String
    private let count: Int

    /// Begins to make calls, several at a time, and does not wait for their end.
    init(
        _ calls: [Call],
        as organisation: String,
        _ token: String?,
        to server: Place,
        of installation: Installation
    ) throws {
        let url = server.url
        let folder = "\(installation.home)/answers/\(UUID())"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        self.folder = folder
        self.count = calls.count
        let keys = "\(installation.home)/pki/organisations/\(organisation)"
        let text = calls.enumerated().map { index, call in
            var lines = [
                "url = \"\(url)\(call.path)\"", "cacert = \"\(installation.home)/pki/ca.pem\"",
                "cert = \"\(keys)/client.pem\"", "key = \"\(keys)/client.key\"", "output = \"\(folder)/\(index)\"",
                // One line per call, only where the whole answer came.
                "write-out = \"\(index) %{http_code} %{exitcode}\\n\"", "noproxy = \"*\"", "max-time = 600",
                "silent", "http2",
            ]
            if let token { lines.append("header = \"Authorization: Bearer \(token)\"") }
            if let body = call.body {
                lines += [
                    "data-binary = \"\(body)\"", "header = \"Content-Type: \(call.type)\"", "header = \"Expect:\"",
                ]
            }
            return lines.joined(separator: "\n")
        }
        .joined(separator: "\nnext\n")
        let configuration = "\(folder)/calls"
        try Data(text.utf8).write(to: URL(fileURLWithPath: configuration))
        let words =
            server.entrance + [
                "/usr/bin/curl", "--disable", "--parallel", "--parallel-max", "4", "--config", configuration,
            ]
        self.process = try WaitedProcess(
            words[0],
            Array(words.dropFirst()),
            output: "\(folder)/codes"
        )
    }

    /// How many answers have begun to come.
    var begun: Int { ((try? FileManager.default.contentsOfDirectory(atPath: self.folder).count) ?? 2) - 2 }

    /// Waits for the end: an answer for each call, `nil` where none came, or not the whole of it.
    func answers() async throws -> [Answer?] {
        await self.process.end()
        let lines = try String(contentsOfFile: "\(self.folder)/codes", encoding: .utf8)
        var answers = [Answer?](repeating: nil, count: self.count)
        for line in lines.split(separator: "\n") {
            let words = line.split(separator: " ").compactMap { Int($0) }
            guard words.count == 3, words[2] == 0 else { continue }
            let body = FileManager.default.contents(atPath: "\(self.folder)/\(words[0])") ?? Data()
            answers[words[0]] = Answer(status: words[1], body: Array(body))
        }
        try? FileManager.default.removeItem(atPath: self.folder)
        return answers
    }
}

/// Makes calls on a server, over several connections at a time.
struct Courier {
    /// What is being handed in over one connection, by its numbers.
    struct Running {
        let numbers: [Int]
        let connection: Connection
    }

    let installation: Installation
    private let place: Connection.Place
    /// Whose post is collected.
    private let mailbox: String
    private let send: String
    private let read: String
    private var reader: String { String(self.mailbox.prefix { $0 != "/" }) }

    init(_ installation: Installation, _ server: ServerUnderTest, mailbox: String = "nctv/analyse") async throws {
        self.installation = installation
        self.mailbox = mailbox
        let place = Connection.Place(url: server.url, entrance: server.entrance)
        self.place = place
        self.send = try await Self.token("aivd", "messages.send", place, installation)
        let reader = String(mailbox.prefix { $0 != "/" })
        self.read = try await Self.token(reader, "messages.read%20messages.acknowledge", place, installation)
    }

    private static func token(
        _ organisation: String,
        _ scope: String,
        _ place: Connection.Place,
        _ installation: Installation
    ) async throws -> String {
        let call = Connection.Call(
            path: "/oauth/token",
            body: "grant_type=client_credentials&scope=\(scope)",
            type: "application/x-www-form-urlencoded"
        )
        let answers = try await Connection([call], as: organisation, nil, to: place, of: installation).answers()
        guard let answer = answers[0], let token = try StrictJSON.parse(answer.body)["access_token"]?.string else {
            throw Missing(what: "A token for \(scope): \(answers[0].map { "\($0.status)" } ?? "no answer").")
        }
        return token
    }

    /// Begins to hand in letters over some connections, in turn.
    func begin(_ letters: [Letter], connections: Int) throws -> [Running] {
        try (0..<connections).compactMap { number in
            let own = letters.enumerated().filter { $0.offset % connections == number }.map(\.element)
            guard !own.isEmpty else { return nil }
            let calls = own.map { Connection.Call(path: "/v1/messages", body: "@\($0.path)") }
            let connection = try Connection(calls, as: "aivd", self.send, to: self.place, of: self.installation)
            return Running(numbers: own.map(\.number), connection: connection)
        }
    }

    /// Begins to hand in acknowledgements over one connection.
    func begin(_ acknowledgements: [Acknowledgement]) throws -> Running? {
        guard !acknowledgements.isEmpty else { return nil }
        let calls = acknowledgements.map { acknowledgement in
            Connection.Call(
                path: "/v1/messages/\(acknowledgement.id)/acknowledgements",
                body: "@\(acknowledgement.path)",
                type: "application/pkcs7-mime"
            )
        }
        let connection = try Connection(calls, as: self.reader, self.read, to: self.place, of: self.installation)
        return Running(numbers: acknowledgements.map(\.number), connection: connection)
    }

    /// What was answered, by number.
    static func answers(_ running: [Running]) async throws -> [Int: Connection.Answer] {
        var answers: [Int: Connection.Answer] = [:]
        for one in running {
            for (number, answer) in zip(one.numbers, try await one.connection.answers()) { answers[number] = answer }
        }
        return answers
    }

    /// Hands in letters and waits for the answers.
    func submit(_ letters: [Letter], connections: Int = 3) async throws -> [Int: Connection.Answer] {
        try await Self.answers(self.begin(letters, connections: connections))
    }

    /// What the addressee gets.
    func get(_ paths: [String]) async throws -> [Connection.Answer?] {
        guard !paths.isEmpty else { return [] }
        let calls = paths.map { Connection.Call(path: $0) }
        return try await Connection(calls, as: self.reader, self.read, to: self.place, of: self.installation).answers()
    }

    /// The post of the addressee behind a cursor: id and digest of each message, and the next cursor.
    func post(after cursor: String?) async throws -> (lines: [(id: String, container: String)], next: String?) {
        let query = cursor.map { "&after=\($0)" } ?? ""
        let answers = try await self.get(["/v1/mailboxes/\(self.mailbox)/messages?limit=1000\(query)"])
        guard let answer = answers[0], answer.status == 200 else {
            throw Missing(
                what:
                    "The post of \(self.mailbox): \(answers[0].map { String(decoding: $0.body, as: UTF8.self) } ?? "no answer")"
            )
        }
        let page = try StrictJSON.parse(answer.body)
        let lines = (page["messages"]?.array ?? []).compactMap { line -> (id: String, container: String)? in
            guard let id = line["id"]?.string, let container = line["container"]?.string else { return nil }
            return (id, container)
        }
        return (lines, page["next"]?.string)
    }
}
