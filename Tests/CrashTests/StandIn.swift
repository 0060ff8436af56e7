// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import Logging
import NIOCore
import NIOPosix
import Synchronization
import ZegelClient
import ZegelCore
import ZegelTransport

/// Stands where the second server is expected, with its TLS certificate, and brings it what the first one pushes, with the certificate of that:
/// twice, late, or not at once.
final class StandIn: Sendable {
    /// What it does to each push.
    enum Manner: Sendable {
        /// Brings it.
        case faithful
        /// Brings it twice at the same time, and gives the answer that comes last.
        case twice
        /// Holds it back for so many milliseconds first, so that others overtake it.
        case late(ClosedRange<Int64>)
        /// Answers every other one with a status, half of these once it was brought.
        case failing([Int])
    }

    fileprivate struct State {
        var manner = Manner.faithful
        var way: RelayConnection?
        var pushes = 0
        var running = 0
        var most = 0
    }

    private let state = Mutex(State())
    private let keys: KeyFiles
    private let anchor: String
    private let listener = Mutex<ServerListener?>(nil)

    /// Listens.
    ///
    /// - Parameters:
    ///   - home: The installation of who pushes.
    ///   - other: That of whom it stands for.
    init(from home: String, for other: String) async throws {
        self.keys = KeyFiles(certificate: "\(home)/pki/server-client.pem", key: "\(home)/pki/server-client.key")
        self.anchor = "\(home)/pki/ca.pem"
        func bytes(_ path: String) throws -> [UInt8] {
            Array(try Data(contentsOf: URL(filePath: "\(other)/pki/\(path)")))
        }
        let listener = try await ServerListener.bind(
            host: "127.0.0.1",
            port: 0,
            credentials: ServerCredentials(certificatePEM: bytes("server.pem"), keyPEM: bytes("server.key")),
            gate: OpenGate(),
            responder: PushResponder(standIn: self),
            configuration: ListenerConfiguration(
                limits: Limits(),
                renderProblem: { problem, _ in Answer(status: problem.status) },
                record: { _ in },
                logger: Logger(label: "stand-in") { _ in SwiftLogNoOpLogHandler() }
            ),
            group: MultiThreadedEventLoopGroup.singleton
        )
        self.listener.withLock { $0 = listener }
    }

    /// Where it listens.
    var port: Int { self.listener.withLock { $0?.address.port } ?? 0 }

    /// How many it had at a time, at most.
    var most: Int { self.state.withLock { $0.most } }

    /// Brings all to another port from now on.
    func lead(to port: Int) async throws {
        let way = try RelayConnection(
            url: "https://localhost:\(port)",
            client: self.keys,
            anchors: [self.anchor],
            clock: { Installation.now }
        )
        let last = self.state.withLock { state in
            let last = state.way
            state.way = way
            return last
        }
        await last?.shutdown()
    }

    /// Does so to each push from now on.
    func turn(_ manner: Manner) { self.state.withLock { $0.manner = manner } }

    func close() async {
        await self.state.withLock { $0.way }?.shutdown()
        await self.listener.withLock { $0 }?.close()
    }

    // Where a test ends early nobody closes it.
    deinit {
        let way = self.state.withLock { $0.way }
        Task { await way?.shutdown() }
    }

    /// Does with one push what it has to, and says what is answered.
    fileprivate func answer(to push: Push) async -> Answer {
        let (manner, way, number) = self.state.withLock { state in
            state.pushes += 1
            state.running += 1
            state.most = max(state.most, state.running)
            return (state.manner, state.way, state.pushes)
        }
        defer { self.state.withLock { $0.running -= 1 } }
        guard let way else { return Answer(status: 503) }
        switch manner {
        case .faithful: return await Self.bring(push, by: way)
        case .twice:
            async let first = Self.bring(push, by: way)
            async let second = Self.bring(push, by: way)
            let answers = await [first, second]
            return answers.last { $0.status < 300 } ?? answers[1]
        case .late(let range):
            try? await Task.sleep(for: .milliseconds(Int64.random(in: range)))
            return await Self.bring(push, by: way)
        case .failing(let statuses):
            if number % 4 == 0 { _ = await Self.bring(push, by: way) }
            guard number % 2 == 0, let status = statuses.randomElement() else { return await Self.bring(push, by: way) }
            return Answer(status: status)
        }
    }

    private static func bring(_ push: Push, by way: RelayConnection) async -> Answer {
        do throws(ClientError) {
            let bytes =
                push.isStatement
                ? try await way.push(statement: push.bytes)
                : try await way.push(RelayBody(length: push.bytes.count) { ByteBuffer(bytes: push.bytes[$0...]) })
            return Answer(status: 200, fields: [.contentType: "application/json"], body: bytes)
        } catch {
            let problem = error.problem
            let body: JSONValue = [
                "type": "about:blank", "title": .string(problem.title), "status": .integer(Int64(problem.status)),
                "detail": .string(problem.detail), "code": .string(problem.code),
            ]
            return Answer(
                status: error.cause == .answered ? problem.status : 503,
                fields: [.contentType: "application/problem+json"],
                body: body.encoded
            )
        }
    }
}

/// What was pushed.
private struct Push: Sendable {
    let isStatement: Bool
    var bytes: [UInt8] = []
}

/// Lets in whoever comes.
private struct OpenGate: ConnectionGate {
    func admit(_: PresentedChain) async -> String? { "first" }

    func organisationKey(of identity: String) -> String { identity }
}

private struct PushResponder: RequestResponder {
    weak var standIn: StandIn?

    func admit(_: String) {}

    func respond(to head: RequestHead, of _: String, over stream: RequestStream) -> any RequestBodyHandler {
        PushHandler(head, stream, self.standIn)
    }
}

/// Gathers a push, or gives a token for one.
private final class PushHandler: RequestBodyHandler {
    private static let token = #"{"access_token":"of-the-stand-in","token_type":"Bearer","expires_in":600}"#
    private let isToken: Bool
    private let stream: RequestStream
    private let standIn: StandIn?
    private var push: Push
    private var isOver = false

    init(_ head: RequestHead, _ stream: RequestStream, _ standIn: StandIn?) {
        self.isToken = head.path == "/oauth/token"
        self.push = Push(isStatement: head.fields[.contentType] == "application/pkcs7-mime")
        (self.stream, self.standIn) = (stream, standIn)
    }

    func received(_ bytes: ByteBuffer) { self.push.bytes += bytes.readableBytesView }

    func ended() {
        let fields: HTTPFields = [.contentType: "application/json", .cacheControl: "no-store"]
        if self.isToken { return self.stream.answer(Answer(status: 200, fields: fields, body: Array(Self.token.utf8))) }
        guard let standIn = self.standIn else { return self.stream.abort() }
        let (push, loop) = (self.push, self.stream.eventLoop)
        loop.makeFutureWithTask { await standIn.answer(to: push) }.assumeIsolated().whenSuccess { answer in
            if !self.isOver { self.stream.answer(answer) }
        }
    }

    func abandoned() { self.isOver = true }
}
