// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Logging
import NIOCore
import NIOPosix
import ZegelCore
import ZegelTransport

/// `zegel-bench floor`: Zegel's own listener with an answer that needs no work, which is the least that a message can cost over HTTP.
struct FloorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "floor", shouldDisplay: false)

    @Option(help: "A trial installation.")
    var home: String

    @Option(help: "Bytes of each answer.")
    var answer = 4_096

    func run() async throws {
        let listener = try await ServerListener.bind(
            host: "127.0.0.1",
            port: 0,
            credentials: ServerCredentials(
                certificatePEM: Array(Data(contentsOf: URL(fileURLWithPath: "\(self.home)/pki/server.pem"))),
                keyPEM: Array(Data(contentsOf: URL(fileURLWithPath: "\(self.home)/pki/server.key")))
            ),
            gate: OpenGate(),
            responder: ReadyResponder(answer: Answer(status: 201, body: Array(repeating: 0x20, count: self.answer))),
            configuration: ListenerConfiguration(
                limits: Limits(),
                renderProblem: { problem, _ in Answer(status: problem.status) },
                record: { _ in },
                logger: Logger(label: "zegel-bench") { _ in SwiftLogNoOpLogHandler() }
            ),
            group: MultiThreadedEventLoopGroup(numberOfThreads: max(1, System.coreCount / 2))
        )
        let line = #"{"url":"https://127.0.0.1:\#(listener.address.port ?? 0)"}"# + "\n"
        try FileHandle.standardOutput.write(contentsOf: Data(line.utf8))
        try await Task.sleep(for: .seconds(86_400))
    }
}

/// Lets everybody in: TLS has seen that there is a certificate, and nobody is asked whose.
private struct OpenGate: ConnectionGate {
    func admit(_ chain: PresentedChain) async -> Bool? { true }

    func organisationKey(of identity: Bool) -> String { "load" }
}

/// Has its answer ready once the body has come.
private struct ReadyResponder: RequestResponder {
    let answer: Answer

    func admit(_ identity: Bool) {}

    func respond(to head: RequestHead, of identity: Bool, over stream: RequestStream) -> any RequestBodyHandler {
        stream.route = "floor"
        return CountedBody(stream, self.answer)
    }
}

private final class CountedBody: RequestBodyHandler {
    private let stream: RequestStream
    private let answer: Answer

    init(_ stream: RequestStream, _ answer: Answer) {
        self.stream = stream
        self.answer = answer
    }

    func received(_ bytes: ByteBuffer) {}

    func ended() { self.stream.answer(self.answer) }

    func abandoned() {}
}
