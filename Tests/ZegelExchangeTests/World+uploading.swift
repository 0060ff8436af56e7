// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import ZegelCore
import ZegelIdentity
import ZegelPolicy
import ZegelStore

@testable import ZegelExchange

/// Bounds that a container of some hundred kilobytes meets.
extension Limits {
    static var ofSmallUploads: Limits {
        var limits = Limits()
        (limits.uploadPart, limits.uploadAppend, limits.bodyPiece) = (150_000, 100, 50_000)
        (limits.uploadsPerOrganisation, limits.uploadBytesPerOrganisation) = (3, 1_000_000)
        return limits
    }

    static func ofSmallUploads(with change: (inout Limits) -> Void) -> Limits {
        var limits = Self.ofSmallUploads
        change(&limits)
        return limits
    }
}

extension World {
    func manage(as peer: AuthenticatedPeer? = nil) throws -> ManageUpload {
        try ManageUpload(
            ExchangeCall(self.context, by: peer ?? self.peer("aivd"), trace: .random(), on: self.eventLoop)
        )
    }

    func begin(_ size: Int, as peer: AuthenticatedPeer? = nil) async throws -> MessageID {
        try await self.manage(as: peer).begin(size: size).get().id
    }

    func look(_ id: MessageID, as peer: AuthenticatedPeer? = nil) async throws -> StoredUpload {
        try await self.manage(as: peer).look(id).get()
    }

    /// Forgets the uploads whose time is over, and says how many.
    func expire() async throws -> Int { try await ExpireUploads(self.context, on: self.eventLoop)().get() }

    /// Makes one request for an upload, as it comes off a connection.
    ///
    /// - Parameters:
    ///   - length: What it says of the whole container.
    ///   - isAnnounced: Whether it says how long it is itself.
    func append(
        _ bytes: some Sequence<UInt8>,
        to id: MessageID,
        at offset: Int,
        isLast: Bool = false,
        length: Int? = nil,
        isAnnounced: Bool = true,
        as peer: AuthenticatedPeer? = nil
    ) async throws -> ReceiveUpload.Outcome {
        let (bytes, eventLoop, context) = (Array(bytes), self.eventLoop, self.context)
        let peer = try peer ?? self.peer("aivd")
        let request = ReceiveUpload.Request(
            id: id,
            offset: offset,
            isLast: isLast,
            length: length,
            contentLength: isAnnounced ? bytes.count : nil
        )
        let outcome = try await eventLoop.flatSubmit {
            let call = ExchangeCall(context, by: peer, trace: .random(), on: eventLoop)
            return Self.feed(ReceiveUpload(call, request), bytes[...], 16_384)
        }
        .get()
        if case .finished(let finished) = outcome { try self.auditor.take(finished.message.receipt) }
        return outcome
    }

    /// A request that brings bytes and does not end.
    ///
    /// - Parameter told: Called where a later request takes over.
    func hang(
        _ bytes: some Sequence<UInt8>,
        to id: MessageID,
        at offset: Int,
        told: @escaping @Sendable (Problem) -> Void = { _ in }
    ) async throws -> NIOLoopBound<ReceiveUpload> {
        let (bytes, eventLoop, context) = (Array(bytes), self.eventLoop, self.context)
        let peer = try self.peer("aivd")
        let request = ReceiveUpload.Request(id: id, offset: offset, isLast: false, length: nil, contentLength: nil)
        let hanging = try await eventLoop.submit {
            let call = ExchangeCall(context, by: peer, trace: .random(), on: eventLoop)
            let receive = ReceiveUpload(call, request)
            receive.takenOver = told
            return NIOLoopBound(receive, eventLoop: eventLoop)
        }
        .get()
        try await self.bring(bytes, by: hanging)
        return hanging
    }

    /// Brings more bytes in a request that goes on.
    func bring(_ bytes: some Sequence<UInt8>, by hanging: NIOLoopBound<ReceiveUpload>) async throws {
        let (bytes, eventLoop) = (Array(bytes), self.eventLoop)
        try await eventLoop.flatSubmit {
            hanging.value.take(ByteBuffer(bytes: bytes)) ?? eventLoop.makeSucceededVoidFuture()
        }
        .get()
    }

    /// Brings what is left of a container in one request, and gives its message.
    func finish(_ container: [UInt8], _ id: MessageID) async throws -> SubmitMessage.Outcome {
        let offset = try await self.look(id).offset
        switch try await self.append(container.dropFirst(offset), to: id, at: offset, isLast: true) {
        case .finished(let outcome): return outcome
        case .refused(let problem): throw problem
        case .appended: throw Missing()
        }
    }
}
