// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import AsyncHTTPClient
import NIOHTTP1
import ZegelCore
import ZegelVerify

/// Sends a container in parts (draft-ietf-httpbis-resumable-upload), and takes up what broke off: its own, or that of a call before.
///
/// What the server has is what the server says; this side remembers nothing but the name of the upload.
struct ResumableUpload {
    /// The version of the draft that is spoken.
    private static let interopVersion = "8"
    /// Bytes of a part, which the server keeps as one.
    private static let part = 16_777_216

    private enum Step {
        case has(Int)
        case done(Answer)
    }

    private let connection: ZegelConnection
    private let path: String
    private let size: Int
    private let digest: ContentDigest
    private let journal: UploadJournal
    private let progress: TransferProgress.Handler?
    private let notice: @Sendable (String) -> Void

    /// - Throws: ``ClientError`` where the container has no digest of the one kind.
    init(
        _ connection: ZegelConnection,
        of container: CheckedContainer,
        in path: String,
        progress: TransferProgress.Handler?,
        notice: @escaping @Sendable (String) -> Void
    ) throws(ClientError) {
        guard let digest = ContentDigest(bytes: container.index.digest) else {
            throw ClientError(Problem(.internalError))
        }
        self.connection = connection
        self.path = path
        self.size = container.index.size
        self.digest = digest
        self.journal = UploadJournal(beside: path)
        self.progress = progress
        self.notice = notice
    }

    /// Sends it, however often it breaks off, and gives the answer of the last part.
    ///
    /// - Throws: ``ClientError``; where the server could not be reached for long a later call goes on from there.
    func callAsFunction() async throws(ClientError) -> Answer {
        var (upload, offset): (MessageID?, Int?) = (await self.begunBefore(), nil)
        var (failures, reached, hasSpoken) = (0, 0, false)
        while true {
            do throws(ClientError) {
                let isNew = upload == nil
                let known = try await self.begun(upload)
                upload = known
                let start = try await self.offset(offset ?? (isNew ? 0 : nil), of: known)
                if start > reached { failures = 0 }
                (offset, reached, hasSpoken) = (start, max(start, reached), true)
                self.progress?(.init(done: start, total: self.size))
                switch try await self.append(to: known, from: start) {
                case .done(let answer):
                    self.progress?(.init(done: self.size, total: self.size))
                    return answer
                case .has(let end): offset = end
                }
            } catch {
                offset = nil
                if error.isGone, upload != nil {
                    self.notice("The server does not have the upload of \(self.path) any more; it begins anew.")
                    self.journal.remove()
                    upload = nil
                } else if !error.mayBeResumed(hasSpoken) {
                    if error.isFinal { self.journal.remove() }
                    throw error
                }
                guard failures < self.connection.patience.resumptions else { throw error }
                let pause = self.connection.patience.pause(afterLost: error, attempt: failures)
                failures += 1
                do { try await Task.sleep(for: .milliseconds(pause)) } catch { throw .cancelled }
            }
        }
    }

    // MARK: -

    /// The upload that a call before began of the very same container, on the same server.
    private func begunBefore() async -> MessageID? {
        guard let entry = self.journal.read(), entry.server == self.connection.profile.url else { return nil }
        guard entry.container == self.digest else {
            self.notice("\(self.path) has changed since its upload was begun; it begins anew.")
            self.journal.remove()
            var call = Call(method: .DELETE, path: Self.place(entry.upload), scope: .send)
            call.isRepeatable = false
            // Where this does not succeed the server forgets it by itself.
            _ = try? await self.connection.open(call)
            return nil
        }
        return entry.upload
    }

    /// The upload, begun where there is none; from here on a later call finds it.
    private func begun(_ upload: MessageID?) async throws(ClientError) -> MessageID {
        if let upload { return upload }
        var call = self.call(.POST, "/v1/uploads")
        call.body = .bytes([], type: MediaType.container)
        call.fields += [("upload-complete", "?0"), ("upload-length", "\(self.size)")]
        let (response, trace) = try await self.connection.open(call)
        guard let location = response.headers.first(name: "location"), location.hasPrefix("/v1/uploads/"),
            let upload = MessageID(location.dropFirst(12))
        else { throw ClientError.malformed("It does not name the upload.").traced(trace) }
        try self.journal.write(
            .init(server: self.connection.profile.url, upload: upload, container: self.digest)
        )
        return upload
    }

    /// How much the server has, unless that is known.
    private func offset(_ known: Int?, of upload: MessageID) async throws(ClientError) -> Int {
        if let known { return known }
        let (response, trace) = try await self.connection.open(self.call(.HEAD, Self.place(upload)))
        return try self.offset(response.headers, trace)
    }

    private func offset(_ fields: HTTPHeaders, _ trace: String) throws(ClientError) -> Int {
        guard let offset = fields.first(name: "upload-offset").flatMap({ Int($0) }), (0...self.size).contains(offset)
        else { throw ClientError.malformed("It does not say how much of the upload it has.").traced(trace) }
        return offset
    }

    /// Sends the next part; behind the last byte an empty one, which asks for the receipt.
    private func append(to upload: MessageID, from start: Int) async throws(ClientError) -> Step {
        let count = min(Self.part, self.size - start)
        var call = self.call(.PATCH, Self.place(upload))
        call.body = .file(
            UploadBody(path: self.path, start: start, size: count, progress: nil),
            type: MediaType.partialUpload
        )
        call.fields += [
            ("upload-offset", "\(start)"), ("upload-complete", start + count == self.size ? "?1" : "?0"),
        ]
        let (response, trace) = try await self.connection.open(call)
        guard response.status != .noContent else { return .has(try self.offset(response.headers, trace)) }
        return .done(try await self.connection.calls.answer(response, trace))
    }

    private func call(_ method: HTTPMethod, _ path: String) -> Call {
        var call = Call(method: method, path: path, scope: .send)
        // What is to be done after a failure is known here.
        call.isRepeatable = false
        call.seconds = nil
        call.fields = [("upload-draft-interop-version", Self.interopVersion)]
        return call
    }

    private static func place(_ upload: MessageID) -> String { "/v1/uploads/\(upload)" }
}

extension ClientError {
    /// Whether the server has no such thing any more.
    fileprivate var isGone: Bool { self.cause == .answered && self.problem == Problem(.notFound) }

    /// Whether a transfer that ended so may be taken up again.
    ///
    /// - Parameter hasSpoken: Whether the server has answered before: then it is no matter of its address, nor of certificates.
    func mayBeResumed(_ hasSpoken: Bool = true) -> Bool {
        switch self.cause {
        case .timeout, .interrupted: true
        case .unreachable, .tls: hasSpoken
        case .answered:
            self.problem != Problem(.uploadsTooMany)
                && ([408, 429].contains(self.problem.status) || self.problem.status >= 500
                    || [Problem(.uploadOffset), Problem(.uploadTakenOver)].contains(self.problem))
        default: false
        }
    }

    /// Whether nothing of what was sent is of use any more.
    fileprivate var isFinal: Bool {
        switch self.cause {
        case .local: true
        case .answered: self.problem.status != 401
        default: false
        }
    }
}
