// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import NIOCore
import ZegelCore
import ZegelExchange
import ZegelIdentity
import ZegelStore
import ZegelTransport

/// `/v1/uploads`: a container in parts, so that what breaks off is resumed (draft-ietf-httpbis-resumable-upload).
struct UploadHarness {
    /// The status of an interim answer that says that an upload can be resumed.
    private static let resumptionSupported = 104

    let harness: Harness
    let peer: AuthenticatedPeer

    private var fields: UploadFields { UploadFields(self.harness.head.fields) }

    private var manage: ManageUpload { ManageUpload(self.harness.call(by: self.peer)) }

    /// `POST /v1/uploads`; what it brings is the first of the container.
    func begin() -> any RequestBodyHandler {
        guard let isLast = self.fields.isComplete else { return self.refused(Self.noCompleteness) }
        let count = self.harness.head.isBodyless ? 0 : self.harness.head.contentLength
        let size = self.fields.length ?? (isLast ? count : nil) ?? 0
        if !isLast, let count {
            do { try ReceiveUpload.mustSuffice(count, of: size, self.harness.context.limits) } catch {
                return self.refused(error)
            }
        }
        let body = DeferredBody(self.harness)
        self.manage.begin(size: size).assumeIsolated().whenComplete { result in
            do {
                let upload = try result.get()
                let (limits, now) = (self.harness.context.limits, self.harness.context.clock())
                self.inform([
                    .location: Self.path(upload), .uploadLimit: UploadFields.limits(of: upload, limits, at: now),
                ])
                body.proceed(with: self.intake(upload.id, 0, isLast: isLast, self.begun))
            } catch {
                body.proceed(with: IgnoredBody())
                self.harness.fail(error)
            }
        }
        return body
    }

    /// `PATCH /v1/uploads/{id}`.
    func append() -> any RequestBodyHandler {
        guard let id = self.id else { return self.refused(Problem(.notFound)) }
        guard let isLast = self.fields.isComplete else { return self.refused(Self.noCompleteness) }
        guard let offset = self.fields.offset else {
            return self.refused(Problem(.parameterInvalid, "Say in upload-offset where the first byte belongs."))
        }
        let (renderer, request) = (self.harness.renderer, self.harness.head.requestID)
        let (limits, clock) = (self.harness.context.limits, self.harness.context.clock)
        return self.intake(id, offset, isLast: isLast) { upload in
            var fields = UploadFields.state(of: upload)
            fields[.uploadLimit] = UploadFields.limits(of: upload, limits, at: clock())
            return renderer.empty(status: 204, id: request, fields: fields)
        }
    }

    /// `HEAD /v1/uploads/{id}`.
    func offset() {
        guard let id = self.id else { return self.harness.fail(Problem(.notFound)) }
        let (renderer, request) = (self.harness.renderer, self.harness.head.requestID)
        let (limits, clock) = (self.harness.context.limits, self.harness.context.clock)
        self.harness.answer(self.manage.look(id)) { upload in
            var fields = UploadFields.state(of: upload)
            fields[.uploadLength] = "\(upload.size)"
            fields[.uploadLimit] = UploadFields.limits(of: upload, limits, at: clock())
            return renderer.empty(status: 204, id: request, fields: fields)
        }
    }

    /// `DELETE /v1/uploads/{id}`.
    func cancel() {
        guard let id = self.id else { return self.harness.fail(Problem(.notFound)) }
        let (renderer, request) = (self.harness.renderer, self.harness.head.requestID)
        self.harness.answer(self.manage.cancel(id)) { renderer.empty(status: 204, id: request, fields: [:]) }
    }

    // MARK: -

    private var id: MessageID? { MessageID(self.harness.match.parameters.first ?? "") }

    private static let noCompleteness = Problem(
        .parameterInvalid,
        "Say in upload-complete whether the container ends with this request: ?1 or ?0."
    )

    private func refused(_ problem: Problem) -> any RequestBodyHandler {
        self.harness.fail(problem)
        return IgnoredBody()
    }

    private static func path(_ upload: StoredUpload) -> String { "/v1/uploads/\(upload.id)" }

    private var begun: @Sendable (StoredUpload) -> Answer {
        let (renderer, request) = (self.harness.renderer, self.harness.head.requestID)
        let (limits, clock) = (self.harness.context.limits, self.harness.context.clock)
        return { upload in
            var fields = UploadFields.state(of: upload)
            fields[.location] = Self.path(upload)
            fields[.uploadLimit] = UploadFields.limits(of: upload, limits, at: clock())
            return renderer.empty(status: 201, id: request, fields: fields)
        }
    }

    /// Tells a client that understands it, before the answer.
    private func inform(_ fields: HTTPFields) {
        guard self.fields.takesInterim else { return }
        var all = fields
        all[.uploadDraft] = "\(UploadFields.interopVersion)"
        self.harness.stream.inform(status: Self.resumptionSupported, fields: all)
    }

    /// Takes the body of a request; the end of the container answers as handing it in does.
    private func intake(
        _ id: MessageID,
        _ offset: Int,
        isLast: Bool,
        _ appended: @escaping @Sendable (StoredUpload) -> Answer
    ) -> any RequestBodyHandler {
        let request = ReceiveUpload.Request(
            id: id,
            offset: offset,
            isLast: isLast,
            length: self.fields.length,
            contentLength: self.harness.head.isBodyless ? 0 : self.harness.head.contentLength
        )
        // The message is made of the parts in pieces, whatever this request brings itself.
        let pieces = isLast ? 2 * self.harness.context.limits.bodyPiece : 0
        guard self.harness.stream.keep(pieces) else { return IgnoredBody() }
        let receive = ReceiveUpload(self.harness.call(by: self.peer), request)
        let (renderer, number) = (self.harness.renderer, self.harness.head.requestID)
        receive.progress = { self.inform([.uploadOffset: "\($0.offset)"]) }
        receive.takenOver = { self.harness.fail($0) }
        return SubmitHarness(self.harness, receive) { outcome in
            let complete: HTTPFields = [.uploadComplete: "?1"]
            switch outcome {
            case .appended(let upload): return appended(upload)
            case .finished(let message): return renderer.receipt(message, id: number, adding: complete)
            case .refused(let problem): return renderer.problem(problem, id: number, fields: complete)
            }
        }
    }
}
