// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import NIOCore
import ZegelCore
import ZegelExchange
import ZegelIdentity
import ZegelSeal
import ZegelStore
import ZegelTransport

/// What is asked of one message: to look at it, and to collect it.
struct MessageHarness {
    let harness: Harness
    let peer: AuthenticatedPeer

    private var id: String { self.harness.match.parameters.first ?? "" }

    private var read: ReadMessage {
        ReadMessage(self.harness.call(by: self.peer))
    }

    /// `GET /v1/messages/{id}`.
    func message() {
        let json = self.harness.json
        self.harness.answer(self.read(self.id)) { json(MessageView.json(of: $0)) }
    }

    /// `GET /v1/messages/{id}/container`: all of it or one range.
    func container() {
        let bound = NIOLoopBound(self, eventLoop: self.harness.eventLoop)
        self.read(self.id).whenComplete { result in
            let harness = bound.value.harness
            do {
                let seen = try result.get()
                let tag = "\"\(seen.message.containerDigest)\""
                if let known = harness.head.fields[.ifNoneMatch], known == tag || known == "*" {
                    let fields = harness.renderer.fields(
                        type: MessageView.mediaType,
                        id: harness.head.requestID,
                        adding: [.eTag: tag]
                    )
                    return harness.stream.answer(Answer(status: 304, fields: fields, body: []))
                }
                if let wanted = harness.head.fields[.ifMatch], wanted != tag, wanted != "*" {
                    throw Problem(.preconditionFailed, "The container has another entity tag.")
                }
                let size = seen.message.size
                let range = try ByteRange.requested(harness.head.fields, size: size, tag: tag)
                var fields: HTTPFields = [.eTag: tag, .acceptRanges: "bytes"]
                if let range { fields[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)" }
                let plan = DownloadMessage(harness.context, on: harness.eventLoop).container(
                    of: seen,
                    range ?? 0..<size
                )
                DownloadHarness(harness, plan).send(status: range == nil ? 200 : 206, fields: fields)
            } catch {
                harness.fail(error)
            }
        }
    }

    /// `GET /v1/messages/{id}/dossier`: by a party with `messages.read`, else by an auditor with `audit.read`.
    func dossier() {
        let bound = NIOLoopBound(self, eventLoop: self.harness.eventLoop)
        let isParty = !self.peer.mailboxes(for: .read).isEmpty
        let isAuditor = !self.peer.mailboxes(for: .audit).isEmpty
        let seen = isParty ? self.read(self.id) : self.read.forAudit(self.id)
        seen.flatMapError { error in
            guard isParty, isAuditor, Problem(any: error) == Problem(.notFound) else {
                return bound.value.harness.eventLoop.makeFailedFuture(error)
            }
            return bound.value.read.forAudit(bound.value.id)
        }
        .flatMap { DownloadMessage(bound.value.harness.context, on: bound.value.harness.eventLoop).dossier(of: $0) }
        .assumeIsolated()
        .whenComplete { result in
            switch result {
            case .success(let plan): self.send(plan)
            case .failure(let error): self.harness.fail(error)
            }
        }
    }

    /// Sends a dossier, or what is left of it; a range that it cannot be taken up at is passed over.
    private func send(_ plan: DownloadPlan) {
        let range = try? ByteRange.requested(self.harness.head.fields, size: plan.size, tag: "")
        guard let range, range.upperBound == plan.size, let rest = plan.rest(from: range.lowerBound) else {
            return DownloadHarness(self.harness, plan).send(status: 200, fields: [.acceptRanges: "bytes"])
        }
        let field = "bytes \(range.lowerBound)-\(plan.size - 1)/\(plan.size)"
        DownloadHarness(self.harness, rest).send(status: 206, fields: [.acceptRanges: "bytes", .contentRange: field])
    }
}
