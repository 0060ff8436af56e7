// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Logging
import NIOCore
import ZegelCore
import ZegelExchange
import ZegelIdentity
import ZegelPolicy
import ZegelTransport

/// One request on its way: what the harnesses need to read it and to answer it.
///
/// A harness speaks HTTP and calls one use case of ZegelExchange; wire and meaning meet nowhere else.
struct Harness {
    let context: ExchangeContext
    let renderer: AnswerRenderer
    let logger: Logger
    let head: RequestHead
    let match: Router.Match
    let stream: RequestStream

    var eventLoop: any EventLoop { self.stream.eventLoop }

    /// The media type of the body, without parameters; empty where none is given.
    var mediaType: String {
        self.head.fields[.contentType]?.split(separator: ";").first.map { $0.lowercased() } ?? ""
    }

    /// This request as the call of an organisation.
    func call(by peer: AuthenticatedPeer) -> ExchangeCall {
        ExchangeCall(self.context, by: peer, trace: self.trace, on: self.eventLoop)
    }

    /// The trace of this request: from `traceparent` (W3C Trace Context) where it is well formed, else new.
    private var trace: TraceContext { TraceContext(traceparent: self.head.fields[.traceParent]) ?? .random() }

    /// Answers when a future ends: with what it gives, or with the problem that it fails with.
    func answer<Value: Sendable>(
        _ future: EventLoopFuture<Value>,
        _ render: @escaping @Sendable (Value) throws -> Answer
    ) {
        let bound = NIOLoopBound(self, eventLoop: self.eventLoop)
        future.flatMapThrowing { try render($0) }.whenComplete { result in
            switch result {
            case .success(let answer): bound.value.stream.answer(answer)
            case .failure(let error): bound.value.fail(error)
            }
        }
    }

    /// Answers with a problem; what is no ``Problem`` is a mistake of ours, told to the operator and not to the peer.
    func fail(_ error: any Error) {
        let problem = Problem(any: error)
        if problem.status >= 500 {
            self.logger.error(
                "request failed",
                metadata: [
                    "request": .string(self.head.requestID), "route": .string(self.match.route.template),
                    "code": .string(problem.code), "error": .string(String(describing: type(of: error))),
                ]
            )
        }
        self.stream.answer(self.renderer.problem(problem, id: self.head.requestID))
    }

    /// A JSON answer for this request.
    var json: @Sendable (JSONValue) -> Answer {
        { [renderer, id = self.head.requestID] in renderer.json($0, id: id) }
    }
}

extension HTTPField.Name {
    /// `traceparent` (W3C Trace Context).
    static let traceParent = Self("traceparent") ?? .via
}
