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
    /// Bytes of a part, which the server keeps as one, unless it asks for more.
    private static let part = 16_777_216

    /// Where an upload stands, as the server said last.
    private struct Place {
        let upload: MessageID
        let offset: Int
        /// Bytes of the next part.
        var part: Int
    }

    private enum Step {
        case has(Place)
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
        var (upload, place): (MessageID?, Place?) = (await self.begunBefore(), nil)
        var (resumptions, hasSpoken) = (Resumptions(), false)
        while true {
            do throws(ClientError) {
                let known = try await self.place(place, of: upload)
                (upload, place, hasSpoken) = (known.upload, known, true)
                resumptions.stands(at: known.offset)
                self.progress?(.init(done: known.offset, total: self.size))
                switch try await self.append(at: known) {
                case .done(let answer):
                    self.progress?(.init(done: self.size, total: self.size))
                    return answer
                case .has(let next): place = next
                }
            } catch {
                place = nil
                if error.isGone, upload != nil {
                    resumptions.beginsAnew()
                    self.notice("The server does not have the upload of \(self.path) any more; it begins anew.")
                    self.journal.remove()
                    upload = nil
                } else if !error.mayBeResumed(hasSpoken) {
                    if error.isFinal { self.journal.remove() }
                    throw error
                }
                let patience = self.connection.patience
                let pause = patience.pause(afterLost: error, attempt: resumptions.failures)
                guard resumptions.goesOn(most: patience.resumptions) else { throw error }
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
            var call = Call(method: .DELETE, path: Self.path(entry.upload), scope: .send)
            call.isRepeatable = false
            // Where this does not succeed the server forgets it by itself.
            _ = try? await self.connection.open(call)
            return nil
        }
        return entry.upload
    }

    /// Where it stands: known, asked, or begun where there is none.
    private func place(_ known: Place?, of upload: MessageID?) async throws(ClientError) -> Place {
        if let known { return known }
        guard let upload else { return try await self.begun() }
        let (response, trace) = try await self.connection.open(self.call(.HEAD, Self.path(upload)))
        return try self.place(of: upload, response.headers, trace)
    }

    /// A new upload; from here on a later call finds it.
    private func begun() async throws(ClientError) -> Place {
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
        return Place(upload: upload, offset: 0, part: Self.part(response.headers))
    }

    private func place(
        of upload: MessageID,
        _ fields: HTTPHeaders,
        _ trace: String
    ) throws(ClientError) -> Place {
        guard let offset = fields.first(name: "upload-offset").flatMap({ Int($0) }), (0...self.size).contains(offset)
        else { throw ClientError.malformed("It does not say how much of the upload it has.").traced(trace) }
        return Place(upload: upload, offset: offset, part: Self.part(fields))
    }

    /// Bytes of a part, and more where the server says that a request brings more at least.
    static func part(_ fields: HTTPHeaders) -> Int {
        let limits = fields[canonicalForm: "upload-limit"].map { $0.split(separator: "=").map { String($0) } }
        let least = limits.last { $0.first == "min-append-size" && $0.count == 2 }.flatMap { Int($0[1]) }
        return max(Self.part, least ?? 0)
    }

    /// Sends the next part; behind the last byte an empty one, which asks for the receipt.
    private func append(at place: Place) async throws(ClientError) -> Step {
        let start = place.offset
        let count = min(place.part, self.size - start)
        var call = self.call(.PATCH, Self.path(place.upload))
        call.body = .file(
            UploadBody(path: self.path, start: start, size: count, progress: nil),
            type: MediaType.partialUpload
        )
        call.fields += [
            ("upload-offset", "\(start)"), ("upload-complete", start + count == self.size ? "?1" : "?0"),
        ]
        let (response, trace) = try await self.connection.open(call)
        guard response.status != .noContent else {
            var next = try self.place(of: place.upload, response.headers, trace)
            next.part = max(next.part, place.part)
            return .has(next)
        }
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

    private static func path(_ upload: MessageID) -> String { "/v1/uploads/\(upload)" }
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
